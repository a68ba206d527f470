"""A dossier's comparison, kept under the state it was made from. Meaning is a bag of words here: no model is loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.ledger import tables
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.write import remove
from counterclaim.match.compare import compare
from counterclaim.service.judge import judge, require_second_look, undo
from counterclaim.service.kept import judged_sheets, kept_comparison, last_comparison, state
from counterclaim.service.targets import targets
from counterclaim.values.comparison import Comparison
from counterclaim.values.judgement import Correction, Decided, Target
from counterclaim.values.sheet import Sheet
from tests.clean.packs import PACK
from tests.service.reviewed import keep, later, mill, target
from tests.service.test_search import Bag


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = open_ledger(str(tmp_path / "ledger.db"))
    keep(opened, mill())
    keep(opened, later())
    yield opened
    opened.close()


def plain_english() -> LanguagePack:
    return PACK


@pytest.fixture
def kit() -> Kit:
    """A kit whose English has word lists alone, which is all that comparing asks for."""
    return Kit({"en": Language(module=__name__, opener="plain_english", packages=())})


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Notes how many sheets each comparison that is made has."""
    made: list[int] = []

    def counting(sheets: tuple[Sheet, ...], kit: Kit, embedder: Bag, decided: Decided) -> Comparison:
        made.append(len(sheets))
        return compare(sheets, kit, embedder, decided)

    monkeypatch.setattr("counterclaim.service.kept.compare", counting)
    return made


def test_a_comparison_is_made_once_for_one_state(ledger: Ledger, kit: Kit, compared: list[int]) -> None:
    assert last_comparison(ledger, "mill", kit) is None
    first = kept_comparison(ledger, "mill", kit, Bag())
    again = kept_comparison(ledger, "mill", kit, Bag())
    assert compared == [2] and first == again and again.fresh
    assert again.state == state(ledger, "mill", kit)
    assert last_comparison(ledger, "mill", kit) == again


def test_what_changes_the_sheets_makes_it_anew_and_what_does_not_does_not(ledger: Ledger, kit: Kit) -> None:
    states = [state(ledger, "mill", kit)]
    judge(ledger, "mill", target(mill(), "a1"), "accept", by="ana")
    judge(ledger, "mill", target(mill(), "a1"), "checked", by="ana")
    assert state(ledger, "mill", kit) == states[0]
    no = judge(ledger, "mill", target(mill(), "a2"), "reject", by="ana")
    states.append(state(ledger, "mill", kit))
    judge(ledger, "mill", target(mill(), "a2"), "accept", by="bo")  # now they disagree, and nothing is applied
    states.append(state(ledger, "mill", kit))
    require_second_look(ledger, "mill", True, by="ana")
    states.append(state(ledger, "mill", kit))
    keep(ledger, mill(figure=False), "kit-2")
    states.append(state(ledger, "mill", kit))
    remove(ledger, "mill", "later")
    states.append(state(ledger, "mill", kit))
    assert len(set(states)) == 6
    undo(ledger, no.id, by="ana")
    keep(ledger, later())
    require_second_look(ledger, "mill", False, by="ana")
    keep(ledger, mill(), "kit-3")
    keep(ledger, later(), "kit-2")
    assert state(ledger, "mill", kit) == states[0]


def test_a_stale_comparison_comes_with_the_sheets_it_was_made_from(ledger: Ledger, kit: Kit) -> None:
    judge(ledger, "mill", target(mill(), "a2"), "correct", by="ana", correction=Correction(speaker="Ana Pell"))
    before = kept_comparison(ledger, "mill", kit, Bag())
    judge(ledger, "mill", target(mill(), "a1"), "reject", by="ana")
    keep(ledger, mill("Another text.\n" + str(mill().document.text)))
    last = last_comparison(ledger, "mill", kit)
    assert last is not None and not last.fresh
    assert last.compared == before.compared
    now = kept_comparison(ledger, "mill", kit, Bag())
    assert now.fresh and now.compared.sheets == judged_sheets(ledger, "mill") != last.compared.sheets


def test_what_was_taken_back_before_is_not_applied_when_a_comparison_is_read_again(ledger: Ledger, kit: Kit) -> None:
    no = judge(ledger, "mill", target(mill(), "a1"), "reject", by="ana")
    judge(ledger, "mill", target(mill(), "a2"), "accept", by="ana")
    undo(ledger, no.id, by="ana")
    made = kept_comparison(ledger, "mill", kit, Bag())
    assert [one.id for one in made.compared.sheets[0].attributions] == ["a1", "a2"]
    assert kept_comparison(ledger, "mill", kit, Bag()) == made == last_comparison(ledger, "mill", kit)


def test_corrected_speakers_and_merged_names_stand_in_the_comparison(ledger: Ledger, kit: Kit) -> None:
    def names() -> set[str]:
        return {party.name for party in kept_comparison(ledger, "mill", kit, Bag()).compared.comparison.parties}

    assert {"Ana Pell", "Oskar Veld"} <= names()
    judge(ledger, "mill", target(mill(), "a2"), "correct", by="ana", correction=Correction(speaker="Ivo Korr"))
    assert "Ivo Korr" in names()
    one = judge(ledger, "mill", Target(kind="party", id="p1", names=("Ana Pell", "Ivo Korr")), "merge", by="ana", why="married")
    parties = kept_comparison(ledger, "mill", kit, Bag()).compared.comparison.parties
    (merged,) = (party for party in parties if party.name == "Ana Pell")
    assert merged.aliases == ("Ivo Korr",) and merged.merged_because[-1].endswith("judged by ana: married")
    undo(ledger, one.id, by="ana")
    assert "Ivo Korr" in names()


def test_claims_judged_the_same_are_one_by_the_places_a_comparison_shows(ledger: Ledger, kit: Kit) -> None:
    at = str(mill().document.text).index("mill was shelled")
    put = Correction(start=at, end=at + len("mill was shelled"))
    judge(ledger, "mill", target(mill(), "a1"), "correct", by="ana", correction=put)
    shown = {sheet.document.id: sheet for sheet in judged_sheets(ledger, "mill")}
    both = Target(kind="claim", id="c1", place=targets(shown["mill"])["a1"].place, other=targets(shown["later"])["a1"].place)
    assert both.place is not None and both.place.words == "mill was shelled"
    before = len(kept_comparison(ledger, "mill", kit, Bag()).compared.comparison.claims)
    judge(ledger, "mill", both, "same", by="ana", why="one event")
    claims = kept_comparison(ledger, "mill", kit, Bag()).compared.comparison.claims
    assert len(claims) == before - 1
    assert any(claim.reasons == ("judged by ana: one event",) for claim in claims)


def test_a_kept_comparison_whose_bytes_were_changed_is_made_again(ledger: Ledger, kit: Kit, compared: list[int]) -> None:
    kept_comparison(ledger, "mill", kit, Bag())
    with ledger.writing() as connection:
        connection.execute(sa.update(tables.comparison).values(body=b"other"))
    assert last_comparison(ledger, "mill", kit) is None
    kept_comparison(ledger, "mill", kit, Bag())
    assert compared == [2, 2]
