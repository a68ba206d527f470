"""Every page: that it is there, that its links lead somewhere, that nothing in it acts, that words lead to their places."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.desk.conftest import DOSSIER, HOME, desk_of, settle
from tests.show.compared import HOSTILE

SECTIONS = ("disputes", "figures", "origins", "claims", "timeline", "parties", "documents", "judgements")

PAGES = (
    "/",
    "/read",
    "/search",
    "/search?q=mill",
    "/log",
    "/users",
    f"{HOME}/export",
    HOME,
    *(f"{HOME}/{section}" for section in SECTIONS),
    f"{HOME}/disputes/d1",
    f"{HOME}/documents/one",
    f"{HOME}/documents/one?judge=a1",
    f"{HOME}/documents/two?at=0-5",
)


def crawl(client: TestClient, first: str = "/") -> dict[str, html.HtmlElement]:
    """Every page that links of ours lead to, by its path and query."""
    found: dict[str, html.HtmlElement] = {}
    left = [first]
    while left:
        address = left.pop()
        if address in found:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[-300:])
        page = found[address] = html.document_fromstring(answer.text)
        for link in page.xpath("//*/@href | //*/@hx-get"):
            parts = urlsplit(urljoin(address, link))
            if link.startswith(("http:", "https:")) or parts.path.startswith(("/static", "/jobs")):
                continue
            assert not parts.scheme, link
            if "/findings/" not in parts.path:
                left.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return found


def test_every_link_leads_somewhere(client: TestClient) -> None:
    found = crawl(client)
    assert {address.partition("?")[0] for address in found} >= {page.partition("?")[0] for page in PAGES}
    assert any("/parties/" in address for address in found)
    assert any("/claims/" in address for address in found)
    for address, page in found.items():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids), address
        for link in page.xpath("//*/@href"):
            parts = urlsplit(urljoin(address, link))
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.fragment and target in found:
                assert parts.fragment in found[target].xpath("//@id"), (address, link)


@pytest.mark.parametrize("speaker", [HOSTILE])
def test_hostile_words_are_only_words(client: TestClient) -> None:
    found = crawl(client)
    shown = 0
    for address, page in found.items():
        assert not page.xpath("//script[not(@src)] | //style | //iframe | //object | //embed | //base"), address
        assert not [name for one in page.iter() for name in one.attrib if name.startswith("on") or name == "style"], address
        assert not page.xpath("//*[starts-with(normalize-space(@href), 'javascript:')]"), address
        for source in page.xpath("//script/@src | //link/@href | //img/@src"):
            assert source.startswith("/static/"), (address, source)
        text = page.text_content() + " ".join(page.xpath("//@*"))
        assert "\u202e" not in text, address
        shown += "<script>alert(1)</script>" in text
    assert shown > 10


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_one_heading_a_title_and_named_fields(client: TestClient, address: str) -> None:
    page = html.document_fromstring(client.get(address).text)
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//title")[0].text.endswith("Counterclaim")
    assert page.xpath("//html/@lang") == ["en"]
    named = set(page.xpath("//label/@for"))
    for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert field.get("id") in named or field.get("aria-label"), html.tostring(field)


def test_a_cell_leads_to_its_very_words(client: TestClient) -> None:
    page = html.document_fromstring(client.get(HOME).text)
    cells = page.xpath("//*[@class='dispute']//a[@class='words']")
    assert cells
    for cell in cells:
        address, _, anchor = cell.get("href").partition("#")
        document = html.document_fromstring(client.get(address).text)
        label = anchor.removeprefix("w-d-")
        assert document.get_element_by_id(anchor) is not None
        marked = document.xpath(f"//*[contains(concat(' ', @data-of), ' d-{label} ')]")
        assert "".join(mark.text_content() for mark in marked).startswith(cell.text_content())


def test_every_stretch_of_the_text_knows_its_place(client: TestClient) -> None:
    page = html.document_fromstring(client.get(f"{HOME}/documents/one").text)
    stretches = page.xpath("//article//*[@data-at]")
    at = 0
    for stretch in stretches:
        assert int(stretch.get("data-at")) == at
        at += len(stretch.text_content())


def test_a_place_outside_the_text_marks_nothing(client: TestClient) -> None:
    for at in ("5-5", "9-4", "0-999999", "-1-4", "x", "1-2-3"):
        answer = client.get(f"{HOME}/documents/one", params={"at": at})
        assert answer.status_code == 200
        assert 'id="w-d-here"' not in answer.text


def test_what_is_not_there_is_said_plainly(client: TestClient) -> None:
    for path in (
        "/nope",
        "/dossiers/none",
        "/dossiers/none/figures",
        f"{HOME}/nope",
        f"{HOME}/documents/none",
        f"{HOME}/disputes/d99",
        f"{HOME}/parties/nobody",
        f"{HOME}/claims/one/0-1",
        f"{HOME}/claims/one/zero",
        f"{HOME}/documents/one/findings/a99",
        "/jobs/none",
        "/read/none",
        "/static/none.js",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "Traceback" not in answer.text


def test_filters_leave_what_is_asked_for(client: TestClient) -> None:
    def disputes(**asked: str) -> int:
        return len(html.document_fromstring(client.get(HOME, params=asked).text).xpath("//*[@class='dispute']//li"))

    everything = disputes()
    assert 0 < disputes(party="Lodva") < everything
    assert 0 < disputes(side="Lodva") == disputes(party="Ana Pell") + disputes(party="Lodva")
    assert disputes(outlet="Meridian") + disputes(outlet="two") == everything
    assert disputes(language="uk") == 0
    assert disputes(since="2031-03-15") == disputes(outlet="two")
    assert disputes(until="2031-03-14") == disputes(outlet="Meridian")
    assert disputes(reviewed="no") == everything
    assert disputes(reviewed="yes") == 0
    assert disputes(verification="none") == everything
    assert disputes(verification="any") == 0
    for section in SECTIONS:
        assert client.get(f"{HOME}/{section}", params={"party": "Lodva", "since": "2031-03-15"}).status_code == 200


def test_filters_stay_when_the_section_changes(client: TestClient) -> None:
    page = html.document_fromstring(client.get(HOME, params={"party": "Lodva"}).text)
    links = page.xpath("//nav[contains(@class, 'tabs')]/a/@href")
    assert all(link.endswith("?party=Lodva") for link in links if "judgements" not in link)


def test_a_document_taken_out_is_gone_and_the_comparison_is_made_again(client: TestClient) -> None:
    assert client.post(f"{HOME}/documents/two/remove").status_code == 200
    assert client.get(f"{HOME}/documents/two").status_code == 404
    assert client.post(f"{HOME}/documents/two/remove").status_code == 404
    settle(client)
    compared = [job.title for job in desk_of(client).jobs._jobs.values() if job.title.startswith("Comparing")]
    assert len(compared) == 2
    assert "Something changed" not in client.get(HOME).text
    assert "two" in client.get("/log", params={"act": "remove", "dossier": DOSSIER}).text


def test_a_page_of_rows_past_the_last_is_the_last(client: TestClient) -> None:
    assert client.get(f"{HOME}/documents", params={"page": 99}).status_code == 200
    assert client.get(f"{HOME}/documents", params={"page": 0}).status_code == 422


def test_htmx_evaluates_and_inserts_nothing(client: TestClient) -> None:
    settings = re.search(r"name=\"htmx-config\" content='([^']+)'", client.get("/").text)
    assert settings
    for off in ('"allowEval":false', '"allowScriptTags":false', '"includeIndicatorStyles":false', '"historyCacheSize":0'):
        assert off in settings[1]
    assert '"selfRequestsOnly":true' in settings[1]
