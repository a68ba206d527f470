"""Where the commands write: standard output, a terminal, or a file that is put in place only when it is whole."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
from rich.console import Console, RenderableType


def on_terminal(output: str | None) -> bool:
    """Whether what is written to ``output`` is seen by a person on a terminal."""
    return output in {None, "-"} and sys.stdout.isatty()


def print_to(shown: Iterable[RenderableType], out: BinaryIO, output: str | None) -> None:
    """Print as the terminal can show it if that is where ``out`` leads, else as plain text of 80 columns or COLUMNS."""
    to_terminal = on_terminal(output)
    console = Console(
        markup=False,
        highlight=False,
        emoji=False,
        no_color=None if to_terminal else True,
        force_terminal=None if to_terminal else False,
    )
    for one in shown:
        with console.capture() as captured:
            console.print(one)
        lines = (line.rstrip(" ") for line in captured.get().split("\n"))
        out.write("\n".join(lines).encode("utf-8", "replace"))
        out.flush()


@contextmanager
def opened(output: str | None) -> Iterator[BinaryIO]:
    """Where to write; a file is put in place only when it is whole, so that a stopped run leaves the old one.

    Raises:
        click.BadParameter: If the file cannot be written.
    """
    if output in {None, "-"}:
        yield sys.stdout.buffer
        return
    path = Path(str(output))
    try:
        if path.exists() and not path.is_file():  # a device or a named pipe
            with path.open("wb") as out:
                yield out
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise click.BadParameter(f"cannot write {path}: {error.strerror}", param_hint="--output") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
