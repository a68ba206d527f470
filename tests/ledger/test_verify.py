"""``verify`` says exactly what is wrong: one ledger tampered with in each way, and all that it says about it."""

import re

import pytest
import sqlalchemy as sa

from counterclaim.ledger import tables
from counterclaim.ledger.findings import finding_rows
from counterclaim.ledger.session import Ledger
from counterclaim.ledger.verify import verify
from counterclaim.ledger.write import remove
from counterclaim.values.digest import bytes_digest, content_digest
from tests.ledger.test_conformance import TEXT, keep

OTHER = f"{TEXT} Later."


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """Two documents, one in two versions, and one that was removed."""
    keep(ledger, "one")
    keep(ledger, "two", "The Lodvan mayor said it had burnt out by noon, and nobody was hurt.")
    keep(ledger, "one", OTHER)
    keep(ledger, "gone", "Nothing at all was said of this by anyone there.")
    remove(ledger, "pier", "gone")
    assert verify(ledger) == ()
    return ledger


def tamper(ledger: Ledger, *statements: sa.Executable) -> None:
    """Does what the database would forbid, as somebody does who turns its checks off."""
    with ledger.reading() as connection:
        connection.rollback()
        connection.commit()
        raw = connection.connection.driver_connection
        assert raw is not None
        if ledger.dialect == "postgresql":
            raw.rollback()
            raw.execute("SET session_replication_role = replica")
        else:
            raw.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        raw.execute("SET session_replication_role = DEFAULT" if ledger.dialect == "postgresql" else "PRAGMA foreign_keys=ON")
        connection.commit()


def changed(table: str, column: str, value: object, **where: object) -> sa.Update:
    rows = tables.metadata.tables[table]
    return sa.update(rows).where(*(rows.c[name] == wanted for name, wanted in where.items())).values({column: value})


def taken_out(table: str, **where: object) -> sa.Delete:
    rows = tables.metadata.tables[table]
    return sa.delete(rows).where(*(rows.c[name] == wanted for name, wanted in where.items()))


BYTES = bytes_digest(TEXT.encode())
FINDING = {"text": BYTES}
"""The one finding of the first version of the first document."""

CASES: dict[str, tuple[list[sa.Executable], list[str]]] = {
    "bytes": ([changed("snapshot", "data", b"other", sha256=BYTES)], ["snapshot .*: the bytes kept have the digest .*"]),
    "text": ([changed("text", "utf8", b"other", sha256=BYTES)], ["text .*: the text kept has the digest .*changed"]),
    "text that is no UTF-8": ([changed("text", "utf8", b"\xff", sha256=BYTES)], ["text .*: the text kept has the digest"]),
    "words": ([changed("finding", "words", b"14 people", **FINDING)], ["finding .*: its words are not those at"]),
    "start": ([changed("finding", "start", 3, **FINDING)], [r"finding .*: it stands at \[3, \d+\), but says \[24, \d+\)"]),
    "end": ([changed("finding", "end", 30, **FINDING)], [r"finding .*: it stands at \[24, 30\), but says \[24, \d+\)"]),
    "kind": ([changed("finding", "kind", "figure", **FINDING)], ["finding .*: its kind or content is not what"]),
    "content": ([changed("finding", "payload", b"\xff{", **FINDING)], ["finding .*: its kind or content is not what"]),
    "sheet": ([changed("reading", "sheet", b"{}", id=1)], [r"reading 1 \(one, version 1 of pier\): the sheet .* was changed"]),
    "sheet and its digest": (
        [changed("reading", "sheet", b"{}", id=1), changed("reading", "sheet_sha256", bytes_digest(b"{}"), id=1)],
        ["reading 1 .*: the log does not know of it", r"log 1: the reading it records \(pier: one"],
    ),
    "document's name": ([changed("document", "name", "three", id=1)], [r"reading 1 \(three.*: its sheet is that of another"]),
    "document's text": (
        [changed("document", "text", bytes_digest(OTHER.encode()), id=1)],
        ["reading 1 .*: its sheet is that of another document or version"],
    ),
    "reading taken out": (
        [taken_out("observation", reading=2), taken_out("reading", id=2)],
        ["document two version 1 of pier: it was kept without a reading", r"log 2: the reading it records \(pier: two"],
    ),
    "observation taken out": ([taken_out("observation", reading=1)], ["reading 1 .*: 1 of its 1 findings are not"]),
    "finding taken out": ([taken_out("finding", **FINDING)], ["observation 1: its finding .* is not in the ledger"]),
    "observation put in": (
        [sa.insert(tables.observation).values(reading=2, finding=sa.select(tables.finding.c.digest).limit(1).where(
            tables.finding.c.text == BYTES).scalar_subquery())],
        ["reading 2 .*: 1 findings are given to it that its sheet does not hold"],
    ),
    "text taken out": ([taken_out("text", sha256=BYTES)], ["document 1: its text .* taken out", "finding .*: its text"]),
    "bytes taken out": ([taken_out("snapshot", sha256=BYTES)], ["document 1: its snapshot .* is not in the ledger"]),
    "log record changed": ([changed("log", "subject", "nothing", number=2)], ["log 2: its words and its digest disagree"]),
    "log record's time changed": ([changed("log", "at", "2031", number=2)], ["log 2: its words and its digest disagree"]),
    "log record taken out": (
        [taken_out("log", number=2)],
        ["reading 2 .*: the log does not know of it", "log: number 2 is missing before 3; a record was taken out"],
    ),
    "last record taken out": (
        [taken_out("log", number=5)],
        ["removal .*: its log 5 is not in the ledger; it was taken out"],
    ),
    "removal taken back": ([taken_out("removal")], [r"log 5: what it records \(remove\) is not in the ledger"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_tampering_is_told_and_nothing_else(kept: Ledger, case: str) -> None:
    statements, said = CASES[case]
    tamper(kept, *statements)
    faults = verify(kept)
    assert len(faults) == len(said), faults
    for fault, wanted in zip(sorted(faults), sorted(said), strict=True):
        assert re.match(wanted, fault), faults


def test_a_record_written_anew_breaks_the_chain_behind_it(kept: Ledger) -> None:
    with kept.reading() as connection:
        row = connection.execute(sa.select(tables.log).where(tables.log.c.number == 2)).one()
    link = content_digest(row.number, row.at, row.act, "nothing", row.digest, row.previous)
    tamper(kept, changed("log", "subject", "nothing", number=2), changed("log", "chain", link, number=2))
    assert verify(kept) == ("log 3: does not follow the record before it; one of the two was changed",)


def test_findings_keep_their_names_when_values_grow_a_field(ledger: Ledger) -> None:
    keep(ledger, "one")
    with ledger.reading() as connection:
        encoded = connection.execute(sa.select(tables.reading.c.sheet)).scalar_one()
    (row,) = finding_rows(encoded.replace(b'"parent":null', b'"parent":null,"grown":1'), TEXT)
    assert row.payload.endswith(b'"grown":1}')
    assert (row.start, row.words) == (24, TEXT[24:-1].encode())
