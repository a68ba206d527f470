"""Pasting, dropping files: read in the background, kept in a dossier or only looked at."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from counterclaim.desk.safety.fetch import Fetched
from counterclaim.ledger.session import Ledger
from counterclaim.service.dossier import documents
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from tests.desk.conftest import HOME, TOKEN, MakeClient, desk_of, settle, with_csrf
from tests.service.reviewed import mill


@pytest.fixture(autouse=True)
def read_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading gives a sheet made by hand: what stages find is not the matter here."""

    def read_files(files: list[tuple[str, bytes]], _kit: object) -> Iterator[Sheet | Problem]:
        for name, data in files:
            if name.endswith(".pdf"):
                yield Problem(code="not_text", message=f"{name} is a PDF", stage="intake")
            else:
                yield mill(data.decode(), name.rpartition(".")[0] or name)

    monkeypatch.setattr("counterclaim.desk.pages.reading.read_files", read_files)


def progress(client: TestClient, answer_url: str) -> str:
    settle(client)
    return client.get(answer_url, headers={"HX-Request": "true"}).text


def test_a_pasted_text_is_looked_at_and_kept_nowhere(client: TestClient, ledger: Ledger) -> None:
    answer = client.post("/read", data={"text": "Mayor Ana Pell said the mill was shelled.", "called": "Mill"})
    assert answer.url.path.startswith("/jobs/")
    settle(client)
    polled = client.get(answer.url.path, headers={"HX-Request": "true"})
    assert polled.headers["HX-Redirect"].startswith("/read/")
    page = client.get(polled.headers["HX-Redirect"])
    assert "the mill was shelled" in page.text
    assert "kept nowhere" in page.text
    assert "Mill" not in client.get("/").text


def test_another_person_does_not_see_what_was_looked_at(client: TestClient) -> None:
    answer = client.post("/read", data={"text": "Mayor Ana Pell said the mill was shelled."})
    settle(client)
    desk_of(client).jobs.get(answer.url.path.rpartition("/")[2]).owner = "somebody else"  # type: ignore[union-attr]
    assert client.get(f"/read/{answer.url.path.rpartition('/')[2]}").status_code == 404


def test_files_are_read_together_and_what_fails_is_told(client: TestClient) -> None:
    files = [("files", ("a.txt", b"Rain is expected.")), ("files", ("b.pdf", b"%PDF")), ("files", ("../../c.txt", b"Sun."))]
    answer = client.post("/read", files=files)
    shown = progress(client, answer.url.path)
    assert "b.pdf is a PDF" in shown
    page = client.get(f"/read/{answer.url.path.rpartition('/')[2]}").text
    assert "Rain is expected." in page
    assert "Sun." in page
    assert ".." not in page


@pytest.mark.model
def test_what_is_read_into_a_dossier_is_kept(make_client: MakeClient, ledger: Ledger) -> None:
    from counterclaim.kit import open_kit

    client = make_client()
    desk_of(client).kit = open_kit()
    client.get("/in", params={"token": TOKEN})
    with_csrf(client)
    line = json.dumps({"id": "r1", "text": "The mayor said the mill burned.", "outlet": "The Quay"}).encode()
    files = [("files", ("a.txt", b"The army denied that it had fired.")), ("files", ("b.jsonl", line + b"\n{broken"))]
    answer = client.post("/read", data={"dossier": "New / one"}, files=files)
    shown = progress(client, answer.url.path)
    assert "a: added" in shown
    assert "b.jsonl" in shown, "the broken line is told"
    assert {row.name for row in documents(ledger, "New / one")} == {"a", "r1"}


@pytest.mark.parametrize("data", [{}, {"text": " \n "}, {"text": "x", "dossier": "d" * 201}])
def test_nothing_to_read_is_refused_in_a_sentence(client: TestClient, data: dict[str, str]) -> None:
    assert client.post("/read", data=data).status_code == 422


def test_nothing_is_fetched_unless_the_desk_may(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.desk.pages.reading.fetch", lambda url: pytest.fail(url))
    assert client.post("/read", data={"url": "https://paper.example/1"}).status_code == 403
    assert 'name="url"' not in client.get("/read").text


def test_a_page_is_fetched_where_the_desk_may(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = Fetched(url="https://paper.example/one", data=b"Mayor Ana Pell said the mill was shelled.")
    monkeypatch.setattr("counterclaim.desk.pages.reading.fetch", lambda url: fetched)
    client = make_client(allow_fetch=True)
    client.get("/in", params={"token": TOKEN})
    with_csrf(client)
    assert 'name="url"' in client.get("/read").text
    answer = client.post("/read", data={"url": "https://paper.example/1"})
    settle(client)
    assert "the mill was shelled" in client.get(f"/read/{answer.url.path.rpartition('/')[2]}").text


def test_a_job_that_fails_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(files: object, kit: object) -> Iterator[Sheet]:
        raise OSError("the disk is full")

    monkeypatch.setattr("counterclaim.desk.pages.reading.read_files", fails)
    answer = client.post("/read", data={"text": "x"})
    assert "the disk is full" in progress(client, answer.url.path)
    assert client.get(HOME).status_code == 200
