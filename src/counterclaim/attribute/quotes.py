"""Looking quotations up by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span


def near(marks: Sequence[Quotation], span: Span, reach: int = 2_000) -> Sequence[Quotation]:
    """Those of ``marks``, which must be in text order, that come within ``reach`` code points of ``span``."""
    first = bisect_left(marks, span.start - reach, key=lambda m: m.span.end)
    last = bisect_right(marks, span.end + reach, key=lambda m: m.span.start)
    return marks[first:last]


def ink_before(text: str, position: int) -> int:
    """One past the last character in front of ``position`` that is no blank; 0 if there is none."""
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def quoted(spans: Iterable[Span], marks: Iterable[Quotation]) -> int:
    """How many characters of ``spans`` stand inside quotations."""
    inside = [q.span for q in marks]
    return sum(
        max(0, min(s.end, q.end) - max(s.start, q.start)) for s in spans for q in inside if q.start < s.end and s.start < q.end
    )
