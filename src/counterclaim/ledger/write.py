"""Writing a document that was read: whole, in one transaction, or not at all."""

from typing import Literal

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.chain import append
from counterclaim.ledger.findings import finding_rows
from counterclaim.ledger.session import Ledger
from counterclaim.values.change import Change, changes
from counterclaim.values.digest import bytes_digest, text_digest
from counterclaim.values.sheet import Sheet

Outcome = Literal["added", "new version", "read again", "known"]


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one document.

    Attributes:
        name: The document's id.
        outcome: ``added``; ``new version`` of a known one; ``read again`` by another kit; ``known``, nothing to do.
        version: The version's number, from 1.
        changes: For a new version, the passages of the text that differ from the one before; empty where only the bytes differ.
    """

    name: str
    outcome: Outcome
    version: int
    changes: tuple[Change, ...] = ()


def write(ledger: Ledger, dossier: str, data: bytes, sheet: Sheet, *, fingerprint: str, program: str) -> Written:
    """Keeps one document, what was read in it, and by what; idempotent by content.

    Args:
        ledger: The open ledger.
        dossier: The dossier's name; made if new.
        data: The bytes taken in.
        sheet: The sheet with its text.
        fingerprint: The kit's.
        program: The program's version.

    Raises:
        LedgerError: If a finding's words are not those of the text, or the sheet lacks its text.
    """
    body = sheet.document.text
    if isinstance(body, msgspec.UnsetType):
        raise LedgerError(f"{sheet.document.id}: the ledger needs the sheet's text; read it with with_text=True")
    bare = msgspec.structs.replace(sheet, document=msgspec.structs.replace(sheet.document, text=msgspec.UNSET))
    encoded = msgspec.json.encode(bare)
    with ledger.writing() as connection:
        _keep(connection, tables.dossier, name=dossier)
        _keep(connection, tables.snapshot, sha256=bytes_digest(data), data=data)
        _keep(connection, tables.text, sha256=text_digest(body), utf8=body.encode("utf-8", "surrogatepass"))
        _keep(connection, tables.run, fingerprint=fingerprint, program=program)
        known = _latest(connection, dossier, sheet.document.id)
        same = (
            known is not None
            and (known.snapshot, known.text) == (bytes_digest(data), text_digest(body))
            and not _is_removed(connection, known.id)
        )
        differing: tuple[Change, ...] = ()
        if same and known is not None:
            number, version = int(known.id), int(known.version)
        else:
            version = 1 if known is None else known.version + 1
            differing = () if known is None else _changes(connection, known.text, body)
            inserted = connection.execute(
                tables.document.insert().values(
                    dossier=dossier,
                    name=sheet.document.id,
                    version=version,
                    snapshot=bytes_digest(data),
                    text=text_digest(body),
                    previous=None if known is None else known.id,
                )
            )
            number = int(inserted.inserted_primary_key[0])  # type: ignore[index]  # an insert always has one
        if same and _was_read(connection, number, fingerprint):
            return Written(name=sheet.document.id, outcome="known", version=version)
        _keep_reading(connection, number, fingerprint, encoded, body)
        outcome: Outcome = "read again" if same else "added" if known is None else "new version"
        append(connection, "add", f"{dossier}: {sheet.document.id} ({outcome}, version {version})", bytes_digest(encoded))
    return Written(name=sheet.document.id, outcome=outcome, version=version, changes=differing)


def known_document(ledger: Ledger, dossier: str, sha256: str, fingerprint: str) -> Written | None:
    """The document of these bytes, if it is the newest of its name, not removed, and was read by this very kit."""
    document, reading = tables.document.c, tables.reading.c
    with ledger.reading() as connection:
        row = connection.execute(
            sa.select(document.id, document.name, document.version)
            .join(tables.reading, reading.document == document.id)
            .where(document.dossier == dossier, document.snapshot == sha256, reading.run == fingerprint)
            .order_by(document.id.desc())
        ).first()
        if row is None or _is_removed(connection, row.id):
            return None
        latest = _latest(connection, dossier, row.name)
        if latest is None or latest.id != row.id:
            return None
        return Written(name=row.name, outcome="known", version=row.version)


def remove(ledger: Ledger, dossier: str, name: str) -> int:
    """Marks all versions of a document as removed; what was observed stays in the ledger.

    Returns:
        How many versions were marked now.
    """
    with ledger.writing() as connection:
        rows = connection.execute(
            sa.select(tables.document.c.id, tables.document.c.snapshot)
            .where(tables.document.c.dossier == dossier, tables.document.c.name == name)
            .where(tables.document.c.id.not_in(sa.select(tables.removal.c.document)))
        ).all()
        if rows:
            number = append(connection, "remove", f"{dossier}: {name}", rows[-1].snapshot)
            connection.execute(tables.removal.insert(), [{"document": row.id, "log": number} for row in rows])
    return len(rows)


def _keep(connection: Connection, table: sa.Table, **values: object) -> None:
    """Inserts a row named by its content; a row of that name already says the same."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())


def _latest(connection: Connection, dossier: str, name: str) -> "sa.Row[int, int, str, str] | None":
    """The newest version, removed or not: after a removal the numbers go on, so that no version is named twice."""
    columns = tables.document.c
    return connection.execute(
        sa.select(columns.id, columns.version, columns.snapshot, columns.text)
        .where(columns.dossier == dossier, columns.name == name)
        .order_by(columns.version.desc())
        .limit(1)
    ).first()


def _is_removed(connection: Connection, document: int) -> bool:
    found = connection.execute(sa.select(tables.removal.c.log).where(tables.removal.c.document == document)).first()
    return found is not None


def _was_read(connection: Connection, document: int, fingerprint: str) -> bool:
    found = connection.execute(
        sa.select(tables.reading.c.id).where(tables.reading.c.document == document, tables.reading.c.run == fingerprint)
    ).first()
    return found is not None


def _keep_reading(connection: Connection, document: int, fingerprint: str, encoded: bytes, body: str) -> None:
    inserted = connection.execute(
        tables.reading.insert().values(document=document, run=fingerprint, sheet=encoded, sheet_sha256=bytes_digest(encoded))
    )
    reading = int(inserted.inserted_primary_key[0])  # type: ignore[index]  # an insert always has one
    rows = {row.digest: row for row in finding_rows(encoded, body)}
    for row in rows.values():
        _keep(connection, tables.finding, **msgspec.structs.asdict(row))
        connection.execute(tables.observation.insert().values(reading=reading, finding=row.digest))


def _changes(connection: Connection, before: str, after: str) -> tuple[Change, ...]:
    old = connection.execute(sa.select(tables.text.c.utf8).where(tables.text.c.sha256 == before)).scalar_one()
    return changes(old.decode("utf-8", "surrogatepass"), after)
