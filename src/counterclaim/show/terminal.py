"""A claim sheet on a terminal: readable at 80 columns and wider, with colour and without.

Nothing from a document reaches the terminal but through ``safe``; no markup is ever parsed from it.
"""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from counterclaim.show import labels
from counterclaim.show.outline import Entry, Outline, Speaker
from counterclaim.show.safe import one_line, shortened

LONGEST_WORDS = 240
"""Characters of a statement shown on a terminal: three lines at 80 columns; the page shows all."""

LONGEST_CUE = 40
LONGEST_DETAIL = 90
"""Characters of the words that explain a finding."""

STYLES = {
    "denies": "bold red",
    "doubts": "bold red",
    "accuses": "bold magenta",
    "claims": "bold yellow",
    "confirms": "bold green",
    "warns": "bold yellow",
}
"""Colours only repeat what the verb says."""


def sheet_text(laid: Outline) -> RenderableType:
    """The whole sheet of one document."""
    parts: list[RenderableType] = [_heading(laid)]
    for speaker in laid.speakers:
        parts += [Text(), _speaker(speaker), *(_entry(entry, laid) for entry in speaker.entries)]
    for title, rows in (
        ("Figures", list(_figures(laid))),
        ("On verification", list(_verification(laid))),
        ("Notices", list(_notices(laid))),
        ("People to spare", list(_persons(laid))),
        ("Problems", list(_problems(laid))),
    ):
        if rows:
            parts += [Text(), Rule(Text(title, "bold"), align="left", style="dim"), _rows(rows)]
    return Group(*parts, Text())


def brief_text(laid: Outline) -> RenderableType:
    """One document in two lines: what it is, and what was found."""
    document = laid.sheet.document
    first = Text(one_line(document.id), "bold")
    for part in (document.outlet, document.published, document.language):
        if part:
            first.append(f" · {one_line(part)}", "not bold dim")
    return Group(first, Padding(Text(laid.summary()), (0, 0, 0, 2)))


def _heading(laid: Outline) -> RenderableType:
    document = laid.sheet.document
    title = Text(one_line(document.title or document.id), "bold")
    lines = [title]
    if described := laid.origin():
        lines.append(Text(described, "dim"))
    lines.append(Text(laid.summary()))
    return Group(Rule(style="dim"), *lines)


def _speaker(speaker: Speaker) -> RenderableType:
    line = Text(one_line(speaker.name), "bold cyan" if speaker.source else "bold")
    if speaker.source:
        for part in labels.about(speaker.source):
            line.append(f" · {shortened(part, LONGEST_DETAIL)}", "not bold default")
    return line


def _entry(entry: Entry, laid: Outline) -> RenderableType:
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=4, justify="right", style="dim")
    grid.add_column(width=9)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", style="dim", no_wrap=True)
    body = Text(shortened(entry.words, LONGEST_WORDS))
    for line in _details(entry, laid):
        body.append("\n")
        body.append_text(line)
    verb = Text(entry.verb, STYLES.get(entry.verb, "bold"))
    grid.add_row(Text(entry.attribution.id), verb, body, Text(str(entry.place)))
    return grid


def _details(entry: Entry, laid: Outline) -> Iterator[Text]:
    if firmness := entry.firmness(LONGEST_CUE):
        yield Text(" · ".join(firmness), "dim")
    if relays := entry.relays():
        yield Text("→ " + " → ".join(relays), "blue")
    for check in entry.verification:
        said = shortened(laid.words(check.start, check.end), LONGEST_DETAIL)
        yield Text(f"? {labels.VERIFICATION[check.kind]}: “{said}”", "yellow")
    if entry.figures:
        shown = (f"{labels.amount(f, one_line(laid.words(f.start, f.end)))} {one_line(f.counted)}" for f in entry.figures)
        yield Text("# " + " · ".join(part.strip() for part in shown), "green")


Row = tuple[str, Text, str]


def _rows(rows: list[Row]) -> RenderableType:
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=4, justify="right", style="dim")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", style="dim", no_wrap=True)
    for name, text, place in rows:
        grid.add_row(Text(name), text, Text(place))
    return grid


def _figures(laid: Outline) -> Iterator[Row]:
    for figure in laid.sheet.figures:
        line = Text(labels.amount(figure, one_line(laid.words(figure.start, figure.end))), "bold")
        line.append(f" {shortened(figure.counted, LONGEST_DETAIL)}".rstrip(), "not bold")
        if figure.estimator in laid.names:
            line.append(f" · by {one_line(laid.names[figure.estimator])}", "not bold")
        if figure.as_of:
            line.append(f" · as of {figure.as_of}", "not bold")
        yield figure.id, line, str(laid.place(figure.start))


def _verification(laid: Outline) -> Iterator[Row]:
    for check in laid.sheet.verification:
        line = Text(labels.VERIFICATION[check.kind], "bold")
        if check.by in laid.names:
            line.append(f" · by {one_line(laid.names[check.by])}", "not bold")
        if check.about:
            line.append(f" · about {', '.join(check.about)}", "not bold")
        line.append(f" · “{shortened(laid.words(check.start, check.end), 2 * LONGEST_DETAIL)}”", "not bold")
        yield check.id, line, str(laid.place(check.start))


def _notices(laid: Outline) -> Iterator[Row]:
    for notice in laid.sheet.notices:
        line = Text(labels.notice(notice.kind), "bold")
        line.append(f" · {one_line(notice.message)}", "not bold")
        place = str(laid.place(notice.start))
        if notice.other:
            place += f" / {laid.place(notice.other.start)}"
        yield "!", line, place


def _persons(laid: Outline) -> Iterator[Row]:
    """A line for each person or contact detail, at its first place."""
    said: set[tuple[str, str]] = set()
    for mark in laid.sheet.persons:
        words = mark.name or laid.words(mark.start, mark.end)
        if (mark.kind, words) not in said:
            said.add((mark.kind, words))
            line = Text(labels.PERSONS[mark.kind], "bold")
            line.append(f" · {shortened(words, LONGEST_DETAIL)} · {one_line(mark.reason)}", "not bold")
            yield mark.id, line, str(laid.place(mark.start))


def _problems(laid: Outline) -> Iterator[Row]:
    for problem in laid.sheet.problems:
        place = "" if problem.start is None else str(laid.place(problem.start))
        yield "×", Text(f"{problem.code} ({problem.stage}): {one_line(problem.message)}"), place
