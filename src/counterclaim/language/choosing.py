"""Which of a dictionary's readings of each word is meant, by its neighbours: agreement, government, capitals.

For a language whose dictionary gives a word all its readings without saying which is common. The weights are rough and few:
small words are mostly prepositions and conjunctions, an adjective agrees with its noun, nothing stands in the nominative
behind a preposition, a verb agrees with its subject, a family name with its given name.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse as Reading

PERSON_MARKS = frozenset({"Name", "Surn", "Patr"})
PLACE_MARKS = frozenset({"Geox"})
CAPITAL_MARKS = PERSON_MARKS | PLACE_MARKS | {"Abbr"}
NOMINAL = frozenset({"NOUN", "ADJF", "NPRO", "NUMR", "PRTF"})
OF_KIND = {"PREP": 3.0, "CONJ": 2.5, "NPRO": 2.0, "VERB": 1.0, "NOUN": 1.0, "INFN": 1.0, "ADJF": 0.9, "ADVB": 0.8, "PRCL": 0.7}
"""How likely a word is of a kind where its letters allow several."""
SHORT = 5
"""Letters up to which a word that can be a preposition mostly is one."""
MOST = 10
"""Readings of one word that are weighed."""


class Sight(msgspec.Struct, frozen=True, gc=False):
    """What of a reading its neighbours and its capitals are held against. A word that never changes has no case."""

    kind: str
    case: str
    number: str
    gender: str
    person: bool
    capital: bool
    alive: bool


def sight_of(reading: "Reading") -> Sight:
    """The marks of ``reading`` that matter to its neighbours."""
    tag = reading.tag
    marks = frozenset(tag.grammemes)
    gender = str(tag.gender or "")
    return Sight(
        kind=str(tag.POS or ""),
        case="" if "Fixd" in marks else str(tag.case or ""),
        number=str(tag.number or ("sing" if gender else "")),
        gender=gender,
        person=bool(marks & PERSON_MARKS),
        capital=bool(marks & CAPITAL_MARKS),
        alive="anim" in marks,
    )


def choose(candidates: "Sequence[Sequence[Reading]]", forms: Sequence[str]) -> "list[Reading | None]":
    """The reading of each word that goes best with those beside it; None for what the dictionary does not read.

    Args:
        candidates: Each word's readings; empty for punctuation and figures.
        forms: The words as written, for their capitals.
    """
    best: list[list[tuple[float, int]]] = []
    sights: list[list[Sight]] = []
    numbers: list[list[int]] = []
    begun = False
    for at, readings in enumerate(candidates):
        apart: dict[Sight, int] = {}
        for number, reading in enumerate(readings):
            apart.setdefault(sight_of(reading), number)
        numbers.append(list(apart.values())[:MOST])
        here = list(apart)[:MOST]
        sights.append(here)
        row: list[tuple[float, int]] = []
        for sight in here:
            own = _alone(sight, forms[at], first=not begun) + _counted(sight, forms[at - 1] if at else "")
            before = sights[at - 1] if at else []
            if before:
                scores = [best[at - 1][n][0] + _beside(left, sight) for n, left in enumerate(before)]
                top = max(range(len(scores)), key=scores.__getitem__)
                row.append((own + scores[top], top))
            else:
                row.append((own, -1))
        best.append(row)
        begun = begun or bool(here)
    chosen: list[Reading | None] = [None] * len(candidates)
    pointed = -1
    for at in range(len(candidates) - 1, -1, -1):
        if not best[at]:
            pointed = -1
            continue
        if pointed < 0:
            pointed = max(range(len(best[at])), key=lambda n: best[at][n][0])
        chosen[at] = candidates[at][numbers[at][pointed]]
        pointed = best[at][pointed][1]
    return chosen


def _alone(sight: Sight, form: str, *, first: bool) -> float:
    score = OF_KIND.get(sight.kind, 0.3)
    if sight.kind == "PREP" and len(form) > SHORT:
        score -= 3.5  # long ones are mostly adverbs ("earlier")
    if sight.case == "voct":
        score -= 3.0
    if sight.capital:
        if not form[:1].isupper():
            return score - 3.0
        score += -0.3 if first else 0.5
    elif form[:1].isupper() and not first and sight.kind != "NOUN":
        score -= 0.5
    return score + (0.2 if sight.case == "nomn" else 0.0) + (0.1 if sight.number == "sing" else 0.0)


def _counted(sight: Sight, before: str) -> float:
    """Behind figures stands what they count, mostly in the genitive plural."""
    return 0.8 if before[-1:].isdigit() and sight.case == "gent" and sight.number == "plur" else 0.0


def _beside(left: Sight, right: Sight) -> float:
    if left.kind == "PREP":
        if right.kind in NOMINAL:
            return -3.0 if right.case == "nomn" else 0.8
        return -2.0 if right.kind == "VERB" else -0.5
    same_case = left.case == right.case
    if (left.kind in ("ADJF", "PRTF", "NUMR") or (left.kind == "NPRO" and left.gender)) and right.kind in ("NOUN", "ADJF"):
        agrees = same_case and left.number == right.number and (left.number != "sing" or left.gender == right.gender)
        return 2.0 if agrees else (-0.5 if left.kind in ("ADJF", "PRTF") else 0.0)
    if left.person and right.person:
        return (2.0 if same_case else -0.5) + (0.5 if left.gender == right.gender else 0.0)
    if left.kind == "NOUN" and right.kind in ("NOUN", "ADJF"):
        if right.person and same_case and left.alive:
            return 0.7  # an office and its holder
        return 0.6 if right.case == "gent" else -0.1
    if left.kind == "VERB" and right.kind == "NOUN":
        return _agreement(right, left)
    if left.kind in ("NOUN", "NPRO") and right.kind == "VERB":
        return _agreement(left, right)
    return 0.0


def _agreement(noun: Sight, verb: Sight) -> float:
    if noun.case != "nomn":
        return 0.0
    if noun.number != verb.number and verb.number:
        return -0.5
    return -0.3 if verb.gender and noun.gender and verb.gender != noun.gender else 0.5
