"""What all recognisers of mentions read from: the document's words, the word lists, and a few measures over them."""

import msgspec

from counterclaim.resolve.lexicon import Lexicon, NounEntry, PlaceEntry, SeatEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.normal import normal
from counterclaim.resolve.phrase import TIMES, Phrase, noun_phrase
from counterclaim.resolve.words import Words
from counterclaim.values.party import SourceKind
from counterclaim.values.span import Span

TAILS = 3
"""Prepositional phrases read as part of a noun phrase."""
BULLETS = " •·●▪*–—-"
LONGEST_ACRONYM = 4
"""Tokens between the brackets behind a name."""


class Reader:
    """One document's words with the word lists. Holds nothing that was found.

    Attributes:
        text: The document's text.
        words: Its tokens, folded.
        lexicon: The word lists of its language.
        seats: Seats by the normal form of their names.
    """

    def __init__(self, text: str, words: Words, lexicon: Lexicon, seats: dict[frozenset[str], SeatEntry]) -> None:
        self.text = text
        self.words = words
        self.lexicon = lexicon
        self.seats = seats

    def span(self, first: int, end: int) -> Span:
        """The characters from token ``first`` to before token ``end``."""
        return Span(self.words.tokens[first].start, self.words.tokens[end - 1].end)

    def wording(self, first: int, end: int) -> str:
        """The characters from token ``first`` to before token ``end``, runs of blanks as one, without a bullet in front."""
        whole = " ".join(self.span(first, end).words(self.text).split())
        return whole.lstrip(BULLETS) or whole

    def acronym(self, end: int, stop: int) -> str | None:
        """The short form or handle in brackets at token ``end``; None if none stands there."""
        tokens = self.words.tokens
        if end + 2 >= stop or tokens[end].text != "(":
            return None
        for close in range(end + 2, min(stop, end + 2 + LONGEST_ACRONYM)):
            if tokens[close].text == ")":
                short = "".join(t.text for t in tokens[end + 1 : close])
                letters = [c for c in short if c.isalpha()]
                if short.startswith("@") or (len(letters) > 1 and sum(c.isupper() for c in letters) * 2 > len(letters)):
                    return short.lstrip("@")
                return None
        return None

    def tail(self, end: int, stop: int, *, any_preposition: bool) -> int:
        """Where what follows a head with prepositions ends: with all, or with such as make it belong."""
        for _ in range(TAILS):
            if end + 1 >= stop:
                break
            category = self.lexicon.prepositions.folded(self.words.texts[end])
            if category is None or not (any_preposition or category == "belonging"):
                break
            following = noun_phrase(self.words, self.lexicon, end + 1, stop)
            if following is None or self.words.tokens[end + 1].entity in TIMES:
                break
            end = following.end
        return end

    def side(self, first: int, end: int) -> str | None:
        """The state or body that the first name among the tokens speaks for; None at "to", "about" and where none is."""
        at = first
        while at < end:
            seat = self.lexicon.seats.at(self.words, at, end)
            place = self.lexicon.places.at(self.words, at, end)
            if seat and not (place and place[1] > seat[1]):
                return seat[0].side or seat[0].name
            if place and not (place[0].form == "capital" and self._located(at, first)):
                return place[0].place.name
            if self.lexicon.prepositions.folded(self.words.texts[at]) == "toward":
                return None
            at += 1
        return None

    def _located(self, at: int, first: int) -> bool:
        """Whether the preposition before token ``at`` says only where a body with its own name sits ("the Church in Velm")."""
        tokens = self.words.tokens
        return at - 2 >= first and tokens[at - 1].pos == "ADP" and tokens[at - 2].pos == "PROPN"

    def describing(self, category: str) -> tuple[NounEntry, ...]:
        """The nouns of ``category``: what a party of that kind may be called later."""
        return self.lexicon.describing.get(category, ())

    def place_of(self, state: str | None) -> PlaceEntry | None:
        """The state named ``state``."""
        found = self.lexicon.places.get(state) if state else None
        return found.place if found else None

    def named(
        self,
        phrase: Phrase,
        kind: SourceKind | None,
        name: str,
        keys: tuple[frozenset[str], ...],
        nouns: tuple[NounEntry, ...] = (),
    ) -> Mention:
        """A mention by name that covers the whole phrase."""
        found = normal(self.words, self.lexicon, phrase.core, phrase.end, seats=False)
        return Mention(
            span=self.span(phrase.start, phrase.end),
            first=phrase.start,
            end=phrase.end,
            form="name",
            kind=kind,
            name=name,
            keys=keys,
            words=found.words,
            nouns=nouns,
            place=found.places[0] if found.places else None,
            acronym=self.acronym(phrase.end, len(self.words)),
            number="singular",
            opening=phrase.opening,
        )


def changed(mention: Mention, **changes: object) -> Mention:
    """The mention with some attributes replaced."""
    return msgspec.structs.replace(mention, **changes)
