"""The parties of one document: mentions by name joined to one party each, across the whole document."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from counterclaim.resolve.lexicon import Gender, NounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.values.party import SourceKind
from counterclaim.values.span import Span

SHORTEST_PREFIX = 3
"""Letters that make a short given name the same as a longer one ("Alex", "Alexander")."""


LONGEST_PERSON = 3
"""Words of a name that may be a person's although the analyzer took it for a body's."""


@dataclass(eq=False)
class Party:
    """Someone who is named or described; built up while the document is read, then shown as a source if they speak.

    Attributes:
        name: The fullest name so far, or the description.
        kind: None while no mention told.
        keys: Normal forms that name it.
        words: All folded content words of its mentions.
        parts: For a person: the folded parts of the fullest name.
        nouns: What it was called ("spokesperson", "ministry").
        roles: Titles and appositions, in order, each once.
        places: Codes of the places named with it.
        mentions: Where it is named or meant.
    """

    name: str
    kind: SourceKind | None
    keys: set[frozenset[str]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    parts: tuple[str, ...] = ()
    nouns: list[NounEntry] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    side: str | None = None
    number: str | None = None
    gender: Gender | None = None
    anonymity: str | None = None
    oblique: bool = False

    def learn(self, mention: Mention) -> None:
        """Takes over what a further mention says of the party."""
        self.keys.update(mention.keys)
        self.words |= mention.words
        self.kind = self.kind or mention.kind
        self.nouns += [n for n in mention.nouns if n not in self.nouns]
        self.side = self.side or mention.side
        self.number = self.number or mention.number
        self.gender = self.gender or mention.gender
        if mention.place:
            self.places.add(mention.place.code)
        if mention.acronym:
            self.acronyms.add(mention.acronym.casefold())
        if mention.role and mention.role not in self.roles:
            self.roles.append(mention.role)
        if mention.form == "name" and _fuller(mention, self):
            self.name = mention.name
            self.parts = mention.parts
            self.oblique = mention.oblique
        if not (mention.adjective and mention.inner):
            self.heard(mention.span)

    def heard(self, span: Span) -> None:
        """Adds a place where the party is named or meant."""
        if len(span) and span not in self.mentions:
            self.mentions.append(span)

    @property
    def listed(self) -> bool:
        """Whether a word list knows the name."""
        return any(word[:1] in {"@", "#", "%"} for key in self.keys if len(key) == 1 for word in key)


class Parties:
    """All parties of a document that are known by name, and the joins between their names."""

    def __init__(self, names: Iterable[Mention]) -> None:
        self.all: list[Party] = []
        self._of: dict[Span, tuple[Party, ...]] = {}
        waiting: list[Mention] = []
        known = _people_mended(list(names))
        surnames = {m.parts[-1] for m in known if m.kind == "person" and len(m.parts) > 1}
        for mention in known:
            if _is_single(mention, surnames):
                waiting.append(mention)
            else:
                self._settle(mention, self._same(mention))
        for mention in waiting:
            self._settle(mention, self._by_surname(mention))
        self._join_acronyms()
        self._join_shorter()

    def of(self, mention: Mention) -> tuple[Party, ...]:
        """The party a name stands for; several where it may be any of them; none for a name not seen before."""
        found = self._of.get(mention.span)
        if found is not None:
            return found
        same = self._same(mention) or self._by_surname(mention)
        return tuple(same)

    def add(self, mention: Mention) -> Party:
        """A new party, first met in ``mention``."""
        party = Party(name=mention.name, kind=mention.kind, parts=mention.parts, oblique=mention.oblique)
        party.learn(mention)
        self.all.append(party)
        return party

    def _settle(self, mention: Mention, found: list[Party]) -> None:
        if not found:
            party = self.add(mention)
            self._of[mention.span] = (party,)
            return
        if len(found) == 1:
            found[0].learn(mention)
        self._of[mention.span] = tuple(found)

    def _same(self, mention: Mention) -> list[Party]:
        """Parties whose name is the same: equal normal forms, or for people compatible parts."""
        if mention.kind == "person" and len(mention.parts) > 1:
            return [p for p in self.all if p.kind == "person" and same_person(p.parts, mention.parts)][:1]
        keys = {k for k in mention.keys if k}
        return [p for p in self.all if keys & p.keys][:1]

    def _by_surname(self, mention: Mention) -> list[Party]:
        """People whose family name, or any other part of the name, is the one word of the mention."""
        if len(mention.parts) != 1:
            return self._same(mention)
        part = mention.parts[0]
        people = [p for p in self.all if p.kind == "person" and len(p.parts) > 1 and _agrees(p.gender, mention.gender)]
        found = [p for p in people if p.parts[-1] == part] or [p for p in people if part in p.parts]
        if not found:
            found = [p for p in self.all if p.parts == mention.parts and p.kind in {"person", None, mention.kind}][:1]
        return found or self._same(mention)

    def _join_acronyms(self) -> None:
        """A short form stands for the one name that brings it in brackets, or whose capitals spell it."""
        for short in [p for p in self.all if len(p.keys) <= 2 and p.name.isupper() and len(p.name) > 1]:
            folded = short.name.casefold()
            full = [p for p in self.all if p is not short and folded in p.acronyms]
            full = full or [p for p in self.all if p is not short and p.kind != "person" and initials(p.name) == folded]
            if len(full) == 1:
                self._merge(short, full[0])

    def _join_shorter(self) -> None:
        """A body's shorter name ("the Health Ministry") stands for the one longer name that has all its words.

        Not where the longer names the shorter as what it belongs to: "the General Staff of the Velmish army" is not that army.
        """
        bodies = [p for p in self.all if p.kind in {"organisation", "outlet"} and p.nouns and not p.listed]
        for short in bodies:
            longer = [
                p
                for p in self.all
                if p is not short
                and p.kind == short.kind
                and p.nouns
                and set(short.nouns) & set(p.nouns)
                and any(a < b for a in short.keys for b in p.keys if len(a) > 1)
                and _worded(short.name) <= _worded(p.name)
            ]
            if len(longer) == 1:
                self._merge(short, longer[0])

    def _merge(self, short: Party, full: Party) -> None:
        full.keys |= short.keys
        full.words |= short.words
        full.nouns += [n for n in short.nouns if n not in full.nouns]
        full.roles += [r for r in short.roles if r not in full.roles]
        full.places |= short.places
        full.acronyms |= short.acronyms
        full.side = full.side or short.side
        for span in short.mentions:
            full.heard(span)
        self.all.remove(short)
        for span, found in self._of.items():
            if short in found:
                self._of[span] = tuple(full if p is short else p for p in found)


def _people_mended(names: list[Mention]) -> list[Mention]:
    """Names that the analyzer took for a body's although the document names a person so ("Mr Venn", then "Ilan Venn")."""
    people = {m.parts[-1] for m in names if m.kind == "person" and m.parts}
    return [
        msgspec.structs.replace(m, kind="person", keys=())
        if m.kind in {"organisation", "state", None}
        and not m.nouns
        and 1 < len(m.parts) <= LONGEST_PERSON
        and m.parts[-1] in people
        else m
        for m in names
    ]


