"""What one party says and another denies, whatever it is about: the words of a denial found again where they are asserted.

The questions about deeds have readers of their own; this one is for all else: "denied that ballots had been stuffed". Words
decide: nearly all content words of the shorter passage must stand in the other, in one language, so that who, whom and what
agree.
"""

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

import msgspec

from counterclaim.match.agents import Sides
from counterclaim.match.passages import Passage
from counterclaim.match.scene import Scene
from counterclaim.match.spelling import folded

STEM = 6
"""Letters of a word that count: endings do not."""

SHORTEST = 5
"""Letters of the shortest word that counts: below stand the small words of all languages read here."""

FEWEST = 2
"""Content words that a denial must share with what it denies."""

SHARE = 0.75
"""Share of the shorter passage's content words that must stand in the other."""

LONGEST = 24
"""Content words beyond which a passage says too many things to be denied by one."""

RAREST = 4
"""Content words of a denial by which candidates are looked up, the rarest first: keeps the work near-linear."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Opposed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said by some and denied by others.

    Attributes:
        yes: Passages that say it, in order.
        no: Passages that deny it.
        denied: Whether one of them is an explicit denial; else the same words stand there negated.
    """

    yes: tuple[Passage, ...]
    no: tuple[Passage, ...]
    denied: bool


def opposed(
    spoken: Sequence[Passage], scenes: Mapping[str, Scene], sides: Sides, answered: Container[Passage]
) -> list[Opposed]:
    """Each thing that one party says and another side denies; passages in ``answered`` deny something else already."""
    said = [p for p in spoken if p.by is not None]
    words = [_stems(scenes[p.document].text, p) for p in said]
    negated = [p.act == "denies" or _negated(scenes[p.document], p) for p in said]
    where: dict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(words):
        for stem in stems:
            where[stem].append(at)
    met: dict[int, list[int]] = defaultdict(list)
    for at, stems in enumerate(words):
        if negated[at] and said[at] not in answered and FEWEST <= len(stems) <= LONGEST:
            rare = sorted(stems, key=lambda s: (len(where[s]), s))[:RAREST]
            for other in sorted({o for stem in rare for o in where[stem] if not negated[o]}):
                if _apart(said[at], said[other], sides) and _alike(stems, words[other]):
                    met[at].append(other)
    found: list[tuple[set[int], set[int]]] = []
    for at, others in met.items():
        known = next((f for f in found if f[0] & set(others)), None)
        if known is None:
            found.append((set(others), {at}))
        else:
            known[0].update(others)
            known[1].add(at)
    return [
        Opposed(
            yes=tuple(said[n] for n in sorted(yes)),
            no=tuple(said[n] for n in sorted(no)),
            denied=any(said[n].act == "denies" for n in no),
        )
        for yes, no in found
    ]


def _apart(one: Passage, two: Passage, sides: Sides) -> bool:
    """Whether two sides speak, neither inside the other's words."""
    nested = one.document == two.document and one.span.overlaps(two.span)
    return not nested and sides.of(one.by) != sides.of(two.by)


def _stems(text: str, passage: Passage) -> frozenset[str]:
    words = _WORD.findall(folded(passage.span.words(text)))
    return frozenset(w[:STEM] for w in words if len(w) >= SHORTEST or w.isdigit())


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    shared = len(one & two)
    numbers = {frozenset(w for w in stems if w.isdigit()) for stems in (one, two)}
    same_numbers = len(numbers) == 1 or frozenset() in numbers
    return len(two) <= LONGEST and shared >= FEWEST and shared >= SHARE * min(len(one), len(two)) and same_numbers


def _negated(scene: Scene, passage: Passage) -> bool:
    """Whether the passage's first clause is negated."""
    clause = scene.clause(passage.span, passage.span)
    return any(i.part in ("not", "no_part") and passage.holds(i.span) for i in scene.inside(clause))
