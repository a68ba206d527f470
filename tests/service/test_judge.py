"""Judgements on a ledger: what is kept, what is refused, and what becomes of them when documents are read again."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.errors import LedgerError
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.ledger.write import remove
from counterclaim.service.judge import groupings, judge, judgements, lost, require_second_look, second, standings, undo
from counterclaim.service.log import log
from counterclaim.service.targets import targets
from counterclaim.values.judgement import Correction, Target, Verdict
from tests.service.reviewed import MILL, keep, later, mill, target


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = open_ledger(str(tmp_path / "ledger.db"))
    keep(opened, mill())
    keep(opened, later())
    yield opened
    opened.close()


def pair(one: str = "a1", two: str = "a1") -> Target:
    return Target(kind="claim", id="c1", place=target(mill(), one).place, other=target(later(), two).place)


def test_a_judgement_is_kept_with_who_when_and_why(ledger: Ledger) -> None:
    made = judge(ledger, "mill", target(mill(), "a2"), "reject", by="ana", why="he asked", evidence="https://quay.example/1")
    assert judgements(ledger, "mill") == (made,)
    assert (made.id, made.by, made.why, made.at[:2]) == (1, "ana", "he asked", "20")
    assert judgements(ledger, "mill", "mill") == (made,)
    assert judgements(ledger, "mill", "later") == ()
    standing = standings(ledger, "mill", mill())["a2"]
    assert standing.agreed == made and standing.judgements == (made,)
    assert log(ledger)[-1].subject == "mill: mill attribution a2: reject, by ana"
    assert verify(ledger) == ()


def test_everything_in_a_sheet_has_a_target_of_its_own_and_so_has_the_document(ledger: Ledger) -> None:
    assert set(targets(mill())) == {"", "a1", "a2", "f1"}
    judge(ledger, "mill", target(mill(), ""), "checked", by="ana", why="we rang the mayor")
    assert standings(ledger, "mill", mill())[""].judgements[0].why == "we rang the mayor"


REFUSED: list[tuple[str, Target, Verdict, dict[str, object], str]] = [
    ("nowhere", target(mill(), "a1"), "accept", {}, "no dossier"),
    ("mill", target(mill(name="other"), "a1"), "accept", {}, "no document 'other'"),
    ("mill", target(mill(MILL + "!"), "a1"), "accept", {}, "never had"),
    ("mill", target(mill(), "a1"), "merge", {}, "does not fit"),
    ("mill", target(mill(), "a1"), "undo", {}, "does not fit"),
    ("mill", target(mill(), "a1"), "correct", {}, "say what to put in place"),
    ("mill", target(mill(), "a1"), "accept", {"correction": Correction(act="asks")}, "only there"),
    ("mill", target(mill(), "a1"), "correct", {"correction": Correction(bound="exact")}, "bound cannot be put right"),
    ("mill", target(mill(), "a1"), "correct", {"correction": Correction(start=1)}, "a start and an end"),
    ("mill", target(mill(), "a1"), "correct", {"correction": Correction(start=1, end=10_000)}, "no words stand"),
    ("mill", target(mill(), "a1"), "correct", {"correction": Correction(speaker_kind="person")}, "speaker's name"),
    ("mill", target(mill(), "f1"), "correct", {"correction": Correction(bound="range", low=2, high=1)}, "a low and a high"),
    ("mill", target(mill(), "f1"), "correct", {"correction": Correction(low=1, high=2)}, "the bound 'range'"),
    ("mill", target(mill(), "a1"), "accept", {"evidence": "javascript:alert(1)"}, "https"),
    ("mill", target(mill(), "a1"), "accept", {"evidence": "https:///nowhere"}, "https"),
    ("mill", target(mill(), "a1"), "accept", {"evidence": "https://a.example/ x"}, "https"),
    ("mill", target(mill(), "a1"), "accept", {"evidence": "http://[::1"}, "https"),
    ("mill", target(mill(), "a1"), "accept", {"why": "x" * 5000}, "at most"),
    ("mill", target(mill(), "a1"), "accept", {"why": "half \ud800"}, "broken character"),
    ("mill", target(mill(), "a1"), "accept", {"by": " "}, "who judges"),
    ("mill", Target(kind="attribution", id="a1"), "accept", {}, "needs the place"),
    ("mill", Target(kind="party", id="p1", names=("Ana Pell",)), "merge", {}, "each other name"),
    ("mill", Target(kind="claim", id="c1", place=pair().place), "same", {}, "two places"),
    ("mill", msgspec.structs.replace(pair(), other=pair().place), "same", {}, "are one"),
]


@pytest.mark.parametrize(("dossier", "on", "verdict", "more", "said"), REFUSED, ids=lambda v: v if isinstance(v, str) else "")
def test_what_does_not_fit_is_refused_in_a_sentence(
    ledger: Ledger, dossier: str, on: Target, verdict: Verdict, more: dict[str, object], said: str
) -> None:
    with pytest.raises(LedgerError, match=said):
        judge(ledger, dossier, on, verdict, **{"by": "ana", **more})  # type: ignore[arg-type]
    assert judgements(ledger, "mill") == ()


def test_words_that_do_not_stand_there_are_refused(ledger: Ledger) -> None:
    on = target(mill(), "a1")
    assert on.place is not None
    for place in (msgspec.structs.replace(on.place, words="another"), msgspec.structs.replace(on.place, end=9999)):
        with pytest.raises(LedgerError, match="do not stand"):
            judge(ledger, "mill", msgspec.structs.replace(on, place=place), "accept", by="ana")


def test_undo_is_a_further_judgement_of_ones_own_or_of_an_admin(ledger: Ledger) -> None:
    first = judge(ledger, "mill", target(mill(), "a1"), "reject", by="ana")
    with pytest.raises(LedgerError, match="only they or an admin"):
        undo(ledger, first.id, by="bo")
    taken = undo(ledger, first.id, by="bo", as_admin=True, why="wrong one")
    assert standings(ledger, "mill", mill()) == {}
    with pytest.raises(LedgerError, match="taken back already"):
        undo(ledger, first.id, by="ana")
    with pytest.raises(LedgerError, match="no judgement 99"):
        undo(ledger, 99, by="ana")
    undo(ledger, taken.id, by="bo")
    assert standings(ledger, "mill", mill())["a1"].agreed == first
    assert [one.verdict for one in judgements(ledger, "mill")] == ["reject", "undo", "undo"]
    assert verify(ledger) == ()


def test_a_second_look_is_somebody_elses(ledger: Ledger) -> None:
    require_second_look(ledger, "mill", True, by="cy")
    first = judge(ledger, "mill", target(mill(), "a2"), "correct", by="ana", correction=Correction(speaker="  Ana   Pell "))
    assert standings(ledger, "mill", mill())["a2"].waiting
    with pytest.raises(LedgerError, match="somebody else's"):
        second(ledger, first.id, by="ana")
    second(ledger, first.id, by="bo")
    assert standings(ledger, "mill", mill())["a2"].correction == Correction(speaker="Ana Pell")
    require_second_look(ledger, "mill", True, by="cy")
    assert [row.act for row in log(ledger, dossier="mill")] == ["add", "add", "policy", "judge", "judge"]


def test_a_better_reading_of_the_same_text_keeps_what_was_judged(ledger: Ledger) -> None:
    put = judge(ledger, "mill", target(mill(), "a2"), "correct", by="ana", correction=Correction(act="asks"))
    said = judge(ledger, "mill", target(mill(), "a1"), "accept", by="ana")
    number = judge(ledger, "mill", target(mill(), "f1"), "reject", by="ana")
    better = keep(ledger, mill(veld="Oskar Veld, the younger", figure=False), "kit-2")
    found = standings(ledger, "mill", better)
    assert found["a2"].agreed == put and found["a1"].agreed == said
    (gone,) = lost(ledger, "mill")
    assert gone.judgements == (number,) and "no such finding" in str(gone.lost)
    keep(ledger, mill(), "kit-3")
    assert lost(ledger, "mill") == () and standings(ledger, "mill", mill())["f1"].agreed == number


def test_a_rejection_is_not_handed_to_what_the_machine_says_later_in_the_same_words(ledger: Ledger) -> None:
    no = judge(ledger, "mill", target(mill(), "a2"), "reject", by="ana")
    standing = standings(ledger, "mill", keep(ledger, mill(veld="Ana Pell"), "kit-2"))["a2"]
    assert standing.agreed is None and standing.earlier == (no.id,) and standing.judgements == (no,)


def test_a_changed_text_keeps_what_stands_in_it_and_lists_the_rest(ledger: Ledger) -> None:
    kept = judge(ledger, "mill", target(mill(), "a1"), "accept", by="ana")
    gone = judge(ledger, "mill", target(mill(), "a2"), "reject", by="ana")
    whole = judge(ledger, "mill", target(mill(), ""), "checked", by="ana")
    new = keep(ledger, mill("Corrected.\n" + MILL.replace("12 people died", "14 people died")))
    assert {one.agreed for one in standings(ledger, "mill", new).values()} == {kept}
    assert [one.judgements for one in lost(ledger, "mill")] == [(gone,), (whole,)]
    assert judge(ledger, "mill", target(mill(), "a2"), "accept", by="bo").id == 4  # who looks at the old text may still judge


def test_what_was_judged_in_a_document_that_was_taken_out_is_listed(ledger: Ledger) -> None:
    one = judge(ledger, "mill", target(mill(), "a1"), "accept", by="ana")
    both = judge(ledger, "mill", pair(), "same", by="ana")
    remove(ledger, "mill", "mill")
    assert [(s.judgements, "not in the dossier" in str(s.lost)) for s in lost(ledger, "mill")] == [
        ((one,), True),
        ((both,), True),
    ]
    with pytest.raises(LedgerError, match="no document"):
        judge(ledger, "mill", target(mill(), "a1"), "accept", by="ana")
    keep(ledger, mill())
    assert lost(ledger, "mill") == ()


def test_pairs_of_utterances_and_names_stand_by_themselves(ledger: Ledger) -> None:
    same = judge(ledger, "mill", pair(), "same", by="ana")
    no = judge(ledger, "mill", pair(), "not_same", by="bo")
    merge = judge(ledger, "mill", Target(kind="party", id="p1", names=("Ana Pell", "Oskar Veld", "Nobody")), "merge", by="ana")
    claims, named, unknown = groupings(ledger, "mill")
    assert claims.judgements == (same, no) and claims.disagree
    assert named.target.names == ("Ana Pell", "Oskar Veld") and named.agreed is not None and named.agreed.id == merge.id
    assert "nobody in the dossier bears the name “Nobody”" in str(unknown.lost)
    assert lost(ledger, "mill") == (unknown,)


ACTS = st.lists(st.tuples(st.sampled_from(["judge", "text", "kit", "undo"]), st.integers(0, 5)), max_size=8)
TEXTS = (
    MILL,
    "Update.\n" + MILL,
    MILL.replace("12 people", "14 people"),
    MILL.replace("the mill was shelled", "it was shelled"),
    MILL + "\n" + MILL,
    "Nothing.",
)


NUMBERS = count()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_whatever_is_read_again_every_judgement_stands_or_is_listed(ledger: Ledger, acts: list[tuple[str, int]]) -> None:
    dossier = f"any {next(NUMBERS)}"
    now, kits = keep(ledger, mill(), dossier=dossier), 1
    for act, number in acts:
        found = [one for one in targets(now).values() if one.kind != "document"]
        if act == "judge" and found:
            judge(ledger, dossier, found[number % len(found)], "reject", by="ana")
        elif act == "text":
            kits += 1
            now = keep(ledger, mill(TEXTS[number]), f"kit-{kits}", dossier)
        elif act == "kit":
            kits += 1
            read = mill(str(now.document.text), figure=bool(number % 2), veld="Veld" if number > 3 else "Oskar Veld")
            now = keep(ledger, read, f"kit-{kits}", dossier)
        elif act == "undo" and (mine := [j.id for j in judgements(ledger, dossier) if j.verdict != "undo"]):
            try:
                undo(ledger, mine[number % len(mine)], by="ana")
            except LedgerError as error:
                assert "already" in str(error)
    everything = judgements(ledger, dossier)
    taken = {one.undoes for one in everything}
    shown = {j.id for one in (*standings(ledger, dossier, now).values(), *lost(ledger, dossier)) for j in one.judgements}
    assert shown == {one.id for one in everything if one.verdict != "undo" and one.id not in taken}
    assert verify(ledger) == ()
