"""What a ledger promises, whichever database keeps it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.read import documents, dossiers, sheets
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.ledger.write import Written, remove, write
from counterclaim.values.attribution import Attribution
from counterclaim.values.change import Change, Piece
from counterclaim.values.digest import bytes_digest, text_digest
from counterclaim.values.document import Document
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span

TEXT = "The Orvan ministry said 12 people were killed \U0001d518 at the pier."


def sheet(name: str, text: str = TEXT) -> Sheet:
    return Sheet(
        document=Document(
            id=name,
            path=f"{name}.txt",
            sha256=bytes_digest(text.encode()),
            text_sha256=text_digest(text),
            text=text,
            language="en",
        ),
        attributions=(
            Attribution(
                id="a1",
                source_id=None,
                source=(Span(0, 18),),
                cue=(Span(19, 23),),
                content=(Span(24, len(text) - 1),),
                mode="indirect",
                act="states",
                distance="neutral",
                hedges=(),
                via=(),
                parent=None,
            ),
        ),
    )


def keep(ledger: Ledger, name: str, text: str = TEXT, fingerprint: str = "kit-1", dossier: str = "pier") -> Written:
    return write(ledger, dossier, text.encode(), sheet(name, text), fingerprint=fingerprint, program="test")


def test_what_was_written_is_read_again(ledger: Ledger) -> None:
    assert keep(ledger, "one").outcome == "added"
    assert sheets(ledger, "pier") == (sheet("one"),)
    assert [(d.name, d.documents) for d in dossiers(ledger)] == [("pier", 1)]
    assert verify(ledger) == ()


def test_the_same_article_twice_is_one_document(ledger: Ledger) -> None:
    keep(ledger, "one")
    assert keep(ledger, "one").outcome == "known"
    assert len(documents(ledger, "pier")) == 1


def test_a_changed_article_is_a_new_version_with_its_differences(ledger: Ledger) -> None:
    keep(ledger, "one", "First line.\nTwelve were killed.")
    again = keep(ledger, "one", "First line.\nFourteen were killed.")
    assert (again.outcome, again.version) == ("new version", 2)
    pieces = (Piece("removed", "Twelve"), Piece("added", "Fourteen"), Piece("same", "were killed."))
    assert again.changes == (Change(line=2, pieces=pieces),)
    assert [d.version for d in documents(ledger, "pier")] == [2]


def test_another_kit_reads_a_known_document_again_and_finds_the_same_findings(ledger: Ledger) -> None:
    keep(ledger, "one")
    assert keep(ledger, "one", fingerprint="kit-2").outcome == "read again"
    with ledger.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.finding)).scalar_one() == 1
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.observation)).scalar_one() == 2


def test_removed_documents_leave_the_views_and_stay_in_the_tables(ledger: Ledger) -> None:
    keep(ledger, "one")
    assert remove(ledger, "pier", "one") == 1
    assert remove(ledger, "pier", "one") == 0
    assert documents(ledger, "pier") == ()
    assert verify(ledger) == ()
    assert keep(ledger, "one").version == 2
    assert len(documents(ledger, "pier")) == 1


def test_an_unknown_dossier_is_named_with_those_there_are(ledger: Ledger) -> None:
    keep(ledger, "one")
    with pytest.raises(LedgerError, match="pier"):
        documents(ledger, "quay")


def test_a_sheet_without_its_text_is_refused(ledger: Ledger) -> None:
    bare = msgspec.structs.replace(sheet("one"), document=msgspec.structs.replace(sheet("one").document, text=msgspec.UNSET))
    with pytest.raises(LedgerError, match="with_text"):
        write(ledger, "pier", b"", bare, fingerprint="k", program="test")


def _keep_many(where: str, first: int, count: int = 8) -> None:
    opened = open_ledger(where)
    for number in range(first, first + count):
        keep(opened, f"d{number}", f"{TEXT} {number}")
    opened.close()


def test_two_processes_adding_at_once_lose_nothing(where: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_keep_many, args=(where, first)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    opened = open_ledger(where)
    assert len(documents(opened, "pier")) == 16
    assert verify(opened) == ()
    opened.close()


def test_killed_at_any_moment_it_holds_whole_documents_only(where: str) -> None:
    here = str(Path(__file__).parents[2])
    keep_on = f"tests.ledger.test_conformance._keep_many({where!r}, int(sys.argv[1]), 9999)"
    code = f"import sys; sys.path.insert(0, {here!r}); import tests.ledger.test_conformance; {keep_on}"
    opened = open_ledger(where)
    held = 0
    for number, pause in enumerate((0.0, 0.003, 0.011)):
        running = subprocess.Popen([sys.executable, "-c", code, str(number * 10_000)])
        deadline = time.monotonic() + 30
        while not _held(opened, more_than=held) and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(pause)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        assert verify(opened) == ()
        assert _held(opened, more_than=held), "the writer wrote nothing before it was killed"
        held = len(documents(opened, "pier"))
    assert keep(opened, "after").outcome == "added"
    assert verify(opened) == ()
    opened.close()


def _held(ledger: Ledger, more_than: int) -> bool:
    return any(d.documents > more_than for d in dossiers(ledger))


def test_a_file_that_is_no_ledger_is_refused_in_one_sentence(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.db"
    wrong.write_text("no database at all, but long enough to look like one " * 30)
    with pytest.raises(LedgerError, match="cannot be opened"):
        open_ledger(str(wrong))


@pytest.mark.parametrize("url", ["postgresql://reader:hidden@127.0.0.1:1/news", "postgresql://reader:hidden@host:port/news"])
def test_a_server_that_does_not_answer_is_told_in_one_line_without_the_password(url: str) -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger(url)
    assert "hidden" not in str(told.value)
    assert "\n" not in str(told.value)


def test_whoever_only_reads_makes_no_ledger(where: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "folder" / "none.db") if where.endswith(".db") else where
    with pytest.raises(LedgerError, match=r"there is no ledger at .*counterclaim add"):
        open_ledger(missing, make=False)
    assert not list(tmp_path.iterdir())
    open_ledger(missing).close()
    open_ledger(missing, make=False).close()
