"""Documents on two events are told apart by the day of the deed."""

import pytest

from counterclaim.kit import Kit
from counterclaim.match.account import account
from counterclaim.match.actors import Actors
from counterclaim.match.events import events
from counterclaim.match.scene import Scene
from tests.match.dossier import Draft

pytestmark = pytest.mark.model


def told(kit: Kit, *drafts: Draft) -> list[set[str]]:
    accounts = [account(d.sheet()) for d in drafts]
    actors = Actors(kit, ["en"], ())
    scenes = {one.id: Scene(one.text, "en", actors, kit.pack("en")) for one in accounts}
    return [{one.id for one in group} for group in events(accounts, scenes, {"en": kit.pack("en")}, {})]


def test_a_strike_of_another_year_is_another_event(kit: Kit) -> None:
    first = Draft("first", "Two rockets hit the pier on May 3, 2031.", published="2031-05-04")
    late = Draft("late", "The strike of May 3, 2031, killed nine people, the court found.", published="2032-02-01")
    other = Draft("other", "A rocket hit the pier on June 9, 2032.", published="2032-06-09")
    assert told(kit, first, late, other) == [{"first", "late"}, {"other"}]


def test_a_document_that_gives_no_day_is_taken_for_the_event_most_are_about(kit: Kit) -> None:
    first = Draft("first", "Two rockets hit the pier on May 3, 2031.", published="2031-05-04")
    bare = Draft("bare", "The rockets that hit the pier came from the sea.")
    assert told(kit, first, bare) == [{"first", "bare"}]


def test_a_day_named_beside_the_speaking_dates_the_speaking(kit: Kit) -> None:
    first = Draft("first", "Two rockets hit the pier on May 3, 2031.", published="2031-05-04")
    late = Draft("late", "On September 8, 2031, she said the rockets hit two boats.", published="2031-09-08")
    late.says(late.source("Mira Velm"), "the rockets hit two boats")
    assert told(kit, first, late) == [{"first", "late"}]
