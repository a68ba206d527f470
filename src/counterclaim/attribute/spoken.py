"""Quotations that no cue claims: going on with the one before, behind a colon, or free-standing."""

from collections.abc import Sequence

import msgspec

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
        if any(_claims(r, mark) for r in out) or not _whole_sentence(text, mark):
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


def _whole_sentence(text: str, mark: Quotation) -> bool:
    """Whether the sentence ends with the quotation, so that it says something by itself ("..." *was the estimate* does not)."""
    rest = text[mark.span.end : mark.span.end + 2]
    if not rest.strip() or rest[0] == "\n":
        return True
    inner = text[mark.span.start : mark.span.end].rstrip("”\"'»’“")
    return inner[-1:] in ".?!…," and not rest.lstrip()[:1].islower()


def _claims(reading: Reading, mark: Quotation) -> bool:
    """Whether the reading has words of the quotation as its content, and speaks from outside it."""
    if not any(span.overlaps(mark.span) for span in reading.content):
        return False
    return reading.cue is None or not mark.span.contains(reading.cue)


def _goes_on(text: str, mark: Quotation, readings: list[Reading]) -> int | None:
    """The reading that ``mark`` continues: it ends its sentence right before, in the same line or left open in the last."""
    best: int | None = None
    for at, reading in enumerate(readings):
        end = reading.sentence_end
        if end > mark.span.start or not reading.open_to_more:
            continue
        gap = text[end : mark.span.start]
        if gap.strip() or ("\n" in gap and not mark.continues):
            continue
        if best is None or _outer(reading, readings[best]):
            best = at
    return best


def _outer(one: Reading, two: Reading) -> bool:
    """Whether ``two`` speaks inside the content of ``one``."""
    return two.cue is not None and any(span.contains(two.cue) for span in one.content)


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())
