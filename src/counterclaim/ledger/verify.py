"""Checking a ledger: digests, offsets, and the chain of records."""

from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.ledger.chain import broken_links
from counterclaim.ledger.session import Ledger
from counterclaim.values.digest import bytes_digest, content_digest


def verify(ledger: Ledger) -> tuple[str, ...]:
    """One sentence for each thing that is wrong, saying where and what; empty if everything holds."""
    with ledger.reading() as connection:
        return (
            *_changed_bytes(connection),
            *_changed_texts(connection),
            *_changed_sheets(connection),
            *_moved_findings(connection),
            *_unread(connection),
            *broken_links(connection),
        )


def _changed_bytes(connection: Connection) -> Iterator[str]:
    for row in connection.execute(sa.select(tables.snapshot)):
        if bytes_digest(row.data) != row.sha256:
            yield f"snapshot {row.sha256[:12]}: the bytes kept have the digest {bytes_digest(row.data)[:12]}; they were changed"


def _changed_texts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(sa.select(tables.text)):
        if bytes_digest(row.utf8) != row.sha256:
            yield f"text {row.sha256[:12]}: the text kept has the digest {bytes_digest(row.utf8)[:12]}; it was changed"


def _changed_sheets(connection: Connection) -> Iterator[str]:
    logged = set(connection.execute(sa.select(tables.log.c.digest)).scalars())
    for row in connection.execute(sa.select(tables.reading)):
        if bytes_digest(row.sheet) != row.sheet_sha256:
            yield f"reading {row.id}: the sheet kept has the digest {bytes_digest(row.sheet)[:12]}; it was changed"
        elif row.sheet_sha256 not in logged:
            yield f"reading {row.id}: the log does not know of it; it was put in from outside"


def _moved_findings(connection: Connection) -> Iterator[str]:
    texts: dict[str, str] = {}
    for row in connection.execute(sa.select(tables.finding).order_by(tables.finding.c.text)):
        if row.text not in texts:
            kept = connection.execute(sa.select(tables.text.c.utf8).where(tables.text.c.sha256 == row.text)).scalar_one()
            texts = {row.text: kept.decode("utf-8", "surrogatepass")}
        words = texts[row.text][row.start : row.end].encode("utf-8", "surrogatepass")
        if words != row.words:
            yield f"finding {row.digest[:12]} ({row.kind}): its words are not those at [{row.start}, {row.end}) of its text"
        named = content_digest("finding-1", row.kind, row.text, row.start, row.end, row.payload.decode())
        if named != row.digest:
            yield f"finding {row.digest[:12]} ({row.kind}): its content has the digest {named[:12]}; it was changed"


def _unread(connection: Connection) -> Iterator[str]:
    read = sa.select(tables.reading.c.document)
    for row in connection.execute(sa.select(tables.document).where(tables.document.c.id.not_in(read))):
        yield f"document {row.name} version {row.version} of {row.dossier}: it was kept without a reading"
