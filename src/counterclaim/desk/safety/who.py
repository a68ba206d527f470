"""Who asks: the cookie or token of a request, the session behind it, what it may do, and that a form was ours."""

import hmac
from collections.abc import Callable

import msgspec
from fastapi import HTTPException, Request
from starlette.concurrency import run_in_threadpool

from counterclaim.desk.safety.gate import READING
from counterclaim.desk.safety.local import LocalDoor
from counterclaim.service import users
from counterclaim.service.open import Ledger
from counterclaim.values.judgement import ROLES, Role

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is in.

    Attributes:
        name: Under which they judge.
        role: What they may do.
        csrf: What their forms send back.
    """

    name: str
    role: Role
    csrf: str

    def may(self, role: Role) -> bool:
        """Whether their role is ``role`` or one that may do more."""
        return ROLES.index(self.role) >= ROLES.index(role)


class SignInNeeded(Exception):  # noqa: N818  # no failure: the answer is the way in
    """Nobody is in: the request has no session, or one that is over."""


class Doorkeeper:
    """Knows who is behind a request: a user of the ledger, or the one person of this machine.

    Attributes:
        cookie: The cookie's name; another for each port, since browsers keep one set of cookies for all ports of a host.
    """

    def __init__(self, ledger: Ledger, *, port: int, user: str, local: LocalDoor | None) -> None:
        self._ledger = ledger
        self._user = user
        self.local = local
        self.cookie = f"counterclaim-{port}"

    def token(self, request: Request) -> str | None:
        """What the request shows: the bearer token of a program, or the cookie of a browser."""
        return bearer(request) or request.cookies.get(self.cookie)

    def who(self, request: Request) -> Who | None:
        """Who asks; None where nobody is in."""
        token = self.token(request)
        if not token:
            return None
        if self.local is not None:
            known = self.local.knows(token)
            return Who(name=self._user, role="admin", csrf=self.local.csrf(token)) if known else None
        session = users.session(self._ledger, token)
        return Who(name=session.name, role=session.role, csrf=session.csrf) if session else None


def bearer(request: Request) -> str | None:
    """The token a program shows in a header; no page elsewhere can make a browser send one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token if scheme == "Bearer" and token else None


def needs(role: Role) -> Callable[[Request], object]:
    """A dependency: somebody of at least this role, whose request, if it writes, carries their own token."""

    async def required(request: Request) -> Who:
        who: Who | None = await run_in_threadpool(request.app.state.door.who, request)
        if who is None:
            raise SignInNeeded
        request.state.who = who
        if request.method not in READING and bearer(request) is None:
            await _check_form(request, who)
        if not who.may(role):
            raise HTTPException(403, f"This needs the role of {role}; yours is {who.role}. An admin can change it.")
        return who

    return required


async def _check_form(request: Request, who: Who) -> None:
    """Refuses a write that no page of this session made.

    Raises:
        HTTPException: 403 if the token is missing or another session's.
    """
    given = request.headers.get(CSRF_HEADER)
    if given is None and "form" in request.headers.get("content-type", ""):
        given = str((await request.form()).get(CSRF_FIELD, ""))
    if not hmac.compare_digest((given or "").encode(), who.csrf.encode()):
        raise HTTPException(403, "This form is no longer valid: load the page again and repeat.")
