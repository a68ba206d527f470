"""One place where a party is named or meant, as the words there tell it."""

import msgspec

from counterclaim.resolve.lexicon import Gender, NounEntry, PlaceEntry, PronounEntry
from counterclaim.values.party import SourceKind
from counterclaim.values.span import Span


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a party is named or meant.

    Attributes:
        span: The noun phrase with what belongs to its head; code points of the document's text.
        first: Its first token.
        end: One past its last token.
        form: ``name``; ``pronoun``; ``known`` ("the ministry"), ``new`` ("a senior official"), ``bare`` ("soldiers").
        kind: What it names; None for a name of which the words tell nothing ("Venn").
        name: A name in the document's words without its title; an institution's canonical name; for a noun the
            description, without "the".
        keys: Normal forms under which a name is the same; for a person the folded parts of the name in order.
        words: Folded content words in normal form.
        noun: The noun that heads it, if the lists know it.
        nouns: Nouns known to describe it beside its head ("news agency" in "news agency Reuters").
        role: Title and office before the name, courtesy titles left out.
        side: The state or organisation it speaks for, by its own words.
        place: The first place in it.
        acronym: A short form in brackets behind it.
        pronoun: What a pronoun must agree in.
        number: ``singular`` or ``plural``; None if unknown.
        gender: None if unknown.
        inner: Whether it stands inside another phrase, as owner or modifier.
        adjective: Whether a state stands there only as an adjective ("Velmish").
        opening: Category of its determiner.
        possessive: Whether "his", "their" opens it.
        parts: For persons: the folded parts of the name.
        oblique: Whether the name stands in another case than the nominative.
        owner: First and last token (half-open) of whose it is, where that is a phrase of its own ("the ministry's
            spokesman", "a spokesman for the ministry").
    """

    span: Span
    first: int
    end: int
    form: str
    kind: SourceKind | None = None
    name: str = ""
    keys: tuple[frozenset[str], ...] = ()
    words: frozenset[str] = frozenset()
    noun: NounEntry | None = None
    nouns: tuple[NounEntry, ...] = ()
    role: str | None = None
    side: str | None = None
    place: PlaceEntry | None = None
    acronym: str | None = None
    pronoun: PronounEntry | None = None
    number: str | None = None
    gender: Gender | None = None
    inner: bool = False
    adjective: bool = False
    opening: str = ""
    possessive: bool = False
    parts: tuple[str, ...] = ()
    oblique: bool = False
    owner: tuple[int, int] | None = None
