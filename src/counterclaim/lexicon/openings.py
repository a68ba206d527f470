"""The words a phrase can begin with: a phrase none of whose first words stands in a text need not be looked for there."""

import re
from collections.abc import Iterable

_PIECE = re.compile(r"\s+|[()|?*#~]|[^\s()|?*#~]+")
_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"[\w)?~]$")
"""The end of a phrase behind which a word must end, too (`phrases.pattern`)."""


class _UnboundedError(Exception):
    """The phrase can begin with anything, or with a part of a word."""


def opening_words(phrase: str) -> frozenset[str] | None:
    """The words, case folded, one of which begins every match of ``phrase``; None where that cannot be told.

    Args:
        phrase: In the writing of ``PhraseEntry.phrase``.
    """
    pieces = _PIECE.findall(phrase.casefold())
    try:
        words, empty, _, end = _choice(pieces, 0)
    except _UnboundedError:
        return None
    unbalanced = end < len(pieces)
    open_end = "|" in pieces and not _CLOSED.search(phrase)  # its alternatives may end inside a word
    return None if empty or unbalanced or open_end else frozenset(words)


Parsed = tuple[set[str], bool, bool, int]
"""First words, whether it can be empty, whether every way through it ends in a blank, and where it ends."""


def _choice(pieces: list[str], at: int) -> Parsed:
    """Alternatives parted by ``|``, up to a closing bracket or the end."""
    words: set[str] = set()
    empty, blank = False, True
    while True:
        more, is_empty, ends_blank, at = _sequence(pieces, at)
        words |= more
        empty, blank = empty or is_empty, blank and ends_blank
        if at == len(pieces) or pieces[at] == ")":
            return words, empty, blank, at
        at += 1


def _sequence(pieces: list[str], at: int) -> Parsed:
    words: set[str] = set()
    empty, blank = True, True
    while at < len(pieces) and pieces[at] not in "|)":
        piece = pieces[at]
        if not empty:  # the beginning is known: only the end still matters
            at, blank = _skip(pieces, at)
        elif piece == "(":
            more, may_be_empty, blank, at = _choice(pieces, at + 1)
            words |= more
            at += 1
            if at < len(pieces) and pieces[at] == "?":
                may_be_empty, at = True, at + 1
            empty = may_be_empty
            if not blank and _glued(pieces, at):
                raise _UnboundedError
        else:
            found = _WORD.match(piece)
            ends = found is not None and (found.end() == len(piece) or pieces[at + 1 : at + 2] == ["?"])
            if found is None or (ends and _glued(pieces, at + 1)):
                raise _UnboundedError
            words.add(found.group())
            empty, blank, at = False, False, at + 1
    return words, empty, blank, at


def _skip(pieces: list[str], at: int) -> tuple[int, bool]:
    """One past the piece or bracket at ``at``, and whether it ends in a blank."""
    if pieces[at] != "(":
        return at + 1, pieces[at].isspace()
    depth = 0
    while at < len(pieces):
        depth += (pieces[at] == "(") - (pieces[at] == ")")
        at += 1
        if not depth:
            break
    return at, at >= 2 and pieces[at - 2].isspace()


def _glued(pieces: list[str], at: int) -> bool:
    """Whether what stands at ``at`` goes on with the word before it."""
    return at < len(pieces) and pieces[at] not in "|)" and not pieces[at].isspace()


class Openings:
    """Phrases by the words they can begin with. Built once with its list."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._anywhere: set[int] = set()
        self._by_word: dict[str, set[int]] = {}
        for number, phrase in enumerate(phrases):
            words = opening_words(phrase)
            if words is None:
                self._anywhere.add(number)
            for word in words or ():
                self._by_word.setdefault(word, set()).add(number)

    def places(self, text: str, start: int, end: int) -> list[tuple[int, list[int] | None]]:
        """The phrases that may stand in ``text[start:end]``, by number in order; every other one does not.

        Returns:
            Each with the places in ``text`` where a word stands that it can begin with, ascending; None for one that can begin
            anywhere.
        """
        found: dict[int, list[int] | None] = dict.fromkeys(self._anywhere)
        for match in _WORD.finditer(text, start, end):
            for number in self._by_word.get(match.group().casefold(), ()):
                places = found.setdefault(number, [])
                if places is not None:
                    places.append(match.start())
        return sorted(found.items(), key=lambda item: item[0])
