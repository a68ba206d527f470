"""The phrases of furniture in one line, looked up by their first word."""

import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.phrases import PhraseEntry, pattern

LONGEST_LOOK = 1000
"""Characters of a line in which phrases are looked for; no furniture is longer; a page in one line must not take long."""
_BRACKETS = str.maketrans("()[]", "    ")
"""Brackets are blanks to a phrase: "Comments (2)" is "comments 2"."""
_WORD = re.compile(r"[^\W_]+|©")


class Mark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A phrase of the word list ``furniture`` in a line.

    Attributes:
        category: What the phrase says of the line.
        start: First code point of the phrase in the line.
        end: One past the last.
        opens: Whether no word stands before it.
        closes: Whether no word stands after it.
    """

    category: str
    start: int
    end: int
    opens: bool
    closes: bool


class Marks:
    """The compiled word list. Looking up first words keeps it fast with hundreds of phrases."""

    def __init__(self, entries: Iterable[PhraseEntry]) -> None:
        self._by_word: dict[str, list[tuple[PhraseEntry, re.Pattern[str]]]] = {}
        for entry in entries:
            # Brackets, bullets and closing points around a phrase do not matter here: `start` is checked below, and
            # `end` allows for what is no word.
            loose = msgspec.structs.replace(entry, start=False, end=False)
            compiled = re.compile(pattern(loose) + (r"(?=[\W_]*$)" if entry.end else ""), re.IGNORECASE)
            for word in _first_words(entry.phrase):
                self._by_word.setdefault(word, []).append((entry, compiled))

    def of(self, words: str) -> tuple[Mark, ...]:
        """All phrases found in one line, in order; several where they share words. Of a long line the beginning is read."""
        found: list[Mark] = []
        whole = len(words) <= LONGEST_LOOK
        words = words[:LONGEST_LOOK].translate(_BRACKETS)
        first = True
        for match in _WORD.finditer(words):
            word = match.group().casefold()
            for entry, compiled in self._by_word.get("#" if word[0].isdigit() else word, ()):
                if entry.start and not first:
                    continue
                hit = compiled.match(words, match.start())
                if hit is None or (entry.end and not whole):
                    continue
                closes = whole and (entry.end or _WORD.search(words, hit.end()) is None)
                found.append(Mark(category=entry.category, start=hit.start(), end=hit.end(), opens=first, closes=closes))
            first = False
        return tuple(found)


def open_marks(pack: LanguagePack) -> Marks:
    """The furniture phrases of a language, compiled once per pack; they find nothing where it has no such list."""
    return pack.once("furniture marks", lambda: Marks(pack.entries("furniture", PhraseEntry)))


def _first_words(phrase: str) -> set[str]:
    """The words a phrase can begin with; ``#`` for a number."""
    phrase = phrase.lstrip()
    if not phrase.startswith("("):
        found = _WORD.match(phrase)
        return {found.group().casefold() if found and not found.group()[0].isdigit() else "#"}
    depth, cuts = 0, [0]
    for at, char in enumerate(phrase):
        depth += (char == "(") - (char == ")")
        if depth == 0 or (depth == 1 and char == "|"):
            cuts.append(at)
        if depth == 0:
            break
    words = set().union(*(_first_words(phrase[a + 1 : b]) for a, b in pairwise(cuts)))
    optional = phrase[cuts[-1] + 1 : cuts[-1] + 2] == "?"
    return words | _first_words(phrase[cuts[-1] + 2 :]) if optional else words
