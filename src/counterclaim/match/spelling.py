"""One spelling for names of one sound: transliterated, folded, and reduced to what all spellings keep."""

import re
import unicodedata
from collections.abc import Iterable

from translitua import RussianInternationalPassport1997, UkrainianKMU, translit

from counterclaim.lexicon.load import Entry, entries

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")

_SOUNDS = (
    (r"shch|sch", "S"),
    (r"kh|gh|ch(?=[rl])", "h"),
    (r"g(?=[^h]|$)", "h"),
    (r"zh|j(?=[aeou])", "z"),
    (r"tch|tsch|cz|ch", "C"),
    (r"sh|sz", "s"),
    (r"tz|cz|ts", "c"),
    (r"ph", "f"),
    (r"ck|q|x", "k"),
    (r"w", "v"),
    (r"ou|oo", "u"),
    (r"[yij]+", "i"),
    (r"ie|ei|eu|ae", "e"),
    (r"ia(?=$)", "a"),
    (r"o(?=v$)", "e"),
    (r"['’ʼ`]", ""),
)
"""Spellings of one sound in the usual romanisations of Russian, Ukrainian, Arabic and Hebrew names, in order. Lossy on
purpose: two names of one skeleton are candidates, not the same."""


SMALL = frozenset({"the", "of", "for", "and", "in", "a", "an", "its"})
"""Words of names in Latin letters that tell none from another."""


class GivenName(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms of one given name, lower case, in any script."""

    forms: tuple[str, ...]


def given_names() -> dict[str, frozenset[int]]:
    """For each form of a listed given name the numbers of the entries that hold it."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(entries("any", "given_names", GivenName)):
        for form in entry.forms:
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def latin(name: str, language: str = "") -> str:
    """``name`` in Latin letters: Ukrainian by the standard of 2010, other Cyrillic by Russian passport rules."""
    if not _CYRILLIC.search(name):
        return name
    table = UkrainianKMU if language == "uk" or _UKRAINIAN.search(name) else RussianInternationalPassport1997
    return str(translit(name, table))


def folded(name: str) -> str:
    """``name`` in lower case without accents and possessive endings, blanks collapsed."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)['’ʼ]s\b", "", plain.casefold())
    return re.sub(r"\s+", " ", plain).strip()


def without_article(name: str) -> str:
    """A folded name without an article in front ("the orvan federation")."""
    return re.sub(r"^(?:the|an?) ", "", name)


def skeleton(word: str) -> str:
    """What all spellings of one name keep; letters only."""
    reduced = re.sub(r"[^a-z'’ʼ`]", "", folded(word))
    for spelling, sound in _SOUNDS:
        reduced = re.sub(spelling, sound, reduced)
    return re.sub(r"(.)\1+", r"\1", reduced)


def words_of(name: str, language: str = "") -> tuple[str, ...]:
    """The words of ``name`` in Latin letters, folded."""
    return tuple(folded(latin(name, language)).replace("-", " ").split())


def content_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words that tell names apart, in alphabetical order."""
    return tuple(sorted(word for word in words if word not in SMALL))
