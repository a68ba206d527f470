"""Quotation marks of every style; pure text, no model."""

import pytest

from counterclaim.values.document import Document
from counterclaim.values.page import Page
from counterclaim.values.quotation import quotations
from counterclaim.values.text import Alignment, CleanText, Zone


def page(text: str) -> Page:
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    document = Document(id="d", path="d", sha256="", text_sha256="", language="en")
    return Page(document=document, clean=CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text))))


def words(text: str) -> list[str]:
    return [q.span.words(text) for q in quotations(page(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” she said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," she said, "two."', ['"One,"', '"two."']),
        ("«One», she said.", ["«One»"]),
        ("„One“, she said.", ["„One“"]),
        ("''One,'' she said.", ["''One,''"]),
        ("``One,'' she said.", ["``One,''"]),
        ("'One,' she said.", ["'One,'"]),
        ("‘One,’ she said.", ["‘One,’"]),
        ("“He told me ‘go’ and went,” she said.", ["“He told me ‘go’ and went,”"]),
        ("They said 'such tales fool nobody here'.", ["'such tales fool nobody here'"]),
        ("“One,“ she said, and “two.”", ["“One,“", "“two.”"]),
    ],
)
def test_styles(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text", ["The guards' houses, the mayor's dog.", "In the '90s it's gone.", 'A 6" pipe.', "It was theirs' or ours'."]
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_an_unclosed_quotation_ends_with_its_line() -> None:
    text = "“One.\nTwo."
    (found,) = quotations(page(text))
    assert found.span.words(text) == "“One."
    assert not found.closed


def test_a_repeated_opening_mark_goes_on() -> None:
    text = "She said: “One.\n“Two.\n“Three.”"
    assert [(q.continues, q.closed) for q in quotations(page(text))] == [(False, False), (True, False), (True, True)]


def test_a_closing_mark_in_a_later_line_closes() -> None:
    text = "«One.\nTwo».\nThree."
    (found,) = quotations(page(text))
    assert found.span.words(text) == "«One.\nTwo»"
    assert found.closed


def test_a_new_quotation_below_leaves_the_one_before_open() -> None:
    text = "“One.\nTwo.\n“Three,” she said."
    assert words(text) == ["“One.", "“Three,”"]
