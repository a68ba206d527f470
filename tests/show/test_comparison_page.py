import re
from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree, html
from msgspec.structs import replace

from counterclaim.show.comparison_page import comparison_html
from counterclaim.show.laid import Laid
from counterclaim.show.outline import outline
from counterclaim.show.relays import MOST_DOCUMENTS
from counterclaim.values.comparison import Comparison, DossierDocument
from tests.match.dossier import Draft
from tests.show.compared import HOSTILE, compared
from tests.show.test_page import luminance


def page(name: str = "Ana Pell") -> html.HtmlElement:
    return html.document_fromstring(comparison_html(*compared(name), name))


def test_every_link_leads_somewhere_and_every_id_stands_once() -> None:
    made = page()
    ids = made.xpath("//@id")
    assert len(set(ids)) == len(ids)
    links = made.xpath("//a/@href")
    assert {link[1:] for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_evidence_opens_its_very_words_in_place() -> None:
    made = page()
    seen = []
    for cell in made.xpath("//*[@id='disputes']//a[@class='words'] | //*[@class='passage']//a[@class='words']"):
        target = cell.get("href").removeprefix("#w-")
        marked = made.xpath(f"//*[contains(@data-of, '{target} ')]")
        assert "".join(mark.text_content() for mark in marked) == cell.text_content()
        assert made.xpath(f"//*[@id='e-{target}']//a[@class='at']/@href") == [f"#w-{target}"]
        seen.append(cell.text_content())
    assert {"Lodva shelled the mill", "it had fired", "Verenian guns hit it."} <= set(seen)


def test_each_document_tells_what_the_comparison_uses_of_it() -> None:
    sheet = page().get_element_by_id("doc2-sheet")
    used = sheet.xpath(".//*[@class='back']/a/@href")
    assert {"#dispute-d1", "#figure-1", "#claim-c1"} <= set(used)


def test_who_asserts_and_who_denies_is_said_in_words() -> None:
    position, other = page().xpath("//*[@id='dispute-d1']//*[@class='position']")
    assert [" ".join(p.text_content().split()) for p in position.xpath(".//*[@class='holders']")] == [
        "held by Ana Pell",
        "denied by Lodva",
    ]
    assert [act.text_content() for act in position.xpath(".//*[@class='act']")] == ["asserts", "denies"]
    assert "the outlet itself (two)" in other.text_content()


@given(st.text(alphabet="ab \n", max_size=60), st.integers(0, 60), st.integers(1, 10))
def test_what_stands_around_a_place_is_of_its_line(text: str, start: int, length: int) -> None:
    text = f"{text}{'x' * length}"
    start = min(start, len(text) - 1)
    assume(text[start] != "\n")
    laid = Laid(Comparison(), [Draft("one", text).sheet()])
    before, after = laid.around("one", start, start + 1, 12)
    line = " ".join(text[text.rfind("\n", 0, start) + 1 :].split("\n")[0].split())
    assert before.strip("… ") in line
    assert after.strip("… ") in line
    assert len(before) <= 13 and len(after) <= 13


def test_a_blank_beside_a_place_is_kept_and_none_is_put_there() -> None:
    laid = Laid(Comparison(), [Draft("one", "The dead are 17, and more.").sheet()])
    assert laid.around("one", 13, 15, 9) == ("dead are ", ", and…")


def test_charts_say_each_mark_in_words_and_join_revisions() -> None:
    made = page()
    chart = made.xpath("//*[@id='figure-1']//*[@class='chart']")[0]
    assert chart.xpath(".//a/@aria-label") == ["3, in two", "at least 12, in Meridian", "14, in Meridian"]
    assert len(chart.xpath(".//*[@class='joined']")) == 1
    assert len(made.xpath("//*[@id='figure-1']//tbody/tr")) == 3


def test_the_relay_graph_draws_parties_relays_documents_and_the_copy() -> None:
    graph = page().xpath("//*[@class='graph']")[0]
    kinds = [re.sub(r"\d", "", key) for key in graph.xpath(".//@data-node")]
    assert kinds == ["party", "relay", "document", "document", "document"]
    assert graph.xpath(".//*[@class='copy silent']/../*/text()") == ["Ana Pell: likely a copy of Meridian"]


def test_a_large_dossier_is_drawn_in_part_and_says_so() -> None:
    comparison, outlines = compared()
    more = [outline(Draft(f"more-{number}", "Nothing.").sheet()) for number in range(MOST_DOCUMENTS)]
    documents = tuple(
        DossierDocument(id=one.sheet.document.id, path="", outlet=None, published=None, language="en", title=None)
        for one in more
    )
    large = replace(comparison, documents=(*documents, *comparison.documents))
    made = html.document_fromstring(comparison_html(large, [*more, *outlines]))
    assert len(made.xpath("//*[@class='graph']//*[starts-with(@data-node, 'document')]")) == MOST_DOCUMENTS
    assert "Not drawn: 3 documents." in made.get_element_by_id("origins").text_content()
    assert made.xpath("//*[@class='copy silent']")


def test_hostile_names_and_texts_are_only_text() -> None:
    made = page(HOSTILE)
    assert len(made.xpath("//script")) == 1
    assert len(made.xpath("//style")) == 1
    assert not made.xpath("//img | //*[@src]")
    assert not [name for name in made.xpath("//@*") if name.attrname.startswith("on")]
    assert "\u202e" not in etree.tostring(made, encoding="unicode")
    assert made.xpath("//title")[0].text_content().startswith("<script>")


def test_nothing_is_asked_of_the_network() -> None:
    raw = comparison_html(*compared())
    made = html.document_fromstring(raw)
    assert not made.xpath("//link | //iframe | //object | //form | //image | //use | //*[@style]")
    for asking in ("@import", "url(", "http://", "https://", "fetch("):
        assert asking not in raw


def test_the_policy_names_the_one_style_and_the_one_script() -> None:
    raw = comparison_html(*compared())
    (policy,) = html.document_fromstring(raw).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        (part,) = re.findall(rf"<{name}>(.*?)</{name}>", raw, re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" in policy


def test_the_same_comparison_is_the_same_page() -> None:
    assert comparison_html(*compared()) == comparison_html(*compared())


def test_an_empty_comparison_and_one_without_sheets_are_pages_too() -> None:
    assert "0 documents compared" in comparison_html(Comparison(), [])
    made = html.document_fromstring(comparison_html(compared()[0], []))
    assert {link[1:] for link in made.xpath("//a/@href")} <= set(made.xpath("//@id"))


def test_a_second_document_of_one_id_changes_nothing() -> None:
    comparison, outlines = compared()
    assert comparison_html(comparison, [*outlines, outlines[0]]) == comparison_html(comparison, outlines)


def test_places_outside_the_text_are_words_without_a_link() -> None:
    comparison, outlines = compared()
    (ladder,) = comparison.figures
    far = replace(ladder, points=tuple(replace(p, start=9000, end=9001) for p in ladder.points))
    made = html.document_fromstring(comparison_html(replace(comparison, figures=(far,)), outlines))
    assert not made.xpath("//*[@id='figure-1']//a[starts-with(@href, '#w-')]")


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast_is_that_of_wcag_aa(theme: int) -> None:
    from importlib.resources import files

    styles = [
        files("counterclaim.show").joinpath("templates", name).read_text("utf-8") for name in ("page.css", "comparison.css")
    ]
    known: dict[str, str] = {}
    for style in styles:
        known |= dict(re.findall(r"--([\w-]+): (#\w{6});", re.findall(r":root \{(.*?)\}", style, re.DOTALL)[theme]))
    for ink, ground in [("assert", "card"), ("deny", "card"), ("ink", "placed"), ("accent", "paper"), ("accent", "placed")]:
        light, dark = sorted((luminance(known[ink]), luminance(known[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
