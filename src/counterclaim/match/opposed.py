"""What one party says and another denies, whatever it is about: the words of a denial found again where they are asserted.

The questions about deeds have readers of their own; this one is for all else: "denied that ballots had been stuffed". Words
decide: nearly all content words of the shorter passage must stand in the other, in one language, so that who, whom and what
agree.
"""

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

import msgspec

from counterclaim.match.camps import Sides
from counterclaim.match.passages import Passage
from counterclaim.match.scene import Scene
from counterclaim.match.spelling import folded
from counterclaim.values.attribution import Act
from counterclaim.values.span import Span

STEM = 6
"""Letters of a word that count: endings do not."""

SHORTEST = 5
"""Letters of the shortest word that counts: below stand the small words of all languages read here."""

FEWEST = 2
"""Content words that are no names which a denial must share with what it denies."""

SHARE = 0.75
"""Share of a denial's content words that must stand in what it denies."""

OF_SAID = 0.4
"""Share of the content words said that an explicit denial must take up; a mere negation must take up as many as `SHARE`."""

LONGEST = 24
"""Content words beyond which a passage says too many things to be denied by one."""

RAREST = 4
"""Content words of a denial by which candidates are looked up, the rarest first: keeps the work near-linear."""

_END = re.compile(r"[.!?]+[\"”»']*\s+")
_WORD = re.compile(r"[^\W\d_]+|\d+")


SAYING: frozenset[Act] = frozenset({"states", "confirms", "accuses", "believes", "warns"})
"""Acts by which something is said to be so; a demand or a promise is not denied by its words."""


class Stems(msgspec.Struct, frozen=True, kw_only=True):
    """The content words of a sentence, cut to their stems: all, those that are no names, and its numbers."""

    all: frozenset[str]
    plain: frozenset[str]
    numbers: frozenset[str]


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
    units = [(n, u) for n, p in enumerate(said) for u in _sentences(scenes[p.document].text, p.span)]
    words = [_stems(scenes[said[n].document].text, unit) for n, unit in units]
    negated = [said[n].act == "denies" or _negated(scenes[said[n].document], unit) for n, unit in units]
    where: dict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(words):
        for stem in stems.all:
            where[stem].append(at)
    met: dict[int, set[int]] = defaultdict(set)
    for at, stems in enumerate(words):
        denier = said[units[at][0]]
        if negated[at] and denier not in answered and FEWEST <= len(stems.all) <= LONGEST:
            rare = sorted(stems.all, key=lambda s: (len(where[s]), s))[:RAREST]
            share = OF_SAID if denier.act == "denies" else SHARE
            for other in sorted({o for stem in rare for o in where[stem] if not negated[o]}):
                speaker = said[units[other][0]]
                if speaker.act in SAYING and _apart(denier, speaker, sides) and _alike(stems, words[other], share):
                    met[units[at][0]].add(units[other][0])
    found: list[tuple[set[int], set[int]]] = []
    for at, others in met.items():
        known = next((f for f in found if f[0] & others), None)
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


def _sentences(text: str, span: Span) -> list[Span]:
    ends = [m.end() for m in _END.finditer(text, span.start, span.end)]
    return [Span(a, b) for a, b in zip([span.start, *ends], [*ends, span.end], strict=True) if b > a]


def _stems(text: str, unit: Span) -> Stems:
    words = _WORD.findall(unit.words(text))
    heavy = [(at, w) for at, w in enumerate(words) if len(w) >= SHORTEST or w.isdigit()]
    return Stems(
        all=frozenset(folded(w)[:STEM] for _, w in heavy),
        plain=frozenset(folded(w)[:STEM] for at, w in heavy if at == 0 or w.islower()),
        numbers=frozenset(w for _, w in heavy if w.isdigit()),
    )


def _alike(denial: Stems, said: Stems, share: float) -> bool:
    shared = denial.all & said.all
    if len(shared & denial.plain & said.plain) < FEWEST or len(said.all) > LONGEST:
        return False
    same_numbers = not denial.numbers or not said.numbers or denial.numbers == said.numbers
    return same_numbers and len(shared) >= SHARE * len(denial.all) and len(shared) >= share * len(said.all)


def _negated(scene: Scene, unit: Span) -> bool:
    """Whether a sentence's first clause is negated."""
    return scene.has(scene.clause(Span(unit.start, unit.start), unit), {"not", "no_part", "was_not", "untrue"})
