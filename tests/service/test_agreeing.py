"""Who holds what, who contradicts whom, and what is applied."""

from collections.abc import Sequence
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.service.agreeing import live, standing, undone
from counterclaim.values.judgement import Correction, Judgement, Target, Verdict

TARGET = Target(kind="attribution", id="a1", said="Veld · denies")


def judged(*rows: tuple[str, Verdict] | tuple[str, Verdict, Correction]) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(
            id=number, dossier="d", target=TARGET, verdict=row[1], correction=row[2] if len(row) > 2 else None, by=row[0], at=""
        )
        for number, row in enumerate(rows, 1)
    )


def undo(number: int, undoes: int) -> Judgement:
    return Judgement(id=number, dossier="d", target=TARGET, verdict="undo", by="ana", at="", undoes=undoes)


PELL, VELD = Correction(speaker="Ana Pell"), Correction(speaker="Oskar Veld")


def test_one_reviewer_is_enough_unless_a_second_look_is_required() -> None:
    rows = judged(("ana", "reject"))
    one, two = standing(rows, second_look=False), standing(rows, second_look=True)
    assert one.agreed == rows[0] and not one.waiting
    assert two.agreed is None and two.waiting


def test_two_who_agree_are_the_second_look() -> None:
    rows = judged(("ana", "correct", PELL), ("bo", "correct", PELL))
    found = standing(rows, second_look=True)
    assert found.agreed == rows[1] and found.correction == PELL and not found.waiting


def test_the_same_reviewer_twice_is_no_second_look() -> None:
    found = standing(judged(("ana", "accept"), ("ana", "accept")), second_look=True)
    assert found.agreed is None and found.waiting


def test_reviewers_who_differ_are_both_shown_and_neither_is_applied() -> None:
    for rows in (judged(("ana", "correct", PELL), ("bo", "correct", VELD)), judged(("ana", "accept"), ("bo", "reject"))):
        found = standing(rows, second_look=False)
        assert found.disagree and found.agreed is None and found.correction is None
        assert found.judgements == rows


def test_corrections_of_different_parts_add_up() -> None:
    rows = judged(
        ("ana", "correct", PELL),
        ("bo", "correct", Correction(act="accuses")),
        ("ana", "correct", Correction(start=1, end=3)),
        ("cy", "correct", PELL),
    )
    assert standing(rows, second_look=False).correction == Correction(speaker="Ana Pell", act="accuses", start=1, end=3)
    half = standing(rows, second_look=True)
    assert half.correction == PELL and half.waiting


def test_what_a_reviewer_judged_last_counts() -> None:
    rows = judged(("ana", "reject"), ("ana", "accept"), ("bo", "accept"))
    assert standing(rows, second_look=False).agreed == rows[2]
    assert standing(judged(("ana", "correct", PELL), ("ana", "correct", VELD)), second_look=False).correction == VELD


def test_unsure_takes_back_and_decides_nothing() -> None:
    found = standing(judged(("ana", "reject"), ("ana", "unsure")), second_look=False)
    assert found.agreed is None and not found.disagree and not found.waiting


def test_checked_decides_nothing() -> None:
    rows = judged(("ana", "accept"), ("bo", "checked"))
    assert standing(rows, second_look=False).agreed == rows[0]


def test_an_accept_of_an_earlier_reading_is_shown_and_not_applied() -> None:
    found = standing(judged(("ana", "accept"), ("bo", "correct", PELL)), second_look=False, said="Pell · denies")
    assert found.earlier == (1,) and found.correction == PELL and not found.disagree


def test_a_speaker_of_a_kind_that_one_of_two_left_out() -> None:
    body = Correction(speaker="Lodva army", speaker_kind="organisation")
    rows = judged(("ana", "correct", body), ("bo", "correct", Correction(speaker="Lodva army")))
    assert standing(rows, second_look=True).correction == body


def test_an_undo_can_be_undone() -> None:
    rows = judged(("ana", "reject"))
    assert live([*rows, undo(2, 1)]) == ()
    assert live([*rows, undo(2, 1), undo(3, 2)]) == rows
    assert undone([*rows, undo(2, 1), undo(3, 2), undo(4, 3)]) == {1, 3}


VERDICTS: Sequence[Verdict] = ("accept", "reject", "correct", "unsure", "checked")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["ana", "bo", "cy"]), st.sampled_from(VERDICTS), st.sampled_from([PELL, VELD, Correction(act="asks")])
    ),
    min_size=1,
    max_size=8,
)


@given(ROWS, st.booleans())
def test_nothing_is_dropped_and_nothing_contradicted_is_applied(
    rows: list[tuple[str, Verdict, Correction]], second_look: bool
) -> None:
    given_ = judged(*((by, verdict, put) if verdict == "correct" else (by, verdict) for by, verdict, put in rows))
    found = standing(given_, second_look=second_look)
    assert found.judgements == given_
    assert not (found.disagree and (found.agreed or found.correction or found.waiting))
    assert found.correction is None or (found.agreed is not None and found.agreed.verdict == "correct")
    if second_look and found.agreed is not None:
        assert len({one.by for one in given_}) > 1
    assert set(VERDICTS) <= set(get_args(Verdict))
