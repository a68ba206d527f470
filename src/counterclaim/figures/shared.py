"""What a figure takes over from others of its document: a headline from the account, an elliptic count from the last one."""

import re
from collections.abc import Sequence

import msgspec

from counterclaim.figures.grammar import Grammar
from counterclaim.figures.voices import names_somebody
from counterclaim.values.figure import Figure
from counterclaim.values.page import Page
from counterclaim.values.span import Span

HEADING = frozenset({"headline", "subhead"})
"""Zones that sum up the account below them."""


DASHED = re.compile(r"\s*[–—]\s*\w")
"""Behind a share whose noun says what share it is ("50 dead, five – children")."""

MOST_SUMMANDS = 4
"""Numbers that together make a whole named elsewhere in the document."""

BEHIND = 25
"""Characters behind a share in which "among them" must begin ("two small children among them")."""


def completed(page: Page, found: Sequence[Figure], words: Grammar) -> tuple[Figure, ...]:
    """The figures, in the order given, with what their document says elsewhere."""
    return tuple(_summands(_shares(page, _headed(page, _counted_before(page, found)), words)))


def _counted_before(page: Page, found: Sequence[Figure]) -> list[Figure]:
    """A number given for nothing named measures what the last did, if its sentence says no more ("About 30 was their count").

    Not inside a statement, and not beside a verb: what is done to those counted may be anything.
    """
    kept: list[Figure] = []
    measure: str | None = None
    for figure in found:
        bare = figure.attribution is None and not (figure.measure or figure.counted or figure.unit)
        if bare and figure.estimator is not None and not _acts(page, figure):
            figure = msgspec.structs.replace(figure, measure=measure)  # the completed copy takes its place
        measure = figure.measure or measure
        kept.append(figure)
    return kept


def _acts(page: Page, figure: Figure) -> bool:
    sentence = page.parse.sentence_at(figure.start)
    return sentence is None or any(token.pos == "VERB" for token in page.parse.tokens_in(sentence))


def _headed(page: Page, found: Sequence[Figure]) -> list[Figure]:
    """A headline's number without a named giver is given by whoever gives it below, else by the one party that is heard."""
    heads = [zone.span for zone in page.clean.zones if zone.kind in HEADING]
    named = {source.id for source in page.found.sources if names_somebody(source)}
    given: dict[tuple[str | None, float | None, float | None], set[str]] = {}
    for figure in found:
        if figure.estimator in named and figure.estimator is not None and not _in(heads, figure.span):
            given.setdefault((figure.measure, figure.value, figure.low), set()).add(figure.estimator)
    heard = {voice.source_id for voice in page.found.voices}
    kept = []
    for figure in found:
        if figure.estimator not in named and figure.measure is not None and _in(heads, figure.span):
            below = given.get((figure.measure, figure.value, figure.low), set()) or heard
            only = next(iter(below)) if len(below) == 1 else figure.estimator
            figure = msgspec.structs.replace(figure, estimator=only)  # the completed copy takes its place
        kept.append(figure)
    return kept


def _shares(page: Page, found: Sequence[Figure], words: Grammar) -> list[Figure]:
    """A smaller number of the same sentence, tied to the one before by "including" or "among them", is a share of it.

    So is one that opens the next sentence with such words ("Among them were five children").
    """
    kept: list[Figure] = []
    whole: tuple[Figure, Span] | None = None
    for number, figure in enumerate(found):
        sentence = page.parse.sentence_at(figure.start) or figure.span
        if whole is not None and _is_share(page.text, whole, figure, sentence, words):
            figure = msgspec.structs.replace(figure, part_of=whole[0].id)  # the tied copy takes its place
        elif figure.measure is not None and figure.value is not None:
            whole = figure, sentence
        elif number and whole is not None and sentence != whole[1]:
            whole = None
        kept.append(figure)
    return kept


def _is_share(text: str, whole: tuple[Figure, Span], figure: Figure, sentence: Span, words: Grammar) -> bool:
    larger, stands = whole
    if figure.measure not in (None, larger.measure) or figure.unit is not None or not figure.counted:
        return False
    if figure.value is None or larger.value is None or figure.value >= larger.value:
        return False
    if sentence != stands:
        opened = words.part.search(text, sentence.start, figure.start)
        return (
            opened is not None
            and not text[stands.end : sentence.start].strip()
            and "," not in text[sentence.start : figure.start]
        )
    if words.part.search(text, larger.end, figure.start):
        return True
    if figure.start > larger.end and DASHED.match(text, figure.end):
        return True
    behind = words.part.search(text, figure.end, min(sentence.end, figure.end + BEHIND))
    return behind is not None and not set(text[figure.end : behind.start()]) & set(",;:.")


def _summands(found: Sequence[Figure]) -> list[Figure]:
    """Numbers that follow one another, count the same and add up to a third are its shares ("12 in hospital, 38 at once")."""
    kept = list(found)
    wholes = {(f.measure, f.value or 0.0): f.id for f in reversed(kept) if f.part_of is None}
    for first in range(len(kept)):
        for last in range(first + 1, min(len(kept), first + MOST_SUMMANDS)):
            run = kept[first : last + 1]
            if any(f.measure is None or f.measure != run[0].measure or not f.value or f.part_of for f in run):
                break
            whole = wholes.get((run[0].measure, sum(f.value or 0.0 for f in run)))
            if whole is not None:
                kept[first : last + 1] = [msgspec.structs.replace(f, part_of=whole) for f in run]
    return kept


def _in(zones: Sequence[Span], span: Span) -> bool:
    return any(zone.contains(span) for zone in zones)
