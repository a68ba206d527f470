"""A stretch of text: half-open, in Unicode code points of one document's text."""

from collections.abc import Iterable

import msgspec

from counterclaim.errors import OffsetError


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """``[start, end)`` in code points; encoded as the two-element array ``[start, end]``.

    Raises:
        OffsetError: If ``start`` is negative or ``end`` lies before ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise OffsetError(f"a span must run forwards from 0; found [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def words(self, text: str) -> str:
        """The exact characters of ``text`` under this span.

        Raises:
            OffsetError: If the span ends after the text does.
        """
        if self.end > len(text):
            raise OffsetError(f"span [{self.start}, {self.end}) lies outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same stretch, ``by`` code points further right (left where negative)."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> "Span":
        """The span with its ends moved inwards past blanks; empty at its start if all is blank."""
        start, end = self.start, self.end
        while start < end and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        return Span(start, end)


def cover(spans: Iterable[Span]) -> Span | None:
    """The smallest span that holds all of ``spans``; None where there are none."""
    spans = list(spans)
    if not spans:
        return None
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted spans with overlapping and touching ones joined; empty ones dropped."""
    merged: list[Span] = []
    for span in sorted(spans):
        if not len(span):
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def overlap(one: Iterable[Span], two: Iterable[Span]) -> int:
    """How many characters the two sets of spans share."""
    left, right = merge(one), merge(two)
    shared = i = j = 0
    while i < len(left) and j < len(right):
        shared += max(0, min(left[i].end, right[j].end) - max(left[i].start, right[j].start))
        if left[i].end <= right[j].end:
            i += 1
        else:
            j += 1
    return shared
