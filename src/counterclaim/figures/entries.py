"""The shapes of this room's word lists: numbers, bounds, ranges, units, measures, dates, labels.

Each list is one file per language in ``lexicon/``; what its kinds and roles mean is said at the head of the English file.
"""

import re
from typing import Literal

from counterclaim.lexicon.load import Entry
from counterclaim.lexicon.phrases import PhraseEntry, pattern

NumberKind = Literal[
    "cardinal",
    "scale",
    "glued",
    "plural",
    "plural_of",
    "several",
    "portion",
    "fraction",
    "article",
    "joiner",
    "of",
    "out_of",
    "sign",
    "ordinal",
    "group",
    "decimal",
]


class NumberEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Number words of one kind, in every form in which they are written, with their values.

    Attributes:
        kind: What the words do in a number; see the head of the list.
        words: Written form to value.
        weak: A figure only together with a counted noun or a unit ("one").
        vague: For scales that are a vague plural where no number stands before them ("тысячи").
    """

    kind: NumberKind
    words: dict[str, float]
    weak: bool = False
    vague: bool = False


class BoundEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases that bound a number, in the writing of ``PhraseEntry.phrase``."""

    side: Literal["before", "after", "filler"]
    bound: Literal["exact", "approx", "at_least", "at_most", "more_than", "less_than", "none"]
    phrases: tuple[str, ...]


class RangeEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a range of two numbers, or forbid one; ``change`` holds lemmas."""

    kind: Literal["between", "and", "from", "to", "or", "dash", "change", "both"]
    words: tuple[str, ...]


class UnitEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One unit and its written forms (regular expressions), before and behind a number.

    Attributes:
        code: What `Figure.unit` shows.
        name: The words for it as what is counted, the same for all of its forms.
        before: Forms before the number ("$").
        after: Forms behind it, with or without a blank or hyphen.
        glued: Forms behind it without a blank only ("m").
    """

    kind: Literal["percent", "currency", "measure", "time", "per", "each", "rated"]
    code: str
    name: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()


class MeasureEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What befalls those who are counted, and the words around it; ``words`` are lemmas or forms, a blank between words."""

    role: Literal["undergo", "inflict", "noun", "toll", "passive", "link", "among", "part", "number", "more", "person", "sum"]
    words: tuple[str, ...]
    says: str = ""
    measure: str = ""


class DateEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of dates, times and ages, with their number (month 1..12, weekday 0..6, days from today)."""

    kind: Literal["month", "weekday", "day", "as_of", "not", "period", "year", "clock", "age", "old", "era", "ending", "of"]
    words: dict[str, int]


class LabelEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that make a number beside or inside them a name, an address or an idiom."""

    side: Literal["before", "after", "name"]
    words: tuple[str, ...]


def alternation(words: list[str] | tuple[str, ...]) -> str:
    """A regular expression for any of ``words``, the longest first; one that never matches where there are none."""
    if not words:
        return r"(?!)"
    forms = (
        re.escape(w).replace(r"\ ", r"[\s]+").replace("'", "['’‘ʼ]") for w in sorted(set(words), key=lambda w: (-len(w), w))
    )
    return "|".join(forms)


def phrase_expression(phrase: str) -> str:
    """The regular expression of a phrase as word lists write them, bounded by word ends where it begins or ends in letters.

    Signs without letters ("~", "> =") stand for themselves.
    """
    if not any(c.isalpha() for c in phrase):
        return re.escape(phrase).replace(r"\ ", r"\s")
    return pattern(PhraseEntry(phrase=phrase, category="", example="", counter="", source=""))
