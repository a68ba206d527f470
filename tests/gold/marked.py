"""Reads sentences marked up by hand, and holds what a program found in them against the marks. For any language."""

import re
from pathlib import Path
from typing import Literal, get_args

import msgspec

from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span, overlap

Strength = Literal["must", "should", "may"]
_TOKEN = re.compile(r"\[(source|cue|content)(\d*)\||\]")


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """One marked attribution: spans of each role in ``Case.text``."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a gold file: its number there, its strength, the text without marks, and the attributions marked in it."""

    line: int
    strength: Strength
    text: str
    marked: tuple[Marked, ...]

    def __str__(self) -> str:
        return f"{self.strength}-{self.line}"


def load(path: Path) -> tuple[Case, ...]:
    """The cases of a gold file. Raises ``ValueError`` with the line's number where a line cannot be read."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        strength, bar, rest = line.partition(" | ")
        if not bar or strength not in get_args(Strength):
            raise ValueError(f"{path.name}:{number}: a line begins with must, should or may and a bar")
        text, marked = _unmark(rest.replace("\\n", "\n"), f"{path.name}:{number}")
        cases.append(Case(line=number, strength=strength, text=text, marked=marked))  # type: ignore[arg-type]  # checked above
    return tuple(cases)


def _unmark(line: str, where: str) -> tuple[str, tuple[Marked, ...]]:
    text = ""
    at = 0
    opened: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Span]]] = {}
    for match in _TOKEN.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        if match.group(1):
            opened.append((match.group(1), match.group(2), len(text)))
        elif opened:
            role, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(role, []).append(Span(start, len(text)))
        else:
            text += match.group()
    if opened:
        raise ValueError(f"{where}: {len(opened)} marks are never closed")
    text += line[at:]
    return text, tuple(Marked(**{role: tuple(spans) for role, spans in parts.items()}) for parts in found.values())


def agrees(marked: Marked, found: Statement, least: float = 0.8) -> bool:
    """Whether contents share ``least`` of their union, and source and cue touch (or are both absent)."""
    shared = overlap(marked.content, found.content)
    union = sum(map(len, marked.content)) + sum(map(len, found.content)) - shared
    if not union or shared / union < least:
        return False
    # A second cue under one source repeats no source in the marks; the program shares it.
    sources = not marked.source or overlap(marked.source, found.source) > 0
    cues = overlap(marked.cue, found.cue) > 0 if marked.cue else not found.cue
    return sources and cues


def missed(case: Case, statements: tuple[Statement, ...]) -> str:
    """What ``statements`` lack or have too much for ``case``, in words; empty if nothing."""
    left = [s for s in statements if s.parent is None]
    wrong: list[str] = []
    for marked in case.marked:
        hit = next((s for s in left if agrees(marked, s)), None)
        if hit is None:
            wrong.append(f"not found: {' … '.join(s.words(case.text) for s in marked.content)!r}")
        else:
            left.remove(hit)
    if not case.marked:
        wrong += [f"found in a line that attributes nothing: {show(s, case.text)}" for s in left]
    if wrong and case.marked:
        wrong += [f"found instead: {show(s, case.text)}" for s in left]
    return "; ".join(wrong)


def show(statement: Statement, text: str) -> str:
    """The statement's words by role, for a message."""
    parts = {role: " … ".join(s.words(text) for s in getattr(statement, role)) for role in ("source", "cue", "content")}
    return ", ".join(f"{role} {words!r}" for role, words in parts.items())
