"""What people decided about grouping, applied to parties and claims."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.match.account import Account, account
from counterclaim.match.decided import decide_claims, decide_parties
from counterclaim.values.comparison import Claim, Member, Party
from counterclaim.values.judgement import Decided, Naming, Pair
from tests.match.dossier import Draft


def accounts() -> tuple[Account, ...]:
    one = Draft("one", "Pell said the mill burned. A. Pell said it was old. Veld denied it.", published="2031-03-14")
    for name, words, side in (
        ("Ana Pell", "the mill burned", "Lodva"),
        ("A. Pell", "it was old", "Marisk"),
        ("Veld", "it", None),
    ):
        one.says(one.source(name, side=side), words)
    two = Draft("two", "Pell said there was a fire. Officials said so.", published="2031-03-13")
    two.says(two.source("Ana Pell", side="Lodva"), "there was a fire")
    two.says(two.source("officials", kind="unnamed"), "so")
    return tuple(account(draft.sheet()) for draft in (one, two))


PARTIES = (
    Party(
        id="p1",
        name="Ana Pell",
        kind="person",
        aliases=("A. Pell",),
        side="p4",
        side_reason="said so",
        merged_because=("one surname",),
    ),
    Party(id="p2", name="Veld", kind="person", side="p1"),
    Party(id="p3", name="officials", kind="unnamed"),
    Party(id="p4", name="Lodva", kind="state"),
)
PARTY_OF = {("one", "s1"): "p1", ("one", "s2"): "p1", ("one", "s3"): "p2", ("two", "s1"): "p1", ("two", "s2"): "p3"}


def naming(kept: str, other: str, judgement: int = 1) -> Naming:
    return Naming(kept=kept, other=other, judgement=judgement, because="judged by ana")


def test_nothing_decided_changes_nothing() -> None:
    assert decide_parties(accounts(), PARTIES, PARTY_OF, Decided()) == (PARTIES, PARTY_OF, ())


def test_a_name_is_taken_out_with_its_sources_and_their_side() -> None:
    parties, party_of, _ = decide_parties(accounts(), PARTIES, PARTY_OF, Decided(split=(naming("Ana Pell", "A. Pell"),)))
    left, added = parties[0], parties[-1]
    assert (left.name, left.aliases, left.side) == ("Ana Pell", (), "p4")
    assert left.merged_because[-1] == "without “A. Pell”: judged by ana"
    assert (added.id, added.name, added.side) == ("p5", "A. Pell", None)
    assert party_of == PARTY_OF | {("one", "s2"): "p5"}


def test_names_are_taken_together_and_who_leaned_on_either_leans_on_both() -> None:
    parties, party_of, _ = decide_parties(accounts(), PARTIES, PARTY_OF, Decided(merged=(naming("Veld", "A. Pell"),)))
    assert [p.id for p in parties] == ["p1", "p3", "p4"]
    assert (parties[0].name, parties[0].aliases, parties[0].side) == ("Veld", ("A. Pell", "Ana Pell"), "p4")
    assert parties[0].merged_because == ("one surname", "“Veld” and “A. Pell”: judged by ana")
    assert set(party_of.values()) == {"p1", "p3"}


def test_what_is_apart_is_not_brought_together_by_a_third_name() -> None:
    decided = Decided(
        split=(naming("Ana Pell", "A. Pell"),), merged=(naming("Veld", "A. Pell", 2), naming("Veld", "Ana Pell", 3))
    )
    parties, _, _ = decide_parties(accounts(), PARTIES, PARTY_OF, decided)
    names = [{p.name, *p.aliases} for p in parties]
    assert {"Veld", "A. Pell"} in names and {"Ana Pell"} in names


def test_an_unnamed_source_is_nobody_elses_and_a_name_of_two_is_left_alone() -> None:
    decided = Decided(merged=(naming("Veld", "officials"),))
    assert decide_parties(accounts(), PARTIES, PARTY_OF, decided)[0] == PARTIES
    twin = (*PARTIES, Party(id="p5", name="Veld", kind="organisation"))
    parties, _, problems = decide_parties(accounts(), twin, PARTY_OF, Decided(merged=(naming("Veld", "Ana Pell"),)))
    assert parties == twin and "2 parties bear the name “Veld”" in problems[0].message
    both, _, _ = decide_parties(accounts(), twin, PARTY_OF, Decided(merged=(naming("Veld", "Veld"),)))
    assert [p.id for p in both] == ["p1", "p2", "p3", "p4"]


def member(document: str, attribution: str) -> Member:
    return Member(document=document, attribution=attribution, source=None, start=0, end=1, act="states")


FIRE, BURNED, OLD, IT = (("two", "a1"), ("one", "a1"), ("one", "a2"), ("one", "a3"))
CLAIMS = (
    Claim(
        id="c1",
        text="there was a fire",
        members=(member(*FIRE), member(*BURNED), member(*OLD)),
        reasons=("alike", "much alike"),
    ),
    Claim(id="c2", text="it", members=(member(*IT),)),
)


def pair(one: tuple[str, str], two: tuple[str, str]) -> Pair:
    return Pair(one=one, two=two, because="judged by ana")


def shape(claims: tuple[Claim, ...]) -> list[list[tuple[str, str]]]:
    return [[(m.document, m.attribution) for m in claim.members] for claim in claims]


def test_an_utterance_leaves_its_claim_for_one_of_its_own() -> None:
    claims = decide_claims(accounts(), CLAIMS, Decided(not_same=(pair(OLD, FIRE),)))
    assert shape(claims) == [[FIRE, BURNED], [OLD], [IT]]
    assert [(claim.id, claim.text) for claim in claims] == [("c1", "there was a fire"), ("c2", "it was old"), ("c3", "it")]


def test_a_claim_whose_first_utterance_leaves_keeps_the_others_and_their_reasons() -> None:
    claims = decide_claims(accounts(), CLAIMS, Decided(not_same=(pair(FIRE, OLD),)))
    assert shape(claims)[:2] == [[FIRE], [BURNED, OLD]]
    assert claims[1].text == "the mill burned" and claims[1].reasons == ("much alike",)


def test_claims_judged_the_same_are_one_and_say_why() -> None:
    (claim,) = decide_claims(accounts(), CLAIMS, Decided(same=(pair(IT, BURNED),)))
    assert shape((claim,)) == [[FIRE, BURNED, OLD, IT]]
    assert claim.reasons == ("alike", "much alike", "judged by ana")


def test_the_same_never_brings_together_what_is_judged_apart() -> None:
    decided = Decided(not_same=(pair(IT, FIRE),), same=(pair(IT, BURNED),))
    assert shape(decide_claims(accounts(), CLAIMS, decided)) == shape(CLAIMS)
    gone = Decided(same=(pair(("three", "a1"), FIRE),), not_same=(pair(("three", "a1"), FIRE),))
    assert decide_claims(accounts(), CLAIMS, gone) == CLAIMS


ENDS = st.sampled_from([FIRE, BURNED, OLD, IT])
PAIRS = st.lists(st.tuples(ENDS, ENDS).filter(lambda p: p[0] != p[1]).map(lambda p: pair(*p)), max_size=4).map(tuple)


@given(PAIRS, PAIRS)
def test_each_utterance_belongs_to_exactly_one_claim(same: tuple[Pair, ...], not_same: tuple[Pair, ...]) -> None:
    claims = decide_claims(accounts(), CLAIMS, Decided(same=same, not_same=not_same))
    keys = [key for claim in shape(claims) for key in claim]
    assert sorted(keys) == sorted([FIRE, BURNED, OLD, IT])
    assert all(len(claim.reasons) == len(claim.members) - 1 and all(claim.reasons) for claim in claims)
    for one in not_same:
        assert not any(one.one in claim and one.two in claim for claim in shape(claims))


NAMES = st.sampled_from(["Ana Pell", "A. Pell", "Veld", "officials", "Lodva", "Nobody"])
NAMINGS = st.lists(st.tuples(NAMES, NAMES).filter(lambda n: n[0] != n[1]), max_size=4)


@given(NAMINGS, NAMINGS)
def test_each_source_belongs_to_a_party_that_is_there(merged: list[tuple[str, str]], split: list[tuple[str, str]]) -> None:
    decided = Decided(
        merged=tuple(naming(*names, number) for number, names in enumerate(merged)),
        split=tuple(naming(*names, number) for number, names in enumerate(split, 10)),
    )
    parties, party_of, _ = decide_parties(accounts(), PARTIES, PARTY_OF, decided)
    ids = [party.id for party in parties]
    assert len(set(ids)) == len(ids) and set(party_of) == set(PARTY_OF) and set(party_of.values()) <= set(ids)
    assert all(party.side is None or (party.side in ids and party.side != party.id) for party in parties)
    assert all(party.name not in party.aliases for party in parties)
    assert msgspec.json.encode(parties)
