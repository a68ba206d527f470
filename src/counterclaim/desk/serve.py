"""Starting a desk: who may reach it, what is printed, and the browser opened without showing the token to others."""

import getpass
import secrets
import tempfile
import webbrowser
from collections.abc import Callable
from html import escape
from pathlib import Path
from threading import Timer

import platformdirs
import uvicorn

from counterclaim.desk.app import make_app
from counterclaim.desk.safety.local import own_key
from counterclaim.desk.settings import DeskError, Settings, is_loopback, origins_of
from counterclaim.service import users
from counterclaim.service.open import Ledger

TOKEN_BYTES = 32

OPEN_AFTER = 0.7
"""Seconds until the server answers and the browser may be sent there."""


def settings_for(
    ledger: Ledger, *, host: str, port: int, sites: tuple[str, ...], allow_fetch: bool, user: str | None = None
) -> Settings:
    """How a desk over this ledger is run: by its users where it has any, else for one person of this machine.

    Raises:
        DeskError: If others could reach a desk that has no users.
    """
    has_users = bool(users.users(ledger))
    if not has_users and not is_loopback(host):
        raise DeskError(f"on {host} others can reach the desk: add users first, with `counterclaim user add NAME --role admin`")
    return Settings(
        host=host,
        port=port,
        origins=origins_of(host, port, sites),
        user=user or _own_name(),
        link_token=None if has_users else secrets.token_urlsafe(TOKEN_BYTES),
        allow_fetch=allow_fetch,
    )


def serve(ledger: Ledger, settings: Settings, *, browser: bool, say: Callable[[str], object]) -> None:
    """Runs the desk until it is stopped.

    Args:
        ledger: The open ledger.
        settings: How it is run.
        browser: Whether to open it in the person's browser.
        say: Tells the person a line.
    """
    key = own_key(Path(platformdirs.user_state_dir("counterclaim"))) if settings.link_token else b""
    app = make_app(settings, ledger, key=key)
    say(f"The desk over {ledger.url} is open: {settings.opening_url}")
    say("Stop it with Ctrl-C. What was kept is kept.")
    with tempfile.TemporaryDirectory(prefix="counterclaim-desk-") as folder:
        if browser:
            page = _opening_page(Path(folder), settings.opening_url)
            opening = Timer(OPEN_AFTER, webbrowser.open, [page.as_uri()])
            opening.daemon = True
            opening.start()
        # No access log: it would hold the link's token, and what people look at is their business.
        uvicorn.run(
            app,
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
        )


def _opening_page(folder: Path, url: str) -> Path:
    """A page that only this person can read and that leads to ``url``: a browser's arguments can be seen by everybody."""
    page = folder / "desk.html"
    page.touch(mode=0o600)
    page.write_text(f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={escape(url)}">', "utf-8")
    return page


def _own_name() -> str:
    """Who judges on a desk without users: the name this person has on the machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"
