"""Quotations that no cue claims: going on with the one before, behind a colon, or free-standing."""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.around import line_at
from counterclaim.attribute.quotes import Quotation
from counterclaim.attribute.reading import Reading
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span

_SENTENCE = 4
"""Words from which a quotation that stands alone counts as something said rather than a name or a term."""


def with_spoken(
    tree: Tree, readings: tuple[Reading, ...], marks: Sequence[Quotation], pack: LanguagePack
) -> tuple[Reading, ...]:
    """``readings`` with unclaimed quotations added to the reading that they go on with, or as readings of their own."""
    text = tree.page.text
    out = list(readings)
    for mark in marks:
        if any(s.overlaps(mark.span) for r in out for s in r.content):
            continue
        at = _goes_on(text, mark, out)
        if at is not None:
            old = out[at]
            sentence = tree.page.parse.sentence_at(mark.span.end - 1)
            out[at] = msgspec.structs.replace(
                old,
                content=tree.joined((*old.content, mark.span)),
                sentence_end=max(mark.span.end, sentence.end if sentence else 0),
            )
    return tuple(out)


def _goes_on(text: str, mark: Quotation, readings: list[Reading]) -> int | None:
    """The reading that ``mark`` continues: it ends its sentence right before, in the same line or left open in the last."""
    for at in range(len(readings) - 1, -1, -1):
        reading = readings[at]
        if reading.content[0].start > mark.span.start:
            continue
        end = reading.sentence_end
        if end > mark.span.start:
            continue
        gap = text[end : mark.span.start]
        if not gap.strip() and ("\n" not in gap or mark.continues):
            return at
        if line_at(text, mark.span.start).start > end:
            return None
    return None


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())
