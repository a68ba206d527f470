from typing import get_args

import pytest

from counterclaim.show import labels
from counterclaim.values.attribution import Act
from counterclaim.values.figure import Bound, Figure
from counterclaim.values.finding import VerificationKind
from counterclaim.values.party import SourceKind
from counterclaim.values.text import ZONE_KINDS


def test_every_kind_has_its_label() -> None:
    assert set(labels.ACTS) == set(get_args(Act))
    assert set(labels.KINDS) == set(get_args(SourceKind))
    assert set(labels.ZONES) == set(ZONE_KINDS)
    assert set(labels.VERIFICATION) == set(get_args(VerificationKind))
    assert set(labels.BOUNDS) | {"exact", "range"} == set(get_args(Bound))


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ({"value": 12.0, "bound": "at_least"}, "at least 12"),
        ({"value": 1234567.0, "bound": "exact"}, "1,234,567"),
        ({"value": 0.5, "bound": "approx", "unit": "%"}, "about 0.5 %"),
        ({"value": 1 / 3, "bound": "at_least"}, "at least 0.333"),
        ({"value": 2.0, "bound": "exact", "unit": "day", "counted": "days"}, "2"),
        ({"low": 15.0, "high": 19.0, "bound": "range"}, "15–19"),
        ({"low": 24.0}, "“dozens”"),
        ({"value": 3.0, "bound": None}, "3"),
    ],
)
def test_amount(figure: dict[str, object], shown: str) -> None:
    assert labels.amount(Figure(id="f1", start=0, end=6, **figure), "dozens") == shown  # type: ignore[arg-type]
