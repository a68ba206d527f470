"""Getting in: the link, the sign-in, roles, and what somebody who is not in sees."""

from collections.abc import Callable

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from counterclaim.desk.pages import entering
from counterclaim.ledger.session import Ledger
from counterclaim.service.users import add_user, remove_user, set_role
from tests.desk.conftest import HOME, PASSWORD, PORT, TOKEN, MakeClient, with_csrf

SignIn = Callable[[str, str], TestClient]

OPEN = {"/static/{name:path}", "/favicon.ico", "/in", "/sign-in"}
"""What somebody who is not in may ask for."""

FILLED = {
    "dossier": HOME.rpartition("/")[2],
    "document": "one",
    "part": "figures",
    "id": "a1",
    "party": "Ana~20Pell",
    "at": "0-4",
    "number": "1",
    "name:path": "desk.css",
}


def routes(client: TestClient) -> list[tuple[str, str]]:
    """Every method and path the desk answers to, filled with names."""
    found = []
    for route in all_routes(client.app.routes):  # type: ignore[attr-defined]
        path = route.path
        for name, value in FILLED.items():
            path = path.replace("{" + name + "}", value)
        found += [(method, path) for method in sorted(route.methods or ()) if route.path not in OPEN]
    assert len(found) > 35
    return found


def all_routes(given: list[object]) -> list[APIRoute]:
    found: list[APIRoute] = []
    for route in given:
        if isinstance(route, APIRoute):
            found.append(route)
        elif hasattr(route, "original_router"):
            found += all_routes(route.original_router.routes)
    return found


def test_without_the_link_every_page_is_closed(make_client: MakeClient) -> None:
    stranger = make_client()
    for method, path in routes(stranger):
        answer = stranger.request(method, path, follow_redirects=False)
        assert answer.status_code == 401, (method, path)
        assert "Meridian" not in answer.text


def test_without_users_sign_in_every_page_leads_to_it(make_client: MakeClient) -> None:
    stranger = make_client(team=True)
    for method, path in routes(stranger):
        answer = stranger.request(method, path, follow_redirects=False)
        assert (answer.status_code, answer.headers.get("location")) in {(401, None), (303, "/sign-in")}, (method, path)


def test_every_write_needs_the_token_of_its_own_session(client: TestClient) -> None:
    right = client.headers.pop("X-CSRF-Token")
    for method, path in routes(client):
        if method in {"GET", "HEAD"}:
            continue
        for wrong in (None, "", "0" * 64, right[:-1], right + "0"):
            headers = {} if wrong is None else {"X-CSRF-Token": wrong}
            answer = client.request(method, path, headers=headers, data={"csrf": wrong or ""})
            assert answer.status_code == 403, (method, path, wrong)
            assert "no longer valid" in answer.text


def test_a_form_may_carry_the_token_in_a_field(client: TestClient) -> None:
    token = client.headers.pop("X-CSRF-Token")
    assert client.post(f"{HOME}/second-look", data={"on": "true", "csrf": token}).status_code == 200


def test_the_link_is_exchanged_for_a_cookie_no_script_reads(make_client: MakeClient) -> None:
    browser = make_client()
    answer = browser.get("/in", params={"token": TOKEN})
    cookie = answer.headers["set-cookie"]
    assert f"counterclaim-{PORT}=" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", "ключ"])
def test_another_link_lets_nobody_in(make_client: MakeClient, token: str) -> None:
    browser = make_client()
    assert browser.get("/in", params={"token": token}).status_code == 403
    assert browser.get("/").status_code == 401


@pytest.mark.parametrize("cookie", ["", ".", "9999999999.x.y", "x", "9" * 5000, "1.a." + "0" * 64])
def test_a_made_up_cookie_lets_nobody_in(make_client: MakeClient, cookie: str) -> None:
    browser = make_client()
    browser.cookies.set(f"counterclaim-{PORT}", cookie)
    assert browser.get("/").status_code == 401


def test_a_desk_started_again_knows_its_browser_and_another_key_does_not(client: TestClient, make_client: MakeClient) -> None:
    for key, status in ((b"k" * 32, 200), (b"x" * 32, 401)):
        again = make_client(key=key)
        again.cookies = client.cookies
        assert again.get("/").status_code == status


