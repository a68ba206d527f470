"""The measure of articles told from pages."""

import pytest

from quality.article import Score, score, shingles


def test_shingles_are_counted() -> None:
    assert shingles("a b c d a b c d a") == {
        ("a", "b", "c", "d"): 2,
        ("b", "c", "d", "a"): 2,
        ("c", "d", "a", "b"): 1,
        ("d", "a", "b", "c"): 1,
    }
    assert shingles("two words") == {("two", "words"): 1}
    assert not shingles(" — ")


def test_pages_count_alike_and_empty_ones_cost_recall_alone() -> None:
    found = score([("a b c d e", "a b c d e"), ("a b c d", ""), ("a b c d", "a b c d e")])
    assert found.precision == pytest.approx((1 + 0.5) / 2)
    assert found.recall == pytest.approx((1 + 0 + 1) / 3)
    assert Score(precision=0, recall=0).f1 == 0
