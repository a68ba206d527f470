"""Quotations that no cue claims: going on with the one before, behind a colon, or free-standing."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from counterclaim.attribute.around import line_at
from counterclaim.attribute.cues import cue_book
from counterclaim.attribute.quotes import ink_before, near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.sources import tidy
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_SENTENCE = 4
"""Words from which a quotation that stands alone counts as something said rather than a name or a term."""
_BLOCK = 4_096
"""Code points of a block by which readings are looked up."""
_SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
_CLOSERS = "”\"'»’“ "


def with_spoken(
    tree: Tree, readings: tuple[Reading, ...], marks: Sequence[Quotation], pack: LanguagePack
) -> tuple[Reading, ...]:
    """``readings`` with unclaimed quotations added to the reading that they go on with, or as readings of their own.

    A quotation that is neither a whole sentence nor introduced by a colon is left alone: a name, a term, words quoted in
    passing.
    """
    text = tree.page.text
    out = Shelf(readings)
    for mark in marks:
        close = out.near(mark.span)
        if any(_claims(out.readings[at], mark, text) for at in close):
            continue
        introduced = _behind_colon(tree, mark, near(marks, mark.span), pack)
        if introduced is not None:
            out.put(introduced)
            continue
        if not _whole_sentence(text, mark):
            continue
        at = _goes_on(text, mark, out.readings, close)
        if at is not None:
            old = out.readings[at]
            sentence = tree.page.parse.sentence_at(mark.span.end - 1)
            longer = msgspec.structs.replace(
                old,
                content=tree.joined((*old.content, mark.span)),
                sentence_end=max(mark.span.end, sentence.end if sentence else 0),
            )
            out.put(longer, at)
        elif _stands_free(text, mark):
            found = reading_of(tree, None, None, (mark.span,), near(marks, mark.span))
            if found is not None:
                out.put(found)
    return tuple(sorted(out.readings, key=lambda r: r.content[0].start))


class Shelf:
    """Readings with look-up by place, so that a long text costs no more than its length."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings: list[Reading] = []
        self._blocks: dict[int, list[int]] = defaultdict(list)
        for reading in readings:
            self.put(reading)

    def put(self, reading: Reading, at: int | None = None) -> None:
        """Add ``reading``, or put it in the place of number ``at``."""
        if at is None:
            at = len(self.readings)
            self.readings.append(reading)
        else:
            self.readings[at] = reading
        for block in range(reading.content[0].start // _BLOCK, reading.sentence_end // _BLOCK + 1):
            if at not in self._blocks[block]:
                self._blocks[block].append(at)

    def near(self, span: Span) -> list[int]:
        """Numbers of the readings that may touch ``span`` or end right in front of it, ascending."""
        blocks = range(max(0, span.start - _BLOCK // 4) // _BLOCK, span.end // _BLOCK + 1)
        return sorted({at for block in blocks for at in self._blocks.get(block, ())})


def _claims(reading: Reading, mark: Quotation, text: str) -> bool:
    """Whether the reading has words of the quotation as its content, and speaks from outside it.

    One that dashes set into the quotation (« *A, — said X. — B* ») counts as outside.
    """
    if reading.source is not None and reading.source.contains(mark.span):
        return True  # the name of an outlet in quotation marks
    if not any(span.overlaps(mark.span) for span in reading.content):
        return False
    if reading.cue is None or not mark.span.contains(reading.cue):
        return True
    set_in = text[mark.span.start : reading.cue.start].rstrip()[-1:] in tuple("—–")
    return set_in and reading.content[0].start == mark.span.start


def _whole_sentence(text: str, mark: Quotation) -> bool:
    """Whether the sentence ends with the quotation, so that it says something by itself ("..." *was the estimate* does not)."""
    rest = text[mark.span.end : mark.span.end + 2]
    if not rest.strip() or rest[0] in "\n.!?…":
        return True
    if rest[0] == ":":  # "'Words of somebody': what the piece is about", a headline
        return "\n" in text[ink_before(text, mark.span.start) : mark.span.start] or ink_before(text, mark.span.start) == 0
    inner = text[mark.span.start : mark.span.end].rstrip(_CLOSERS)
    return inner[-1:] in ".?!…," and not rest.lstrip()[:1].islower()


def _goes_on(text: str, mark: Quotation, readings: list[Reading], close: list[int]) -> int | None:
    """The reading that ``mark`` continues: it ends its sentence right before, in the same line or left open in the last.

    Of several the outermost, since those inside its content do not go on outside it.
    """
    best: int | None = None
    for at in close:
        reading = readings[at]
        end = reading.sentence_end
        if end > mark.span.start:
            # The parser missed the sentence's end; the text must show one right in front of the quotation.
            last = max(reading.content[-1].end, reading.cue.end if reading.cue else 0)
            end = ink_before(text, mark.span.start)
            if last > mark.span.start or text[end - 1 : end] not in ".?!…”\"'":
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


def _behind_colon(tree: Tree, mark: Quotation, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    """The reading of a quotation behind a colon: its cue is the word in front of the colon or the colon itself.

    The source is the name right before the colon, else whoever the sentence is about. None if neither stands there.
    """
    text = tree.page.text
    end = ink_before(text, mark.span.start)
    if text[end - 1 : end] != ":" or text.count("\n", end, mark.span.start) > 2:
        return None
    colon = Span(end - 1, end)
    line = line_at(text, colon.start)
    sentence = tree.page.parse.sentence_at(max(line.start, colon.start - 1)) or line
    inside = tree.page.parse.indices(Span(max(sentence.start, line.start), colon.start))
    if not len(inside):
        return None
    last = inside.stop - 1
    spoken = any("quote" in entry.frames for entry in cue_book(pack).named(tree, last))
    source = None if spoken else _name_ending(tree, last, inside.start)
    if source is not None:
        return reading_of(tree, colon, source, (mark.span,), marks)
    for index in reversed(inside):
        if tree.stands(index, "subject") and not any(m.span.contains(tree.tokens[index].span) for m in marks):
            source = tidy(text, tree.run(index))
            cue = tree.tokens[last].span if spoken else colon
            if source is not None and source.end <= cue.start:
                return reading_of(tree, cue, source, (mark.span,), marks)
    return None


def _name_ending(tree: Tree, last: int, first: int) -> Span | None:
    """The name of a speaker that ends at the token ``last`` and begins no earlier than ``first``; None if it is no name."""
    if tree.tokens[last].entity not in _SPEAKERS:
        return None
    at = last
    while at > first and tree.tokens[at - 1].entity == tree.tokens[last].entity and not tree.tokens[at].entity_start:
        at -= 1
    return Span(tree.tokens[at].start, tree.tokens[last].end)


def _stands_free(text: str, mark: Quotation) -> bool:
    """Whether the quotation is a sentence by itself: it begins its line or follows a sentence's end, and is no mere name."""
    if len(text[mark.span.start : mark.span.end].split()) < _SENTENCE:
        return False
    end = ink_before(text, mark.span.start)
    if end == 0 or "\n" in text[end : mark.span.start]:
        return True
    return mark.closed and text[max(0, end - 3) : end].rstrip(_CLOSERS)[-1:] in (".", "?", "!", "…")
