"""The commands that keep dossiers, as a user meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli.main import counterclaim
from counterclaim.errors import LedgerError
from counterclaim.ledger.session import open_ledger
from counterclaim.ledger.write import remove
from tests.ledger.test_conformance import keep


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "x"],
        ["verify"],
        ["compare", "--dossier", "x"],
        ["search", "x"],
        ["remove", "one", "--dossier", "x"],
    ],
    ids=lambda words: words[0],
)
def test_only_add_makes_a_ledger(arguments: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "folder" / "none.db"
    done = CliRunner().invoke(counterclaim, [*arguments, "--ledger", str(missing)])
    assert isinstance(done.exception, LedgerError)
    assert f"there is no ledger at {missing}; `counterclaim add" in str(done.exception)
    assert not missing.parent.exists()


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A document in two versions and one that was removed."""
    where = str(tmp_path / "ledger.db")
    opened = open_ledger(where)
    keep(opened, "one", "The pier burnt.\nTwelve people were killed, the mayor said.")
    keep(opened, "one", "The pier burnt.\nFourteen people were killed, the \x1b[31mmayor said.")
    keep(opened, "gone")
    remove(opened, "pier", "gone")
    opened.close()
    return where


def show(*words: str) -> str:
    done = CliRunner().invoke(counterclaim, ["show", *words])
    assert done.exit_code == 0, done.exception
    return done.stdout


def test_a_documents_versions_and_what_changed_word_by_word(ledger: str) -> None:
    shown = show("pier", "one", "--ledger", ledger)
    assert "version 1" in shown and "version 2" in shown
    assert "by test, kit kit-1: 1 attribution" in shown
    assert "line 2: [-Twelve-] {+Fourteen+} people were killed, the [-mayor-]\n    {+␛[31mmayor+} said." in shown


def test_a_removed_document_still_shows_its_versions(ledger: str) -> None:
    assert "removed" in show("pier", "gone", "--ledger", ledger)
    assert "gone" not in show("pier", "--ledger", ledger)
    done = CliRunner().invoke(counterclaim, ["show", "pier", "gone", "--format", "jsonl", "--ledger", ledger])
    assert "'gone' was removed from 'pier'" in str(done.exception)


def test_one_sheet_for_programs(ledger: str) -> None:
    (line,) = show("pier", "one", "--format", "jsonl", "--ledger", ledger).splitlines()
    assert "Fourteen" in line


def test_a_document_that_is_not_there_is_told_with_the_nearest(ledger: str) -> None:
    done = CliRunner().invoke(counterclaim, ["show", "pier", "onee", "--ledger", ledger])
    assert str(done.exception) == "no document 'onee' in 'pier'; it has: one"
