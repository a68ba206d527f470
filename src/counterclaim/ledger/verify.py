"""Checking a ledger: digests, offsets, and the chain of records."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.ledger.accounts import account_digest
from counterclaim.ledger.chain import broken_links
from counterclaim.ledger.findings import Kept, finding_digest, finding_digests, place_of
from counterclaim.ledger.judgements import policy_digest
from counterclaim.ledger.session import Ledger
from counterclaim.values.digest import bytes_digest
from counterclaim.values.judgement import Judgement

AT_ONCE = 100
"""Rows fetched at once: a snapshot may be a large page, and a ledger holds thousands."""


def verify(ledger: Ledger) -> tuple[str, ...]:
    """One sentence for each thing that is wrong, saying where and what; empty if everything holds.

    What follows from a fault that is told already (the findings of a text that was changed) is not told again.
    """
    with ledger.reading() as connection:
        return (
            *_changed_bytes(connection),
            *_changed_texts(connection),
            *_changed_sheets(connection),
            *_changed_findings(connection),
            *_unread(connection),
            *_missing_rows(connection),
            *_changed_acts(connection),
            *_unfounded_logs(connection),
            *broken_links(connection),
        )


def _rows(connection: Connection, query: sa.Select[Any]) -> sa.Result[Any]:
    return connection.execute(query, execution_options={"yield_per": AT_ONCE})


def _changed_bytes(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, sa.select(tables.snapshot)):
        if bytes_digest(row.data) != row.sha256:
            yield f"snapshot {row.sha256[:12]}: the bytes kept have the digest {bytes_digest(row.data)[:12]}; they were changed"


def _changed_texts(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, sa.select(tables.text)):
        if bytes_digest(row.utf8) != row.sha256:
            yield f"text {row.sha256[:12]}: the text kept has the digest {bytes_digest(row.utf8)[:12]}; it was changed"


def _changed_sheets(connection: Connection) -> Iterator[str]:
    """Sheets that are not what the log recorded, belong to another document, or disagree with the table of findings."""
    logged = set(connection.execute(sa.select(tables.log.c.digest).where(tables.log.c.act == "add")).scalars())
    observed: dict[int, set[str]] = defaultdict(set)
    for row in _rows(connection, sa.select(tables.observation)):
        observed[row.reading].add(row.finding)
    columns = tables.document.c
    query = sa.select(tables.reading, columns.name, columns.version, columns.dossier, columns.snapshot, columns.text)
    for row in _rows(connection, query.join(tables.document, columns.id == tables.reading.c.document)):
        named = f"reading {row.id} ({row.name}, version {row.version} of {row.dossier})"
        if bytes_digest(row.sheet) != row.sheet_sha256:
            yield f"{named}: the sheet kept has the digest {bytes_digest(row.sheet)[:12]}; it was changed"
            continue
        if row.sheet_sha256 not in logged:
            yield f"{named}: the log does not know of it; it was put in from outside, or its record was taken out of the log"
            continue
        sheet = msgspec.json.decode(row.sheet, type=Kept)
        if (sheet.document.id, sheet.document.sha256, sheet.document.text_sha256) != (row.name, row.snapshot, row.text):
            yield f"{named}: its sheet is that of another document or version; the document's row was changed"
            continue
        found = finding_digests(sheet, row.text)
        if gone := len(found - observed[row.id]):
            yield f"{named}: {gone} of its {len(found)} findings are not in the table of findings; they were taken out"
        if added := len(observed[row.id] - found):
            yield f"{named}: {added} findings are given to it that its sheet does not hold; they were put in from outside"


def _changed_findings(connection: Connection) -> Iterator[str]:
    """Findings that are not what their digest names, or whose words are not those of their text."""
    at, text = "", ""
    for row in _rows(connection, sa.select(tables.finding).order_by(tables.finding.c.text, tables.finding.c.digest)):
        named = f"finding {row.digest[:12]} ({row.kind})"
        if finding_digest(row.kind, row.text, row.start, row.end, bytes(row.payload)) != row.digest:
            place = place_of(bytes(row.payload))
            if place is not None and place != (row.start, row.end):
                yield f"{named}: it stands at [{row.start}, {row.end}), but says [{place[0]}, {place[1]}); it was changed"
            else:
                yield f"{named}: its kind or content is not what its digest names; it was changed"
            continue
        if at != row.text:
            utf8 = connection.execute(sa.select(tables.text.c.utf8).where(tables.text.c.sha256 == row.text)).scalar()
            at, text = row.text, utf8.decode("utf-8", "surrogatepass") if utf8 and bytes_digest(utf8) == row.text else ""
        if text and text[row.start : row.end].encode("utf-8", "surrogatepass") != row.words:
            yield f"{named}: its words are not those at [{row.start}, {row.end}) of its text; they were changed"


def _unread(connection: Connection) -> Iterator[str]:
    read = sa.select(tables.reading.c.document)
    for row in connection.execute(sa.select(tables.document).where(tables.document.c.id.not_in(read))):
        yield f"document {row.name} version {row.version} of {row.dossier}: it was kept without a reading"


def _missing_rows(connection: Connection) -> Iterator[str]:
    """Rows that name a row which is not there: the database forbids it, an editor who turns that off does not."""
    for table in tables.metadata.sorted_tables:
        for key in table.foreign_keys:
            there = sa.select(key.column)
            keys = [c for c in table.primary_key if c is not key.parent]
            query = sa.select(key.parent, *keys).where(key.parent.is_not(None), key.parent.not_in(there))
            for row in _rows(connection, query):
                named = " ".join(str(part)[:12] for part in (table.name, *row[1:]))
                yield f"{named}: its {key.column.table.name} {str(row[0])[:12]} is not in the ledger; it was taken out"


def _changed_acts(connection: Connection) -> Iterator[str]:
    """Judgements, accounts and policies that are not what their record in the log digests."""
    logged = {row.number: row.digest for row in connection.execute(sa.select(tables.log.c.number, tables.log.c.digest))}
    for row in connection.execute(sa.select(tables.judgement)):
        if logged.get(row.log) != bytes_digest(row.body):
            yield f"judgement {row.id}: it is not what log {row.log} recorded; it was changed or put in from outside"
            continue
        kept = msgspec.json.decode(row.body, type=Judgement)
        if (kept.id, kept.dossier, kept.undoes) != (row.id, row.dossier, row.undoes):
            yield f"judgement {row.id}: its row and its record disagree on its number, dossier or what it undoes"
    for row in connection.execute(sa.select(tables.account)):
        if logged.get(row.log) != account_digest(row.name, row.role, row.password):
            yield f"account of {row.name}: it is not what log {row.log} recorded; it was changed or put in from outside"
    for row in connection.execute(sa.select(tables.policy)):
        if logged.get(row.log) != policy_digest(row.dossier, row.second_look):
            yield f"policy of {row.dossier}: it is not what log {row.log} recorded; it was changed or put in from outside"


def _unfounded_logs(connection: Connection) -> Iterator[str]:
    """Records of acts whose rows are gone."""
    sheets = sa.select(tables.reading.c.sheet_sha256)
    for row in connection.execute(sa.select(tables.log).where(tables.log.c.act == "add", tables.log.c.digest.not_in(sheets))):
        yield f"log {row.number}: the reading it records ({row.subject}) is not in the ledger; it was taken out or changed"
    kept = {
        "judge": tables.judgement.c.log,
        "undo": tables.judgement.c.log,
        "user": tables.account.c.log,
        "policy": tables.policy.c.log,
        "remove": tables.removal.c.log,
    }
    for act, column in kept.items():
        gone = sa.select(tables.log.c.number).where(tables.log.c.act == act, tables.log.c.number.not_in(sa.select(column)))
        for number in connection.execute(gone).scalars():
            yield f"log {number}: what it records ({act}) is not in the ledger; it was taken out"
