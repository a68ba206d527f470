"""Who can have done a deed: states and the dossier's own parties, found by all their names."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from counterclaim.kit import Kit
from counterclaim.match.sides import short_name
from counterclaim.resolve.lexicon import PlaceEntry, SeatEntry
from counterclaim.values.comparison import Party
from counterclaim.values.span import Span

Form = Literal["name", "adjective", "people", "party", "force"]

_ENDING = re.compile(r"(?<=\w{3})(?:ий|ый|ій|ая|ое|а|я|о|е|і|ь|й|и|ы|ia|a|y|e)$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
OPEN = "~"
"""Behind a name: any ending may follow. A state that no list knows has its adjectives made so ("Orvania", "Orvanian")."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of a possible doer.

    Attributes:
        key: What positions are grouped by: a state's code, or a party's id where it belongs to no state.
        span: Its place in the document's text.
        form: How it is named; ``force`` with those who act for it ("Orvan troops").
        open: Whether no list knows it, only that somebody speaks for it: a state, or a town.
    """

    key: str
    span: Span
    form: Form
    open: bool = False


class Actors:
    """All possible doers of a dossier. Built once per comparison; holds nothing of a document."""

    def __init__(self, kit: Kit, languages: Iterable[str], parties: Sequence[Party]) -> None:
        self.names: dict[str, str] = {}
        self._code_of: dict[str, str] = {}
        self._found: dict[str, _Names] = {}
        places = {language: kit.pack(language).entries("places", PlaceEntry) for language in {"en", *languages}}
        for language, entries in places.items():
            for entry in entries:
                if language == "en" or entry.code not in self.names:
                    self.names[entry.code] = entry.name
                for name in (entry.name, *entry.variants, *entry.capitals):
                    self._code_of.setdefault(name.casefold(), entry.code)
        sides = {p.side for p in parties}
        listed = {
            fold for language in places for seat in kit.pack(language).entries("seats", SeatEntry) for fold in _names_of(seat)
        }
        bodies = [(p, self.key_of(p, parties)) for p in parties if _can_act(p, sides, listed)]
        self.names.update({p.id: p.name for p in parties})
        for language in languages:
            rows: list[tuple[str, str, Form]] = []
            for entry in places.get(language, ()):
                rows += [(name, entry.code, "name") for name in (entry.name, *entry.variants, *entry.capitals)]
                rows += [(name, entry.code, "adjective") for name in entry.adjectives]
                rows += [(name, entry.code, "people") for name in entry.people]
            for party, key in bodies:
                rows += [(name, key, "party") for name in (party.name, *party.aliases)]
                if party.id in sides and key == party.id:
                    rows += [(f"{short_name(name)}{OPEN}", key, "adjective") for name in (party.name, *party.aliases)]
            self._found[language] = _Names(rows)

    def key_of(self, party: Party, parties: Sequence[Party]) -> str:
        """What a party is grouped by: its state's code, its side's key, or itself."""
        by_id = {p.id: p for p in parties}
        seen: set[str] = set()
        while party.id not in seen:
            seen.add(party.id)
            for name in (party.name, *party.aliases):
                if name.casefold() in self._code_of:
                    return self._code_of[name.casefold()]
            if party.side is None or party.side not in by_id:
                return party.id
            party = by_id[party.side]
        return party.id

    def find(self, text: str, within: Span, language: str) -> list[Actor]:
        """The possible doers named inside ``within``, in order, the longest name first tried at each place."""
        names = self._found.get(language)
        return names.find(text, within) if names is not None else []


class _Names:
    """All names of one language as one expression; what a found name stands for is looked up by its own expression."""

    def __init__(self, rows: Iterable[tuple[str, str, Form]]) -> None:
        rows = list(rows)
        patterns: dict[str, tuple[str, Form]] = {}
        self._open = {key for name, key, _ in rows if name.endswith(OPEN)}
        for name, key, form in rows:
            if name.strip():
                patterns.setdefault(_pattern(name, capital=form == "name"), (key, form))
        ordered = sorted(patterns, key=len, reverse=True)
        self._any = re.compile(rf"(?<![\w-])(?:{'|'.join(ordered)})(?![\w-])") if ordered else None
        self._each = [(re.compile(pattern), *patterns[pattern]) for pattern in ordered]
        self._known: dict[str, tuple[str, Form] | None] = {}

    def find(self, text: str, within: Span) -> list[Actor]:
        if self._any is None:
            return []
        found = []
        for match in self._any.finditer(text, within.start, within.end):
            meant = self._meant(match.group())
            if meant is not None:
                found.append(Actor(key=meant[0], span=Span(*match.span()), form=meant[1], open=meant[0] in self._open))
        return found

    def _meant(self, name: str) -> tuple[str, Form] | None:
        if name not in self._known:
            self._known[name] = next(((key, form) for each, key, form in self._each if each.fullmatch(name)), None)
        return self._known[name]


def _names_of(seat: SeatEntry) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (seat.name, *seat.variants))


def _can_act(party: Party, sides: set[str | None], listed: set[str]) -> bool:
    """Whether a party can be a doer: a state, a body that speaks for one, or an organisation that the lists know.

    An agency, a hospital or a town that merely speaks is none; neither is a state for which nobody speaks and no list knows.
    """
    if party.id in sides:
        return party.kind != "person"
    if party.kind != "organisation":
        return False
    return party.side is not None or any(name.casefold() in listed for name in (party.name, *party.aliases))


def _pattern(name: str, *, capital: bool) -> str:
    """The expression for a name; ``capital``: its Cyrillic words keep their capital, as the names of states do."""
    if name.endswith(OPEN):
        stem = _ENDING.sub("", name.removesuffix(OPEN))
        return rf"{re.escape(stem)}\w{{0,4}}"
    words = []
    for word in name.split():
        if _CYRILLIC.search(word) and not word.isupper():
            stem = re.escape(_ENDING.sub("", word))
            first = stem[0]
            words.append(rf"{first if capital else f'[{first.upper()}{first.lower()}]'}{stem[1:]}\w{{0,4}}")
        else:
            words.append(re.escape(word))
    return r"\s+".join(words)