def same_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names can be one: the same family name, and given names equal, an initial or a short form."""
    if not one or not two or one[-1] != two[-1]:
        return False
    if len(one) < 2 or len(two) < 2:
        return True
    first, second = sorted((one[0], two[0]), key=len)
    if first == second:
        return True
    return second.startswith(first) and (len(first) == 1 or len(first) >= SHORTEST_PREFIX)


def _worded(name: str) -> set[str]:
    return set(name.casefold().split())


def initials(name: str) -> str:
    """The first letters of the capitalised words of ``name``, in lower case."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper()).casefold()


def _is_single(mention: Mention, surnames: set[str]) -> bool:
    """Whether the mention is one word that may be somebody's family name."""
    if len(mention.parts) != 1:
        return False
    return mention.kind in {"person", None} or mention.parts[0] in surnames


def _agrees(one: str | None, two: str | None) -> bool:
    return one is None or two is None or one == two


def _fuller(mention: Mention, party: Party) -> bool:
    """Whether the mention's name is the better one to show: more parts of a person's, a long form before an acronym."""
    if party.kind == "person":
        return (len(mention.parts), not mention.oblique) > (len(party.parts), not party.oblique)
    if party.oblique and not mention.oblique and mention.parts == party.parts:
        return True
    if party.name.isupper() and not mention.name.isupper() and len(mention.name) > len(party.name):
        return True
    return party.kind == "outlet" and len(mention.name) > len(party.name)
