"""Places from where a deed came: one key for all spellings of one."""

from collections.abc import Mapping

from counterclaim.match.spelling import folded, latin, skeleton

HELD = "~held by "
"""Begins the key of a place of origin that is named only by who holds it."""

LETTERS = 5
"""Consonants by which two spellings of a place must agree: endings and vowels differ between languages."""

SHORTEST = 3
"""Letters that a place's key must have to tell it from others."""

_VOWELS = "aeiou"


def place_key(name: str) -> str:
    """What the spellings of one place share, in all languages; empty for a name too short to tell."""
    stem = skeleton(folded(latin(name))).rstrip(_VOWELS)
    sounds = "".join(letter for letter in stem if letter not in _VOWELS)[:LETTERS]
    return sounds if len(sounds) >= SHORTEST else stem if len(stem) >= SHORTEST else ""


def joined(keys: Mapping[str, int]) -> dict[str, str]:
    """For each key of names ("kunie|harki") the most used one that shares a name with it, directly or through others."""
    camp: dict[str, str] = {}
    heads: list[tuple[str, set[str]]] = []
    for key in sorted(keys, key=lambda k: (-keys[k], k)):
        names = set(key.split("|"))
        head = next((h for h in heads if h[1] & names), None)
        if head is None:
            head = (key, set())
            heads.append(head)
        head[1].update(names)
        camp[key] = head[0]
    return camp
