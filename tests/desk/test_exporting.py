"""Giving a dossier out, and hiding people where somebody asks for it."""

import json

from fastapi.testclient import TestClient
from lxml import html

from counterclaim.ledger.session import Ledger
from counterclaim.service.log import log
from counterclaim.values.digest import bytes_digest
from tests.desk.conftest import DOSSIER, HOME, settle


def given(client: TestClient, **form: str) -> bytes:
    """The file that an export ends in."""
    answer = client.post(f"{HOME}/export", data=form)
    settle(client)
    polled = client.get(answer.url.path, headers={"HX-Request": "true"})
    assert "HX-Redirect" in polled.headers, polled.text
    taken = client.get(polled.headers["HX-Redirect"])
    assert taken.headers["Content-Disposition"].startswith("attachment")
    return taken.content


def test_an_export_says_what_it_was_made_from_and_the_log_tells_of_it(client: TestClient, ledger: Ledger) -> None:
    data = given(client, form="json", unmasked="true")
    whole = json.loads(data)
    assert (whole["dossier"], whole["masked"], len(whole["sheets"])) == (DOSSIER, False, 3)
    (row,) = log(ledger, act="export")
    assert row.digest == bytes_digest(data)
    assert "ana at the desk" in row.subject
    assert whole["made_from"]["log"] < row.number


def test_a_page_is_given_out_with_the_digest_in_its_foot(client: TestClient) -> None:
    page = html.document_fromstring(given(client, form="html", unmasked="true").decode())
    assert "digest" in page.xpath("//footer")[0].text_content()


def test_another_form_is_refused_and_another_person_takes_nothing(client: TestClient) -> None:
    assert client.post(f"{HOME}/export", data={"form": "exe"}).status_code == 422
    assert client.get("/exports/none").status_code == 404


def test_people_are_hidden_where_somebody_asks_for_it(client: TestClient) -> None:
    assert "Hide people" in client.get("/").text
    assert client.post("/hiding", data={"on": "true"}).status_code == 200
    for page in (HOME, f"{HOME}/parties", f"{HOME}/documents/one"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert "People hidden" in answer.text
    assert 'value="accept"' not in client.get(f"{HOME}/documents/one").text
    client.post("/hiding", data={"on": "false"})
    assert 'value="accept"' in client.get(f"{HOME}/documents/one").text
