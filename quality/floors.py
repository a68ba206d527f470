"""Floors: the least share of cases that each stage must pass. They rise by themselves and never fall quietly."""

import math
from collections.abc import Iterable, Mapping

import msgspec

from quality.case import Result


class Share(msgspec.Struct, frozen=True):
    """How many of a stage's cases of one strength passed."""

    passed: int
    cases: int

    @property
    def value(self) -> float:
        """The share, cut to three decimals, so that a floor made from it is never above it."""
        return math.floor(1000 * self.passed / self.cases) / 1000


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a change did to the cases: names of those gained, lost, new and gone."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def shares(results: Iterable[Result]) -> dict[str, Share]:
    """The shares by ``stage strength`` ("speaker must")."""
    found: dict[str, Share] = {}
    for result in results:
        key = f"{result.stage} {result.strength}"
        before = found.get(key, Share(0, 0))
        found[key] = Share(before.passed + result.passed, before.cases + 1)
    return dict(sorted(found.items()))


def broken(measured: Mapping[str, Share], floors: Mapping[str, float]) -> list[str]:
    """One line for each floor that does not hold; a floor whose cases are gone does not hold either."""
    lines = []
    for key, floor in floors.items():
        if key not in measured:
            lines.append(f"{key}: its cases are gone")
        elif measured[key].value < floor:
            share = measured[key]
            lines.append(f"{key}: {share.passed} of {share.cases} is {share.value:.3f}, below the floor of {floor:.3f}")
    return lines


def raised(measured: Mapping[str, Share], floors: Mapping[str, float], *, lower: bool = False) -> dict[str, float]:
    """The floors at what was measured; none falls unless ``lower`` says so."""
    if lower:
        return {key: share.value for key, share in measured.items()}
    return {**floors, **{key: max(share.value, floors.get(key, 0.0)) for key, share in measured.items()}}


def change(results: Iterable[Result], before: Mapping[str, bool]) -> Change:
    """What differs from the run ``before`` (name to passed)."""
    now = {result.name: result.passed for result in results}
    return Change(
        gained=tuple(name for name, passed in now.items() if passed and before.get(name) is False),
        lost=tuple(name for name, passed in now.items() if not passed and before.get(name) is True),
        new=tuple(name for name in now if name not in before),
        gone=tuple(name for name in before if name not in now),
    )
