"""Where the qualify stage reads: sentences of chosen zones, and the clauses a word reaches in them."""

import re
from collections.abc import Iterator

from counterclaim.language.pack import LanguagePack
from counterclaim.values.page import Page
from counterclaim.values.span import Span

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+|\n+")
_MARKS = re.compile(r"[\"“”„«»‟‘]|''|``|(?<!\w)'|'(?!\w)|’(?!\w)")


def sentences(page: Page, kinds: frozenset[str]) -> Iterator[Span]:
    """The sentences of all zones of ``kinds``, in text order.

    Returns:
        The parse's sentences where it covers the zone; elsewhere stretches between full stops and line breaks, which
        is all that a standing disclaimer needs.
    """
    for zone in page.clean.zones:
        if zone.kind not in kinds:
            continue
        parsed = [s for s in page.parse.sentences if s.overlaps(zone.span)]
        yield from parsed or _split(page.text, zone.span)


def _split(text: str, zone: Span) -> Iterator[Span]:
    at = zone.start
    for gap in _SENTENCE_END.finditer(text, zone.start, zone.end):
        span = Span(at, gap.start()).trimmed(text)
        at = gap.end()
        if len(span):
            yield span
    rest = Span(at, zone.end).trimmed(text)
    if len(rest):
        yield rest


def unquoted(text: str) -> str:
    """``text`` with quotation marks as blanks, of the same length: ``proof "must be shown"`` reads as one phrase."""
    return _MARKS.sub(lambda mark: " " * len(mark.group()), text)


def clause(text: str, sentence: Span, at: Span, pack: LanguagePack) -> Span:
    """The part of ``sentence`` around ``at`` that no entry of ``clause_breaks`` interrupts."""
    start, end = sentence.start, sentence.end
    for found in pack.phrases("clause_breaks").find(text, sentence.start, sentence.end):
        if found.span.end <= at.start:
            start = found.span.start
        elif found.span.start >= at.end:
            end = found.span.start
            break
    while start < at.start and not text[start].isalnum():
        start += 1
    return Span(start, max(end, at.end)).trimmed(text)


def words_between(text: str, left: int, right: int) -> int:
    """How many words stand in ``text[left:right]``."""
    return len(re.findall(r"\w[\w'’-]*", text[left:right]))
