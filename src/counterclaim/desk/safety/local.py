"""Letting in the one person of a desk without users: a key of theirs on this machine, and cookies that only it can make.

The key lies in the person's own state folder, readable by them alone, so that a desk that was killed and started again still
knows the browser in which somebody is in the middle of a review. Nothing of it is in the ledger.
"""

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from time import time

KEY_BYTES = 32

SESSION_SECONDS = 12 * 60 * 60
"""How long a cookie lets in: one working day, as for users."""


def own_key(folder: Path) -> bytes:
    """The key kept in ``folder``, made if there is none; one for this process alone where it cannot be kept."""
    path = folder / "desk.key"
    with suppress(OSError):
        kept = path.read_bytes()
        if len(kept) == KEY_BYTES and path.stat().st_mode & 0o077 == 0 and path.stat().st_uid == os.getuid():
            return kept
    key = secrets.token_bytes(KEY_BYTES)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key)
    return key


class LocalDoor:
    """Makes and checks the cookies of one key."""

    def __init__(self, key: bytes, link_token: str) -> None:
        self._key = key
        self._link_token = link_token

    def enter(self, link_token: str) -> str | None:
        """A new cookie for whoever holds the opened link's token; None for anybody else."""
        if not hmac.compare_digest(link_token.encode(), self._link_token.encode()):
            return None
        bare = f"{int(time()) + SESSION_SECONDS}.{secrets.token_urlsafe(16)}"
        return f"{bare}.{self._seal('cookie', bare)}"

    def knows(self, cookie: str) -> bool:
        """Whether this cookie is one of ours and still lets in."""
        bare, _, seal = cookie.rpartition(".")
        if not hmac.compare_digest(seal.encode(), self._seal("cookie", bare).encode()):
            return False
        return int(bare.partition(".")[0]) > time()

    def csrf(self, cookie: str) -> str:
        """What the forms of this cookie's pages must send back."""
        return self._seal("csrf", cookie)

    def _seal(self, purpose: str, words: str) -> str:
        return hmac.new(self._key, f"{purpose}:{words}".encode(), "sha256").hexdigest()
