"""A page's text, zones, places and metadata, on invented pages."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.clean.html_page import HtmlPage, read_html
from counterclaim.clean.html_phrases import without_phrases
from counterclaim.clean.html_roles import open_roles
from counterclaim.clean.marks import open_marks
from counterclaim.kit import Kit
from counterclaim.values.span import Span
from tests.clean.packs import PACK

ROLES = open_roles(Kit())
FOLDER = Path(__file__).parent / "pages"


def source(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def kinds(page: HtmlPage) -> dict[str, str]:
    """The kind of each line of the page's text."""
    zones = without_phrases(page.text, page.zones, open_marks(PACK)) if page.zones else ()
    return {line: zone.kind for zone in zones for line in page.text[zone.start : zone.end].splitlines() if line.strip()}


def check_places(page: HtmlPage, text: str) -> None:
    """Each run is a copy, an edit that unescapes to the text, or an insertion of blanks."""
    at = 0
    for run in page.alignment.runs:
        assert run.start == at
        at = run.end
        words, origin = page.text[run.start : run.end], text[run.source_start : run.source_end]
        if len(words) == len(origin):
            assert words == origin
        elif origin:
            assert words == html.unescape(origin) or (words == " " and not html.unescape(origin).strip())
        else:
            assert words in {" ", "\n"}
    assert at == len(page.text)


@pytest.fixture(scope="module")
def mill() -> HtmlPage:
    return read_html(source("mill.html"), ROLES)


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        ("Lodva denies", "headline"),
        ("Twelve people died", "subhead"),
        ("By Mira", "byline"),
        ("2 May", "dateline"),
        ("Tweet", "furniture"),
        ("The mill at Marisk on Friday", "caption"),
        ("The army of Lodva", "body"),
        ("“We did not", "body"),
        ("READ MORE", "related"),
        ("Ana Pell, the mayor", "body"),
        ("The mill is gone", "embed"),
        ("— Ana Pell", "embed"),
        ("The account", "body"),
        ("Sharing this", "body"),
        ("(Reporting by", "credit"),
        ("Mayor of Marisk asks", "related"),
        ("hillwalker", "comment"),
        ("The mayor said herself", "comment"),
        ("General Veld said nothing", "comment"),
        ("Home", "furniture"),
        ("© 2031", "furniture"),
    ],
)
def test_each_line_has_its_zone(mill: HtmlPage, begins: str, kind: str) -> None:
    assert {k for line, k in kinds(mill).items() if line.startswith(begins)} == {kind}


def test_what_no_reader_sees_is_no_text(mill: HtmlPage) -> None:
    for hidden in ("No text of the page", "color: black", "We use cookies"):
        assert hidden not in mill.text


def test_metadata(mill: HtmlPage) -> None:
    about = mill.meta
    assert (about.title, about.outlet, about.author) == (
        "Lodva denies shelling the mill at Marisk", "The Upland Courier", "Mira Tolland"
    )  # fmt: skip
    assert (about.published, about.url, about.lang) == ("2031-05-02", "https://courier.example/2031/05/02/mill", "en-GB")


def test_character_references_and_blanks_keep_their_places(mill: HtmlPage) -> None:
    text = source("mill.html")
    for words, origin in [
        ("“We did not", "&ldquo;We did not"),
        ("there & it burned", "there &amp; it\nburned"),
        ("this <story> is", "this &lt;story&gt; is"),
        ("least 12\xa0people", "least\n   12&nbsp;people"),
        ("the first shell", "the <b>first</b> shell"),
    ]:
        at = mill.text.index(words)
        place = mill.alignment.source_of(Span(at, at + len(words)))
        assert place is not None
        assert place.words(text) == origin


@pytest.mark.parametrize("name", ["mill.html", "split.html"])
def test_every_character_has_its_place(name: str) -> None:
    check_places(read_html(source(name), ROLES), source(name))


def test_text_split_over_containers_is_joined() -> None:
    found = kinds(read_html(source("split.html"), ROLES))
    assert sum(kind == "body" for kind in found.values()) == 5
    assert found["How the grain left the valley"] == "headline"
    assert found["Advertisement"] == "furniture"


def test_zones_tile_the_text(mill: HtmlPage) -> None:
    at = 0
    for zone in mill.zones:
        assert zone.start == at
        at = zone.end
    assert at == len(mill.text)


def test_a_paragraph_in_front_shifts_all_and_changes_nothing() -> None:
    page = source("mill.html")
    more = "<p>The weather in the uplands was fine on Friday, and the roads to Marisk were open to all traffic.</p>\n"
    longer = page.replace('<div class="story__body">\n', '<div class="story__body">\n' + more)
    one, two = kinds(read_html(page, ROLES)), kinds(read_html(longer, ROLES))
    assert {line: two[line] for line in one} == one


MARKUP = [
    "<p>", "</p>", "<div class='related'>", "<b>", "</b>", "<br>", "<!--", "-->", "&amp;", "&#10;", "&nbsp;", "&notit;",
    "<pre>", "</pre>", "<script>", "</script>", "<h1>", "<a href=x>", "</a>", " ", "\n", "\t \n", "The mayor denied it.",
    "<blockquote class=twitter-tweet>", "&#x2801;&#x2802;", "&#12;", "&#1;", "\x0c", "\u2801", "<table><td>", "\ud83d",
    "\x00", "é", "x",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_any_markup_is_read_with_places(text: str) -> None:
    page = read_html(text, ROLES)
    check_places(page, text)
    assert not page.zones or page.zones[-1].end == len(page.text)


@pytest.mark.parametrize("tag", ["div", "b", "table", "blockquote"])
def test_deep_nesting_loses_no_text(tag: str) -> None:
    page = read_html(f"<html><body>{f'<{tag}>' * 100_000}<p>The mayor denied it.</p>", ROLES)
    assert "The mayor denied it." in page.text
    assert not page.structured


def test_a_tag_of_a_hundred_thousand_attributes_takes_no_time() -> None:
    attributes = " ".join(f'a{n}="x"' for n in range(100_000))
    assert "denied" in read_html(f"<html><body><div {attributes}><p>The mayor denied it.</p></div>", ROLES).text


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>The mayor said &b; twice.</p></body></html>'
    assert read_html(bomb, ROLES).text == "The mayor said &b; twice.\n"


def test_a_page_without_text_gives_none() -> None:
    page = read_html("<html><script>1</script><body></body></html>", ROLES)
    assert (page.text, page.zones) == ("", ())


def test_a_short_article_is_known_from_the_page_data() -> None:
    told = "The mill at Marisk burned down on Friday. Nobody was hurt. " + "It was the third fire in the valley this year. " * 6
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
    text = "<div><p>The mill at Marisk burned down on Friday.</p><p>Nobody was hurt.</p></div><footer>All mills</footer>"
    found = kinds(read_html(f"<html><head>{data}</head><body>{text}</body></html>", ROLES))
    assert (found["Nobody was hurt."], found["All mills"]) == ("body", "furniture")


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    page = source("mill.html").replace("<p>The army of Lodva", "<p>MARISK, May 2 (Meridian) - The army of Lodva")
    found = kinds(read_html(page, ROLES))
    assert found["MARISK, May 2 (Meridian) - "] == "dateline"
