"""The marked sentences: every "must" holds, and most of what should."""

from pathlib import Path

import pytest

from counterclaim.kit import Kit
from tests.attribute.reading import page_of, statements_of
from tests.gold.marked import Case, load, missed

CASES = load(Path(__file__).parents[1] / "gold" / "attribution_en.txt")
SHOULD_HOLD = 0.8


@pytest.mark.model
@pytest.mark.parametrize("case", [c for c in CASES if c.strength == "must"], ids=str)
def test_must(case: Case, kit: Kit) -> None:
    assert missed(case, statements_of(page_of(case.text, kit), kit)) == ""


@pytest.mark.model
def test_most_of_what_should(kit: Kit) -> None:
    cases = [c for c in CASES if c.strength == "should"]
    wrong = [f"{c.line}: {m}" for c in cases if (m := missed(c, statements_of(page_of(c.text, kit), kit)))]
    assert len(wrong) <= (1 - SHOULD_HOLD) * len(cases), "\n".join(wrong)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
