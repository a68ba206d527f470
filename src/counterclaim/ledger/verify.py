"""Checking a ledger: digests, offsets, and the chain of records."""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.ledger.accounts import account_digest
from counterclaim.ledger.chain import broken_links
from counterclaim.ledger.judgements import policy_digest
from counterclaim.ledger.session import Ledger
from counterclaim.values.digest import bytes_digest, content_digest
from counterclaim.values.judgement import Judgement


def verify(ledger: Ledger) -> tuple[str, ...]:
    """One sentence for each thing that is wrong, saying where and what; empty if everything holds."""
    with ledger.reading() as connection:
        return (
            *_changed_bytes(connection),
            *_changed_texts(connection),
            *_changed_sheets(connection),
            *_moved_findings(connection),
            *_unread(connection),
            *_changed_acts(connection),
            *_unfounded_logs(connection),
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
