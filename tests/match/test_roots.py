from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.parties import merge_parties
from counterclaim.match.roots import Roots
from tests.match.dossier import Draft

COMMON = {"rescuers", "footage"}


def roots_of(draft: Draft) -> list[str]:
    one = account(draft.sheet())

    def concept(name: str, language: str) -> Meant:
        return Meant(common=name in COMMON)

    parties, party_of = merge_parties([one], concept)
    names = {p.id: p.name for p in parties}
    return [names[p] for p in Roots(parties, party_of, concept).of(one.sheet)]


def test_speakers_and_those_who_give_a_figure_are_roots() -> None:
    draft = Draft("one", "The harbour office said the pier was closed. By the count of the clinic, 12 died.")
    draft.says(draft.source("Harbour Office", "organisation"), "the pier was closed")
    draft.figure("12", 12, by=draft.source("Port Clinic", "organisation"))
    assert roots_of(draft) == ["Harbour Office", "Port Clinic"]


def test_a_state_is_one_voice_with_its_ministry_and_a_bare_denial_is_no_account() -> None:
    draft = Draft("one", "The ministry said no ship was near. Orvania said so, too. Velm denied it was there.")
    draft.says(draft.source("Orvan Ministry", "organisation", side="Orvania"), "no ship was near")
    draft.says(draft.source("Orvania", "state"), "so, too")
    draft.says(draft.source("Velm", "state"), "it was there", act="denies")
    assert roots_of(draft) == ["Orvan Ministry"]


def test_nobody_to_ask_counts_only_where_nobody_else_is_left() -> None:
    text = "Rescuers spoke of a fire. Footage shows smoke over it. The mayor said the pier was closed."
    draft = Draft("one", text)
    draft.says(draft.source("rescuers", "group"), "a fire")
    draft.says(draft.source("footage", "document"), "smoke over it")
    assert sorted(roots_of(draft)) == ["footage", "rescuers"]
    draft.says(draft.source("Orla Venn"), "the pier was closed")
    assert roots_of(draft) == ["Orla Venn"]


def test_an_outlet_that_passes_on_anothers_words_is_a_relay() -> None:
    draft = Draft("one", "The wire reported that the mayor said the pier was closed.")
    wire, mayor = draft.source("Harbour Wire", "outlet"), draft.source("Orla Venn")
    outer = draft.says(wire, "the mayor said the pier was closed")
    draft.says(mayor, "the mayor said the pier was closed", parent=outer)
    assert roots_of(draft) == ["Orla Venn"]


def test_who_only_demands_something_gives_no_account() -> None:
    draft = Draft("one", "The union demanded an inquiry. The mayor said the pier was closed.")
    draft.says(draft.source("Dockers Union", "organisation"), "an inquiry", act="demands")
    draft.says(draft.source("Orla Venn"), "the pier was closed")
    assert roots_of(draft) == ["Orla Venn"]


def test_an_outlet_that_passes_on_two_speakers_is_a_relay_of_both_and_this_is_no_account() -> None:
    text = "The mayor put the dead at 500; a chief said over 300 had been killed, the wire reported. The Post reported this."
    draft = Draft("one", text)
    wire, mayor, chief = draft.source("Harbour Wire", "outlet"), draft.source("Orla Venn"), draft.source("Tomas Hask")
    outer = draft.says(wire, "The mayor put the dead at 500; a chief said over 300 had been killed")
    draft.says(mayor, "The mayor put the dead at 500", parent=outer)
    draft.says(chief, "a chief said over 300 had been killed", parent=outer)
    draft.says(draft.source("Port Post"), "this")
    assert sorted(roots_of(draft)) == ["Orla Venn", "Tomas Hask"]
