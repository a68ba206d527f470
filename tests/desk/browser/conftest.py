"""A real desk in a process of its own, and a real browser: Chromium as the system has it, driven by Playwright's client.

Where there is no Chromium these tests are left out and say so; continuous integration (CI=true) leaves none out.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from counterclaim.ledger.session import open_ledger
from counterclaim.service.users import add_user
from tests.service.reviewed import keep, later, mill

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)

PASSWORD = "correct horse battery"
HOME = "/dossiers/mill"

JOB = 180_000
"""Milliseconds a job may take: one worker reads and compares, and on a busy machine another job is before it."""
STARTS_WITHIN = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves the browser's tests out where there is no browser, unless this is continuous integration."""
    if CHROMIUM is None and not os.environ.get("CI"):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


class RunningDesk:
    """A desk in a process of its own, over one ledger and on one port; it can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.ledger = folder / "ledger.db"
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.link = self.origin

    def start(self) -> "RunningDesk":
        """Starts it and waits until it answers; ``link`` is what it printed."""
        command = [sys.executable, "-m", "counterclaim", "desk", "--no-browser", "--port", str(self.port)]
        environment = {**os.environ, "XDG_STATE_HOME": str(self._folder / "state")}
        self._process = subprocess.Popen(
            [*command, "--ledger", str(self.ledger)], stderr=subprocess.PIPE, text=True, env=environment
        )
        assert self._process.stderr is not None
        line = self._process.stderr.readline()
        assert self.origin in line, line
        self.link = self.origin + line.strip().partition(self.origin)[2]
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.origin}/static/desk.css", timeout=5).close()
                return self
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the desk does not answer")

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            assert self._process.stderr is not None
            self._process.stderr.close()
            self._process = None


def small_ledger(path: Path) -> None:
    """The small dossier that all these tests look at."""
    ledger = open_ledger(str(path))
    keep(ledger, mill())
    keep(ledger, later())
    ledger.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[RunningDesk]:
    """A desk of one's own, not started yet."""
    desk = RunningDesk(tmp_path)
    small_ledger(desk.ledger)
    yield desk
    desk.kill()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """The one person's desk, shared by tests that get along."""
    running = RunningDesk(tmp_path_factory.mktemp("desk"))
    small_ledger(running.ledger)
    yield running.start()
    running.kill()


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk whose users sign in: rita looks, ron and mia review, ada keeps users."""
    running = RunningDesk(tmp_path_factory.mktemp("team"))
    small_ledger(running.ledger)
    ledger = open_ledger(str(running.ledger))
    for name, role in (("rita", "reader"), ("ron", "reviewer"), ("mia", "reviewer"), ("ada", "admin")):
        add_user(ledger, name, role, PASSWORD, by="test")  # type: ignore[arg-type]
    ledger.close()
    yield running.start()
    running.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens a new person's browser at an address. A fault in a page, or a request to another host, fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def visited(address: str, **more: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **more})  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
        page.on(
            "request",
            lambda asked: (
                wrong.append(f"elsewhere: {asked.url}")
                if not asked.url.startswith((address.partition("/in")[0].rstrip("/"), "file:", "data:"))
                else None
            ),
        )
        page.goto(address)
        if "/in?" in address:
            page.wait_for_url(address.partition("in?")[0])
        page.wait_for_load_state("load")
        return page

    yield visited
    for context in contexts:
        context.close()
    assert not wrong


def signed_in(page: Page, name: str) -> Page:
    """The page, its person signed in."""
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Dossiers").wait_for()
    return page


def faults(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is now, by the rules of WCAG 2.2 A and AA and axe's best practices."""
    found = Axe().run(page).response["violations"]
    return [f"{one['impact']}: {one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found]
