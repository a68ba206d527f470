"""The command on real input, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "tarnholm"

pytestmark = pytest.mark.model


def run(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "counterclaim", "read", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def test_records_become_one_line_each() -> None:
    done = run(EXAMPLES / "12-records.jsonl", "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    assert all("text" not in json.loads(line)["document"] for line in done.stdout.splitlines())


def test_what_is_not_there_does_not_keep_the_rest_from_being_read() -> None:
    done = run("not-there.txt", EXAMPLES / "01-meridian-wire.txt", "-", "--format", "jsonl", given=b'"No," he said.\n')
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("counterclaim: ")
    assert "not-there.txt" in line


def test_a_pipe_closed_early_is_no_error() -> None:
    command = f"{sys.executable} -m counterclaim read {EXAMPLES / '12-records.jsonl'} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.returncode in {0, 141}
    assert done.stderr == b""
