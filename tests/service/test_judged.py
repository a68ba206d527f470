"""The sheet as people left it."""

import msgspec
import pytest

from counterclaim.service.agreeing import standing
from counterclaim.service.judged import judged
from counterclaim.service.targets import targets
from counterclaim.values.figure import Figure
from counterclaim.values.judgement import Correction, Judgement, Standing
from counterclaim.values.person_mark import PersonMark
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, cover
from tests.made import TEXT, made_sheet, place


def after(sheet: Sheet, **acts: Correction | None) -> Sheet:
    """The sheet after one reviewer corrected these findings, or rejected them where None is given."""
    found: dict[str, Standing] = {}
    for number, (identity, put) in enumerate(acts.items(), 1):
        one = Judgement(
            id=number,
            dossier="d",
            target=targets(sheet)[identity],
            verdict="reject" if put is None else "correct",
            correction=put,
            by="ana",
            at="",
        )
        found[identity] = standing([one], second_look=False)
    return judged(sheet, found)


def test_without_judgements_it_is_the_machines_sheet() -> None:
    assert after(made_sheet()) is not None and after(made_sheet()) == made_sheet()


def test_a_rejected_attribution_goes_and_what_it_held_moves_to_the_one_around_it() -> None:
    left = after(made_sheet(), a3=None)
    assert [one.id for one in left.attributions] == ["a1", "a2", "a4"]
    assert left.attributions[-1].parent is None
    assert left.verification[0].about == ()


def test_a_figure_follows_its_statement_and_its_speaker() -> None:
    gone = after(made_sheet(), a1=None)
    assert (gone.figures[0].attribution, gone.figures[0].estimator) == (None, None)
    other = after(made_sheet(), a1=Correction(speaker="Oskar Veld"))
    assert (other.figures[0].attribution, other.figures[0].estimator) == ("a1", "s2")
    kept = made_sheet()
    kept = msgspec.structs.replace(kept, figures=(msgspec.structs.replace(kept.figures[0], estimator="s3"),))
    assert after(kept, a1=Correction(speaker="Oskar Veld")).figures[0].estimator == "s3"


def test_a_speaker_is_the_one_of_that_name_or_a_new_one_or_nobody() -> None:
    known = after(made_sheet(), a2=Correction(speaker="Oskar Veld"))
    assert known.attributions[1].source_id == "s2" and known.sources == made_sheet().sources
    new = after(made_sheet(), a2=Correction(speaker="Lodva army", speaker_kind="organisation"))
    assert new.attributions[1].source_id == "s4" and (new.sources[-1].name, new.sources[-1].kind) == (
        "Lodva army",
        "organisation",
    )
    assert after(made_sheet(), a1=Correction(speaker="")).attributions[0].source_id is None


def test_a_span_and_an_act_take_the_place_of_what_was_found() -> None:
    words = place("its guns had fired")
    left = after(made_sheet(), a2=Correction(start=words.start, end=words.end, act="accuses"))
    assert left.attributions[1].content == (words,) and left.attributions[1].act == "accuses"


def test_a_span_that_leaves_a_figure_out_lets_it_go() -> None:
    words = place("were killed at the mill")
    figure = after(made_sheet(), a1=Correction(start=words.start, end=words.end)).figures[0]
    assert (figure.attribution, figure.estimator) == (None, None)


@pytest.mark.parametrize(
    ("put", "value", "low", "high", "bound"),
    [
        (Correction(bound="more_than"), 12, None, None, "more_than"),
        (Correction(value=21), 21, None, None, "at_least"),
        (Correction(bound="range", low=10, high=12), None, 10, 12, "range"),
    ],
)
def test_a_figures_number_and_bound(put: Correction, value: float, low: float, high: float, bound: str) -> None:
    figure = after(made_sheet(), f1=put).figures[0]
    assert (figure.value, figure.low, figure.high, figure.bound) == (value, low, high, bound)


def test_a_range_that_is_none_keeps_its_lower_end() -> None:
    sheet = made_sheet()
    ranged = Figure(id="f1", start=sheet.figures[0].start, end=sheet.figures[0].end, low=10, high=12, bound="range")
    sheet = msgspec.structs.replace(sheet, figures=(ranged,))
    figure = after(sheet, f1=Correction(bound="at_least")).figures[0]
    assert (figure.value, figure.low, figure.high, figure.bound) == (10, None, None, "at_least")


def test_verifications_notices_and_persons_go_and_move() -> None:
    mark = PersonMark(id="m1", kind="private", start=0, end=5, reason="named")
    sheet = msgspec.structs.replace(made_sheet(), persons=(mark,))
    words = place("independently")
    left = after(sheet, v1=Correction(start=words.start, end=words.end), n1=None, m1=None)
    assert (left.verification[0].start, left.verification[0].end) == (words.start, words.end)
    assert left.notices == () and left.persons == ()
    assert after(sheet, v1=None).verification == ()


def test_what_stands_in_the_sheet_is_still_in_its_text() -> None:
    left = after(made_sheet(), a3=None, a2=Correction(speaker="", act="asks"), f1=None)
    for one in left.attributions:
        span = cover(one.content)
        assert span is not None and Span(0, len(TEXT)).contains(span)
