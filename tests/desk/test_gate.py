"""The gate: which host, from which origin, how much; and the headers of every answer."""

import pytest
from fastapi.testclient import TestClient

from counterclaim.desk.safety.gate import HEADERS, MOST_BYTES
from tests.desk.conftest import HOME, ORIGIN, PORT, MakeClient


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", "", f"127.0.0.1.evil.example:{PORT}"]
)
def test_another_host_is_refused_whoever_asks(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "dossier" not in answer.text.lower()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_this_machine_is_reached_by_all_its_names(client: TestClient, name: str) -> None:
    assert client.get("/", headers={"Host": f"{name}:{PORT}"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1", ""])
def test_a_page_elsewhere_may_not_write(client: TestClient, origin: str) -> None:
    answer = client.post(f"{HOME}/second-look", data={"on": "true"}, headers={"Origin": origin})
    assert answer.status_code == 403


def test_a_browser_that_tells_no_origin_tells_the_site(client: TestClient) -> None:
    del client.headers["Origin"]
    for site, status in (("cross-site", 403), ("same-site", 403), ("none", 403), ("same-origin", 200)):
        answer = client.post(f"{HOME}/second-look", data={"on": "true"}, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == status, site
    assert client.post(f"{HOME}/second-look", data={"on": "true"}).status_code == 403, "nothing at all is told"


@pytest.mark.parametrize(
    "path", ["/", "/nope", "/static/desk.css", "/static/../app.py", "/in", "/api/dossiers", HOME, "/favicon.ico"]
)
@pytest.mark.parametrize("inside", [True, False])
def test_every_answer_carries_the_headers(client: TestClient, make_client: MakeClient, path: str, inside: bool) -> None:
    answer = (client if inside else make_client()).get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "access-control-allow-origin" not in answer.headers
    kept = answer.headers["Cache-Control"]
    assert kept == "no-store" or (path.startswith(("/static", "/favicon")) and "immutable" in kept)


def test_a_fault_of_ours_carries_them_too_and_tells_nothing_of_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr("counterclaim.desk.pages.dossiers.dossiers", breaks)
    answer = TestClient(client.app, base_url=ORIGIN, cookies=client.cookies, raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert "secret" not in answer.text


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_more_than_is_taken_at_once_is_refused(client: TestClient) -> None:
    answer = client.post("/read", headers={"Content-Length": str(MOST_BYTES + 1)}, content=b"")
    assert answer.status_code == 413
    assert client.post("/read", headers={"Content-Length": "many"}, content=b"").status_code == 400


def test_a_program_with_a_token_needs_no_origin(client: TestClient) -> None:
    token = client.cookies[f"counterclaim-{PORT}"]
    client.cookies.clear()
    for header in ("Origin", "X-CSRF-Token"):
        del client.headers[header]
    assert client.get("/api/dossiers").status_code == 401
    assert client.get("/api/dossiers", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    answer = client.post("/api/read", json={"text": ""}, headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 422


def test_another_authorization_is_no_way_round_the_form_token(client: TestClient) -> None:
    del client.headers["X-CSRF-Token"]
    answer = client.post(f"{HOME}/second-look", data={"on": "true"}, headers={"Authorization": "Basic eHg6eXk="})
    assert answer.status_code == 403
    assert "second-look" not in answer.text
    assert ORIGIN in client.headers["Origin"]
