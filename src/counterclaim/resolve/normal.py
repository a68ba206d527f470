"""The content words of a phrase in one normal form, so that "Velm's defense ministry" equals "Velmish Ministry of Defence"."""

import re

import msgspec

from counterclaim.resolve.lexicon import InstitutionEntry, Lexicon, PlaceEntry, SeatEntry
from counterclaim.resolve.words import Words, fold
from counterclaim.values.syntax import Token

SKIPPED = frozenset({"DET", "ADP", "PART", "PUNCT", "CCONJ", "SYM", "SPACE", "PRON", "SCONJ", "ADV"})
"""Parts of speech that carry nothing to compare."""


class Normal(msgspec.Struct, frozen=True):
    """A phrase in normal form.

    Attributes:
        words: Folded lemmas; ``@RU`` for a place however named, ``#Kremlin`` for a seat, ``%Reuters`` for an outlet; an
            institution's words in their canonical form.
        places: The places named, in order.
        institution: The last institution of many states that it names.
    """

    words: frozenset[str]
    places: tuple[PlaceEntry, ...] = ()
    institution: InstitutionEntry | None = None


def normal(words: Words, lexicon: Lexicon, start: int, stop: int, *, seats: bool = True) -> Normal:
    """The tokens ``start`` to ``stop`` in normal form; without ``seats``, those stay words like others."""
    kept: set[str] = set()
    places: list[PlaceEntry] = []
    last: InstitutionEntry | None = None
    at = start
    while at < stop:
        institution = lexicon.institutions.at(words, at, stop)
        outlet = lexicon.outlets.at(words, at, stop)
        seat = lexicon.seats.at(words, at, stop) if seats else None
        place = lexicon.places.at(words, at, stop)
        furthest = max(found[1] for found in (institution, outlet, seat, place, (None, at)) if found)
        if furthest == at:
            token = words.tokens[at]
            key = words.lemmas[at] or words.texts[at]
            if (
                key
                and token.pos not in SKIPPED
                and not lexicon.determiners.folded(words.texts[at])
                and not lexicon.prepositions.folded(words.texts[at])
            ):
                kept.add(key)
            at += 1
            continue
        if outlet and outlet[1] == furthest:
            kept.add("%" + outlet[0].name)
        elif place and place[1] == furthest:
            kept.add("@" + place[0].place.code)
            places.append(place[0].place)
        elif institution and institution[1] == furthest:
            kept.update(canonical_words(institution[0]))
            last = institution[0]
        elif seat and seat[1] == furthest:
            kept.add("#" + seat[0].name)
        at = furthest
    return Normal(frozenset(kept), tuple(places), last)


def canonical_words(entry: InstitutionEntry) -> frozenset[str]:
    """The folded words of an institution's canonical form, without an owner."""
    return frozenset(fold(word) for word in re.findall(r"\w+", entry.canonical) if len(word) > 1)


def seat_keys(lexicon: Lexicon) -> dict[frozenset[str], SeatEntry]:
    """Normal forms under which a seat is also known: "Velm's Defence Forces" for the seat "Velm Defense Forces"."""
    found: dict[frozenset[str], SeatEntry] = {}
    for seat in lexicon.seat_entries:
        for form in (seat.name, *seat.variants):
            pieces = re.findall(r"\w+", form)
            if len(pieces) < 2:
                continue
            words = Words([Token(0, len(p), p, p.lower()) for p in pieces])
            found.setdefault(normal(words, lexicon, 0, len(words), seats=False).words, seat)
    return found
