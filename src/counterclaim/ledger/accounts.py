"""Users and who is signed in: accounts are appended and logged, sessions come and go."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.ledger.chain import append
from counterclaim.values.digest import content_digest
from counterclaim.values.judgement import Role


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A user as last made or changed; ``role`` None where they were taken out; ``password`` is the Argon2 hash."""

    name: str
    role: Role | None
    password: str


class SessionRow(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody signed in, as kept."""

    name: str
    csrf: str
    expires: str


def keep_account(connection: Connection, account: Account, subject: str) -> None:
    """Adds a row for an account inside the caller's writing transaction; the newest row of a name counts."""
    number = append(connection, "user", subject, account_digest(account.name, account.role, account.password))
    connection.execute(
        tables.account.insert().values(name=account.name, role=account.role, password=account.password, log=number)
    )


def accounts(connection: Connection) -> dict[str, Account]:
    """The accounts that were not taken out, by name, in the order of their names."""
    rows = connection.execute(sa.select(tables.account).order_by(tables.account.c.name, tables.account.c.id))
    newest = {row.name: Account(name=row.name, role=row.role, password=row.password) for row in rows}
    return {name: account for name, account in newest.items() if account.role is not None}


def account_digest(name: str, role: str | None, password: str) -> str:
    """What the log digests of a row for an account."""
    return content_digest("account-1", name, role, password)


def keep_session(connection: Connection, token_sha256: str, row: SessionRow, now: str) -> None:
    """Adds a session, and lets go of those that are over."""
    connection.execute(sa.delete(tables.session).where(tables.session.c.expires <= now))
    connection.execute(
        tables.session.insert().values(token_sha256=token_sha256, name=row.name, csrf=row.csrf, expires=row.expires)
    )


def session_of(connection: Connection, token_sha256: str) -> SessionRow | None:
    """The session of a token's digest, over or not; None where there is none."""
    row = connection.execute(sa.select(tables.session).where(tables.session.c.token_sha256 == token_sha256)).first()
    return None if row is None else SessionRow(name=row.name, csrf=row.csrf, expires=row.expires)


def end_sessions(connection: Connection, *, token_sha256: str | None = None, name: str | None = None) -> None:
    """Ends one session, or all of a user."""
    column, value = (tables.session.c.name, name) if token_sha256 is None else (tables.session.c.token_sha256, token_sha256)
    connection.execute(sa.delete(tables.session).where(column == value))
