from counterclaim.match.account import account
from counterclaim.match.institutions import Meant
from counterclaim.match.parties import merge_parties
from counterclaim.values.comparison import Party
from tests.match.dossier import Draft, sheets

MEANT = {
    "минобороны орвании": Meant(name="Orvan Defence Ministry"),
    "orvan defence ministry": Meant(name="Orvan Defence Ministry"),
    "the defence ministry": Meant(body="Defence Ministry", common=True),
    "orvan defence ministry report": Meant(of="Orvan Defence Ministry"),
    "orvan defence ministry experts": Meant(of="Orvan Defence Ministry"),
    "orvan officials": Meant(of="Orvania", of_state=True),
    "rescuers": Meant(common=True),
    "velm league and harbour front": Meant(parts=("Velm League", "Harbour Front")),
}


def parties_of(*drafts: Draft) -> tuple[Party, ...]:
    accounts = [account(sheet) for sheet in sheets(drafts)]
    return merge_parties(accounts, lambda name, language: MEANT.get(name.casefold(), Meant()))[0]


def named(name: str, text: str, *sources: tuple[str, str], language: str = "en") -> Draft:
    draft = Draft(name, text, language=language)
    for source, kind in sources:
        draft.source(source, kind)  # type: ignore[arg-type]  # kinds are spelt out in the tests below
    return draft


def test_one_person_in_two_scripts_is_one_party_with_its_aliases() -> None:
    found = parties_of(
        named("en", "x", ("Pavlo Ordanskyi", "person")),
        named("ru", "x", ("Павел Орданский", "person"), language="ru"),
    )
    assert [(p.name, p.aliases) for p in found] == [("Pavlo Ordanskyi", ("Павел Орданский",))]
    assert "one surname" in found[0].merged_because[0]


def test_a_bare_surname_joins_the_only_full_name_that_bears_it() -> None:
    found = parties_of(named("one", "x", ("Mira Velm", "person")), named("two", "x", ("Velm", "person")))
    assert [p.name for p in found] == ["Mira Velm"]


def test_a_bare_surname_that_two_bear_stays_apart() -> None:
    found = parties_of(
        named("one", "x", ("Mira Velm", "person"), ("Jon Velm", "person")), named("two", "x", ("Velm", "person"))
    )
    assert sorted(p.name for p in found) == ["Jon Velm", "Mira Velm", "Velm"]


def test_an_institution_is_one_party_in_all_languages() -> None:
    found = parties_of(
        named("en", "x", ("Orvan Defence Ministry", "organisation")),
        named("ru", "x", ("Минобороны Орвании", "organisation"), language="ru"),
    )
    assert [(p.name, p.aliases) for p in found] == [("Orvan Defence Ministry", ("Минобороны Орвании",))]


def test_initials_join_the_name_they_stand_for() -> None:
    found = parties_of(named("one", "x", ("Harbour Rescue Watch", "organisation")), named("two", "x", ("HRW", "organisation")))
    assert len(found) == 1


def test_unnamed_sources_of_two_documents_are_two_parties() -> None:
    found = parties_of(named("one", "x", ("a senior official", "unnamed")), named("two", "x", ("a senior official", "unnamed")))
    assert len(found) == 2


def test_a_side_is_an_edge_with_its_reason() -> None:
    draft = Draft("one", "x")
    draft.source("Orvan Defence Ministry", "organisation", side="Orvania")
    draft.source("Orvania", "state")
    ministry, state = parties_of(draft)
    assert (ministry.side, state.side) == (state.id, None)
    assert ministry.side_reason is not None and "Orvania" in ministry.side_reason


def test_words_that_name_nobody_are_a_party_of_their_own_document() -> None:
    found = parties_of(named("one", "x", ("rescuers", "group")), named("two", "x", ("rescuers", "group")))
    assert len(found) == 2


def test_a_bare_institution_is_the_one_that_its_own_document_names_in_full() -> None:
    full, bare = ("Orvan Defence Ministry", "organisation"), ("the defence ministry", "organisation")
    assert [p.name for p in parties_of(named("one", "x", full, bare))] == ["Orvan Defence Ministry"]
    assert len(parties_of(named("one", "x", full), named("two", "x", bare))) == 2


def test_a_document_is_its_makers_word_and_experts_speak_for_their_body() -> None:
    full = ("Orvan Defence Ministry", "organisation")
    found = parties_of(
        named("one", "x", full),
        named("two", "x", ("Orvan Defence Ministry report", "document"), ("Orvan Defence Ministry experts", "group")),
    )
    ministry, experts = found
    assert ministry.aliases == ("Orvan Defence Ministry report",)
    assert (experts.side, experts.side_reason) == (ministry.id, "its name names Orvan Defence Ministry")


def test_officials_speak_for_the_state_that_their_name_names() -> None:
    officials, state = parties_of(named("one", "x", ("Orvan officials", "group")))
    assert (officials.side, state.name, state.kind) == (state.id, "Orvania", "state")


def test_a_group_that_names_two_parties_points_to_both() -> None:
    found = parties_of(
        named(
            "one",
            "x",
            ("Velm League", "organisation"),
            ("Harbour Front", "organisation"),
            ("Velm League and Harbour Front", "group"),
        )
    )
    assert found[2].parts == (found[0].id, found[1].id)


def test_aliases_are_the_documents_own_wordings_inflected_ones_too() -> None:
    draft = Draft(
        "one", "Об этом рассказали Павел Орданский и советник. Слова Орданского привёл Павла Орданского друг.", language="ru"
    )
    draft.source("Павел Орданский", "person", mentions=("Павел Орданский", "Орданского", "Павла Орданского", "советник"))
    (party,) = parties_of(draft)
    assert party.aliases == ("Орданского", "Павла Орданского")


def test_an_institution_of_a_place_that_no_list_knows_is_one_in_all_its_wordings() -> None:
    velmish = {
        "Velmora Defence Ministry": Meant(body="Defence Ministry", owner="Velmora"),
        "Velmoran Ministry of Defence": Meant(body="Defence Ministry", owner="Velmoran"),
        "Минобороны Вельморы": Meant(body="Defence Ministry", owner="Вельморы"),
        "Velmora Health Ministry": Meant(body="Health Ministry", owner="Velmora"),
    }
    drafts = [named(name, "x", (name, "organisation"), language="ru" if name[0] == "М" else "en") for name in velmish]
    accounts = [account(sheet) for sheet in sheets(drafts)]
    found = merge_parties(accounts, lambda name, language: velmish.get(name, Meant()))[0]
    assert sorted(len(p.aliases) for p in found) == [0, 2]
