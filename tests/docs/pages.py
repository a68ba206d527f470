"""The commands and programs that the documentation shows, and their output written in: ``python -m tests.docs.pages``.

A ``console`` block shows commands after ``$``. One whose command is ours may be followed by its output; the comment
``<!-- lines FIRST-LAST -->`` before the block says which lines of it. The tests run every command, and hold what ``--help``
prints to the letter; other output changes whenever reading gets better, so it is written in again by ``make docs``, not held.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("*.md")))

BLOCK = re.compile(
    r"(?:<!-- lines (?P<first>\d+)-(?P<last>\d+) -->\n)?```(?P<kind>console|python)\n(?P<body>.*?)```", re.DOTALL
)


class Block(msgspec.Struct, frozen=True):
    """One block: its page, kind and body, which lines of the output it shows, and where it stands in the page."""

    page: Path
    kind: str
    body: str
    lines: slice
    start: int
    end: int

    @property
    def commands(self) -> list[str]:
        return [line[2:] for line in self.body.splitlines() if line.startswith("$ ")]

    @property
    def output(self) -> str:
        return "".join(line for line in self.body.splitlines(keepends=True) if not line.startswith("$ "))


def blocks(kind: str, pages: tuple[Path, ...] = PAGES) -> Iterator[Block]:
    for page in pages:
        for found in BLOCK.finditer(page.read_text("utf-8")):
            if found["kind"] == kind:
                lines = slice(int(found["first"]) - 1, int(found["last"])) if found["first"] else slice(None)
                yield Block(page, kind, found["body"], lines, found.start("body"), found.end("body"))


def run(command: str) -> subprocess.CompletedProcess[str]:
    """Run one of our commands at the root of the repository."""
    words = shlex.split(command)
    assert words[0].rsplit("/", 1)[-1] == "counterclaim", command
    return subprocess.run(
        [sys.executable, "-m", "counterclaim", *words[1:]],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        env={"COLUMNS": "100" if "--help" in words else "90", "PATH": "", "LANG": "C.UTF-8"},
    )


def shown(block: Block) -> str:
    """What the block should hold: its one command and the lines of its output that it shows."""
    (command,) = block.commands
    lines = run(command).stdout.splitlines()[block.lines]
    return f"$ {command}\n" + "".join(f"{line}\n".replace("\n\n", "\n") for line in lines)


def refresh(page: Path) -> None:
    """Write each command's output in again, where the block shows some or prints a help text."""
    text = page.read_text("utf-8")
    for block in reversed(list(blocks("console", (page,)))):
        if len(block.commands) == 1 and (block.output or "--help" in block.commands[0]):
            text = text[: block.start] + shown(block) + text[block.end :]
    page.write_text(text, "utf-8")


if __name__ == "__main__":
    for each in PAGES:
        refresh(each)
