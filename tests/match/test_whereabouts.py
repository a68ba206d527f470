"""A page about another place is no evidence on the dossier's event."""

from collections.abc import Mapping

import pytest

from counterclaim.kit import Kit
from counterclaim.match.account import account
from counterclaim.match.actors import Actors
from counterclaim.match.scene import Scene
from counterclaim.match.whereabouts import elsewhere
from tests.match.dossier import Draft

pytestmark = pytest.mark.model

SAME = (
    Draft("one", "Two rockets hit the market in Orvansk. Nine people were killed."),
    Draft("two", "The strike on the market of Orvansk killed nine, Mira Dohl said."),
    Draft("three", "Nobody fired on Orvansk, the army said."),
    Draft("ru", "По рынку в Орванске нанесли удар ракетами.", language="ru"),
)


def away(kit: Kit, *drafts: Draft) -> Mapping[str, str]:
    accounts = [account(d.sheet()) for d in drafts]
    packs = {one.language: kit.pack(one.language) for one in accounts}
    actors = Actors(kit, sorted(packs), ())
    scenes = {one.id: Scene(one.text, one.language, actors, packs[one.language]) for one in accounts}
    return elsewhere(accounts, scenes, packs)


def test_a_strike_on_another_town_is_elsewhere(kit: Kit) -> None:
    other = Draft("other", "A rocket hit a warehouse in Tarnow on the same day. Three people were killed.")
    assert away(kit, *SAME, other) == {"other": "Tarnow"}


def test_a_page_without_the_name_is_elsewhere_only_if_it_says_where(kit: Kit) -> None:
    assert away(kit, *SAME, Draft("late", "The rockets had hit the market at noon, a survivor said.")) == {}


def test_what_two_documents_share_is_no_place_apart(kit: Kit) -> None:
    two = (Draft("x", "A rocket hit a warehouse in Tarnow."), Draft("y", "The warehouse in Tarnow burned after the strike."))
    assert away(kit, *SAME, *two) == {}


def test_few_documents_share_nothing(kit: Kit) -> None:
    assert away(kit, *SAME[:2], Draft("other", "A rocket hit a warehouse in Tarnow.")) == {}
