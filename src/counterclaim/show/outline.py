"""A sheet as people read it: statements under their speakers, each with all that belongs to it."""

from bisect import bisect_right

import msgspec

from counterclaim.show import labels
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Verification
from counterclaim.values.party import Source
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span


class Place(msgspec.Struct, frozen=True, order=True):
    """Where in the text something stands, for people: line and column, both counted from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One statement with what the sheet says about it; every word is as it stands in the text, hostile characters included.

    Attributes:
        attribution: The finding.
        verb: What the speaker does ("denies").
        words: The content; parts that stand apart are joined with " … ".
        cue: The attributing words; empty if there are none.
        hedges: Each hedge's words.
        named: The words that name the speaker here, where they could not be resolved; empty otherwise.
        place: Where the content begins.
        inside: Name of the speaker inside whose statement this one stands; None at the top, or if unresolved.
        figures: Those whose innermost statement this is.
        verification: What is said on its verification.
    """

    attribution: Attribution
    verb: str
    words: str
    cue: str
    hedges: tuple[str, ...]
    named: str
    place: Place
    inside: str | None
    figures: tuple[Figure, ...]
    verification: tuple[Verification, ...]

    def firmness(self, most: int) -> tuple[str, ...]:
        """How firmly it is said, in short safe phrases; quoted words are cut to ``most`` characters."""
        parts = [f"by “{shortened(self.named, most)}”"] if self.named else []
        if self.cue:
            parts.append(f"cue “{shortened(self.cue, most)}”")
        if self.attribution.distance in labels.DISTANCES:
            parts.append(labels.DISTANCES[self.attribution.distance])
        if self.hedges:
            parts.append("hedged " + ", ".join(f"“{shortened(hedge, most)}”" for hedge in self.hedges))
        if self.inside:
            parts.append(f"inside {self.attribution.parent}, the words of {shortened(self.inside, most)}")
        elif self.attribution.parent:
            parts.append(f"inside {self.attribution.parent}")
        return tuple(parts)

    def relays(self) -> tuple[str, ...]:
        """Through whom it came, from the speaker outwards, in safe words."""
        return tuple(
            one_line(relay.name) + (f" ({one_line(relay.medium)})" if relay.medium else "") for relay in self.attribution.via
        )


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker's statements in text order; ``source`` is None for those nobody could be found for."""

    source: Source | None
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The speaker's name, or the heading for unresolved ones."""
        return self.source.name if self.source else labels.NOBODY


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """One document's sheet, laid out.

    Attributes:
        sheet: The sheet itself.
        text: The document's text.
        speakers: In order of their first statement; the unresolved ones last.
        names: Each source's name by id.
    """

    sheet: Sheet
    text: str
    speakers: tuple[Speaker, ...]
    names: dict[str, str]
    line_starts: tuple[int, ...]

    def place(self, position: int) -> Place:
        """Line and column of the code point ``position``."""
        line = bisect_right(self.line_starts, position)
        return Place(line, position - self.line_starts[line - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """The characters of the text there."""
        return Span(start, end).words(self.text)

    def origin(self) -> str:
        """Where the document comes from, in one safe line: outlet, author, date, language, path."""
        document = self.sheet.document
        author = f"by {document.author}" if document.author else None
        known = (document.outlet, author, document.published, document.language, document.path)
        return " · ".join(one_line(part) for part in known if part)

    def summary(self) -> str:
        """The sheet in one line: how many statements, speakers, figures, checks and notices."""
        sheet = self.sheet
        named = sum(1 for speaker in self.speakers if speaker.source)
        parts = [
            f"{labels.count(len(sheet.attributions), 'statement')} by {labels.count(named, 'speaker')}",
            labels.count(len(sheet.figures), "figure"),
            f"{len(sheet.verification)} on verification",
            labels.count(len(sheet.notices), "notice"),
        ]
        if sheet.problems:
            parts.append(labels.count(len(sheet.problems), "problem"))
        return " · ".join(parts)


def outline(sheet: Sheet) -> Outline:
    """The layout of ``sheet``.

    Raises:
        ValueError: If the sheet was made without its text.
    """
    bare = bare_outline(sheet)
    return msgspec.structs.replace(bare, speakers=_speakers(bare))


def bare_outline(sheet: Sheet) -> Outline:
    """The layout of ``sheet`` without its speakers: enough to know its places and words.

    Raises:
        ValueError: If the sheet was made without its text.
    """
    text = sheet.document.text
    if isinstance(text, msgspec.UnsetType):
        raise ValueError("a sheet is shown with its text; make it with with_text=True")
    names = {source.id: source.name for source in sheet.sources}
    starts = (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))
    return Outline(sheet=sheet, text=text, speakers=(), names=names, line_starts=starts)


def _speakers(bare: Outline) -> tuple[Speaker, ...]:
    sources = {source.id: source for source in bare.sheet.sources}
    parents = {attribution.id: attribution for attribution in bare.sheet.attributions}
    figures: dict[str | None, list[Figure]] = {}
    for figure in bare.sheet.figures:
        figures.setdefault(figure.attribution, []).append(figure)
    grouped: dict[str | None, list[Entry]] = {}
    for attribution in sorted(bare.sheet.attributions, key=lambda a: a.content[0]):
        known = attribution.source_id if attribution.source_id in sources else None
        parent = parents.get(attribution.parent or "")
        grouped.setdefault(known, []).append(_entry(bare, attribution, parent, tuple(figures.get(attribution.id, ()))))
    unresolved = grouped.pop(None, [])
    speakers = [Speaker(source=sources[key], entries=tuple(entries)) for key, entries in grouped.items() if key]
    if unresolved:
        speakers.append(Speaker(source=None, entries=tuple(unresolved)))
    return tuple(speakers)


def _entry(bare: Outline, attribution: Attribution, parent: Attribution | None, figures: tuple[Figure, ...]) -> Entry:
    return Entry(
        attribution=attribution,
        verb=labels.act(attribution),
        words=" … ".join(span.words(bare.text) for span in attribution.content),
        cue=" … ".join(span.words(bare.text) for span in attribution.cue),
        hedges=tuple(span.words(bare.text) for span in attribution.hedges),
        named="" if attribution.source_id in bare.names else " … ".join(s.words(bare.text) for s in attribution.source),
        place=bare.place(attribution.content[0].start),
        inside=bare.names.get(parent.source_id or "") if parent else None,
        figures=figures,
        verification=tuple(v for v in bare.sheet.verification if attribution.id in v.about),
    )
