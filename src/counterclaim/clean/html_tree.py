"""Joins the text runs of a scan to the elements of lxml's tree.

lxml builds the tree (as browsers would, broken markup included), but its trees do not say at which character a text began.
So it is given a copy of the source in which each run begins with its number, written in two or three Braille patterns:
those are printable, belong to no word, and are rare; a page's own Braille is blanked in the copy. The text that we hand on
is never taken from the copy, always from the source, so a number can at worst put a run under a wrong element.
"""

import re
from collections.abc import Sequence

import lxml.etree
import lxml.html
import msgspec
from lxml.html import HtmlElement

from counterclaim.clean.html_scan import TextRun

_ZERO = 0x2800
_BASE = 256
_UNFIT = re.compile("[\u2800-\u28ff\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Braille, and what no XML tree can hold."""
_HEAVY = re.compile(r"(<[A-Za-z][^\s<>/]*+)([^<>]{20000,}+)>")
"""Tags so long that they are read without their attributes: lxml and its users take quadratic time over a tag's attributes,
and no page needs 20 kB of them to be understood."""
_LEAD = re.compile(r"\s*")


class Planted(msgspec.Struct, frozen=True):
    """A numbered tree.

    Attributes:
        root: The tree's root; its texts begin with their run's number.
        width: How many Braille patterns make a number.
    """

    root: HtmlElement
    width: int

    def numbers(self, text: str) -> list[int]:
        """The run numbers that stand in ``text``, in order."""
        return [_read(mark) for mark in self._mark().findall(text)]

    def holders(self, count: int) -> list[HtmlElement | None]:
        """For each of ``count`` runs, the element whose text it is; None for a run that the tree does not have.

        Takes the numbers out of the tree, which then reads as the page does.
        """
        mark = self._mark()
        held: list[HtmlElement | None] = [None] * count
        for element in self.root.iter():
            text, tail = element.text, element.tail
            if text and (found := mark.findall(text)):
                _hold(held, found, element)
                element.text = _UNFIT.sub("", text)
            if tail and (found := mark.findall(tail)):
                _hold(held, found, element.getparent())
                element.tail = _UNFIT.sub("", tail)
        return held

    def _mark(self) -> re.Pattern[str]:
        return re.compile(f"[{chr(_ZERO)}-{chr(_ZERO + _BASE - 1)}]{{{self.width}}}")


def plant(source: str, runs: Sequence[TextRun]) -> Planted | None:
    """The numbered tree of ``source``.

    Returns:
        None where lxml makes no tree of it, or one so deep that it lost text (it stops at 2048 levels).
    """
    source = _HEAVY.sub(lambda tag: tag.group(1) + " " * len(tag.group(2)) + ">", source)
    width = 2 if len(runs) < _BASE**2 else 3
    parts: list[str] = []
    at = 0
    for number, run in enumerate(runs):
        lead = _LEAD.match(source, run.start)
        begin = lead.end() if lead else run.start
        parts += (_UNFIT.sub(" ", source[at:begin]), _write(number, width))
        at = begin
    parts.append(_UNFIT.sub(" ", source[at:]))
    parser = lxml.html.HTMLParser(
        huge_tree=True, collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring("".join(parts).encode(), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None
    planted = Planted(root=root, width=width)
    kept = len(planted.numbers(root.xpath("string()")))
    return planted if kept >= 0.9 * len(runs) else None


def _hold(held: list[HtmlElement | None], marks: list[str], holder: HtmlElement) -> None:
    for mark in marks:
        number = _read(mark)
        if number < len(held) and held[number] is None:
            held[number] = holder


def _write(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(chr(_ZERO + digit))
    return "".join(reversed(digits))


def _read(mark: str) -> int:
    number = 0
    for digit in mark:
        number = number * _BASE + ord(digit) - _ZERO
    return number
