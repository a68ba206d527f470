"""The geometry of the charts: rows of marks over one axis, all in percent of the width so that a page of any width fits.

Nothing here draws: templates turn rows into small SVGs. Why not a charting library: see docs/decisions.md.
"""

from collections.abc import Iterable
from math import floor, log10

import msgspec

LEFT, RIGHT = 4.0, 94.0
"""Where an axis begins and ends, in percent of the width: marks and their arrows need room on either side."""

STEEP = 100
"""Values that differ by more than this factor stand on a logarithmic axis."""

LEAST = 1e-9
"""A difference that is none on an axis."""

NEAR = 9.0
"""Percent of the width below which two labels would run into each other on a phone."""

BESIDE = 4.0
"""Percent of the width below which two marks would cover each other on a phone."""

MOST_LEVELS, LEVEL = 5, 16.0
"""How many marks stand one above the other, and how far apart, in pixels."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing on a row.

    Attributes:
        kind: How it is drawn: a `Bound`, ``document``, ``said`` or ``denied``.
        at: Where, in percent.
        lift: How far below the middle of its row it is drawn (above it where negative), in pixels.
        to: Where it ends, for a range.
        label: The words above it; empty where there is no room.
        says: The whole of it in words, for those who do not see it.
        href: Where it leads.
    """

    kind: str
    at: float
    lift: float = 0
    to: float | None = None
    label: str = ""
    says: str
    href: str | None


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """One value of an axis, named where there is room; ``anchor`` is the side of the name that stands at it, in SVG's words."""

    at: float
    label: str
    anchor: str = "middle"


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its name, where the name leads, what is noted under it, its marks on so many levels, and lines between marks."""

    name: str
    href: str | None = None
    note: str = ""
    marks: tuple[Mark, ...]
    joined: tuple[tuple[float, float], ...] = ()
    levels: int = 1


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """Rows over one axis, and what the axis shows."""

    axis: str
    ticks: tuple[Tick, ...]
    tracks: tuple[Track, ...]


class Scale:
    """From a value to percent of the width; logarithmic where the values are far apart."""

    def __init__(self, values: Iterable[float], *, from_zero: bool = False) -> None:
        known = sorted(values)
        low, high = (known[0], known[-1]) if known else (0.0, 1.0)
        self._whole = all(value.is_integer() for value in map(float, known))  # nobody counts half a person
        positive = [value for value in known if value > 0]
        self.steep = from_zero and len(positive) == len(known) > 1 and high / low > STEEP
        if from_zero and not self.steep:
            low = min(low, 0.0)
        self._low, self._high = (log10(low), log10(high)) if self.steep else (low, high)

    def at(self, value: float) -> float:
        """Percent of the width; the middle where all values are one."""
        along = log10(value) if self.steep else value
        share = (along - self._low) / (self._high - self._low) if self._high > self._low else 0.5
        return round(LEFT + share * (RIGHT - LEFT), 2)

    def steps(self) -> tuple[float, ...]:
        """Round values along the axis, four to seven; powers of ten where it is logarithmic."""
        if self.steep:
            powers = range(-floor(-self._low), floor(self._high) + 1)
            return tuple(10.0**power for power in powers[:: len(powers) // 7 + 1])
        width = self._high - self._low
        if width < LEAST:
            return (self._low,)
        rough = 10.0 ** floor(log10(width / 4))
        step = next(rough * m for m in (1, 2, 5, 10) if width / (rough * m) <= 6)
        step = max(step, 1.0) if self._whole else step
        first = -floor(-self._low / step)
        return tuple(round((first + n) * step, 10) for n in range(floor(self._high / step) - first + 1))


def stacked(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], int]:
    """The marks from left to right on as many levels as keep them apart, five at most, and how many levels those are."""
    free: list[float] = []
    placed: list[tuple[Mark, int]] = []
    for mark in sorted(marks, key=lambda mark: mark.at):
        level = next((n for n, end in enumerate(free) if end <= mark.at), None)
        if level is None:
            level = len(free) if len(free) < MOST_LEVELS else free.index(min(free))
        free[level : level + 1] = [mark.at + BESIDE]
        placed.append((mark, level))
    middle = (len(free) - 1) / 2
    lifted = (msgspec.structs.replace(mark, lift=(level - middle) * LEVEL) for mark, level in placed)
    return tuple(lifted), max(1, len(free))


def with_labels(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks from left to right, labels dropped where they would run into the one before."""
    shown: list[Mark] = []
    free_from = float("-inf")
    for mark in sorted(marks, key=lambda mark: (mark.at, mark.to or mark.at)):
        middle = (mark.at + (mark.to or mark.at)) / 2
        if mark.label and middle < free_from:
            mark = msgspec.structs.replace(mark, label="")
        elif mark.label:
            free_from = middle + NEAR
        shown.append(mark)
    return tuple(shown)
