"""``counterclaim read``: documents in, sheets out in the form asked for, problems on standard error."""

from collections.abc import Iterable, Iterator

import msgspec
from rich.console import Console

from counterclaim.cli.writing import on_terminal, opened, print_to
from counterclaim.export.jsonl import sheet_line
from counterclaim.service.mask import masked
from counterclaim.service.read import read_paths
from counterclaim.show.outline import outline
from counterclaim.show.page import page_html
from counterclaim.show.safe import escaped, one_line
from counterclaim.show.terminal import brief_text, sheet_text
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet


def read_documents(paths: Iterable[str], *, form: str, output: str | None, with_text: bool, mask: bool = False) -> int:
    """Read ``paths`` and write their sheets.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        form: ``text``, ``brief``, ``jsonl`` or ``html``.
        output: The file to write; standard output where None or ``-``.
        with_text: Whether ``jsonl`` carries each document's text.
        mask: Whether to hide those who must not be exposed.

    Returns:
        0 if everything was read, 1 if some inputs could not be.
    """
    read = _Reading(paths, form, with_text=with_text or form != "jsonl", mask=mask)
    with opened(output) as out:
        if form == "jsonl":
            for sheet in read:
                line = sheet_line(sheet)
                out.write(escaped(line.decode()).encode() if on_terminal(output) else line)
                out.flush()
        elif form == "html":
            page = page_html([outline(sheet) for sheet in read])
            out.write(page.encode("utf-8", "replace"))
        else:
            shown = sheet_text if form == "text" else brief_text
            print_to((shown(outline(sheet)) for sheet in read), out, output)
    return 1 if read.failed else 0


class _Reading:
    """The documents one by one; what cannot be read, and faults within documents, go to standard error on the way.

    Attributes:
        failed: Whether some input could not be read so far.
    """

    def __init__(self, paths: Iterable[str], form: str, *, with_text: bool, mask: bool) -> None:
        self._paths = paths
        self._with_text = with_text
        self._mask = mask
        self._says_faults = form in {"jsonl", "html"}  # the other forms print them with the sheet
        self._errors = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
        self.failed = False

    def __iter__(self) -> Iterator[Sheet]:
        with self._errors.status("reading") as status:
            for number, read in enumerate(self._read(), 1):
                if isinstance(read, Problem):
                    self.failed = True
                    self._say(read.message)
                    continue
                if self._says_faults:
                    for problem in read.problems:
                        self._say(f"{read.document.path}: {problem.message}")
                status.stop()
                yield read
                status.update(f"{number} read, last {one_line(read.document.id)}")
                status.start()

    def _read(self) -> Iterator[Sheet | Problem]:
        for read in read_paths(self._paths, with_text=self._with_text or self._mask):
            if isinstance(read, Problem) or not self._mask:
                yield read
                continue
            hidden = masked(read)
            bare = msgspec.structs.replace(hidden.document, text=msgspec.UNSET)
            yield hidden if self._with_text else msgspec.structs.replace(hidden, document=bare)

    def _say(self, message: str) -> None:
        self._errors.print(f"counterclaim: {one_line(message)}")
