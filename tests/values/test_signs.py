"""Runs of signs are left out of what is read."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.signs import LONGEST_RUN, sign_runs, without_sign_runs
from counterclaim.values.span import Span

LONG = "&" * (LONGEST_RUN + 1)


def test_a_run_parts_a_line() -> None:
    text = f" Smoke rose {LONG}“ as boats left \n"
    whole = Span(0, len(text))
    assert [s.words(text) for s in without_sign_runs(text, whole)] == ["Smoke rose", "as boats left"]
    assert [s.words(text) for s in sign_runs(text, whole)] == [LONG + "“"]


def test_a_drawn_rule_is_read() -> None:
    text = "-" * LONGEST_RUN
    assert list(without_sign_runs(text, Span(0, len(text)))) == [Span(0, len(text))]


@given(st.lists(st.sampled_from(["a", " ", "&", '"' * LONGEST_RUN, "é"]), max_size=12).map("".join))
def test_what_is_left_and_the_runs_hold_every_letter(text: str) -> None:
    parts = sorted([*without_sign_runs(text, Span(0, len(text))), *sign_runs(text, Span(0, len(text)))])
    assert "".join("".join(part.words(text).split()) for part in parts) == "".join(text.split())
