"""Who did it? Positions by doer, with everyone who gives the deed to it or takes it away."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from counterclaim.match.answers import Answer, of_said
from counterclaim.match.camps import Sides
from counterclaim.match.deeds import ENEMY, ITSELF, SELF, Said, said_of
from counterclaim.match.passages import Passage
from counterclaim.match.scene import CLAUSE, Scene
from counterclaim.values.span import Span

UNKNOWN = "~unknown"
"""Key of the answer that the speaker cannot or will not say who it was."""

INVENTED = "~invented"
"""Key of the answer that nothing happened, or that it was staged."""

AROUND = 200
"""Characters around a word of not knowing in which a deed must be named for it to be about the deed."""

POINTING = 2
"""Words of a denial that only points back: "it", "the group denied that"."""

SHORT = 16
"""Words of a denial that names no doer and is still about the deed as a whole."""

_DENIABLE = frozenset({"deed", "act", "blame", "charge", "fake", "no_part", "untrue"})
_DEED = frozenset({"deed", "act", "blame", "blamed", "kind", "weapon"})


def doers(spoken: Iterable[Passage], scenes: Mapping[str, Scene], sides: Sides) -> list[Answer]:
    """Whom each passage gives or takes the deed; who leaves it open; who says there was none; short denials bound last."""
    found: list[Answer] = []
    short: list[Passage] = []
    for passage in spoken:
        scene = scenes[passage.document]
        said = [s for s in said_of(scene, passage.wide, passage.speaker) if passage.holds(s.span)]
        if passage.act == "denies" or _calls_it_a_lie(scene, passage):
            said = _denied(scene, passage, said)
            if not said and _is_short_denial(scene, passage):
                short.append(passage)
        left_open = _left_open(scene, passage)
        if left_open is not None:
            found.append(_answer(passage, UNKNOWN, left_open, "the speaker leaves it open"))
            said = [s for s in said if not _one_sentence(scene.text, s.span, left_open)]
        invented = next((i for i in scene.inside(passage.span) if i.part == "invented" and passage.holds(i.span)), None)
        if invented is not None and not said:
            found.append(_answer(passage, INVENTED, invented.span, "the deed is called staged, or said not to have happened"))
        found += [of_said(passage, s) for s in said]
    found = _enemies_named(found, sides)
    return [*found, *_bound(short, found, scenes, sides)]


def by_means(
    answers: Sequence[Answer], camp: Mapping[str, str], spoken: Iterable[Passage], scenes: Mapping[str, Scene]
) -> list[Answer]:
    """Passages that name no doer but a means that only one doer is said to have used: "a rocket that misfired"."""
    used: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    answered: set[tuple[str, Span]] = set()
    for answer in answers:
        place = (answer.passage.document, answer.passage.span)
        answered.add(place)
        if answer.key in camp and answer.stance == "asserts":
            scene = scenes[answer.passage.document]
            for item in scene.inside(answer.passage.span):
                if item.part == "kind" and _one_sentence(scene.text, item.span, answer.span):
                    used[item.value][camp[answer.key]].add(answer.passage.document)
    open_to = {a.passage.by for a in answers if a.key == UNKNOWN}
    telling = {kind: doer for kind, by in used.items() if (doer := _only_one(by)) is not None}
    found = []
    for passage in spoken:
        if (passage.document, passage.span) in answered or passage.by in open_to:
            continue
        scene = scenes[passage.document]
        row = scene.inside(passage.span)
        kinds = [i for i in row if i.part == "kind" and i.value in telling and passage.holds(i.span)]
        if len({telling[i.value] for i in kinds}) != 1:
            continue
        first = kinds[0]
        denied = passage.act == "denies" or any(
            i.part in ("not", "no_part", "untrue") and i.at <= first.at and scene.together(i.span, first.span) for i in row
        )
        reason = f"“{first.value}” is what only this doer is said to have used here"
        found.append(_answer(passage, telling[first.value], first.span, reason, denied=denied))
    return found


def _only_one(by: Mapping[str, set[str]]) -> str | None:
    """The doer that a means points to: in two documents at least, and four times as often as to all others."""
    ranked = sorted(by, key=lambda doer: (-len(by[doer]), doer))
    rest = sum(len(by[doer]) for doer in ranked[1:])
    most = len(by[ranked[0]])
    return ranked[0] if most >= 2 and most >= 4 * rest else None


def _denied(scene: Scene, passage: Passage, said: list[Said]) -> list[Said]:
    """What a denial says of doers: content that takes a deed away stands; a denial of a denial gives it; all else is turned."""
    if scene.has(passage.span, {"denial"}):
        return said
    if any(s.stance == "denies" for s in said):
        return said
    return [msgspec.structs.replace(s, stance="denies", reason=f"denied: {s.reason}") for s in said]  # turned copies


def _is_short_denial(scene: Scene, passage: Passage) -> bool:
    """Whether a denial that names no doer is about the deed: not about a number, a recording or a report."""
    if passage.attribution is None or scene.has(passage.wide, {"tally"}):
        return False
    near = Span(max(0, passage.wide.start - AROUND), passage.wide.end)
    things = {
        i.value for i in scene.inside(near if scene.has(passage.wide, {"fake"}) else passage.wide) if i.part == "artefact"
    }
    if things - {"evidence"}:
        return False
    words = scene.word(passage.span.end) - scene.word(passage.span.start)
    return words <= POINTING or (words <= SHORT and scene.has(passage.wide, _DENIABLE))


def _calls_it_a_lie(scene: Scene, passage: Passage) -> bool:
    """Whether a few words call what an opponent says false: "the Orvan version a lie"."""
    row = scene.inside(passage.span)
    short = scene.word(passage.span.end) - scene.word(passage.span.start) <= CLAUSE
    return short and any(i.part == "fake" for i in row) and any(i.part == "actor" for i in row)


def _left_open(scene: Scene, passage: Passage) -> Span | None:
    """The words that leave open who it was; None where there are none, or where they are about something else."""
    if passage.attribution is None:
        return None
    item = next((i for i in scene.inside(passage.wide) if i.part == "unknown" and passage.holds(i.span)), None)
    if item is None:
        return None
    around = Span(max(0, item.span.start - AROUND), min(len(scene.text), item.span.end + AROUND))
    return item.span if scene.has(around, _DEED) else None


def _one_sentence(text: str, one: Span, two: Span) -> bool:
    first, second = sorted((one, two))
    return not any(mark in text[first.end : second.start] for mark in (". ", "! ", "? ", "\n"))


def _answer(passage: Passage, key: str, span: Span, reason: str, *, denied: bool = False) -> Answer:
    return Answer(passage=passage, aspect="doer", key=key, stance="denies" if denied else "asserts", span=span, reason=reason)


def _enemies_named(answers: list[Answer], sides: Sides) -> list[Answer]:
    """“The enemy” as whom the speaker's side accuses most by name; left out where it accuses nobody."""
    accused: dict[str | None, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        if answer.stance == "asserts" and not answer.key.startswith("~"):
            accused[sides.of(answer.passage.by)][answer.key] += 1
    accused_by_any = {key for tally in accused.values() for key in tally}
    named = []
    for answer in answers:
        if answer.key in (SELF, ITSELF):
            own = sides.of(answer.passage.by)
            if own is None or (own not in accused_by_any and own not in sides.bodies):
                continue
            if answer.key == ITSELF and sides.is_person(answer.passage.by):
                continue
            answer = msgspec.structs.replace(answer, key=own)  # the speaker, named
        if answer.key == ENEMY:
            side = sides.of(answer.passage.by)
            meant = _other_than(side, accused[side])
            if meant is None:
                continue
            answer = msgspec.structs.replace(answer, key=meant, reason=f"{answer.reason}; whom its side accuses elsewhere")
        named.append(answer)
    return named


def _other_than(side: str | None, accused: Counter[str]) -> str | None:
    ranked = sorted((k for k in accused if k != side), key=lambda k: (-accused[k], k))
    return ranked[0] if ranked and side is not None else None


def _bound(short: Sequence[Passage], answers: Sequence[Answer], scenes: Mapping[str, Scene], sides: Sides) -> list[Answer]:
    """Short denials, each with the doer it takes the deed from.

    What a named opponent says is denied if the denial names one ("the lies of Orvan"); else the speaker's own part, where its
    side is accused by others; else what the nearest passage before it says. A denial that fits none of these binds to nothing.
    """
    accused: dict[str, Counter[str]] = defaultdict(Counter)
    by_others: Counter[str] = Counter()
    in_document: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.stance == "asserts" and not answer.key.startswith("~"):
            holder = sides.of(answer.passage.by)
            if holder is not None:
                accused[holder][answer.key] += 1
            if holder != answer.key:
                by_others[answer.key] += 1
            in_document[answer.passage.document].append(answer)
    found = []
    for passage in short:
        scene = scenes[passage.document]
        own = sides.of(passage.by)
        rivals = [i.actor.key for i in scene.inside(passage.span) if i.actor is not None and i.actor.key != own]
        told = next((k for r in rivals if (k := _other_than(r, accused[r])) is not None), None)
        if told is not None and scene.has(passage.span, {"fake", "charge", "artefact"}):
            found.append(_answer(passage, told, passage.span, "denied: what the opponent named here says", denied=True))
        elif own is not None and by_others[own]:
            found.append(_answer(passage, own, passage.span, "the speaker denies a deed it is blamed for", denied=True))
        else:
            before = [
                a for a in in_document[passage.document] if a.span.end <= passage.wide.start and a.passage.by != passage.by
            ]
            if before:
                nearest = max(before, key=lambda a: a.span.end)
                found.append(_answer(passage, nearest.key, passage.span, "denied: what stands before it", denied=True))
    return found
