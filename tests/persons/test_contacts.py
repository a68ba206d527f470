"""Telephone numbers, e-mail and postal addresses: what is one, and what only looks like one."""

import pytest

from counterclaim.kit import LANGUAGES, Kit
from counterclaim.lexicon.load import entries
from counterclaim.persons.contacts import contacts
from counterclaim.persons.words import RegionEntry, person_words
from tests.built import built

pytestmark = pytest.mark.model

FOUND = [
    ("en", "Ring +44 20 7946 0958 before noon.", "+44 20 7946 0958"),
    ("en", "Ask for (202) 555-0143.", "(202) 555-0143"),
    ("en", "The newsroom's number is 202-555-0143.", "202-555-0143"),
    ("en", "Tel. 7946 0958", "7946 0958"),
    ("en", "Write to mira.dohl@example.org today.", "mira.dohl@example.org"),
    ("en", "Write to mira.dohl [at] example.org today.", "mira.dohl [at] example.org"),
    ("en", "She lives at 12 Old Mill Street.", "12 Old Mill Street."),
    ("ru", "Звоните по телефону 8 (495) 123-45-67.", "8 (495) 123-45-67"),
    ("ru", "Она живёт по адресу: ул. Мельничная, д. 12.", "ул. Мельничная, д. 12"),
    ("uk", "Телефонуйте: (044) 279-01-23.", "(044) 279-01-23"),
    ("uk", "Вона живе на вулиці Млинова, 12.", "вулиці Млинова, 12"),
]
NOT_FOUND = [
    "It fell on 2031-03-14 at 14.30-15.45.",
    "It fell on 14.03.2031, 14-03-2031 and 03/14/2031.",
    "It lies at 48.7381, 37.5842 and 48°44'17.2\"N.",
    "They lost 1 200 000 and 1,200,000 crowns, 12 500 000.75 in all.",
    "The score was 21-19, 15-21, 21-17.",
    "Article 2031-4567-88 of the code, ISBN 978-3-16-148410-0.",
    "Brigades 101 102 103 104 were there from 2022-2024.",
    "She recalls 20310314 readings and 202 555 143 of them.",
    "The call on 14 March 2031 lasted 12 minutes.",
    "He met 12 people in the Street and 5 on Mill Road.",
    "Follow us @meridian or ask @mira on the site.",
]


@pytest.mark.parametrize(("language", "text", "words"), FOUND)
def test_found(language: str, text: str, words: str, kit: Kit) -> None:
    found = contacts(built(text, language=language), person_words(kit.pack(language)))
    assert [one.span.words(text) for one in found] == [words]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_only_looks_like_one(text: str, kit: Kit) -> None:
    assert contacts(built(text), person_words(kit.pack("en"))) == ()


def test_the_furniture_is_looked_through_and_said_to_be_nobodys(kit: Kit) -> None:
    page = built("{body}The mill burned.\n{furniture}Newsroom: 202-555-0143\n")
    (found,) = contacts(page, person_words(kit.pack("en")))
    assert not found.in_article


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions(language: str, kit: Kit) -> None:
    """The examples of phone_regions.toml fire, and the counter-examples do not."""
    lists = person_words(kit.pack(language))
    for entry in entries(language, "phone_regions", RegionEntry):
        assert [c.kind for c in contacts(built(entry.example, language=language), lists)] == ["telephone"], entry.example
        assert contacts(built(entry.counter, language=language), lists) == (), entry.counter
