"""One name for an institution in all languages: "Минобороны РФ" is the Russian Defence Ministry."""

from collections.abc import Mapping

from counterclaim.kit import Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.match.parties import Concept
from counterclaim.match.spelling import folded
from counterclaim.resolve.lexicon import PlaceEntry, SeatEntry


def concepts(kit: Kit, packs: Mapping[str, LanguagePack]) -> Concept:
    """The function that names what a state or institution is called in English, from the word lists; it knows no persons.

    States are named by their code's English name. Institutions with names of their own are listed with an English name in
    every language's list of seats.
    """
    english = {entry.code: entry.name for entry in kit.pack("en").entries("places", PlaceEntry)}
    known: dict[tuple[str, str], str] = {}
    for language, pack in packs.items():
        for entry in pack.entries("places", PlaceEntry):
            for name in (entry.name, *entry.variants, *entry.capitals):
                known.setdefault((language, folded(name)), english.get(entry.code, entry.name))
        for seat in pack.entries("seats", SeatEntry):
            for name in (seat.name, *seat.variants):
                known.setdefault((language, folded(name)), seat.name)

    def concept(name: str, language: str) -> str | None:
        return known.get((language, folded(name)))

    return concept
