"""All questions asked of the passages of one event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from counterclaim.match.agents import by_means, doers
from counterclaim.match.answers import Answer, Aspect
from counterclaim.match.aspects import ONLY, REPORT, aspects_of
from counterclaim.match.camps import Sides, one_camp
from counterclaim.match.opposed import Opposed, opposed
from counterclaim.match.passages import Passage
from counterclaim.match.scene import Scene
from counterclaim.values.span import Span

SETTLING: frozenset[Aspect] = frozenset({"doer", "owner", "target", "worth"})
"""Questions with a yes and a no of their own: a passage that answers one denies nothing else."""

MUTUAL = frozenset({"mutual"})
"""What a scene calls words by which each side blames the other."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one event's passages answer.

    Attributes:
        doers: Who did it, under the head of each camp.
        others: All other questions.
        camp: For each doer the one it stands under.
        sides: Whom each party speaks for.
        opposed: What else is said by some and denied by others.
    """

    doers: tuple[Answer, ...]
    others: tuple[Answer, ...]
    camp: dict[str, str]
    sides: Sides
    opposed: tuple[Opposed, ...] = ()


def answers_of(spoken: Sequence[Passage], scenes: Mapping[str, Scene], sides: Sides) -> Answers:
    """What the passages of one event answer, question by question.

    An outlet that reports in its own voice that two sides blame each other says neither.
    """
    spoken = [p for p in spoken if p.attribution is not None or not scenes[p.document].has(p.span, MUTUAL)]
    given = doers(spoken, scenes, sides)
    accused = _accused(given, sides)
    others = [a for passage in spoken for a in aspects_of(passage, scenes[passage.document], accused)]
    given = _placed_out(given, spoken, scenes)
    others += _authors(others, spoken, sides)
    camp = one_camp(given, sides)
    given += [msgspec.structs.replace(a, aspect="doer") for a in others if a.topic == ONLY and a.key in camp]
    given += by_means(given, camp, spoken, scenes)
    settled = frozenset(a.passage for a in (*given, *others) if a.aspect in SETTLING)
    return Answers(
        doers=_under(given, camp),
        others=_under(others, camp),
        camp=camp,
        sides=sides,
        opposed=tuple(opposed(spoken, scenes, sides, settled)),
    )


def _placed_out(answers: Sequence[Answer], spoken: Sequence[Passage], scenes: Mapping[str, Scene]) -> list[Answer]:
    """Answers without the doers that no list knows and that are mostly named as where something is: a town is no doer."""
    named: Counter[str] = Counter()
    located: Counter[str] = Counter()
    for document in sorted({p.document for p in spoken}):
        scene = scenes[document]
        for item in scene.inside(Span(0, len(scene.text))):
            if item.actor is not None and item.actor.open:
                named[item.actor.key] += 1
                located[item.actor.key] += item.located
    return [a for a in answers if located[a.key] * 2 <= named[a.key]]


def _authors(answers: Sequence[Answer], spoken: Sequence[Passage], sides: Sides) -> list[Answer]:
    """Whose report it is that is called worthless: the last body of another side heard before, which stands for it."""
    heard: dict[str, list[Passage]] = defaultdict(list)
    for passage in spoken:
        if passage.by is not None and passage.act != "denies" and not sides.is_person(passage.by):
            heard[passage.document].append(passage)
    found = []
    for rejected in (a for a in answers if a.topic == REPORT and a.stance == "denies"):
        denier = rejected.passage
        before = [p for p in heard[denier.document] if p.span.end <= denier.span.start]
        bodies = [p for p in before if sides.of(p.by) != sides.of(denier.by)]
        author = max(bodies, key=lambda p: p.span.end).by if bodies else None
        found += [
            Answer(passage=p, aspect="worth", topic=REPORT, key=rejected.key, stance="asserts", span=p.span, reason="its own")
            for p in bodies
            if p.by == author
        ]
    return found


def _under(answers: Sequence[Answer], camp: Mapping[str, str]) -> tuple[Answer, ...]:
    """The answers, doers under the head of their camp."""
    return tuple(
        msgspec.structs.replace(a, key=camp.get(a.key, a.key)) if a.aspect in ("doer", "owner", "aim") else a for a in answers
    )


def _accused(answers: Sequence[Answer], sides: Sides) -> Callable[[str | None], str | None]:
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        holder = sides.of(answer.passage.by)
        if answer.stance == "asserts" and holder is not None and not answer.key.startswith("~"):
            tally[holder][answer.key] += 1

    def accused(party: str | None) -> str | None:
        holder = sides.of(party)
        ranked = sorted((k for k in tally.get(holder or "", ()) if k != holder), key=lambda k: (-tally[holder or ""][k], k))
        return ranked[0] if ranked else None

    return accused
