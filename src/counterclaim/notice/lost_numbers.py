"""Figures that lost their number: "at least people were killed"."""

from collections.abc import Iterator
from itertools import pairwise

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.phrases import Match
from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.span import Span

MOST_BETWEEN = 2
"""Adjectives that may stand between the bound and what is counted: "at least innocent young people"."""
EVENT_REACH = 3
"""Words between what is counted and what befell it, either way: "at least people have since been killed"."""


def lost_numbers(page: Page, pack: LanguagePack) -> Iterator[Notice]:
    """A notice for each bound with nothing to bound, in text order.

    Fires only where a bound word stands before counted people or things with no number between, and what befell them
    ("killed") close by. Abstains where a figure was read there, or any word that does the work of a number.
    """
    for sentence in page.parse.sentences:
        found = list(pack.phrases("lost_numbers").find(page.text, sentence.start, sentence.end))
        for bound, counted in pairwise(found):
            if bound.entry.category != "bound" or counted.entry.category != "counted":
                continue
            span = Span(bound.span.start, counted.span.end)
            if _bare(page, bound.span.end, counted.span.start) and _befell(page, span, found) and not _figure(page, span):
                words = page.text[span.start : span.end]
                yield Notice(
                    kind="missing_number",
                    start=span.start,
                    end=span.end,
                    message=f"A number seems to be missing here: “{words}” bounds a number that does not stand in the text.",
                )


def _bare(page: Page, start: int, end: int) -> bool:
    """Whether only a few describing words stand in between, none of them a number."""
    between = page.parse.tokens_in(Span(start, end))
    if any(t.pos not in ("ADJ", "PROPN", "") or any(c.isdigit() for c in t.text) for t in between):
        return False
    return len(between) <= MOST_BETWEEN


def _befell(page: Page, span: Span, found: list[Match]) -> bool:
    for event in found:
        if event.entry.category != "event":
            continue
        gap = Span(min(event.span.end, span.end), max(event.span.start, span.start))
        if len(page.parse.indices(gap)) <= EVENT_REACH:
            return True
    return False


def _figure(page: Page, span: Span) -> bool:
    return any(figure.span.overlaps(span) for figure in page.found.figures)