def test_roles_decide(sign_in: SignIn) -> None:
    reader, reviewer, admin = sign_in("rita", "reader"), sign_in("ron", "reviewer"), sign_in("ada", "admin")
    for path, statuses in {
        HOME: (200, 200, 200),
        "/log": (200, 200, 200),
        "/read": (403, 200, 200),
        "/users": (403, 403, 200),
        f"{HOME}/documents/one/findings/a1": (403, 200, 200),
    }.items():
        assert tuple(browser.get(path).status_code for browser in (reader, reviewer, admin)) == statuses, path
    for path, status in {
        f"{HOME}/documents/one/judgements": 403,
        f"{HOME}/second-look": 403,
        "/users": 403,
        "/read": 403,
    }.items():
        assert reader.post(path, data={}).status_code == status, path
    assert reviewer.post(f"{HOME}/second-look", data={"on": "true"}).status_code == 403
    assert reviewer.post("/users", data={"name": "eve", "role": "admin", "password": PASSWORD}).status_code == 403
    assert admin.post(f"{HOME}/second-look", data={"on": "true"}).status_code == 200
    assert "Read" not in reader.get("/").text


def test_a_role_taken_away_counts_at_once_and_a_user_taken_out_is_out(sign_in: SignIn, ledger: Ledger) -> None:
    ron = sign_in("ron", "reviewer")
    set_role(ledger, "ron", "reader", by="ada")
    assert ron.get("/read").status_code == 403
    remove_user(ledger, "ron", by="ada")
    assert ron.get("/", follow_redirects=False).status_code == 303


def test_signing_out_ends_the_session_not_only_the_cookie(sign_in: SignIn, make_client: MakeClient) -> None:
    ron = sign_in("ron", "reviewer")
    token = ron.cookies[f"counterclaim-{PORT}"]
    assert ron.post("/sign-out", follow_redirects=False).status_code == 303
    thief = make_client(team=True)
    thief.cookies.set(f"counterclaim-{PORT}", token)
    assert thief.get("/", follow_redirects=False).status_code == 303


def test_guessing_ends_after_a_few_tries_even_with_the_right_password(make_client: MakeClient, ledger: Ledger) -> None:
    add_user(ledger, "ron", "reviewer", PASSWORD, by="test")
    browser = make_client(team=True)
    for _ in range(5):
        assert browser.post("/sign-in", data={"name": "Ron", "password": "wrong wrong wrong"}).status_code == 401
    answer = browser.post("/sign-in", data={"name": "ron", "password": PASSWORD})
    assert answer.status_code == 429
    assert "minutes" in answer.text


def test_names_are_not_told_apart_by_the_answer(make_client: MakeClient, ledger: Ledger) -> None:
    add_user(ledger, "ron", "reviewer", PASSWORD, by="test")
    browser = make_client(team=True)
    known = browser.post("/sign-in", data={"name": "ron", "password": "wrong wrong wrong"})
    unknown = browser.post("/sign-in", data={"name": "ron2", "password": "wrong wrong wrong"})
    assert known.status_code == unknown.status_code == 401
    assert known.text.replace("ron", "") == unknown.text.replace("ron2", "")


def test_one_users_form_token_is_not_anothers(sign_in: SignIn) -> None:
    ron, ada = sign_in("ron", "reviewer"), sign_in("ada", "admin")
    ron.headers["X-CSRF-Token"] = ada.headers["X-CSRF-Token"]
    assert ron.post(f"{HOME}/documents/one/judgements", data={}).status_code == 403


def test_admins_keep_users(sign_in: SignIn) -> None:
    ada = sign_in("ada", "admin")
    assert ada.post("/users", data={"name": "eve", "role": "reader", "password": PASSWORD}).status_code == 200
    assert "eve" in ada.get("/users").text
    assert ada.post("/users", data={"name": "eve", "role": "reader", "password": PASSWORD}).status_code == 422
    assert ada.post("/users", data={"name": "mia", "role": "queen", "password": PASSWORD}).status_code == 422
    assert ada.post("/users", data={"name": "mia", "role": "reader", "password": "short"}).status_code == 422
    assert ada.post("/users/role", data={"name": "eve", "role": "reviewer"}).status_code == 200
    assert ada.post("/users/remove", data={"name": "ada"}).status_code == 422
    assert ada.post("/users/remove", data={"name": "eve"}).status_code == 200
    assert "eve" not in ada.get("/users").text


def test_limits_are_for_failures_only(sign_in: SignIn, make_client: MakeClient) -> None:
    sign_in("ron", "reviewer")
    for _ in range(8):
        browser = make_client(team=True)
        assert browser.post("/sign-in", data={"name": "ron", "password": PASSWORD}).status_code == 200
    assert entering.BY_NAME.wait("ron") == 0
    with_csrf(browser)
