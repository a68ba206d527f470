"""``counterclaim export`` and ``--mask``, as a user meets them; no model is loaded."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli import comparing, reading
from counterclaim.cli.main import counterclaim
from counterclaim.ledger.session import open_ledger
from counterclaim.service.compare import Compared
from tests.service.test_export import TEXT, keep, marked
from tests.service.test_mask import compared

NAMED = "Dohl"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    where = str(tmp_path / "ledger.db")
    opened = open_ledger(where)
    keep(opened, marked())
    opened.close()
    return where


def run(*words: str) -> str:
    done = CliRunner().invoke(counterclaim, words)
    assert done.exit_code == 0, done.exception
    return done.stdout


def test_an_export_is_masked_and_logged(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", "--dossier", NAMED, "--ledger", ledger, "-o", str(out))
    whole = json.loads(out.read_text("utf-8"))
    assert NAMED.lower() not in out.read_text("utf-8").lower()
    assert whole["masked"] and whole["made_from"]["log"] == 1
    assert "export" in run("log", "--ledger", ledger) and "everything holds" in run("verify", "--ledger", ledger)


def test_a_page_says_what_it_was_made_from(ledger: str) -> None:
    page = run("export", "--dossier", NAMED, "--ledger", ledger, "--format", "html")
    assert "Exported from record 1 of the log, digest " in page and NAMED not in page


def test_unmasked_is_asked_for_and_logged(ledger: str) -> None:
    assert TEXT.strip() in run("export", "--dossier", NAMED, "--ledger", ledger, "--unmasked")
    assert "json, unmasked, by " in run("log", "--ledger", ledger, "--act", "export")


@pytest.mark.parametrize("form", ["text", "brief", "jsonl", "html"])
def test_read_masked(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_paths", lambda *_, **__: iter([marked()]))
    shown = run("read", "x.txt", "--mask", "--format", form)
    assert NAMED.lower() not in shown.lower()
    assert form != "jsonl" or "text" not in json.loads(shown)["document"]
    assert form != "text" or "People to spare" in shown


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_compare_masked(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def compare_paths(_: object) -> Compared:
        return compared(marked())

    monkeypatch.setattr(comparing, "compare_paths", compare_paths)
    assert NAMED.lower() not in run("compare", "x.txt", "--mask", "--format", form).lower()
