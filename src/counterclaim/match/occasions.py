"""Which event a figure counts: two events never stand on one ladder.

Most documents of a dossier date their figures to one event. A figure dated before it counts another ("resembled the rocket that
killed 17 on March 14"). One dated long after it may be a late count of the same event; where it falls far below what was
counted before, it is not: the dead do not become fewer. Figures of a document about another place count what happened there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from counterclaim.match.account import Account
from counterclaim.match.days import day_of
from counterclaim.values.figure import Figure

GROWING = frozenset({"deaths", "wounded", "missing", "casualties"})
"""Measures that only grow as an event becomes known: a later, higher number is news, not disagreement."""

BEFORE = timedelta(days=1)
"""Time zones, and nights."""

AFTER = timedelta(days=14)
"""News of one event counts from day to day for about so long."""

FRESH = 3
"""Days, the first included, on which news of an event comes out."""

FALLEN = 0.5
"""A late number below this share of what was counted before is of another event; revisions of one event stay above it."""

Occasion = Mapping[tuple[str, str], str]
"""Day of the event, and its place where that is another, by document id and figure id, for the figures of other events than
the dossier's."""


def occasions(accounts: Sequence[Account], away: Mapping[str, str]) -> Occasion:
    """The figures of other events, with the day of theirs; ``away`` gives the place of documents about another place.

    Without a day that most figures share, only the places tell events apart.
    """
    there = [one for one in accounts if one.id in away]
    found = {(one.id, f.id): _there(one, f, away[one.id]) for one in there for f in one.sheet.figures}
    accounts = [one for one in accounts if one.id not in away]
    main = _main_day(accounts)
    if main is None:
        return found
    most = _most(accounts, main)
    for one in accounts:
        other = _other_day(one, main, most)
        for figure in one.sheet.figures:
            day = day_of(figure.as_of)
            if day is not None and day < main - BEFORE:
                found[one.id, figure.id] = day.isoformat()
            elif other is not None:
                found[one.id, figure.id] = other.isoformat()
    return found


def _there(one: Account, figure: Figure, place: str) -> str:
    day = figure.as_of or one.sheet.document.published
    return f"{day[:10]}, {place}" if day else place


def _main_day(accounts: Sequence[Account]) -> date | None:
    """The day to which most documents date a count of people or after which most came out, the earliest of several."""
    days = Counter(
        day
        for one in accounts
        for day in {day_of(f.as_of) for f in one.sheet.figures if f.measure in GROWING and f.part_of is None}
        if day is not None
    )
    published = Counter(day for one in accounts if (day := day_of(one.sheet.document.published)) is not None)
    support = {day: n + sum(published[day + timedelta(days=late)] for late in range(FRESH)) for day, n in days.items()}
    return min(support, key=lambda d: (-support[d], d), default=None)


def _most(accounts: Sequence[Account], main: date) -> dict[str | None, float]:
    """For each growing measure the highest number dated to the event."""
    most: dict[str | None, float] = {}
    for one in accounts:
        for figure in one.sheet.figures:
            day, low = day_of(figure.as_of), figure.value if figure.value is not None else figure.low
            measure = figure.measure
            if measure in GROWING and day is not None and low is not None and main - BEFORE <= day <= main + AFTER:
                most[measure] = max(low, most.get(measure, 0.0))
    return most


def _other_day(one: Account, main: date, most: Mapping[str | None, float]) -> date | None:
    """The day of the event that the whole document is about, if it is another one; None if it may be the dossier's."""
    published = day_of(one.sheet.document.published)
    days = Counter(day for f in one.sheet.figures if (day := day_of(f.as_of)) is not None)
    if published is not None and published < main - BEFORE:
        return min(days, key=lambda d: (-days[d], d), default=published)
    if not days or any(main - BEFORE <= day <= main + AFTER for day in days) or max(days) < main:
        return None
    fallen = [f for f in one.sheet.figures if f.part_of is None and _fallen(f, most)]
    return max(days, key=lambda d: (days[d], d)) if fallen else None


def _fallen(figure: Figure, most: Mapping[str | None, float]) -> bool:
    high = figure.value if figure.value is not None else figure.high
    return high is not None and high < FALLEN * most.get(figure.measure, 0.0)
