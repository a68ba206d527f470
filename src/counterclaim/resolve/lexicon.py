"""The word lists of this room, compiled once per language pack."""

from typing import Literal

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.estimators import EstimatorEntry, before_source
from counterclaim.lexicon.load import Entry
from counterclaim.lexicon.phrases import Phrases
from counterclaim.resolve.words import Forms
from counterclaim.values.party import SourceKind

Gender = Literal["m", "f"]


class PlaceEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state or territory.

    Attributes:
        code: ISO 3166-1 alpha-2 for a state; a word for a territory.
        kind: Whether it speaks for itself under its capital's name.
        name: As sources are named: "Russia".
        capitals: Names under which its government speaks: "Moscow".
        adjectives: "Russian"; the first stands in canonical names of institutions.
        people: "Russians".
        variants: Further names.
    """

    code: str
    kind: Literal["state", "territory"]
    name: str
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()


class InstitutionEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An institution that many states have: its forms in news, and the one form it is listed under.

    ``english`` is the English list's canonical form, in the lists of other languages: it links one institution across
    languages. ``loose`` are words that mean it where a state owns it ("Velm's military"): they join names across documents,
    each document shows its own.
    """

    forms: tuple[str, ...]
    canonical: str
    category: str
    english: str = ""
    loose: tuple[str, ...] = ()


class SeatEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An institution with a name of its own; ``side`` is the state it speaks for, if any; ``english`` as for institutions."""

    name: str
    category: str
    side: str | None = None
    variants: tuple[str, ...] = ()
    english: str = ""


class NounEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that can head a source.

    Attributes:
        forms: In dictionary form.
        category: What it is ("journalist", "ministry", "document").
        names: The kind of source it heads.
        gender: Where the noun itself says it.
        covers: Categories that "the" + this noun may take up again beside its own word; ``*`` any of its gender.
        inverse: For kin: who they are to each other.
    """

    forms: tuple[str, ...]
    category: str
    names: SourceKind
    gender: Gender | None = None
    covers: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()


class TitleEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title before a name; a ``courtesy`` title is no role."""

    forms: tuple[str, ...]
    category: Literal["courtesy", "honorific", "rank", "office"]
    gender: Gender | None = None


class PronounEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pronoun with what it must agree in; an absent feature agrees with all."""

    form: str
    kind: Literal["personal", "possessive", "relative", "indefinite"]
    person: int
    number: Literal["singular", "plural"] | None = None
    gender: Gender | None = None
    animate: bool | None = None


class OutletEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news outlet, agency or channel; a ``platform`` is where others publish."""

    name: str
    kind: Literal["agency", "paper", "broadcaster", "site", "platform"]
    variants: tuple[str, ...] = ()


class EndingEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An ending of nouns for people, read only where a source must stand and no list knows the noun."""

    ending: str


class GivenNamesEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Given names that are, in nearly all bearers, of one gender."""

    gender: Gender
    names: tuple[str, ...]


class PlaceForm(msgspec.Struct, frozen=True):
    """A place and the way it is named: by name, capital, adjective or people."""

    place: PlaceEntry
    form: Literal["name", "capital", "adjective", "people"]


class Lexicon:
    """All word lists of this room in one language. Immutable after it is built.

    Attributes:
        has_articles: Whether a noun without a determiner is a sign of something new.
    """

    def __init__(self, pack: LanguagePack) -> None:
        places = pack.entries("places", PlaceEntry)
        named: list[tuple[str, PlaceForm]] = []
        for entry in places:
            named += [(form, PlaceForm(entry, "name")) for form in (entry.name, *entry.variants)]
        for entry in places:
            named += [(form, PlaceForm(entry, "capital")) for form in entry.capitals]
        for entry in places:
            named += [(form, PlaceForm(entry, "adjective")) for form in entry.adjectives]
            named += [(form, PlaceForm(entry, "people")) for form in entry.people]
        self.places = Forms(named)
        institutions = pack.entries("institutions", InstitutionEntry)
        self.institutions = Forms((form, entry) for entry in institutions for form in entry.forms)
        self.loose_institutions = Forms((form, entry) for entry in institutions for form in (*entry.forms, *entry.loose))
        self.seat_entries = seats = pack.entries("seats", SeatEntry)
        self.seats = Forms((form, entry) for entry in seats for form in (entry.name, *entry.variants))
        nouns = pack.entries("roles", NounEntry) + pack.entries("bodies", NounEntry)
        self.nouns = Forms((form, entry) for entry in nouns for form in entry.forms)
        self.describing = {e.category: tuple(n for n in nouns if n.category == e.category) for e in nouns}
        titles = pack.entries("titles", TitleEntry)
        self.titles = Forms((form, entry) for entry in titles for form in entry.forms)
        self.pronouns = Forms((entry.form, entry) for entry in pack.entries("pronouns", PronounEntry))
        outlets = pack.entries("outlets", OutletEntry)
        self.outlets = Forms((form, entry) for entry in outlets for form in (entry.name, *entry.variants))
        self.mastheads = Forms((entry.phrase, entry.category) for entry in pack.phrases("mastheads").entries)
        given = pack.entries("given_names", GivenNamesEntry)
        self.given = Forms((name, entry.gender) for entry in given for name in entry.names)
        self.prepositions = Forms((entry.phrase, entry.category) for entry in pack.phrases("prepositions").entries)
        self.determiners = Forms((entry.phrase, entry.category) for entry in pack.phrases("determiners").entries)
        self.person_endings = tuple(e.ending for e in pack.entries("person_endings", EndingEntry))
        self.has_articles = any(e.category == "article" for e in pack.phrases("determiners").entries)
        self.relays: Phrases = pack.phrases("relays")
        self.anonymity: Phrases = pack.phrases("anonymity")
        estimating = pack.entries("estimators", EstimatorEntry)
        self.estimating_before = before_source(estimating)
        self.estimates = frozenset(w for e in estimating if e.side == "owned" for w in e.words)


def lexicon(pack: LanguagePack) -> Lexicon:
    """The compiled word lists of ``pack``; empty ones where the language has none."""
    return pack.once("resolve lexicon", lambda: Lexicon(pack))
