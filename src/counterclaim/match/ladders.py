"""How each figure moved: one ladder per measure, and the disputes between those who estimate it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.occasions import GROWING, occasions
from counterclaim.match.parties import PartyOf
from counterclaim.values.comparison import Dispute, Evidence, Ladder, Party, Point, Position
from counterclaim.values.figure import Figure

ABOUT = 0.15
"""How far from an approximate number the true one may lie: "about 30" does not contradict 27 or 34."""

ENDLESS = float("inf")


NOT_NAMED = "not said of what"
"""Title of the numbers that somebody gives and of which the words nearby do not say what they count."""

Kept = tuple[str, str | None]
"""A measure, and the day of the event if it is not the dossier's."""


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """One point with what compares it: the interval it allows and its place in time."""

    point: Point
    figure: Figure
    low: float
    high: float

    @property
    def when(self) -> str:
        """As of when it holds, else when it was published; empty if neither is known."""
        return (self.point.as_of or self.point.published or "")[:10]


def ladders(
    accounts: Sequence[Account], party_of: PartyOf, away: Mapping[str, str]
) -> tuple[tuple[Ladder, ...], Mapping[Kept, tuple[Estimate, ...]]]:
    """One ladder per measure and event, and the estimates behind each; a single figure that nobody gives is left out.

    A figure whose measure no list knows stands under the words for what it counts; a share of another ("two children among
    them") stands apart from the tolls. One without estimator is traced to the earliest document in which the same number of the
    same measure stands. ``away`` gives the place of documents about another place.
    """
    occasion = occasions(accounts, away)
    found: dict[Kept, list[Estimate]] = defaultdict(list)
    for one in accounts:
        measures = {figure.id: figure.measure for figure in one.sheet.figures}
        for figure in one.sheet.figures:
            measure = figure.measure or figure.counted.casefold() or figure.unit or (NOT_NAMED if figure.estimator else None)
            if figure.part_of is not None:
                whole, counted = measures[figure.part_of], figure.counted.casefold()
                measure = f"{whole}: {'a share' if counted == whole else counted}"
            if measure:
                found[measure, occasion.get((one.id, figure.id))].append(_estimate(one, figure, party_of))
    kept = {m: _traced(e) for m, e in found.items() if len(e) > 1 or e[0].point.by is not None}
    built = [
        Ladder(measure=measure, points=tuple(e.point for e in estimates), revised=_revised(estimates), event=event)
        for (measure, event), estimates in kept.items()
    ]
    built.sort(key=lambda ladder: (ladder.event or "", -len(ladder.points), ladder.measure))
    return tuple(built), kept


def figure_disputes(estimates: Mapping[Kept, Sequence[Estimate]], parties: Sequence[Party]) -> list[Dispute]:
    """A dispute for each measure of which two estimators give numbers that cannot both hold; ids are left to the caller.

    Positions are the numbers that can stand together; a party that revised its number holds each of them at its time.
    """
    names = {p.id: p.name for p in parties}
    disputes = []
    for (measure, event), given in estimates.items():
        named = [e for e in given if e.point.by is not None and e.figure.measure is not None and e.figure.part_of is None]
        apart = list({(e.point.by, e.low, e.high, e.when): e for e in reversed(named)}.values())[::-1]
        clash = next(((a, b) for i, a in enumerate(apart) for b in apart[i + 1 :] if _clash(a, b, measure)), None)
        if clash is None:
            continue
        positions = [_position(group) for group in _compatible(named)]
        one, two = (f"{names[str(e.point.by)]} gives {_shown(e)}" for e in clash)
        disputes.append(
            Dispute(
                id="",
                question=f"How many {measure.replace('_', ' ')}{f' on {event}' if event else ''}?",
                kind="figure",
                reason=f"{one}, {two}: both cannot hold.",
                positions=tuple(positions),
            )
        )
    return disputes


def _estimate(one: Account, figure: Figure, party_of: PartyOf) -> Estimate:
    point = Point(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        by=party_of.get((one.id, figure.estimator)) if figure.estimator else None,
        as_of=figure.as_of,
        published=one.sheet.document.published,
        document=one.id,
        start=figure.start,
        end=figure.end,
    )
    low, high = _interval(figure)
    return Estimate(point=point, figure=figure, low=low, high=high)


