"""The doors themselves: help, statuses, what is imported. Reading is stubbed; see test_reading for real runs."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from counterclaim.cli import reading
from counterclaim.cli.main import counterclaim, main
from counterclaim.errors import ModelError
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from tests.made import made_sheet

COMMANDS = [
    "",
    "read",
    "compare",
    "add",
    "list",
    "show",
    "remove",
    "search",
    "verify",
    "log",
    "user",
    "user add",
    "user list",
    "user role",
    "user remove",
    "schema",
    "schema read",
    "schema compare",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_as_it_is(command: str, snapshot: SnapshotAssertion) -> None:
    result = CliRunner().invoke(counterclaim, [*command.split(), "--help"], prog_name="counterclaim", terminal_width=100)
    assert result.exit_code == 0
    assert result.output == snapshot


def test_help_imports_no_model_and_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from counterclaim.cli.main import main\n"
        "try: main(['read', '--help'])\n"
        "except SystemExit: pass\n"
        "import counterclaim\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'lxml', 'torch', 'rich', 'jinja2', 'natasha', 'sqlalchemy', 'msgspec'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_schema_read_prints_a_schema() -> None:
    result = CliRunner().invoke(counterclaim, ["schema", "read"])
    assert result.exit_code == 0
    Draft202012Validator.check_schema(json.loads(result.output))


def status(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> list[Sheet | Problem]:
    """What reading will return; the tests change it."""
    reads: list[Sheet | Problem] = [made_sheet()]

    def read_paths(paths: Iterable[str], *, with_text: bool = False) -> Iterator[Sheet | Problem]:
        yield from reads

    monkeypatch.setattr(reading, "read_paths", read_paths)
    return reads


@pytest.mark.parametrize(
    "arguments", [["read"], ["read", "x", "--format", "xml"], ["raed"], ["read", "x", "--nope"], ["add", "x", "--dossier", " "]]
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert status(*arguments) == 2
    assert "Error: " in capsys.readouterr().err


def test_what_cannot_be_read_is_one_line_and_status_1(
    stubbed: list[Sheet | Problem], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    stubbed.insert(0, Problem(code="not_found", message="nope.txt:\nno such\x1b[2J file", stage="intake"))
    assert status("read", "nope.txt", "mill.txt", "--format", "jsonl") == 1
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["document"]["id"] == "mill"
    assert err.decode().splitlines() == [
        "counterclaim: nope.txt: no such␛[2J file",
        "counterclaim: mill.txt: two bytes were no UTF-8",
    ]


@pytest.mark.parametrize("form", ["text", "brief", "jsonl", "html"])
def test_each_form_goes_to_standard_output_or_a_file(
    form: str, stubbed: list[Sheet | Problem], capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    assert status("read", "mill.txt", "--format", form) == 0
    printed = capfdbinary.readouterr().out
    out = tmp_path / "out"
    assert status("read", "mill.txt", "--format", form, "-o", str(out)) == 0
    assert capfdbinary.readouterr().out == b""
    assert out.read_bytes() == printed
    assert b"Ana Pell" in printed or form == "brief"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_that_cannot_be_written_is_wrong_usage(stubbed: list[Sheet | Problem], tmp_path: Path) -> None:
    assert status("read", "mill.txt", "-o", str(tmp_path / "no" / "where")) == 2


def stop(*_: object, **__: object) -> Iterator[Sheet]:
    yield made_sheet()
    raise KeyboardInterrupt


def test_ctrl_c_is_one_line_and_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    monkeypatch.setattr(reading, "read_paths", stop)
    assert status("read", "mill.txt", "-o", str(out)) == 130
    assert capsys.readouterr().err.strip() == "counterclaim: stopped"
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_we_cannot_go_on_after_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> Iterator[Sheet]:
        raise ModelError("the model is missing; run make setup")

    monkeypatch.setattr(reading, "read_paths", fail)
    assert status("read", "mill.txt") == 1
    assert capsys.readouterr().err == "counterclaim: the model is missing; run make setup\n"


def test_a_failure_nobody_named_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> Iterator[Sheet]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reading, "read_paths", fail)
    assert status("read", "mill.txt") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "No space left on device" in line
    monkeypatch.setenv("COUNTERCLAIM_TRACEBACK", "1")
    with pytest.raises(OSError, match="No space left"):
        main(["read", "mill.txt"])
