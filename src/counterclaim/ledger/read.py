"""Reading the ledger: dossiers, documents, sheets. Views are pure functions of the tables."""

from collections.abc import Collection, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.search import AT_ONCE
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


class ReadingRow(msgspec.Struct, frozen=True, kw_only=True):
    """The newest reading of one document of a dossier."""

    document: str
    reading: int
    sheet_sha256: str
    text_sha256: str


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
        require(connection, dossier)
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
        return sheets_of(connection, [row.reading for row in newest_readings(connection, dossier)])


def sheet(ledger: Ledger, dossier: str, name: str) -> Sheet | None:
    """The newest sheet of one document, text included; None if the dossier has no such document.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        found = [row.reading for row in newest_readings(connection, dossier, name)]
        return next(iter(sheets_of(connection, found)), None)


def newest_readings(connection: Connection, dossier: str, name: str | None = None) -> tuple[ReadingRow, ...]:
    """The newest reading of each document of a dossier, or of one, in the order they were first added.

    Raises:
        LedgerError: If there is no such dossier.
    """
    require(connection, dossier)
    newest = {row.id: row for row in _newest(connection, dossier) if name in (None, row.name)}
    columns = tables.reading.c
    last = sa.select(sa.func.max(columns.id)).group_by(columns.document)
    rows = connection.execute(
        sa.select(columns.document, columns.id, columns.sheet_sha256)
        .join(tables.document, tables.document.c.id == columns.document)
        .where(tables.document.c.dossier == dossier, columns.id.in_(last))
    )
    readings = {row.document: row for row in rows}
    return tuple(
        ReadingRow(document=row.name, reading=readings[key].id, sheet_sha256=readings[key].sheet_sha256, text_sha256=row.text)
        for key, row in newest.items()
    )


def sheets_of(connection: Connection, readings: Sequence[int]) -> tuple[Sheet, ...]:
    """The sheets of those readings in that order, texts included."""
    found: dict[int, Sheet] = {}
    for start in range(0, len(readings), AT_ONCE):
        rows = connection.execute(
            sa.select(tables.reading.c.id, tables.reading.c.sheet, tables.text.c.utf8)
            .join(tables.document, tables.document.c.id == tables.reading.c.document)
            .join(tables.text, tables.text.c.sha256 == tables.document.c.text)
            .where(tables.reading.c.id.in_(readings[start : start + AT_ONCE]))
        )
        for row in rows:
            read = msgspec.json.decode(row.sheet, type=Sheet)
            words = row.utf8.decode("utf-8", "surrogatepass")
            document = msgspec.structs.replace(read.document, text=words)
            found[row.id] = msgspec.structs.replace(read, document=document)
    return tuple(found[reading] for reading in readings)


def without_field(connection: Connection, readings: Sequence[int], field: str) -> tuple[str, ...]:
    """The documents, by id, whose kept sheets are from before ``field`` was in them."""
    lacking: list[str] = []
    for start in range(0, len(readings), AT_ONCE):
        rows = connection.execute(
            sa.select(tables.reading.c.sheet).where(tables.reading.c.id.in_(readings[start : start + AT_ONCE]))
        )
        for row in rows:
            kept = msgspec.json.decode(row.sheet)
            if field not in kept:
                lacking.append(str(kept["document"]["id"]))
    return tuple(lacking)


def texts_of(connection: Connection, digests: Collection[str]) -> dict[str, str]:
    """The texts of those digests; what is not kept is left out."""
    wanted, found = sorted(digests), {}
    for start in range(0, len(wanted), AT_ONCE):
        rows = connection.execute(sa.select(tables.text).where(tables.text.c.sha256.in_(wanted[start : start + AT_ONCE])))
        found.update({row.sha256: row.utf8.decode("utf-8", "surrogatepass") for row in rows})
    return found


def texts_named(connection: Connection, dossier: str, name: str) -> frozenset[str]:
    """The digests of the texts that a document of a dossier has or had; empty if it is not in the dossier now."""
    if not any(row.name == name for row in _newest(connection, dossier)):
        return frozenset()
    columns = tables.document.c
    return frozenset(
        connection.execute(sa.select(columns.text).where(columns.dossier == dossier, columns.name == name)).scalars()
    )


def require(connection: Connection, dossier: str) -> None:
    """Nothing, if there is such a dossier.

    Raises:
        LedgerError: If there is none; it names those there are.
    """
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
