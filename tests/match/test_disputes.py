"""Disputes on invented articles built by hand: who denies what, and what is no dispute."""

import pytest

from counterclaim.kit import Kit
from counterclaim.values.comparison import Comparison, Position
from tests.match.dossier import Draft
from tests.match.test_compare import told

pytestmark = pytest.mark.model


def position(found: Comparison, question: str, label: str) -> Position:
    (dispute,) = (d for d in found.disputes if d.question.startswith(question))
    return next(p for p in dispute.positions if p.label == label)


def names(found: Comparison, parties: tuple[str, ...]) -> list[str]:
    by_id = {p.id: p.name for p in found.parties}
    return [by_id[p] for p in parties]


def test_a_short_denial_takes_the_deed_from_the_speaker(kit: Kit) -> None:
    one = Draft("one", "Norway blamed Denmark for the strike. Denmark denied it and spoke of lies.")
    one.says(one.source("Norway", "state"), "Denmark for the strike", "accuses")
    one.says(one.source("Denmark", "state"), "it and spoke of lies", "denies")
    two = Draft("two", "Danish rockets hit the pier, the mayor said.")
    two.says(two.source("Mira Velm"), "Danish rockets hit the pier")
    found = told(one, two, kit=kit)
    denied = position(found, "Who did it", "Denmark")
    assert names(found, denied.denied_by) == ["Denmark"]


def test_who_cannot_say_holds_a_position_of_its_own(kit: Kit) -> None:
    one = Draft("one", "Norwegian rockets hit the pier, the mayor said. Danish rockets hit it, said the warden.")
    one.says(one.source("Mira Velm"), "Norwegian rockets hit the pier")
    one.says(one.source("Per Dahl"), "Danish rockets hit it")
    one_more = Draft("two", "The bishop said of the strike that it was too early to say who fired.")
    one_more.says(one_more.source("Ida Stark"), "that it was too early to say who fired")
    found = told(one, one_more, kit=kit)
    assert names(found, position(found, "Who did it", "not known").held_by) == ["Ida Stark"]


def test_what_one_side_says_and_another_denies_is_a_dispute_whatever_it_is_about(kit: Kit) -> None:
    one = Draft("one", "Inspectors threatened the bakers, the union said.")
    one.says(one.source("Bakers' Union", "organisation"), "Inspectors threatened the bakers")
    two = Draft("two", "The council denied that inspectors had threatened any bakers.")
    two.says(two.source("Town Council", "organisation"), "that inspectors had threatened any bakers", "denies")
    (dispute,) = told(one, two, kit=kit).disputes
    assert (dispute.kind, [p.label for p in dispute.positions]) == ("denial", ["No", "Yes"])


def test_a_denial_of_something_else_is_no_dispute(kit: Kit) -> None:
    one = Draft("one", "Inspectors threatened the bakers, the union said.")
    one.says(one.source("Bakers' Union", "organisation"), "Inspectors threatened the bakers")
    two = Draft("two", "The council denied that inspectors had taken any bread.")
    two.says(two.source("Town Council", "organisation"), "that inspectors had taken any bread", "denies")
    assert told(one, two, kit=kit).disputes == ()


def test_two_doers_that_one_side_accuses_are_one_answer(kit: Kit) -> None:
    drafts = []
    for number, doer in enumerate(("Danish rockets", "Police"), 1):
        draft = Draft(f"d{number}", f"{doer} hit the pier, Oslo said.")
        draft.says(draft.source("Norway", "state"), f"{doer} hit the pier")
        drafts.append(draft)
    other = Draft("d3", "Norwegian rockets hit the pier, Copenhagen said.")
    other.says(other.source("Denmark", "state"), "Norwegian rockets hit the pier")
    found = told(*drafts, other, kit=kit)
    assert {p.label for p in found.disputes[0].positions} == {"Denmark / police", "Norway"}
