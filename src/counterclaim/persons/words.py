"""The word lists of this room, compiled once per language pack."""

import tomllib
from collections.abc import Iterator, Sequence
from typing import Literal

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import Entry, raw
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.values.syntax import Token

Category = Literal[
    "victim", "prisoner", "kin", "witness", "minor", "minor_age", "age", "public", "captive", "shown", "telephone"
]
"""What an entry tells; the head of lexicon/en/persons.toml says what each means."""
Stands = Literal["before", "behind", "apart"]

IN_OFFICE = frozenset({"spokesperson", "leader", "official", "legislator", "justice", "office"})
"""Categories of roles.toml and titles.toml whose bearers speak for a public body: never private persons."""
IN_PUBLIC = frozenset({"journalist", "expert", "lawyer", "rank"})
"""Those whose bearers are named for their work: no private persons, but they can be prisoners like anybody else."""
LONGEST = 5_000
"""Characters of the longest paragraph or sentence that is searched for phrases: no newsroom writes longer ones, and a text made
to keep us busy does."""
LONGEST_ROLE = 4
"""Words of the longest role or title ("commander-in-chief" may be five tokens; its last word tells it as well)."""


class PersonEntry(PhraseEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell something of a person, and where they stand to the name."""

    category: Category
    stands: Stands


class AddressEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that makes a name and a number a postal address."""

    form: str
    order: Literal["number first", "number last"]


class EndingEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ending that a person's name takes in text."""

    ending: str


class RegionEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country, by ISO 3166-1 alpha-2, whose telephone numbers are written without its code in texts of the language."""

    region: str


class PersonWords:
    """The lists in one language. Immutable after it is built.

    Attributes:
        before: Phrases that end where a name begins.
        behind: Phrases that begin where a name ends.
        apart: Phrases found by themselves.
        endings: What a name may end in beside its own letters, longest first.
        addresses: What makes an address.
        regions: Whose telephone numbers are looked for.
    """

    def __init__(self, pack: LanguagePack) -> None:
        entries = pack.entries("persons", PersonEntry)
        self.before = Phrases(e for e in entries if e.stands == "before")
        self.behind = Phrases(e for e in entries if e.stands == "behind")
        self.apart = Phrases(e for e in entries if e.stands == "apart")
        endings = {e.ending for e in pack.entries("name_endings", EndingEntry)}
        self.endings = tuple(sorted(endings, key=lambda e: (-len(e), e)))
        self.addresses = pack.entries("addresses", AddressEntry)
        self.regions = tuple(e.region for e in pack.entries("phone_regions", RegionEntry))
        self._roles = dict(_roles(pack.code))
        self._titles = dict(_titles(pack.code))
        self._bodies = frozenset(_names_of_others(pack.code))

    def is_title(self, word: str) -> bool:
        """Whether ``word`` alone is a title before a name."""
        return word.lower().rstrip(".") in self._titles

    def role(self, tokens: tuple[Token, ...]) -> str | None:
        """The category of the role or title that the last of ``tokens`` ends, by their characters or dictionary forms."""
        for count in range(min(LONGEST_ROLE, len(tokens)), 0, -1):
            last = tokens[-count:]
            for words in ([t.text for t in last], [t.lemma for t in last]):
                if (category := self.role_of(words)) is not None:
                    return category
        return None

    def role_of(self, words: Sequence[str]) -> str | None:
        """The category of the role or title that ``words`` are as a whole; None if they are none."""
        key = " ".join(words).lower().rstrip(".").replace(" - ", "-")
        return self._roles.get(key) or self._titles.get(key)

    def is_other_name(self, words: str) -> bool:
        """Whether ``words`` name a place, an outlet, an institution or a seat."""
        return words.lower() in self._bodies


def person_words(pack: LanguagePack) -> PersonWords:
    """The compiled lists of ``pack``; empty ones where the language has none."""
    return pack.once("persons words", lambda: PersonWords(pack))


def _tables(language: str, name: str) -> list[dict[str, object]]:
    return list(tomllib.loads(raw(language, name)).get("entry", []))


def _roles(language: str) -> Iterator[tuple[str, str]]:
    for entry in _tables(language, "roles"):
        if entry["names"] == "person":
            for form in _strings(entry["forms"]):
                yield form.lower(), str(entry["category"])


def _titles(language: str) -> Iterator[tuple[str, str]]:
    for entry in _tables(language, "titles"):
        for form in _strings(entry["forms"]):
            yield form.lower().rstrip("."), str(entry["category"])


def _names_of_others(language: str) -> Iterator[str]:
    for listed in ("places", "seats", "outlets", "institutions"):
        for entry in _tables(language, listed):
            for field in ("name", "names", "forms", "variants", "capitals", "adjectives", "people"):
                for form in _strings(entry.get(field, ())):
                    yield form.lower()


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, list | tuple) else []
