from counterclaim.match.account import account
from counterclaim.match.parties import merge_parties
from counterclaim.values.comparison import Party
from tests.match.dossier import Draft, sheets


def parties_of(*drafts: Draft) -> tuple[Party, ...]:
    accounts = [account(sheet) for sheet in sheets(drafts)]
    concepts = {"минобороны орвании": "Orvan Defence Ministry", "orvan defence ministry": "Orvan Defence Ministry"}
    return merge_parties(accounts, lambda name, language: concepts.get(name.casefold()))[0]


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
