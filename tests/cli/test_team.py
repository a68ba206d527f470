"""``counterclaim user`` and ``counterclaim log``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli.main import counterclaim, main
from counterclaim.cli.team import user
from counterclaim.ledger.session import open_ledger
from counterclaim.service.users import sign_in
from counterclaim.values.judgement import ROLES

PASSWORD = "four words of salt"


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.db")


def run(where: str, *words: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(counterclaim, [*words, "--ledger", where], input=typed)


def test_users_are_added_listed_given_a_role_and_taken_out(where: str) -> None:
    assert run(where, "user", "add", "ana", typed=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0
    assert run(where, "user", "add", "bo", "--role", "admin", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0
    assert run(where, "user", "list").output == "reviewer  ana\nadmin     bo\n"
    assert run(where, "user", "role", "ana", "reader").output == "ana is reader now\n"
    assert run(where, "user", "remove", "bo").exit_code == 0
    assert run(where, "user", "list").output == "reader    ana\n"
    ledger = open_ledger(where)
    assert sign_in(ledger, "ana", PASSWORD) is not None
    assert sign_in(ledger, "bo", PASSWORD) is None
    ledger.close()


def test_the_password_is_never_shown(where: str) -> None:
    assert PASSWORD not in run(where, "user", "add", "ana", typed=f"{PASSWORD}\n{PASSWORD}\n").output


def test_a_ledger_without_users_says_how_to_make_one(where: str) -> None:
    open_ledger(where).close()
    assert "counterclaim user add" in run(where, "user", "list").output


def test_what_is_refused_is_one_line(where: str, capsys: pytest.CaptureFixture[str]) -> None:
    open_ledger(where).close()
    with pytest.raises(SystemExit) as ended:
        main(["user", "remove", "nobody", "--ledger", where])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "counterclaim: there is no user 'nobody'; there are: none\n"


def test_the_log_is_shown_and_given_to_programs(where: str) -> None:
    for name in ("ana", "bo"):
        run(where, "user", "add", name, "--password-stdin", typed=f"{PASSWORD}\n")
    lines = run(where, "log").output.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"] and "user ana: reviewer, by " in lines[0]
    assert run(where, "log", "--most", "1").output.splitlines() == lines[1:]
    assert run(where, "log", "--act", "judge").output == ""
    first, second = (json.loads(line) for line in run(where, "log", "--format", "jsonl").output.splitlines())
    assert first["number"] == 1 and second["act"] == "user" and len(second["chain"]) == 64


def test_the_roles_of_the_command_are_those_of_the_values() -> None:
    (role,) = (option for option in user.commands["add"].params if option.name == "role")
    assert tuple(getattr(role.type, "choices", ())) == ROLES