def _interval(figure: Figure) -> tuple[float, float]:
    """What the words allow, both ends inclusive."""
    value = figure.value
    if value is None:
        low = figure.low if figure.low is not None else 0.0
        return low, figure.high if figure.high is not None and figure.bound == "range" else ENDLESS
    if figure.bound in ("at_least", "more_than"):
        return value, ENDLESS
    if figure.bound in ("at_most", "less_than"):
        return 0.0, value
    if figure.bound == "approx":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value


def _clash(one: Estimate, two: Estimate, measure: str) -> bool:
    if one.point.by == two.point.by or (one.low <= two.high and two.low <= one.high):
        return False
    low, high = sorted((one, two), key=lambda e: e.low)
    if measure in GROWING and (not low.when or not high.when or low.when < high.when):
        return False  # the toll may have grown between them
    return not (measure in GROWING and low.when == high.when and high.low < 2 * low.high)


def _traced(estimates: list[Estimate]) -> tuple[Estimate, ...]:
    def order(estimate: Estimate) -> tuple[float, float, str, str]:
        return (estimate.low, estimate.high, estimate.point.published or "9999", estimate.point.document)

    ordered = sorted(estimates, key=order)
    first: dict[tuple[float, float], Estimate] = {}
    for estimate in sorted(ordered, key=lambda e: e.point.published or "9999"):
        first.setdefault((estimate.low, estimate.high), estimate)
    traced = []
    for estimate in ordered:
        origin = first[estimate.low, estimate.high].point
        if estimate.point.by is None and origin.document != estimate.point.document:
            point = msgspec.structs.replace(estimate.point, first_stood_in=origin.document)
            estimate = msgspec.structs.replace(estimate, point=point)  # the traced copy takes its place
        traced.append(estimate)
    return tuple(traced)


def _revised(estimates: Sequence[Estimate]) -> tuple[str, ...]:
    given: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for estimate in estimates:
        if estimate.point.by is not None:
            given[estimate.point.by].add((estimate.low, estimate.high))
    return tuple(sorted(party for party, numbers in given.items() if len(numbers) > 1))


def _compatible(estimates: Sequence[Estimate]) -> list[list[Estimate]]:
    """Estimates grouped by number: each joins the group whose first number lies nearest within what its words allow."""
    groups: list[list[Estimate]] = []
    for estimate in sorted(estimates, key=lambda e: (e.high - e.low, e.low)):
        middle = _middle(estimate)
        near = [g for g in groups if abs(_middle(g[0]) - middle) <= ABOUT * max(_middle(g[0]), middle) / 3]
        if near:
            min(near, key=lambda g: abs(_middle(g[0]) - middle)).append(estimate)
        else:
            groups.append([estimate])
    return sorted(groups, key=lambda g: g[0].low)


def _middle(estimate: Estimate) -> float:
    if estimate.figure.value is not None:
        return estimate.figure.value
    return (estimate.low + estimate.high) / 2 if estimate.high < ENDLESS else estimate.low


def _position(group: Sequence[Estimate]) -> Position:
    return Position(
        label=_shown(group[0]),
        held_by=tuple(dict.fromkeys(str(e.point.by) for e in group)),
        evidence=tuple(
            Evidence(
                document=e.point.document,
                attribution=e.figure.attribution,
                start=e.point.start,
                end=e.point.end,
                stance="asserts",
                by=e.point.by,
            )
            for e in group
        ),
    )


def _shown(estimate: Estimate) -> str:
    """The number as people write it: "at least 39", "100 to 300"."""
    figure = estimate.figure
    if figure.value is None:
        ends = [f"{x:g}" for x in (figure.low, figure.high) if x is not None]
        return " to ".join(ends) if figure.bound == "range" else f"some {' to '.join(ends)}"
    words = {
        "at_least": "at least ",
        "more_than": "more than ",
        "at_most": "at most ",
        "less_than": "less than ",
        "approx": "about ",
    }
    return f"{words.get(figure.bound or '', '')}{figure.value:g}"
