"""Writes out the text of a page, each character with its place in the source."""

import html
import re
from collections.abc import Sequence

from counterclaim.clean.html_scan import TextRun
from counterclaim.values.text import Alignment, Run

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_EDITED = re.compile(_REFERENCE.pattern + r"| ?[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
"""What is not copied as it stands inside a run: character references, and blanks other than a single space."""
_BLANK = " \t\n\r\f"
"""Blanks as HTML knows them; a no-break space is none."""


class TextWriter:
    """Collects the text and its alignment."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def line(self, runs: Sequence[TextRun], *, preformatted: bool = False) -> tuple[int, int]:
        """Writes the runs of one line and a line break.

        Blanks are collapsed as a browser does, unless ``preformatted``; those at the line's ends are left out.

        Returns:
            Where the line stands in the text, without its line break; an empty stretch, and nothing written, if it is blank.
        """
        start = self.length
        blank: tuple[int, int] | None = None
        for run in runs:
            if run.gap and blank is None:
                blank = (run.start, run.start)
            blank = self._run(run, blank, start, preformatted)
        if self.length > start:
            end = self.length
            self._write("\n", runs[-1].end, runs[-1].end)
            return start, end
        return start, start

    def finish(self) -> tuple[str, Alignment]:
        """The text and its alignment to the source."""
        return "".join(self._parts), Alignment(runs=tuple(self._runs))

    def _run(self, run: TextRun, blank: tuple[int, int] | None, start: int, preformatted: bool) -> tuple[int, int] | None:
        """Writes one run; returns the blanks at its end, not yet written."""
        source = self._source
        at, end = run.start, run.end
        if not preformatted:
            at, end = self._inside(run)
            if at > run.start:
                blank = blank or (run.start, at)
        while at < end:
            found = (_REFERENCE if preformatted else _EDITED).search(source, at, end)
            stop = found.start() if found else end
            if stop > at:
                self._blank(blank, start)
                blank = None
                self._write(source[at:stop], at, stop)
            if found is None:
                break
            at = found.end()
            meant = html.unescape(found.group()) if found.group()[0] == "&" else " "
            if meant and (preformatted or meant not in _BLANK):
                self._blank(blank, start)
                blank = None
                self._write(meant, stop, at)
            else:
                blank = blank or found.span()
        return (end, run.end) if end < run.end else blank

    def _inside(self, run: TextRun) -> tuple[int, int]:
        """The run without the blanks at its ends."""
        words = self._source[run.start : run.end]
        return run.end - len(words.lstrip(_BLANK)), run.start + len(words.rstrip(_BLANK))

    def _blank(self, blank: tuple[int, int] | None, start: int) -> None:
        """Writes the blanks before the next word as one; none at the line's beginning."""
        if blank is None or self.length == start:
            return
        first, last = blank
        if last - first == 1 and self._source[first] != " ":
            # A lone line break or tab: of the same length as the blank for it, yet no copy.
            last = first
        self._write(" ", first, last)

    def _write(self, text: str, source_start: int, source_end: int) -> None:
        self._parts.append(text)
        copied = len(text) == source_end - source_start
        if copied and (last := self._runs[-1] if self._runs else None) and last.source_end == source_start and _copied(last):
            self._runs[-1] = Run(last.start, self.length + len(text), last.source_start, source_end)
        else:
            self._runs.append(Run(self.length, self.length + len(text), source_start, source_end))
        self.length += len(text)


def _copied(run: Run) -> bool:
    return run.end - run.start == run.source_end - run.source_start
