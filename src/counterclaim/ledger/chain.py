"""The log: every act in order, each linked to the one before by digest."""

from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger.tables import log
from counterclaim.values.digest import content_digest

BEGINNING = "0" * 64
"""What stands for the link before the first."""


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """One record of the log.

    Attributes:
        number: From 1.
        at: When, ISO 8601 in UTC.
        act: What was done: add, remove, judge, undo, policy, user, export.
        subject: To what and by whom, for people; begins with the dossier's name and a colon where it concerns one.
        digest: SHA-256 of what was added or concerned.
        chain: SHA-256 of this record and the ``chain`` of the one before.
    """

    number: int
    at: str
    act: str
    subject: str
    digest: str
    chain: str


def append(connection: Connection, act: str, subject: str, digest: str) -> int:
    """Adds one act to the log inside the caller's writing transaction.

    Args:
        connection: A connection from ``Ledger.writing``, so that no other writer reads the same last link.
        act: What was done (``add``, ``remove`` ...).
        subject: To what, for people.
        digest: Of what was added or concerned.

    Returns:
        The act's number, from 1.
    """
    last = connection.execute(sa.select(log.c.number, log.c.chain).order_by(log.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.chain) if last else (1, BEGINNING)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    link = content_digest(number, at, act, subject, digest, previous)
    connection.execute(
        log.insert().values(number=number, at=at, act=act, subject=subject, digest=digest, previous=previous, chain=link)
    )
    return int(number)


def records(
    connection: Connection, *, after: int, most: int | None, act: str | None, dossier: str | None, newest_first: bool
) -> tuple[LogRow, ...]:
    """Records in order; see ``service.log.log``."""
    columns = log.c
    query = sa.select(log).where(columns.number > after).limit(most)
    if act is not None:
        query = query.where(columns.act == act)
    if dossier is not None:
        opening = f"{dossier}: "  # compared whole: LIKE in SQLite does not tell upper from lower case
        query = query.where(columns.act != "user", sa.func.substr(columns.subject, 1, len(opening)) == opening)
    query = query.order_by(columns.number.desc() if newest_first else columns.number)
    return tuple(
        LogRow(number=r.number, at=r.at, act=r.act, subject=r.subject, digest=r.digest, chain=r.chain)
        for r in connection.execute(query)
    )


def broken_links(connection: Connection) -> list[str]:
    """One sentence for each row of the log that does not follow from the row before; empty if the chain holds."""
    faults: list[str] = []
    expected, number = BEGINNING, 0
    for row in connection.execute(sa.select(log).order_by(log.c.number)):
        if row.number != number + 1:
            faults.append(f"log: number {number + 1} is missing before {row.number}; a record was taken out")
        elif row.previous != expected:
            faults.append(f"log {row.number}: does not follow the record before it; one of the two was changed")
        if row.chain != content_digest(row.number, row.at, row.act, row.subject, row.digest, row.previous):
            faults.append(f"log {row.number}: its words and its digest disagree; it was changed after it was written")
        expected, number = row.chain, row.number
    return faults
