"""Finding the words of a judgement again: in the same text where they stood, in a changed text where that is certain."""

from collections.abc import Iterable, Mapping

import msgspec

from counterclaim.service.targets import WHOLE
from counterclaim.values.judgement import Correction, Place, Target
from counterclaim.values.span import Span

SHOWN = 60
"""Characters of a place's words that a reason quotes."""


class Again(msgspec.Struct, frozen=True, kw_only=True):
    """Where a judgement attaches now.

    Attributes:
        id: Of the finding, in the present sheet.
        said: What the machine says there now.
        correction: The judgement's correction, its span moved to the present text; None without one.
    """

    id: str
    said: str
    correction: Correction | None = None


def moved(place: Place, before: str, now: str) -> Span | str:
    """Where the words of ``place`` stand in a changed text, or, in a sentence, why that cannot be told.

    They are found again where the line they stand in is in both texts just once; else where they stand in both texts equally
    often, at the same turn. Anything else would be a guess.

    Args:
        place: Indexes ``before``.
        before: The text that was judged.
        now: The document's present text.
    """
    if before == now:
        return place.span
    line = _line(before, place.span)
    words = line.words(before)
    if before.count(words) == 1 and now.count(words) == 1:
        return place.span.shifted(now.index(words) - line.start)
    earlier, later = _occurrences(before, place.words), _occurrences(now, place.words)
    if not later:
        return f"its words no longer stand in the document: “{_shown(place.words)}”"
    if len(earlier) != len(later) or place.start not in earlier:
        return f"its words stand in the document {len(later)} times now and stood {len(earlier)} times: “{_shown(place.words)}”"
    return place.span.shifted(later[earlier.index(place.start)] - place.start)


def attached(
    target: Target, correction: Correction | None, found: Iterable[Target], texts: Mapping[str, str], now: str
) -> Again | str:
    """What a judgement attaches to in the present sheet, or, in a sentence, why it attaches to nothing.

    Args:
        target: What was judged; something that stands in a sheet.
        correction: What was put in place, if anything was.
        found: The ``targets`` of the present sheet.
        texts: The texts that judgements name, by digest.
        now: The sheet's text.
    """
    place = target.place
    if place is None:
        return "it names no place"
    before = texts[place.text_sha256]
    if target.kind == "document":
        return Again(id=WHOLE, said="") if before == now else "the document's text has changed since"
    span = moved(place, before, now)
    if isinstance(span, str):
        return span
    put = _moved_correction(correction, place, span, before, now)
    if isinstance(put, str):
        return put
    at = [span]
    if put is not None and put.start is not None and put.end is not None:
        at.append(Span(put.start, put.end))  # a better reading may find the right words by itself
    chosen = _chosen(target, at, found)
    if chosen is None:
        return f"no such finding is made in its words any more: “{_shown(place.words)}”"
    return Again(id=chosen.id, said=chosen.said, correction=put)


def _chosen(target: Target, at: Iterable[Span], found: Iterable[Target]) -> Target | None:
    """The finding of the target's kind at the first of those places that has one; what says the same there goes before."""
    alike = [one for one in found if one.kind == target.kind and one.place is not None]
    for span in at:
        there = [one for one in alike if one.place is not None and one.place.span == span]
        if target.kind in {"notice", "person"}:  # several may stand in the same words, each of its own kind
            there = [one for one in there if one.said == target.said]
        if there:
            return min(there, key=lambda one: (one.said != target.said, one.id != target.id))
    return None


def _moved_correction(given: Correction | None, place: Place, span: Span, before: str, now: str) -> Correction | str | None:
    if given is None or given.start is None or given.end is None:
        return given
    new = Span(given.start, given.end)
    if place.span.contains(new):
        at: Span | str = new.shifted(span.start - place.start)
    else:
        words = Place(document=place.document, text_sha256="", start=new.start, end=new.end, words=new.words(before))
        at = moved(words, before, now)
    return at if isinstance(at, str) else msgspec.structs.replace(given, start=at.start, end=at.end)


def _line(text: str, span: Span) -> Span:
    """The whole lines in which ``span`` stands."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _occurrences(text: str, words: str) -> list[int]:
    """Where ``words`` begin in ``text``, overlapping ones included."""
    found: list[int] = []
    at = text.find(words)
    while at >= 0 and words:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _shown(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
