import json
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from counterclaim.cli.main import counterclaim
from counterclaim.ledger.session import open_ledger
from counterclaim.ledger.write import write
from counterclaim.values.attribution import Act
from tests.match.dossier import Draft


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    draft = Draft("one", "Ana \x1b[31mPell said the mill burns.", published="2031-03-14")
    draft.says(draft.source("Ana \x1b[31mPell"), "the mill burns")
    where = str(tmp_path / "ledger.db")
    opened = open_ledger(where)
    write(opened, "mill", draft.text.encode(), draft.sheet(), fingerprint="kit", program="test")
    opened.close()
    return where


def run(*words: str) -> str:
    done = CliRunner().invoke(counterclaim, ["search", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_hits_to_read(ledger: str) -> None:
    shown = run("mill", "--words-only", "--ledger", ledger)
    assert "Ana ␛[31mPell says  2031-03-14 · mill · one:19" in shown
    assert "“the mill burns”" in shown
    assert "words: mill" in shown


def test_hits_for_programs(ledger: str) -> None:
    (line,) = run("mill", "--words-only", "--format", "jsonl", "--ledger", ledger).splitlines()
    assert json.loads(line)["words"] == "the mill burns"


def test_nothing_found_is_said(ledger: str) -> None:
    assert run("ferry", "--words-only", "--ledger", ledger) == "nothing found\n"


@pytest.mark.parametrize("wrong", [["…"], ["mill", "--since", "March"], ["mill", "--act", "sings"], ["mill", "--most", "0"]])
def test_wrong_usage(ledger: str, wrong: list[str]) -> None:
    assert CliRunner().invoke(counterclaim, ["search", *wrong, "--ledger", ledger]).exit_code == 2


def test_an_unknown_dossier_is_named(ledger: str) -> None:
    done = CliRunner().invoke(counterclaim, ["search", "mill", "--dossier", "sea", "--ledger", ledger])
    assert "there is no dossier 'sea'" in str(done.exception)


def test_the_help_names_every_act() -> None:
    shown = " ".join(CliRunner().invoke(counterclaim, ["search", "--help"]).output.split())
    assert f"Only what is said so: {', '.join(get_args(Act))}." in shown
