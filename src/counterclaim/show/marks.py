"""The text of a document cut for display: zones, and inside them stretches that carry the same marks."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

import msgspec

from counterclaim.show.safe import pieces
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span


class Mark(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A finding's hold on a stretch of the text.

    Attributes:
        span: The stretch.
        of: Id of the finding ("a1", "f2", "v1", "n1").
        anchor: Name of the place a label marks; another than ``of`` for a finding's second place.
        look: How it is drawn: ``source``, ``cue``, ``content``, ``hedge``, ``relay``, ``figure``,
            ``verification``, ``notice``, ``person``, or ``placed`` for what only a comparison names.
    """

    span: Span
    of: str
    anchor: str
    look: str


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words that carry the same marks.

    Attributes:
        start: The first code point in the document's text.
        pieces: The words, with signs for characters that must not be shown themselves.
        looks: How they are drawn, sorted; ``nested`` where two or more contents lie over each other.
        of: Ids of the findings, innermost first: the shortest content is what a click means.
        begins: The labels that stand before these words, as pairs of anchor and finding.
    """

    start: int
    pieces: tuple[tuple[str, str | None], ...]
    looks: tuple[str, ...]
    of: tuple[str, ...]
    begins: tuple[tuple[str, str], ...]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One zone.

    Attributes:
        kind: The zone's kind.
        whole: Whether it starts and ends with a line, so that it can be set as a block of its own.
        stretches: Its words.
    """

    kind: str
    whole: bool
    stretches: tuple[Stretch, ...]


def blocks(sheet: Sheet, text: str, placed: Iterable[Mark] = ()) -> tuple[Block, ...]:
    """The zones of ``text`` in order with all marks on them, ``placed`` among them; offsets outside the text are left out."""
    marks = sorted(mark for mark in chain(_marks(sheet), placed) if len(mark.span) and mark.span.end <= len(text))
    begins = _begins(marks)
    made = []
    for zone in sheet.zones:
        inside = [mark for mark in marks if mark.span.overlaps(zone.span)]
        whole = (zone.start == 0 or text[zone.start - 1] == "\n") and (zone.end == len(text) or text[zone.end - 1] == "\n")
        made.append(Block(kind=zone.kind, whole=whole, stretches=tuple(_stretches(text, zone.span, inside, begins))))
    return tuple(made)


def _marks(sheet: Sheet) -> Iterator[Mark]:
    for a in sheet.attributions:
        for look, spans in (("source", a.source), ("cue", a.cue), ("content", a.content), ("hedge", a.hedges)):
            for span in spans:
                yield Mark(span=span, of=a.id, anchor=a.id, look=look)
        for relay in a.via:
            yield Mark(span=Span(relay.start, relay.end), of=a.id, anchor=a.id, look="relay")
    for figure in sheet.figures:
        yield Mark(span=figure.span, of=figure.id, anchor=figure.id, look="figure")
    for check in sheet.verification:
        yield Mark(span=Span(check.start, check.end), of=check.id, anchor=check.id, look="verification")
    for number, notice in enumerate(sheet.notices, 1):
        name = f"n{number}"
        yield Mark(span=Span(notice.start, notice.end), of=name, anchor=name, look="notice")
        if notice.other:
            yield Mark(span=notice.other, of=name, anchor=f"{name}-other", look="notice")
    for person in sheet.persons:
        yield Mark(span=person.span, of=person.id, anchor=person.id, look="person")


Labels = dict[int, tuple[tuple[str, str], ...]]


def _begins(marks: list[Mark]) -> Labels:
    """For each position the labels before it, the longest finding first; an attribution's stands before its content."""
    first: dict[str, Mark] = {}
    for mark in marks:
        if mark.look in {"content", "figure", "verification", "notice", "person", "placed"}:
            first.setdefault(mark.anchor, mark)
    found: Labels = {}
    for mark in sorted(first.values(), key=lambda mark: -len(mark.span)):
        found[mark.span.start] = (*found.get(mark.span.start, ()), (mark.anchor, mark.of))
    return found


def _stretches(text: str, zone: Span, marks: list[Mark], begins: Labels) -> Iterator[Stretch]:
    cuts = {zone.start, zone.end}
    for mark in marks:
        cuts.update(at for at in (mark.span.start, mark.span.end) if zone.start < at < zone.end)
    at = text.find("\r\n", zone.start, zone.end)
    while at >= 0:  # two characters here and one on a screen: the next stretch begins behind them, at its true place
        cuts.add(at + 2)
        at = text.find("\r\n", at + 2, zone.end)
    edges = sorted(cuts)
    here: list[Mark] = []
    coming = iter(marks)
    ahead = next(coming, None)
    for start, end in pairwise(edges):
        here = [mark for mark in here if mark.span.end > start]
        while ahead is not None and ahead.span.start <= start:
            if ahead.span.end > start:
                here.append(ahead)
            ahead = next(coming, None)
        contents = {mark.of for mark in here if mark.look == "content"}
        looks = {mark.look for mark in here} | ({"nested"} if len(contents) > 1 else set())
        inner = sorted(here, key=lambda mark: (mark.look != "content", len(mark.span)))
        yield Stretch(
            start=start,
            pieces=pieces(text[start:end]),
            looks=tuple(sorted(looks)),
            of=tuple(dict.fromkeys(mark.of for mark in inner)),
            begins=begins.get(start, ()),
        )
