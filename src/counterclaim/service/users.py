"""The desk's users: who may get in, and as what."""

import msgspec

from counterclaim.ledger.session import Ledger
from counterclaim.values.judgement import Role

SESSION_HOURS = 12
"""How long a session lasts: one working day."""

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
"""Characters. Hashing takes work: nobody may make us hash a megabyte."""


class User(msgspec.Struct, frozen=True, kw_only=True):
    """One user."""

    name: str
    role: Role


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is signed in.

    Attributes:
        name: The user's name.
        role: Their role now.
        csrf: What every form of this session must send back.
        expires: When it ends, ISO 8601 in UTC.
    """

    name: str
    role: Role
    csrf: str
    expires: str


def add_user(ledger: Ledger, name: str, role: Role, password: str, *, by: str) -> User:
    """Adds a user.

    Raises:
        LedgerError: If the name is taken or unfit, or the password too short or too long.
    """
    raise NotImplementedError


def remove_user(ledger: Ledger, name: str, *, by: str) -> None:
    """Takes a user out; their sessions end, their judgements stay.

    Raises:
        LedgerError: If there is no such user.
    """
    raise NotImplementedError


def set_role(ledger: Ledger, name: str, role: Role, *, by: str) -> User:
    """Gives a user another role, at once in their open sessions as well.

    Raises:
        LedgerError: If there is no such user.
    """
    raise NotImplementedError


def users(ledger: Ledger) -> tuple[User, ...]:
    """All users by name."""
    raise NotImplementedError


def sign_in(ledger: Ledger, name: str, password: str) -> str | None:
    """A new session's token, 256 random bits of which only the digest is kept; None where name and password do not match.

    Takes as long for an unknown name as for a wrong password. Counting attempts is the door's business.
    """
    raise NotImplementedError


def session(ledger: Ledger, token: str) -> Session | None:
    """The session of a token; None where it is unknown or over, or its user is no more."""
    raise NotImplementedError


def sign_out(ledger: Ledger, token: str) -> None:
    """Ends a session; nothing happens where there is none."""
    raise NotImplementedError
