"""A comparison on a terminal: disputes first, then how each figure moved, who rests on whom, and the parties."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from counterclaim.show import labels
from counterclaim.show.laid import OUTLET_ITSELF, Laid, amount
from counterclaim.show.safe import one_line
from counterclaim.values.comparison import Comparison, Dispute, Evidence, Ladder
from counterclaim.values.sheet import Sheet

LONGEST_WORDS = 160
"""Characters of a piece of evidence shown on a terminal."""

MOST_EVIDENCE = 6
"""Pieces of evidence shown per position; the page and the JSON hold all."""

MOST_PARTIES = 20


def comparison_text(comparison: Comparison, sheets: Sequence[Sheet]) -> RenderableType:
    """The whole comparison."""
    laid = Laid(comparison, sheets)
    parts: list[RenderableType] = [_heading(comparison)]
    for title, rows in (
        ("In dispute", [_dispute(d, laid) for d in comparison.disputes]),
        ("Figures", [_ladder(ladder, laid) for ladder in comparison.figures if len(ladder.points) > 1]),
        ("Origins", list(_origins(laid))),
        ("Speakers", list(_parties(laid))),
        ("Problems", [Text(f"× {one_line(p.message)}") for p in comparison.problems]),
    ):
        if rows:
            parts += [Text(), Rule(Text(title, "bold"), align="left", style="dim"), *rows]
    return Group(*parts, Text())


def _heading(comparison: Comparison) -> RenderableType:
    languages = ", ".join(sorted({d.language for d in comparison.documents}))
    counted = (
        f"{labels.count(len(comparison.documents), 'document')} ({languages}) · "
        f"{labels.count(len(comparison.parties), 'speaker')} · "
        f"{labels.count(len(comparison.claims), 'claim')} · {len(comparison.disputes)} in dispute"
    )
    return Group(Rule(style="dim"), Text("Comparison", "bold"), Text(counted))


def _dispute(dispute: Dispute, laid: Laid) -> RenderableType:
    parts: list[RenderableType] = [Text(), Text(f"{dispute.id}  {one_line(dispute.question)}", "bold")]
    parts.append(Padding(Text(one_line(dispute.reason), "dim"), (0, 0, 0, 4)))
    for position in dispute.positions:
        line = Text(f"▸ {one_line(position.label)}", "bold cyan")
        if holders := _holders(position.held_by, laid.own_voice(position, "asserts"), laid):
            line.append(f" · held by {holders}", "not bold default")
        if deniers := _holders(position.denied_by, laid.own_voice(position, "denies"), laid):
            line.append(f" · denied by {deniers}", "not bold red")
        parts.append(Padding(line, (0, 0, 0, 4)))
        for evidence in position.evidence[:MOST_EVIDENCE]:
            parts.append(Padding(_evidence(evidence, laid), (0, 0, 0, 6)))
        if len(position.evidence) > MOST_EVIDENCE:
            parts.append(Padding(Text(f"… and {len(position.evidence) - MOST_EVIDENCE} more places", "dim"), (0, 0, 0, 6)))
    return Group(*parts)


def _holders(parties: Sequence[str], outlets: Sequence[str], laid: Laid) -> str:
    own = [f"{OUTLET_ITSELF} ({', '.join(outlets)})"] if outlets else []
    return ", ".join([*(laid.name(party) for party in parties), *own])


def _evidence(evidence: Evidence, laid: Laid) -> Text:
    line = Text("− " if evidence.stance == "denies" else "+ ", "red" if evidence.stance == "denies" else "green")
    line.append(f"{laid.speaker(evidence)}: ", "default")
    line.append(f"“{laid.words(evidence.document, evidence.start, evidence.end, LONGEST_WORDS)}”", "default")
    line.append(f"  {one_line(evidence.document)}:{evidence.start}", "dim")
    return line


def _ladder(ladder: Ladder, laid: Laid) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="bold")
    grid.add_column(overflow="fold")
    grid.add_column(style="dim", no_wrap=True)
    for point in ladder.points:
        who = laid.name(point.by) if point.by else "no source given"
        if point.first_stood_in:
            who += f", first in {one_line(point.first_stood_in)}"
        when = point.as_of or point.published or ""
        grid.add_row(amount(point), Text(who), f"{when[:10]}  {one_line(point.document)}".strip())
    revised = [laid.name(p) for p in ladder.revised]
    title = Text(one_line(ladder.title), "bold")
    if revised:
        title.append(f" · revised by {', '.join(revised)}", "not bold dim")
    return Group(Text(), title, Padding(grid, (0, 0, 0, 2)))


def _origins(laid: Laid) -> Iterator[RenderableType]:
    for origin in laid.comparison.origins:
        line = Text(one_line(origin.document), "bold")
        if laid.outlet(origin.document) != one_line(origin.document):
            line.append(f" ({laid.outlet(origin.document)})", "not bold")
        if origin.roots:
            line.append(" rests on " + ", ".join(laid.name(r) for r in origin.roots[:6]), "not bold")
        if origin.relays:
            line.append(" · through " + ", ".join(one_line(r) for r in origin.relays), "not bold blue")
        if origin.copy_of:
            why = f": {origin.copy_because}" if origin.copy_because else ""
            line.append(f" · likely a copy of {one_line(origin.copy_of)}{why}", "not bold yellow")
        yield line
    carried = [i for i in laid.comparison.independent_origins if i.documents > 1]
    if carried:
        single = sum(1 for i in carried if i.origins == 1)
        yield Text(f"In more than one document: {labels.count(len(carried), 'claim')}; on a single origin: {single}.", "dim")


def _parties(laid: Laid) -> Iterator[RenderableType]:
    for party in laid.comparison.parties[:MOST_PARTIES]:
        line = Text(one_line(party.name), "bold")
        line.append(f" · {party.kind}", "not bold dim")
        if party.side in laid.parties:
            line.append(f" · side: {laid.name(party.side)}", "not bold")
        if party.aliases:
            line.append(" · also " + ", ".join(one_line(a) for a in party.aliases), "not bold dim")
        yield line
    more = len(laid.comparison.parties) - MOST_PARTIES
    if more > 0:
        yield Text(f"… and {more} more", "dim")
