"""Whose voice, and through whom: gold cases in tests/gold/voices_en.toml."""

from pathlib import Path

import pytest

from counterclaim.kit import Kit
from counterclaim.resolve.stage import resolve
from tests.built import built
from tests.resolve.voiced import Voiced, load, wrong

CASES = load(Path(__file__).parents[1] / "gold" / "voices_en.toml")
SHOULD_PASS = 0.8
"""Share of the "should" cases that have to pass."""


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 80


@pytest.mark.model
@pytest.mark.parametrize("case", [c for c in CASES if c.strength == "must"], ids=str)
def test_a_case_that_must_hold(case: Voiced, kit: Kit) -> None:
    assert not wrong(case, kit)


@pytest.mark.model
def test_most_cases_that_should_hold(kit: Kit) -> None:
    should = [c for c in CASES if c.strength == "should"]
    failed = [f"{c}: {faults}" for c in should if (faults := wrong(c, kit))]
    assert len(failed) <= (1 - SHOULD_PASS) * len(should), "\n".join(failed)


@pytest.mark.model
def test_who_gives_a_figure_outside_any_statement_is_a_source(kit: Kit) -> None:
    page = built(
        "[source|The mayor] [cue|said] [content|it was dark]. By the count of the Port Sel council, 61 people died. "
        "At the end of the Sel pier, 12 people swam.",
        kit,
    )
    assert [s.name for s in resolve(page, kit).sources] == ["mayor", "Port Sel council"]


@pytest.mark.model
def test_a_name_behind_an_office_and_its_place_is_the_speakers(kit: Kit) -> None:
    page = built(
        "[source|Посол Сербии в Турции Алексей Орданский] [cue|сообщил], [content|что пароход цел].", kit, language="ru"
    )
    (source,) = resolve(page, kit).sources
    assert (source.name, source.kind, source.role) == ("Алексей Орданский", "person", "Посол Сербии в Турции")
