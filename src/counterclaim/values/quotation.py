"""Quotations: stretches between quotation marks, of every style, with those that lack their end or go on in the next line."""

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from counterclaim.values.page import Page
from counterclaim.values.signs import without_sign_runs
from counterclaim.values.span import Span

Style = Literal["curly", "straight", "angle", "low", "doubled", "single", "straight_single"]

_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_OPENS: dict[str, Style] = {
    "“": "curly",
    '"': "straight",
    "«": "angle",
    "„": "low",
    "''": "doubled",
    "``": "doubled",
    "‘": "single",
    "'": "straight_single",
}
_CLOSES: dict[Style, frozenset[str]] = {
    "curly": frozenset({"”", '"'}),
    "straight": frozenset({'"', "”"}),
    "angle": frozenset({"»"}),
    "low": frozenset({"“", "”", '"'}),
    "doubled": frozenset({"''", '"'}),
    "single": frozenset({"’", "'"}),
    "straight_single": frozenset({"'", "’"}),
}
_SINGLE: frozenset[Style] = frozenset({"single", "straight_single"})
_SINGLE_CLOSE = re.compile(r"['’]")
_YEARS = re.compile(r"['’‘]\d\ds?\b")
"""The apostrophe of "the '90s"."""


_LATE = 4
"""Lines after the opening one in which a closing mark that points back is still taken for its own."""


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Words in quotation marks, mostly inside one line.

    Attributes:
        span: The words with their marks; to the line's end where the closing mark is missing, over several lines where only
            the last of them has it.
        style: Which marks.
        closed: Whether the closing mark stands in this line.
        continues: Whether it goes on a quotation that the line before left open (the opening mark is repeated).
    """

    span: Span
    style: Style
    closed: bool = True
    continues: bool = False


def quotations(page: Page) -> tuple[Quotation, ...]:
    """All outermost quotations of the article's zones, in text order, as `quotations_in` finds them."""
    return quotations_in(page.text, page.article_spans())


def quotations_in(text: str, zones: Iterable[Span]) -> tuple[Quotation, ...]:
    """All outermost quotations of the zones, in text order.

    A single quotation mark opens a quotation only at a word's beginning and where the same line closes it: all others are
    apostrophes. A closing mark without an opening one is passed over.
    """
    found: list[Quotation] = []
    for zone in zones:
        left_open: Quotation | None = None
        since = 0
        for line in _lines(text, zone):
            inside = list(_in_line(text, line))
            since = since + 1 if left_open else 0
            closing = _late_close(text, line, left_open, inside) if 0 < since <= _LATE else None
            if left_open and closing is not None:
                found.remove(left_open)
                found.append(msgspec.structs.replace(left_open, span=Span(left_open.span.start, closing), closed=True))
                inside = [q for q in inside if q.span.start >= closing]
                left_open = None
            elif left_open and not inside and since < _LATE:
                continue  # the closing mark may stand in a later line
            if left_open and inside and inside[0].span.start == line.start and inside[0].style == left_open.style:
                inside[0] = msgspec.structs.replace(inside[0], continues=True)
            left_open = inside[-1] if inside and not inside[-1].closed else None
            found.extend(inside)
    return tuple(found)


def _lines(text: str, zone: Span) -> Iterable[Span]:
    at = zone.start
    for line in zone.words(text).splitlines(keepends=True):
        yield from without_sign_runs(text, Span(at, at + len(line)))
        at += len(line)


def _in_line(text: str, line: Span) -> Iterable[Quotation]:
    opened: tuple[int, Style] | None = None
    after = line.start
    for match in _MARK.finditer(text, line.start, line.end):
        mark, start, end = match.group(), match.start(), match.end()
        if start < after:
            continue
        if opened is None:
            style = _opening(text, line, mark, start, end)
            if style is None:
                continue
            if style in _SINGLE:
                closing = _single_close(text, line, style, end)
                if closing is None:
                    continue
                yield Quotation(span=Span(start, closing), style=style)
                after = closing
            else:
                opened = (start, style)
        elif (mark in _CLOSES[opened[1]] or _miswritten(text, line, mark, start, end)) and not _reopens(
            text, line, mark, start, end, opened[1]
        ):
            yield Quotation(span=Span(opened[0], end), style=opened[1])
            opened = None
    if opened is not None:
        yield Quotation(span=Span(opened[0], line.end), style=opened[1], closed=False)


def _late_close(text: str, line: Span, left_open: Quotation | None, inside: list[Quotation]) -> int | None:
    """One past a closing mark in ``line`` that can only end the quotation left open before; None if there is none."""
    if left_open is None or left_open.style not in ("curly", "angle", "low"):
        return None
    closers = {"curly": "”", "angle": "»", "low": "“”"}[left_open.style]
    limit = inside[0].span.start if inside else line.end
    for at in range(line.start, limit):
        if text[at] in closers:
            return at + 1
    return None


def _opening(text: str, line: Span, mark: str, start: int, end: int) -> Style | None:
    style = _OPENS.get(mark)
    if style is None:
        return None
    before = text[start - 1] if start > line.start else " "
    behind = text[end] if end < line.end else " "
    if mark in "\"'" or style == "doubled":
        # An ambidextrous mark opens only in front of a word; after a digit or letter it is an inch or a lost opening's end.
        if behind.isspace() or before.isalnum():
            return None
        if mark == "'" and (_YEARS.match(text, start) or before in ")]’"):
            return None
    if mark == "‘" and _YEARS.match(text, start):
        return None
    return style


def _reopens(text: str, line: Span, mark: str, start: int, end: int, style: Style) -> bool:
    """Whether an ambidextrous mark inside an open quotation stands where only an opening one can."""
    if style not in ("straight", "doubled") or mark not in ('"', "''"):
        return False
    before = text[start - 1] if start > line.start else " "
    behind = text[end] if end < line.end else " "
    return before.isspace() and behind.isalnum()


def _miswritten(text: str, line: Span, mark: str, start: int, end: int) -> bool:
    """Whether an opening mark stands where only a closing one can ("so,“ she said")."""
    behind = text[end] if end < line.end else " "
    return mark == "“" and not text[start - 1].isspace() and not behind.isalnum()


def _single_close(text: str, line: Span, style: Style, start: int) -> int | None:
    """One past the mark that closes a single quotation whose words begin at ``start``; None if the line has none."""
    for match in _SINGLE_CLOSE.finditer(text, start, line.end):
        at = match.start()
        behind = text[at + 1] if at + 1 < line.end else " "
        if match.group() in _CLOSES[style] and not behind.isalnum() and not text[at - 1].isspace() and at > start:
            return at + 1
    return None
