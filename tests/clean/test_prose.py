"""The line classifier's machinery: trees, second look, the bar of a page."""

import numpy as np
import pytest

from counterclaim.clean.forest import Forest, Trees
from counterclaim.clean.lines import split_lines
from counterclaim.clean.prose import Prose, Weights, open_prose, raised, smooth
from counterclaim.clean.shape import densest
from counterclaim.errors import ModelError
from tests.clean.packs import PACK

STUMP = Forest(
    bias=0.0,
    roots=[0],
    feature=[1, -1, -1],
    threshold=[2.0, 0.0, 0.0],
    left=[1, 1, 2],
    right=[2, 1, 2],
    value=[0.0, -1.0, 3.0],
    depth=1,
)


def test_a_node_sends_what_is_greater_to_the_right() -> None:
    chances = Trees(STUMP).chances(np.array([[9.0, 2.0], [0.0, 2.1]]))
    assert chances == pytest.approx([1 / (1 + np.e), 1 / (1 + np.e**-3)])


def test_the_model_fits_the_features() -> None:
    lines = split_lines("Menu\nThe harbour of Port Elin reopened on Tuesday, the harbour master said.")
    chances = open_prose(PACK).chances(lines, ((), ()))
    assert chances.shape == (2,)
    assert chances[1] > chances[0]


def test_a_model_for_other_features_is_refused() -> None:
    lines = split_lines("Menu")
    with pytest.raises(ModelError, match="train it again"):
        Prose(Weights(columns=3, first=STUMP, second=STUMP)).chances(lines, ((),))


def test_no_lines_no_chances() -> None:
    assert len(open_prose(PACK).chances((), ())) == 0


def test_smoothing_weighs_by_characters() -> None:
    assert smooth(np.array([1.0, 0.0]), np.array([30.0, 10.0]), 1) == pytest.approx([0.75, 0.75])


def test_a_page_of_doubt_has_a_lower_bar() -> None:
    size = np.array([100.0, 100.0])
    assert (raised(np.array([0.3, 0.02]), size) >= 0.5).tolist() == [True, False]
    assert raised(np.array([1.0, 1.0, 1.0, 0.5]), np.full(4, 100.0)).tolist() == [1.0, 1.0, 1.0, 0.5]


def test_the_densest_run() -> None:
    inside, _, _ = densest(np.array([-1.0, 2.0, -0.5, 3.0, -4.0, 1.0]))
    assert inside.tolist() == [0, 1, 1, 1, 0, 0]
