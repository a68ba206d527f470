"""The lines of a text: what zones are made of."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from counterclaim.values.span import Span


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One line that holds something.

    Attributes:
        start: First code point that belongs to it; 0 for the first line of a text, blank lines before it included.
        end: One past the last; the blank lines after a line belong to it.
        words: The line without blanks at its ends.
        at: Where ``words`` begins in the text.
        blanks: How many blank lines stand before it.
    """

    start: int
    end: int
    words: str
    at: int
    blanks: int

    @property
    def span(self) -> Span:
        """The place of ``words``, in code points of the text."""
        return Span(self.at, self.at + len(self.words))


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank, in order; together they tile it.

    Returns:
        Nothing for a text of blanks only.
    """
    held: list[tuple[int, int, str, int]] = []
    at = blanks = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            held.append((at, at + len(raw) - len(raw.lstrip()), words, blanks))
            blanks = 0
        else:
            blanks += 1
        at += len(raw)
    starts = [0, *(start for start, *_ in held[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        Line(start=start, end=end, words=words, at=at, blanks=blanks)
        for (_, at, words, blanks), start, end in zip(held, starts, ends, strict=False)
    )


def blocks(lines: Sequence[Line]) -> tuple[range, ...]:
    """Indices of lines that follow each other without a blank line between, as ranges in order."""
    cuts = [0, *(i for i in range(1, len(lines)) if lines[i].blanks), len(lines)]
    return tuple(range(a, b) for a, b in pairwise(cuts) if a < b)
