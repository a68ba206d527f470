"""One document of a dossier through time: its versions, who read each, and what changed."""

from collections import defaultdict, deque
from difflib import get_close_matches

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.read import documents
from counterclaim.ledger.session import Ledger
from counterclaim.values.change import Change, changes

MOST_NAMED = 5
"""Documents named to somebody who asks for one that is not there."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a version.

    Attributes:
        at: When, ISO 8601 in UTC; None if the log does not say.
        program: The program's version.
        kit: The fingerprint of the word lists and models that read.
        findings: How many it found, by kind.
    """

    at: str | None
    program: str
    kit: str
    findings: dict[str, int]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a document.

    Attributes:
        version: Its number, from 1.
        sha256: Of its bytes.
        text_sha256: Of its text.
        removed: Whether it was taken out of the dossier.
        readings: In order.
        changes: What of the text differs from the version before; empty for the first, and where only the bytes differ.
    """

    version: int
    sha256: str
    text_sha256: str
    removed: bool
    readings: tuple[Reading, ...]
    changes: tuple[Change, ...] = ()


def versions(ledger: Ledger, dossier: str, name: str) -> tuple[Version, ...]:
    """All versions of a document, removed ones as well, the first first.

    Raises:
        LedgerError: If there is no such dossier, or never was such a document in it.
    """
    known = [row.name for row in documents(ledger, dossier)]
    columns = tables.document.c
    with ledger.reading() as connection:
        rows = connection.execute(
            sa.select(tables.document, tables.text.c.utf8, tables.removal.c.log)
            .join(tables.text, tables.text.c.sha256 == columns.text)
            .join(tables.removal, tables.removal.c.document == columns.id, isouter=True)
            .where(columns.dossier == dossier, columns.name == name)
            .order_by(columns.version)
        ).all()
        if not rows:
            raise LedgerError(_not_there(name, dossier, known))
        when = _when(connection, dossier, name)
        found: list[Version] = []
        before: str | None = None
        for row in rows:
            body = row.utf8.decode("utf-8", "surrogatepass")
            found.append(
                Version(
                    version=row.version,
                    sha256=row.snapshot,
                    text_sha256=row.text,
                    removed=row.log is not None,
                    readings=_readings(connection, row.id, when),
                    changes=() if before is None else changes(before, body),
                )
            )
            before = body
    return tuple(found)


def _readings(connection: Connection, document: int, when: dict[str, deque[str]]) -> tuple[Reading, ...]:
    columns, found = tables.reading.c, []
    query = sa.select(columns.id, columns.sheet_sha256, tables.run).join(tables.run).where(columns.document == document)
    for row in connection.execute(query.order_by(columns.id)):
        counted = (
            sa.select(tables.finding.c.kind, sa.func.count())
            .join(tables.observation)
            .where(tables.observation.c.reading == row.id)
            .group_by(tables.finding.c.kind)
            .order_by(tables.finding.c.kind)
        )
        at = when[row.sheet_sha256].popleft() if when[row.sheet_sha256] else None
        kinds = {kind: int(count) for kind, count in connection.execute(counted)}
        found.append(Reading(at=at, program=row.program, kit=row.fingerprint, findings=kinds))
    return tuple(found)


def _when(connection: Connection, dossier: str, name: str) -> dict[str, deque[str]]:
    """By a sheet's digest, when the log says that it was added to this document: once for each reading, in order."""
    opening = f"{dossier}: {name} ("
    columns = tables.log.c
    query = sa.select(columns.at, columns.digest).where(
        columns.act == "add", sa.func.substr(columns.subject, 1, len(opening)) == opening
    )
    found: dict[str, deque[str]] = defaultdict(deque)
    for at, digest in connection.execute(query.order_by(columns.number)):
        found[digest].append(at)
    return found


def _not_there(name: str, dossier: str, known: list[str]) -> str:
    near = get_close_matches(name, known, MOST_NAMED) or known[:MOST_NAMED]
    rest = f" and {len(known) - len(near)} more" if len(known) > len(near) else ""
    return f"no document {name!r} in {dossier!r}; it has: {', '.join(near) or 'none'}{rest}"
