from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.show.tracks import BESIDE, LEFT, MOST_LEVELS, NEAR, RIGHT, Mark, Scale, stacked, with_labels

VALUES = st.lists(st.floats(min_value=0, max_value=1e12), min_size=1, max_size=30)


@given(VALUES, st.booleans())
def test_every_value_and_step_lies_on_the_axis_in_order(values: list[float], from_zero: bool) -> None:
    scale = Scale(values, from_zero=from_zero)
    places = [scale.at(value) for value in sorted(values)]
    assert all(LEFT <= at <= RIGHT for at in places)
    assert places == sorted(places)
    assert all(LEFT - 0.1 <= scale.at(step) <= RIGHT + 0.1 for step in scale.steps())
    assert len(scale.steps()) <= 8


def test_far_apart_values_stand_on_a_logarithmic_axis() -> None:
    scale = Scale([3, 30_000], from_zero=True)
    assert scale.steep
    assert scale.steps() == (10, 100, 1000, 10_000)
    assert not Scale([0, 30_000], from_zero=True).steep


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([12], (0, 2, 4, 6, 8, 10, 12)),
        ([9, 19], (0, 5, 10, 15)),
        ([0], (0,)),
        ([], (0, 1)),
        ([3], (0, 1, 2, 3)),
        ([2.5], (0, 0.5, 1, 1.5, 2, 2.5)),
    ],
)
def test_steps_are_round(values: list[float], steps: tuple[float, ...]) -> None:
    assert Scale(values, from_zero=True).steps() == steps


@given(st.lists(st.floats(min_value=LEFT, max_value=RIGHT), max_size=20))
def test_labels_keep_their_distance_and_no_mark_is_lost(places: list[float]) -> None:
    marks = with_labels(Mark(kind="exact", at=at, label="12", says="12", href=None) for at in places)
    assert sorted(mark.at for mark in marks) == sorted(places)
    labelled = [mark.at for mark in marks if mark.label]
    assert all(two - one >= NEAR - 1e-9 for one, two in pairwise(labelled))
    assert bool(labelled) == bool(places)


@given(st.lists(st.floats(0, 100), max_size=40))
def test_marks_of_nearly_one_moment_stand_one_above_the_other(places: list[float]) -> None:
    placed, levels = stacked(Mark(kind="said", at=at, says="", href=None) for at in places)
    assert [mark.at for mark in placed] == sorted(places)
    assert 1 <= levels <= MOST_LEVELS
    assert len({mark.lift for mark in placed}) <= levels
    if levels < MOST_LEVELS:
        for one, two in combinations(placed, 2):
            assert one.lift != two.lift or two.at - one.at >= BESIDE
