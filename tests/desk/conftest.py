"""A desk over an invented dossier whose comparison is made by hand: no model is loaded."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from counterclaim.desk.app import make_app
from counterclaim.desk.desk import Desk
from counterclaim.desk.pages import entering
from counterclaim.desk.settings import Settings, origins_of
from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.service.users import add_user
from tests.clean.packs import PACK
from tests.service.reviewed import keep
from tests.show.compared import compared

PORT = 8765
ORIGIN = f"http://127.0.0.1:{PORT}"
TOKEN = "the-token-of-the-link"
PASSWORD = "correct horse battery"
DOSSIER = "The mill / Лодва"
HOME = "/dossiers/The~20mill~20~2F~20~D0~9B~D0~BE~D0~B4~D0~B2~D0~B0"

MakeClient = Callable[..., TestClient]


def plain_english() -> LanguagePack:
    return PACK


@pytest.fixture
def kit() -> Kit:
    """A kit whose English has word lists alone."""
    return Kit({"en": Language(module=__name__, opener="plain_english", packages=())})


@pytest.fixture
def speaker() -> str:
    """What the mayor is called; a test may call her otherwise."""
    return "Ana Pell"


@pytest.fixture
def ledger(tmp_path: Path, speaker: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    comparison, outlines = compared(speaker)
    monkeypatch.setattr("counterclaim.service.kept.compare", lambda *_: comparison)
    opened = open_ledger(str(tmp_path / "ledger.db"))
    for laid in outlines:
        keep(opened, laid.sheet, dossier=DOSSIER)
    yield opened
    opened.close()


@pytest.fixture
def make_client(ledger: Ledger, kit: Kit) -> MakeClient:
    """Makes a browser of a desk: of the one person's, or where ``team`` is set of a desk whose users sign in."""

    def make(*, team: bool = False, allow_fetch: bool = False, key: bytes = b"k" * 32) -> TestClient:
        settings = Settings(
            host="127.0.0.1",
            port=PORT,
            origins=origins_of("127.0.0.1", PORT, ()),
            user="ana",
            link_token=None if team else TOKEN,
            allow_fetch=allow_fetch,
        )
        app = make_app(settings, ledger, key=key, kit=kit)
        return TestClient(app, base_url=ORIGIN, headers={"Origin": ORIGIN}, raise_server_exceptions=True)

    return make


@pytest.fixture
def client(make_client: MakeClient) -> TestClient:
    """The one person's browser, let in, with the dossier compared."""
    browser = make_client()
    assert browser.get("/in", params={"token": TOKEN}).status_code == 200
    with_csrf(browser)
    browser.get(HOME)
    settle(browser)
    return browser


@pytest.fixture
def sign_in(make_client: MakeClient, ledger: Ledger) -> Callable[[str, str], TestClient]:
    """Makes a user of this role and gives their browser, signed in."""

    def signed_in(name: str, role: str) -> TestClient:
        add_user(ledger, name, role, PASSWORD, by="test")  # type: ignore[arg-type]
        browser = make_client(team=True)
        assert browser.post("/sign-in", data={"name": name, "password": PASSWORD}).status_code == 200
        return with_csrf(browser)

    return signed_in


@pytest.fixture(autouse=True)
def nobody_guessed_yet() -> None:
    """The counts of wrong passwords are the process's."""
    for limit in (entering.BY_NAME, entering.BY_ADDRESS):
        limit._tries.clear()


def desk_of(browser: TestClient) -> Desk:
    desk = browser.app.state.desk  # type: ignore[attr-defined]
    assert isinstance(desk, Desk)
    return desk


def with_csrf(browser: TestClient) -> TestClient:
    """The browser, which sends its session's token as the pages' scripts do."""
    page = browser.get("/").text
    browser.headers["X-CSRF-Token"] = page.partition('"X-CSRF-Token": "')[2].partition('"')[0]
    return browser


def settle(browser: TestClient) -> None:
    """Waits until no job is left."""
    jobs = desk_of(browser).jobs
    until = time.monotonic() + 20
    while any(not job.over for job in list(jobs._jobs.values())):
        assert time.monotonic() < until, [(job.title, job.state, job.said) for job in jobs._jobs.values()]
        time.sleep(0.01)
