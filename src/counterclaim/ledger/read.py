"""Reading the ledger: dossiers, documents, sheets. Views are pure functions of the tables."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.session import Ledger
from counterclaim.values.sheet import Sheet


class DossierRow(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier and how many documents it holds, versions and removed ones aside."""

    name: str
    documents: int


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a dossier in its newest version."""

    name: str
    version: int
    sha256: str
    readings: int


def dossiers(ledger: Ledger) -> tuple[DossierRow, ...]:
    """All dossiers by name."""
    with ledger.reading() as connection:
        names = connection.execute(sa.select(tables.dossier.c.name).order_by(tables.dossier.c.name)).scalars().all()
        return tuple(DossierRow(name=name, documents=len(_newest(connection, name))) for name in names)


def documents(ledger: Ledger, dossier: str) -> tuple[DocumentRow, ...]:
    """The documents of a dossier in the order they were first added.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        _require(connection, dossier)
        rows = _newest(connection, dossier)
        counted = sa.select(tables.reading.c.document, sa.func.count()).group_by(tables.reading.c.document)
        readings = {document: int(n) for document, n in connection.execute(counted)}
        return tuple(
            DocumentRow(name=r.name, version=r.version, sha256=r.snapshot, readings=readings.get(r.id, 0)) for r in rows
        )


def sheets(ledger: Ledger, dossier: str) -> tuple[Sheet, ...]:
    """The newest sheet of each document of a dossier, text included, in the order they were first added.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        _require(connection, dossier)
        return tuple(_sheet(connection, row.id, row.text) for row in _newest(connection, dossier))


def sheet(ledger: Ledger, dossier: str, name: str) -> Sheet | None:
    """The newest sheet of one document, text included; None if the dossier has no such document.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        _require(connection, dossier)
        row = next((row for row in _newest(connection, dossier) if row.name == name), None)
        return _sheet(connection, row.id, row.text) if row else None


def _require(connection: Connection, dossier: str) -> None:
    names = connection.execute(sa.select(tables.dossier.c.name)).scalars().all()
    if dossier not in names:
        known = ", ".join(sorted(names)) or "none yet; make one with `counterclaim add PATH --dossier NAME`"
        raise LedgerError(f"there is no dossier {dossier!r} in this ledger; it has: {known}")


def _newest(connection: Connection, dossier: str) -> "list[sa.Row[int, str, int, str, str]]":
    columns = tables.document.c
    rows = connection.execute(
        sa.select(columns.id, columns.name, columns.version, columns.snapshot, columns.text)
        .where(columns.dossier == dossier, columns.id.not_in(sa.select(tables.removal.c.document)))
        .order_by(columns.id)
    ).all()
    first = {row.name: at for at, row in reversed(list(enumerate(rows)))}
    newest = {row.name: row for row in rows}
    return sorted(newest.values(), key=lambda row: first[row.name])


def _sheet(connection: Connection, document: int, text: str) -> Sheet:
    row = connection.execute(
        sa.select(tables.reading.c.sheet)
        .where(tables.reading.c.document == document)
        .order_by(tables.reading.c.id.desc())
        .limit(1)
    ).one()
    body = connection.execute(sa.select(tables.text.c.utf8).where(tables.text.c.sha256 == text)).scalar_one()
    sheet = msgspec.json.decode(row.sheet, type=Sheet)
    words = body.decode("utf-8", "surrogatepass")
    return msgspec.structs.replace(sheet, document=msgspec.structs.replace(sheet.document, text=words))
