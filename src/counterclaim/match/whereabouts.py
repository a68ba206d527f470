"""Which documents of a dossier speak of another place: those that name nothing of what the dossier's documents share.

A dossier on one matter collects pages on others: another strike of the same day on another town. Its documents share names: the
place behind "in", "at", "near", a ship's, a spokesman's. States and days are named in all news and tell nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.language.pack import LanguagePack
from counterclaim.match.account import Account
from counterclaim.match.days import dates_of
from counterclaim.match.scene import DEED, Scene
from counterclaim.match.spelling import latin, skeleton
from counterclaim.resolve.lexicon import PlaceEntry
from counterclaim.values.span import Span

FEWEST = 4
"""Documents from which a dossier shows what they share."""

SHARED = 0.5
"""Share of the documents that a name must stand in for the dossier to be about it."""

_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w’']{2,}")
_SMALL = re.compile(r"\b[a-zß-öø-ÿа-яёіїєґ][\w’'-]{2,}")
_VOWELS = re.compile(r"[aeiou]")
_CONSONANTS = 3
_KEY = 4
_REACH = 2
"""Words behind a preposition within which the name stands ("in separatist-held Tarsk")."""


def elsewhere(accounts: Sequence[Account], scenes: Mapping[str, Scene], packs: Mapping[str, LanguagePack]) -> Mapping[str, str]:
    """The documents about another place, by id, each with the place it names most; empty where that cannot be told.

    A document is of the dossier's matter unless at least half of the documents in its language share a name of it and it has
    none (names that differ between languages must not part a dossier by language), and it puts a deed where no other does.
    """
    if len(accounts) < FEWEST:
        return {}
    states = {code: _states(pack) for code, pack in packs.items()}
    named = {one.id: _names(one, states[one.language], packs[one.language]) for one in accounts}
    support = Counter(key for own in named.values() for key in own)
    placed = {one.id: _placed(one, scenes[one.id], named[one.id]) for one in accounts}
    alone = {key for key, n in support.items() if n == 1}
    shared = {key for key, n in support.items() if n >= SHARED * len(accounts)}
    if not any(shared & counts.keys() for counts in placed.values()):
        return {}  # what the documents share is no place
    here = {one.id for one in accounts if shared & named[one.id]}
    by_language = Counter(one.language for one in accounts)
    here_by_language = Counter(one.language for one in accounts if one.id in here)
    return {
        one.id: _most_named(one, {key: n for key, n in placed[one.id].items() if key in alone})
        for one in accounts
        if one.id not in here
        and alone & placed[one.id].keys()
        and here_by_language[one.language] >= SHARED * by_language[one.language]
    }


def _names(one: Account, states: frozenset[str], pack: LanguagePack) -> frozenset[str]:
    """The names in a document: capitalised words that it never writes small, states and dates left out."""
    days = [found.span for found in dates_of(pack).find(one.text, 0, len(one.text))]
    small = set(_SMALL.findall(one.text))
    words = [m for m in _NAME.finditer(one.text) if m.group().casefold() not in small]
    dated = {m.group() for m in words if any(day.overlaps(Span(*m.span())) for day in days)}
    keys = {_key(m.group(), one.language) for m in words if m.group() not in dated}
    return frozenset(keys - states - {""})


def _placed(one: Account, scene: Scene, names: frozenset[str]) -> Counter[str]:
    """How often each name stands behind a word of place in the sentences of a deed."""
    found: Counter[str] = Counter()
    for sentence in one.sentences:
        items = scene.inside(sentence.span)
        if not any(item.part in DEED for item in items):
            continue
        for item in items:
            if item.part == "place_mark":
                behind = Span(scene.place(item.end), scene.place(item.end + _REACH))
                match = _NAME.search(one.text, behind.start, min(behind.end, sentence.span.end))
                if match is not None and (key := _key(match.group(), one.language)) in names:
                    found[key] += 1
    return found


def _most_named(one: Account, placed: Mapping[str, int]) -> str:
    best = min(placed, key=lambda key: (-placed[key], key))
    return str(next(word for word in _NAME.findall(one.text) if _key(word, one.language) == best))


def _states(pack: LanguagePack) -> frozenset[str]:
    entries = pack.entries("places", PlaceEntry)
    words: Iterable[str] = (
        word
        for e in entries
        if e.kind == "state"
        for name in (e.name, *e.capitals, *e.adjectives, *e.people, *e.variants)
        for word in name.split()
    )
    return frozenset(key for word in words if (key := _key(word, pack.code)))


def _key(word: str, language: str) -> str:
    """What all cases and spellings of a name keep; empty for what is too short to tell."""
    sound: str = skeleton(latin(word, language)).rstrip("aeiou")
    bare = _VOWELS.sub("", sound)
    return bare[:_KEY] if len(bare) >= _CONSONANTS else sound if len(sound) >= _CONSONANTS else ""
