"""The desk's users: who may get in, and as what."""

import secrets
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import cache

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from counterclaim.errors import LedgerError
from counterclaim.ledger.accounts import (
    Account,
    SessionRow,
    accounts,
    end_sessions,
    keep_account,
    keep_session,
    session_of,
)
from counterclaim.ledger.session import Ledger
from counterclaim.values.digest import text_digest
from counterclaim.values.judgement import Role

SESSION_HOURS = 12
"""How long a session lasts: one working day."""

TOKEN_BYTES = 32
"""Of randomness in a token: nobody guesses 256 bits."""

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
"""Characters. Hashing takes work: nobody may make us hash a megabyte."""

LONGEST_NAME = 60
_NAME_SIGNS = frozenset("._-@+")

_HASHER = PasswordHasher()
"""Argon2id with the parameters of RFC 9106 for little memory (64 MiB, three passes, four lanes): a tenth of a second or two."""


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
    name = _fit_name(name)
    hashed = _HASHER.hash(_fit_password(password))  # before the transaction: it takes long
    with ledger.writing() as connection:
        if any(known.casefold() == name.casefold() for known in accounts(connection)):
            raise LedgerError(f"there is a user {name!r} already")
        keep_account(connection, Account(name=name, role=role, password=hashed), f"user {name}: {role}, by {by}")
    return User(name=name, role=role)


def remove_user(ledger: Ledger, name: str, *, by: str) -> None:
    """Takes a user out; their sessions end, their judgements stay.

    Raises:
        LedgerError: If there is no such user.
    """
    with ledger.writing() as connection:
        known = _known(accounts(connection), name)
        gone = Account(name=known.name, role=None, password="")
        keep_account(connection, gone, f"user {known.name}: taken out, by {by}")
        end_sessions(connection, name=known.name)


def set_role(ledger: Ledger, name: str, role: Role, *, by: str) -> User:
    """Gives a user another role, at once in their open sessions as well.

    Raises:
        LedgerError: If there is no such user.
    """
    with ledger.writing() as connection:
        known = _known(accounts(connection), name)
        keep_account(connection, msgspec.structs.replace(known, role=role), f"user {known.name}: {role}, by {by}")
    return User(name=known.name, role=role)


def users(ledger: Ledger) -> tuple[User, ...]:
    """All users by name."""
    with ledger.reading() as connection:
        return tuple(User(name=a.name, role=a.role) for a in accounts(connection).values() if a.role is not None)


def sign_in(ledger: Ledger, name: str, password: str) -> str | None:
    """A new session's token, 256 random bits of which only the digest is kept; None where name and password do not match.

    Takes as long for an unknown name as for a wrong password. Counting attempts is the door's business.
    """
    name = unicodedata.normalize("NFC", name)
    with ledger.reading() as connection:
        account = accounts(connection).get(name)
    if not _is_password(account.password if account else _nobodys_hash(), password) or account is None:
        return None
    token, now = secrets.token_urlsafe(TOKEN_BYTES), datetime.now(UTC)
    row = SessionRow(name=name, csrf=secrets.token_urlsafe(TOKEN_BYTES), expires=_iso(now + timedelta(hours=SESSION_HOURS)))
    with ledger.writing() as connection:
        if accounts(connection).get(name) != account:  # taken out or changed while we were hashing
            return None
        keep_session(connection, text_digest(token), row, _iso(now))
    return token


def session(ledger: Ledger, token: str) -> Session | None:
    """The session of a token; None where it is unknown or over, or its user is no more."""
    with ledger.reading() as connection:
        row = session_of(connection, text_digest(token))
        if row is None or row.expires <= _iso(datetime.now(UTC)):
            return None
        account = accounts(connection).get(row.name)
    if account is None or account.role is None:
        return None
    return Session(name=row.name, role=account.role, csrf=row.csrf, expires=row.expires)


def sign_out(ledger: Ledger, token: str) -> None:
    """Ends a session; nothing happens where there is none."""
    with ledger.writing() as connection:
        end_sessions(connection, token_sha256=text_digest(token))


def _fit_name(name: str) -> str:
    """The name as kept: one form of each letter, so that two users never look alike by accident of typing."""
    name = unicodedata.normalize("NFC", name)
    if not 0 < len(name) <= LONGEST_NAME or not all(c.isalnum() or c in _NAME_SIGNS for c in name):
        raise LedgerError(f"a user's name has 1 to {LONGEST_NAME} letters, digits or . _ - @ +, without blanks; not {name!r}")
    return name


def _fit_password(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise LedgerError(f"the password has {len(password)} characters; at least {SHORTEST_PASSWORD}, please: a few words do")
    if len(password) > LONGEST_PASSWORD:
        raise LedgerError(f"the password has {len(password)} characters; at most {LONGEST_PASSWORD}, please")
    return password


def _known(found: dict[str, Account], name: str) -> Account:
    name = unicodedata.normalize("NFC", name)
    if name not in found:
        raise LedgerError(f"there is no user {name!r}; there are: {', '.join(found) or 'none'}")
    return found[name]


def _is_password(hashed: str, password: str) -> bool:
    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return _HASHER.verify(hashed, password)
    except (Argon2Error, InvalidHashError, UnicodeEncodeError):
        return False


@cache
def _nobodys_hash() -> str:
    """A hash that no password has, to spend on an unknown name the time that a known one takes."""
    return _HASHER.hash(secrets.token_urlsafe(TOKEN_BYTES))


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
