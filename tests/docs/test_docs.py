import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from counterclaim.cli import reading
from counterclaim.cli.main import counterclaim
from counterclaim.kit import Kit
from counterclaim.service import compare
from counterclaim.values.sheet import Sheet
from tests.docs.pages import PAGES, ROOT, Block, blocks, shown

CONSOLE = list(blocks("console"))
PYTHON = list(blocks("python"))


def named(block: Block) -> str:
    return f"{block.page.name}@{block.start}"


def all_commands(group: click.Group, name: str = "counterclaim") -> list[str]:
    found = [name]
    for sub, command in group.commands.items():
        found += all_commands(command, f"{name} {sub}") if isinstance(command, click.Group) else [f"{name} {sub}"]
    return found


def test_every_command_is_on_the_page() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for command in all_commands(counterclaim):
        assert f"\n## {command}\n" in page
        assert f"$ {command} --help\n" in page


@pytest.mark.parametrize("block", [b for b in CONSOLE if "--help" in b.body], ids=named)
def test_help_is_as_the_page_says(block: Block) -> None:
    assert block.body == shown(block), "run make docs"


def is_ours(command: str) -> bool:
    return command.split()[0].endswith("counterclaim") and "--help" not in command


@pytest.mark.model
@pytest.mark.parametrize("command", sorted({c for b in CONSOLE for c in b.commands if is_ours(c)}))
def test_every_command_shown_runs(
    command: str, dossier: tuple[Sheet, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def read_paths(paths: Iterable[str], kit: Kit | None = None, *, with_text: bool) -> Iterator[Sheet]:
        """The dossier's sheets under ``paths``; they were read once."""
        for path in paths:
            found = [sheet for sheet in dossier if Path(sheet.document.path).is_relative_to(ROOT / path)]
            assert found, path
            yield from found

    monkeypatch.setattr(reading, "read_paths", read_paths)
    monkeypatch.setattr(compare, "read_paths", read_paths)
    monkeypatch.chdir(ROOT)
    words = shlex.split(re.sub(r"-o \S+", f"-o {tmp_path / 'out'}", command))
    done = CliRunner().invoke(counterclaim, words[1:])
    assert done.exit_code == 0, done.output


def test_every_task_shown_exists() -> None:
    tasks = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for block in CONSOLE:
        for command in block.commands:
            if command.startswith("make "):
                assert set(command.split()[1:]) <= tasks
    for page in PAGES:
        for task in re.findall(r"`make (\w+)[^`]*`", page.read_text("utf-8")):
            assert task in tasks, page


@pytest.mark.model
@pytest.mark.parametrize("block", PYTHON, ids=named)
def test_every_program_shown_runs(block: Block, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.kit.open_kit", lambda: kit)
    monkeypatch.setattr("counterclaim.service.read.open_kit", lambda: kit)
    monkeypatch.chdir(ROOT)
    exec(compile(block.body, str(block.page), "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_dependency_has_its_reason() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[^\w-]", need)[0] for need in needed}
    table = (ROOT / "docs" / "decisions.md").read_text("utf-8").split("\n## ")[1]
    reasons = {
        name for line in table.splitlines() if line.startswith("| `") for name in re.findall(r"`([\w-]+)`", line.split("|")[1])
    }
    assert names <= reasons, f"write the reason for {names - reasons} into the table of docs/decisions.md"
