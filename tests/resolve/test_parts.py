"""The parts of the room on values made by hand: forms over tokens, names of people, salience, roles without a model."""

import msgspec
import pytest

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.history import History
from counterclaim.resolve.lexicon import Lexicon
from counterclaim.resolve.parties import Party, initials, same_person
from counterclaim.resolve.words import Forms, Words, fold, same_case
from counterclaim.values.syntax import Token
from tests.built import built
from tests.qualify.test_properties import PARSELESS


def words(*texts: str, lemmas: dict[str, str] | None = None) -> Words:
    """The words as tokens, one blank apart."""
    at, tokens = 0, []
    for text in texts:
        tokens.append(Token(at, at + len(text), text, (lemmas or {}).get(text, text.lower())))
        at += len(text) + 1
    return Words(tokens)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("U.S.", "us"), ("Élysée", "elysee"), ("Venn-Hask", "vennhask"), ("’s", "s"), ("—", ""), ("Київ", "киів"), ("№7", "no7")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("form", "text", "same"),
    [
        ("US", "us", False),
        ("US", "US", True),
        ("U.S.", "U.S.", True),
        ("Time", "time", False),
        ("Time", "TIME", True),
        ("ministry", "Ministry", True),
        ("IDF", "Idf", False),
    ],
)
def test_capitals_of_a_form_are_wanted(form: str, text: str, same: bool) -> None:
    assert same_case(form, text) is same


def test_forms_match_across_hyphens_points_and_lemmas() -> None:
    forms = Forms([("Guinea-Bissau", 1), ("Guinea", 2), ("rescue worker", 3), ("U.S.", 4)])
    assert forms.at(words("Guinea", "-", "Bissau", "said"), 0, 4) == (1, 3)
    assert forms.at(words("Guinea", "said"), 0, 2) == (2, 1)
    assert forms.at(words("rescue", "workers", lemmas={"workers": "worker"}), 0, 2) == (3, 2)
    assert forms.at(words("U.S", "."), 0, 2) == (4, 1)
    assert forms.at(words("guinea", "fowl"), 0, 2) is None
    assert forms.ending(words("two", "rescue", "worker"), 0, 3) == (3, 1)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (("ilan", "dorev"), ("ilan", "dorev"), True),
        (("i", "dorev"), ("ilan", "dorev"), True),
        (("alex", "dorev"), ("alexander", "dorev"), True),
        (("al", "dorev"), ("alexander", "dorev"), False),
        (("anna", "dorev"), ("ilan", "dorev"), False),
        (("ilan", "brin"), ("ilan", "dorev"), False),
    ],
)
def test_same_person(one: tuple[str, ...], two: tuple[str, ...], same: bool) -> None:
    assert same_person(one, two) is same


def test_initials_are_of_capitalised_words() -> None:
    assert initials("Joint Tidal Mission of Velm") == "jtmv"


def test_the_nearest_speaker_is_meant_and_two_alike_are_not() -> None:
    first, second = Party("Mira Sadko", "person"), Party("Oskar Brin", "person")
    history = History()
    history.name(first, 0, 0)
    history.speak(first, 0, 0)
    assert history.choose([first, second], 1).party is first
    history.name(second, 50, 1)
    history.speak(second, 50, 1)
    assert history.choose([first, second], 2).party is second
    level = History()
    level.name(first, 0, 0)
    level.name(second, 9, 0, joined=True)
    choice = level.choose([first, second], 0)
    assert choice.party is None
    assert set(choice.candidates) == {first, second}


def test_names_in_quotations_are_not_taken_up() -> None:
    inside, outside = Party("Mira Sadko", "person"), Party("Oskar Brin", "person")
    history = History()
    history.name(outside, 0, 0)
    history.name(inside, 10, 0, quoted=True)
    assert history.choose([inside, outside], 1).party is outside


def test_what_is_far_back_is_left_alone() -> None:
    party, other = Party("Mira Sadko", "person"), Party("Oskar Brin", "person")
    history = History()
    history.name(party, 0, 0)
    assert history.choose([party, other], 9).party is None


@pytest.mark.parametrize(
    ("outlet", "name", "own"),
    [
        ("Harbour Times", "The Harbour Times", True),
        ("Reuters (via Harbour Times)", "Harbour Times", True),
        ("Reuters (via Harbour Times)", "Reuters", False),
        ("Harbour Times Online", "Harbour Times", True),
        ("RIA Novosti", "RIA", False),
        (None, "Reuters", False),
    ],
)
def test_own_outlet(outlet: str | None, name: str, own: bool) -> None:
    page = built("[content|Nothing.]")
    page = msgspec.structs.replace(page, document=msgspec.structs.replace(page.document, outlet=outlet))
    assert Ground(page, Lexicon(PARSELESS.pack("en"))).own_outlet(name) is own
