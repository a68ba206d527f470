"""Long runs of signs ("&&&&...", a page of quotation marks): no language, and slow to read as one."""

import re
from collections.abc import Iterator

from counterclaim.values.span import Span

LONGEST_RUN = 100
"""Signs in a row that are still read; rules drawn with dashes are shorter. A tokenizer takes a run's length squared."""

_RUN = re.compile(rf"[^\w\s]{{{LONGEST_RUN + 1},}}")


def sign_runs(text: str, span: Span) -> Iterator[Span]:
    """The runs of more than `LONGEST_RUN` signs inside ``span``, in order."""
    for match in _RUN.finditer(text, span.start, span.end):
        yield Span(*match.span())


def without_sign_runs(text: str, span: Span) -> Iterator[Span]:
    """What is left of ``span`` without such runs and without blanks at its ends, in order; nothing of a blank span."""
    at = span.start
    for run in (*sign_runs(text, span), Span(span.end, span.end)):
        left = Span(at, run.start).trimmed(text)
        at = run.end
        if len(left):
            yield left
