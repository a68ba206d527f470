"""Quotations that open and never close."""

from collections.abc import Iterator
from itertools import zip_longest

from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation

_MARKS = frozenset("\"“”„«»‘’'")


def unclosed(quotes: tuple[Quotation, ...], page: Page) -> Iterator[Notice]:
    """A notice for each quotation whose line ends before it closes, in text order.

    A quotation over several paragraphs repeats its opening mark and closes in the last: each part but the last may stay
    open where the next quotation goes on with it.
    """
    for quote, following in zip_longest(quotes, quotes[1:]):
        if quote is None or quote.closed or (following is not None and following.continues):
            continue
        if _closed_otherwise(quote, page.text):
            continue
        yield Notice(
            kind="unclosed_quote",
            start=quote.span.start,
            end=quote.span.end,
            message="A quotation opens here and never closes: where the quoted words end cannot be told for certain.",
        )


def _closed_otherwise(quote: Quotation, text: str) -> bool:
    """Whether the line ends with a mark, if a wrong one, or the opening mark only doubles the one before it."""
    start, end = quote.span.start, quote.span.end
    return len(quote.span) < 2 or text[end - 1] in _MARKS or (start > 0 and text[start - 1] in _MARKS)
