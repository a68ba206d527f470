"""One name for an institution in all languages: "Минобороны РФ" is the Russian Defence Ministry."""

from collections.abc import Mapping

from counterclaim.kit import Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.match.parties import Concept
from counterclaim.match.spelling import folded
from counterclaim.resolve.lexicon import PlaceEntry, lexicon
from counterclaim.resolve.words import Words
from counterclaim.values.span import Span


def concepts(kit: Kit, packs: Mapping[str, LanguagePack]) -> Concept:
    """What a state or institution is called in English, from the word lists of its own language; it knows no persons.

    States are named by their code. Institutions that many states have are named with their state in front, and only where the
    name says which state; those with a name of their own by the English name that their list gives.
    """
    english = {entry.code: entry for entry in kit.pack("en").entries("places", PlaceEntry)}
    seats = lexicon(kit.pack("en")).seats
    kept: dict[tuple[str, str], str | None] = {}

    def concept(name: str, language: str) -> str | None:
        key = (language, folded(name))
        if key not in kept:
            found = _named(name, packs[language], english) if language in packs else None
            listed = seats.get(found) if found else None
            kept[key] = listed.name if listed else found
        return kept[key]

    return concept


def _named(name: str, pack: LanguagePack, english: Mapping[str, PlaceEntry]) -> str | None:
    lists = lexicon(pack)
    seat = lists.seats.get(name)
    if seat is not None:
        return seat.english or seat.name
    words = Words(pack.analyze(name, [Span(0, len(name))]).tokens)
    places: list[str] = []
    speaks = False
    institution: str | None = None
    others = at = 0
    while at < len(words):
        found_institution, found_place = lists.institutions.at(words, at, len(words)), lists.places.at(words, at, len(words))
        if found_institution is not None:
            institution, at = found_institution[0].english or found_institution[0].canonical, found_institution[1]
        elif found_place is not None:
            places.append(found_place[0].place.code)
            speaks = found_place[0].form in ("name", "capital")
            at = found_place[1]
        else:
            others += words.tokens[at].pos not in ("ADP", "DET", "PART", "PUNCT")
            at += 1
    if others or len(set(places)) != 1:
        return None
    state = english.get(places[0])
    if state is None:
        return None
    if institution is None:
        return state.name if speaks else None
    return f"{state.adjectives[0] if state.adjectives else state.name} {institution}"
