"""What a text says of itself: headline, writer, outlet, date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.clean.dates import find_date, is_date_line, open_months
from counterclaim.clean.heading import Heading, heading
from counterclaim.clean.zones import zone_text
from tests.clean.packs import PACK

MONTHS = open_months(PACK)
BODY = """
The harbour of Port Elin reopened on Tuesday after a week of storms, the harbour master said, and the first ferry left at noon.
"We have waited long for this," said Tom Orr, who has worked on the ferries of the bay for thirty years.
At least four boats sank during the storms, according to the coast guard, though nobody was hurt in any of the accidents.
"""


def read(above: str, below: str = "") -> Heading:
    text = above + BODY + below
    return heading(text, zone_text(text, PACK), PACK)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Brel", "Ana Brel"),
        ("By Ana van der Brel and Tom Orr", "Ana van der Brel and Tom Orr"),
        ("By Ana Brel, Lorvia Press", "Ana Brel"),
        ("By Ana Brel on Monday, March 1st, 2021 at 11:04", "Ana Brel"),
        ("Written by Igor Vant, researcher at the Centre for Bay Studies", "Igor Vant"),
        ("By the numbers", None),
    ],
)
def test_author(line: str, author: str | None) -> None:
    assert read(f"Harbour reopens after week of storms\n\n{line}\n").author == author


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published 3 March 2021", "2021-03-03"),
        ("3 March 2021, 08:51 | Updated: 4 March 2021, 12:10", "2021-03-03T08:51"),
        ("Last updated: Mar. 3, 2021", "2021-03-03"),
        ("03.04.2021, 12:25", "2021-04-03T12:25"),
        ("2021-04-03", "2021-04-03"),
        ("03/04/2021", None),  # two countries read it as two days
        ("13/04/2021", "2021-04-13"),
        ("Published Monday", None),
    ],
)
def test_published(line: str, published: str | None) -> None:
    assert read(f"Harbour reopens after week of storms\n\n{line}\n").published == published


def test_a_dateline_without_a_year_gives_no_date() -> None:
    text = "PORT ELIN, March 2 (Lorvia Press) - " + BODY.strip()
    found = heading(text, zone_text(text, PACK), PACK)
    assert (found.outlet, found.published) == ("Lorvia Press", None)


def test_outlet_behind_the_repeated_title() -> None:
    found = read("Harbour reopens after week of storms | The Bay Herald\nHome\nNews\nHarbour reopens after week of storms\n")
    assert (found.title, found.outlet) == ("Harbour reopens after week of storms", "The Bay Herald")


def test_outlet_by_its_rights() -> None:
    assert read("Harbour reopens after week of storms\n", "© 2021 Bay Herald. All rights reserved.\n").outlet == "Bay Herald"


def test_outlet_beside_the_writer() -> None:
    line = "By Lena Orsov and Martin Hale | The Halden Courier | 12 June 2029"
    found = read(f"Harbour reopens after week of storms\n\n{line}\n")
    assert (found.author, found.outlet, found.published) == ("Lena Orsov and Martin Hale", "The Halden Courier", "2029-06-12")
    assert read("Harbour reopens after week of storms\n\nBy Ana Brel | 12 June 2029\n").outlet is None


def test_no_heading() -> None:
    assert heading(BODY.strip(), zone_text(BODY.strip(), PACK), PACK) == Heading()


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert not is_date_line("The storm hit on 3 March 2021.", MONTHS)
    assert is_date_line("Tuesday, March 3, 2021", MONTHS)


def test_impossible_dates_are_left_out() -> None:
    assert find_date("31.02.2021", MONTHS) is None
    assert find_date("May 99, 2021", MONTHS) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    heading(text, zone_text(text, PACK), PACK)
    find_date(text, MONTHS, 2021)
