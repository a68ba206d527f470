"""What a party's name says in all languages: "Минобороны РФ" is the Russian Defence Ministry, "SBU experts" are of the SBU."""

from collections.abc import Callable, Mapping

import msgspec

from counterclaim.kit import Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.match.spelling import folded
from counterclaim.resolve.lexicon import Lexicon, PlaceEntry, SeatEntry, lexicon
from counterclaim.resolve.words import Forms, Words
from counterclaim.values.span import Span

FUNCTION = frozenset({"ADP", "DET", "PART", "PUNCT"})
"""Parts of speech that name nothing."""

SIDE = "side"
"""Category of the noun that stands for its state: "the Velmish side"."""


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """What a name means, as far as the word lists know.

    Attributes:
        name: The English name that all languages share, of the state or institution that the whole name names.
        body: The institution it names without saying whose ("the defence ministry"); None where its state is said.
        owner: The one capitalised word beside such an institution, of a state or town that no list knows ("Velmish").
        of: The institution, else the state, that it names among other words ("экспертиза СБУ": the SBU).
        of_state: Whether ``of`` is a state.
        common: Whether it holds no name of anybody: only common words.
        parts: The names that it joins by "and"; empty for one name.
    """

    name: str | None = None
    body: str | None = None
    owner: str | None = None
    of: str | None = None
    of_state: bool = False
    common: bool = False
    parts: tuple[str, ...] = ()


Concept = Callable[[str, str], Meant]
"""What a name of a language means."""


def concepts(kit: Kit, packs: Mapping[str, LanguagePack]) -> Concept:
    """What names mean by the word lists of their own language; the concept knows no persons.

    States are named by their code. Institutions that many states have are named with their state in front, and only where the
    name says which state; those with a name of their own by the English name that their list gives.
    """
    english = {entry.code: entry for entry in kit.pack("en").entries("places", PlaceEntry)}
    seats = lexicon(kit.pack("en")).seats
    kept: dict[tuple[str, str], Meant] = {}

    def concept(name: str, language: str) -> Meant:
        key = (language, folded(name))
        if key not in kept:
            kept[key] = _meant(name, packs[language], english, seats) if language in packs else Meant()
        return kept[key]

    return concept


def _meant(name: str, pack: LanguagePack, english: Mapping[str, PlaceEntry], seats: Forms[SeatEntry]) -> Meant:
    lists = lexicon(pack)
    whole = lists.seats.get(name)
    if whole is not None:
        return Meant(name=_listed(whole.english or whole.name, seats))
    words = Words(pack.analyze(name, [Span(0, len(name))]).tokens)
    found = _Found()
    at = 0
    while at < len(words):
        at = found.take(words, lists, at)
    institution, state = found.institution, english.get(found.places[0]) if len(set(found.places)) == 1 else None
    meant = None
    if institution and state:
        meant = _listed(f"{state.adjectives[0] if state.adjectives else state.name} {institution}", seats)
    elif found.seat:
        meant = _listed(found.seat, seats)
    parts = _parts(words, lists, name)
    owner = found.capitals[0] if institution and not found.places and found.others == len(found.capitals) == 1 else None
    common = not found.proper and not found.places and found.seat is None and owner is None
    if found.others or parts or (found.seat and (institution or state)):
        of = None if parts else meant or (state.name if state and not found.proper and not institution else None)
        return Meant(
            body=institution if not found.places else None,
            owner=owner,
            of=of,
            of_state=of is not None and meant is None,
            common=common,
            parts=parts,
        )
    if institution is None and state is not None:
        return Meant(name=state.name) if found.speaks else Meant(of=state.name, of_state=True)
    return Meant(name=meant, body=institution if meant is None else None, common=common)


class _Found:
    """What the words of one name are, gathered from left to right."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self.speaks = False
        self.institution: str | None = None
        self.seat: str | None = None
        self.others = 0
        self.capitals: list[str] = []
        self.proper = False

    def take(self, words: Words, lists: Lexicon, at: int) -> int:
        """Takes in the longest listed name at token ``at``, else the token; returns one past it."""
        stop = len(words)
        seat, place = lists.seats.at(words, at, stop), lists.places.at(words, at, stop)
        institution = lists.loose_institutions.at(words, at, stop)
        end = max((f[1] for f in (seat, place, institution) if f), default=at + 1)
        token = words.tokens[at]
        noun = lists.nouns.at(words, at, stop)
        if institution and institution[1] == end:
            self.institution = institution[0].english or institution[0].canonical
        elif place and place[1] == end:
            self.places.append(place[0].place.code)
            self.speaks = self.speaks or place[0].form in ("name", "capital")
        elif seat and seat[1] == end:
            self.seat = seat[0].english or seat[0].name
        elif noun and noun[0].category == SIDE and self.places:
            self.speaks = True
        elif token.pos not in FUNCTION:
            self.others += 1
            if token.text[:1].isupper():
                self.capitals.append(token.text)
            self.proper = self.proper or (noun is None and token.pos == "PROPN" and token.text[:1].isupper())
        return end


def _listed(name: str, seats: Forms[SeatEntry]) -> str:
    entry = seats.get(name)
    return entry.name if entry else name


def _parts(words: Words, lists: Lexicon, name: str) -> tuple[str, ...]:
    """The names joined by one "and"; an adjective alone takes the other's noun ("Velmish and Orvan officials")."""
    joints = [at for at, token in enumerate(words.tokens) if token.pos == "CCONJ"]
    if len(joints) != 1 or not 0 < joints[0] < len(words) - 1:
        return ()
    joint = joints[0]

    def wording(first: int, stop: int) -> str:
        return name[words.tokens[first].start : words.tokens[stop - 1].end]

    one, two = wording(0, joint), wording(joint + 1, len(words))
    left, right = lists.places.at(words, 0, joint), lists.places.at(words, joint + 1, len(words))
    if left and right and left[1] == joint and left[0].form == "adjective" and right[1] < len(words):
        one = f"{one} {wording(right[1], len(words))}"
    return one, two
