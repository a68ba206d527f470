"""Words as word lists compare them: folded, and found over tokens whatever the tokenizer made of hyphens and points."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from counterclaim.values.syntax import Token

T = TypeVar("T")

LONGEST_FORM = 9
"""Tokens a form may span; "Ministry of Digital Transformation of the ..." needs seven."""


def fold(word: str) -> str:
    """``word`` without accents, case, points, hyphens and apostrophes; empty where nothing else stands."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum()).casefold()


def same_case(form: str, text: str) -> bool:
    """Whether ``text`` may be ``form`` by its capitals: a form in capitals wants capitals, a capitalised one a capital."""
    letters = [c for c in form if c.isalpha()]
    shown = [c for c in text if c.isalpha()]
    if not letters or not shown or letters[0].islower():
        return True
    if len(letters) <= len(shown) <= 5 and all(c.isupper() for c in letters):
        return all(c.isupper() for c in shown)
    return shown[0].isupper()


class Words:
    """The tokens of one document with their folded characters and lemmas, folded once.

    ``nominative`` gives a token's nominative, in a language with cases.
    """

    def __init__(self, tokens: Sequence[Token], nominative: Callable[[Token], str] | None = None) -> None:
        self.tokens = tokens
        self.nominative = nominative
        self.texts = tuple(fold(t.text) for t in tokens)
        self.lemmas = tuple(fold(t.lemma) for t in tokens)

    def __len__(self) -> int:
        return len(self.tokens)


class Forms(Generic[T]):
    """A word list compiled for look-up over tokens: each form and what it stands for.

    A token matches by its characters or by its lemma, so that a list in dictionary forms reads an inflected language. Where
    two forms are the same, the first listed counts.
    """

    def __init__(self, items: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[str, tuple[str, T]] = {}
        self._begun: set[str] = {""}
        for form, value in items:
            key = fold(form)
            if key and key not in self._whole:
                self._whole[key] = (form, value)
                self._begun.update(key[:n] for n in range(1, len(key) + 1))

    def get(self, word: str) -> T | None:
        """What the word or phrase ``word`` stands for, whatever its case; None if it is not listed."""
        found = self._whole.get(fold(word))
        return found[1] if found else None

    def folded(self, key: str) -> T | None:
        """As ``get``, for a word that is folded already."""
        found = self._whole.get(key)
        return found[1] if found else None

    def at(self, words: Words, start: int, stop: int) -> tuple[T, int] | None:
        """The longest form that begins at token ``start`` and ends by ``stop``: its value and one past its last token."""
        if start < stop and words.texts[start] not in self._begun and words.lemmas[start] not in self._begun:
            return None  # as mostly: this is asked at every word
        best: tuple[T, int] | None = None
        reached = [""]
        for index in range(start, min(stop, start + LONGEST_FORM)):
            text, lemma = words.texts[index], words.lemmas[index]
            further = (text,) if text == lemma else (text, lemma)
            reached = [old + new for old in reached for new in further if old + new in self._begun]
            if not reached or reached == [""]:
                break
            for key in reached:
                hit = self._whole.get(key)
                if hit and words.texts[index] and self._cased(hit[0], words.tokens, start, index):
                    best = (hit[1], index + 1)
                    break
        return best

    def ending(self, words: Words, start: int, stop: int) -> tuple[T, int] | None:
        """The longest form that begins at or after token ``start`` and ends exactly at ``stop``: its value and first token."""
        for first in range(max(start, stop - LONGEST_FORM), stop):
            found = self.at(words, first, stop)
            if found and found[1] == stop:
                return found[0], first
        return None

    @staticmethod
    def _cased(form: str, tokens: Sequence[Token], start: int, last: int) -> bool:
        return same_case(form, "".join(t.text for t in tokens[start : last + 1]))
