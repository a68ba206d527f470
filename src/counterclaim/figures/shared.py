"""What a figure takes over from others of its document: a headline from the account, an elliptic count from the last one."""

from collections.abc import Sequence

import msgspec

from counterclaim.values.figure import Figure
from counterclaim.values.page import Page
from counterclaim.values.span import Span

HEADING = frozenset({"headline", "subhead"})
"""Zones that sum up the account below them."""


def completed(page: Page, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, in the order given, with what their document says elsewhere."""
    return tuple(_headed(page, _counted_before(found)))


def _counted_before(found: Sequence[Figure]) -> list[Figure]:
    """A number that somebody gives for nothing named ("About 300 was the council's estimate") measures what the last did."""
    kept: list[Figure] = []
    measure: str | None = None
    for figure in found:
        if figure.measure is None and not figure.counted and figure.unit is None and figure.estimator is not None:
            figure = msgspec.structs.replace(figure, measure=measure)  # the completed copy takes its place
        measure = figure.measure or measure
        kept.append(figure)
    return kept


def _headed(page: Page, found: Sequence[Figure]) -> list[Figure]:
    """A headline's number is given by whoever gives it below; where one party alone is heard, by that party."""
    heads = [zone.span for zone in page.clean.zones if zone.kind in HEADING]
    given: dict[tuple[str | None, float | None, float | None], set[str]] = {}
    for figure in found:
        if figure.estimator is not None and not _in(heads, figure.span):
            given.setdefault((figure.measure, figure.value, figure.low), set()).add(figure.estimator)
    heard = {voice.source_id for voice in page.found.voices}
    kept = []
    for figure in found:
        if figure.estimator is None and figure.measure is not None and _in(heads, figure.span):
            below = given.get((figure.measure, figure.value, figure.low), set()) or heard
            only = next(iter(below)) if len(below) == 1 else None
            figure = msgspec.structs.replace(figure, estimator=only)  # the completed copy takes its place
        kept.append(figure)
    return kept


def _in(zones: Sequence[Span], span: Span) -> bool:
    return any(zone.contains(span) for zone in zones)
