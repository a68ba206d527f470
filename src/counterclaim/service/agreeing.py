"""From all judgements on one thing to how it stands: who decided what, whether they agree, what is applied."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from counterclaim.values.judgement import Correction, Judgement, Standing, Verdict

REVIEWERS = 2
"""How many must agree where a second look is required."""

_DECIDING: frozenset[Verdict] = frozenset({"accept", "reject", "correct", "same", "not_same", "merge", "split"})
_SPAN = ("start", "end")
_KIND = "speaker_kind"


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What one reviewer holds: the last verdict, and the parts of a correction with the number of the judgement of each."""

    verdict: Verdict
    number: int
    parts: Mapping[str, object] = msgspec.field(default_factory=dict)


def undone(judgements: Sequence[Judgement]) -> frozenset[int]:
    """The numbers of the judgements that an undo takes back, undos included; an undo that was undone takes nothing back."""
    found: set[int] = set()
    for one in reversed(judgements):  # an undo names an earlier judgement
        if one.undoes is not None and one.id not in found:
            found.add(one.undoes)
    return frozenset(found)


def live(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody took back, without the undos themselves; ``judgements`` is a dossier's whole row in order."""
    gone = undone(judgements)
    return tuple(one for one in judgements if one.undoes is None and one.id not in gone)


def standing(
    judgements: Sequence[Judgement],
    *,
    second_look: bool,
    said: str | None = None,
    corrections: Mapping[int, Correction] | None = None,
) -> Standing:
    """How one thing stands.

    A reviewer holds what they judged last; corrections of different parts add up. Reviewers contradict each other where their
    verdicts differ or they put different things in the same place; then nothing is applied. ``unsure`` and ``checked`` decide
    nothing, and ``unsure`` takes back what its reviewer held.

    Args:
        judgements: The live ones, oldest first; at least one.
        second_look: Whether two reviewers must agree on what is applied.
        said: What the machine says there now; None where it does not matter.
        corrections: By number, the corrections with their spans in the present text; those given stand where none is.
    """
    given = {one.id: one.correction for one in judgements if one.correction is not None} | dict(corrections or {})
    earlier = tuple(
        one.id for one in judgements if said is not None and one.verdict in {"accept", "reject"} and one.target.said != said
    )
    held = _held([one for one in judgements if one.id not in earlier], given)
    disagree = any(_contradict(one, two) for one, two in combinations(held.values(), 2))
    numbers, parts = ((), {}) if disagree else _agreed(tuple(held.values()), REVIEWERS if second_look else 1)
    whole = [position for position in held.values() if position.number in numbers and position.parts.keys() <= parts.keys()]
    return Standing(
        target=judgements[-1].target,
        judgements=tuple(judgements),
        earlier=earlier,
        agreed=next((one for one in judgements if one.id == max(numbers, default=None)), None),
        correction=_correction(parts, [given[one.id] for one in judgements if one.id in given]) if parts else None,
        disagree=disagree,
        waiting=not disagree and len(whole) < len(held),
    )


def _held(judgements: Sequence[Judgement], given: Mapping[int, Correction]) -> dict[str, Position]:
    """What each reviewer holds, by name."""
    held: dict[str, Position] = {}
    for one in judgements:
        if one.verdict == "unsure":
            held.pop(one.by, None)
        if one.verdict not in _DECIDING:
            continue
        before = held.get(one.by)
        parts = _parts(given[one.id]) if one.id in given else {}
        if before is not None and before.verdict == one.verdict == "correct":
            parts = {**before.parts, **parts}
        held[one.by] = Position(verdict=one.verdict, number=one.id, parts=parts)
    return held


def _parts(correction: Correction) -> dict[str, object]:
    """What a correction puts in place, by what it is; a span's two ends are one part, and a speaker's kind is none."""
    fields = {name: getattr(correction, name) for name in correction.__struct_fields__ if name not in {*_SPAN, _KIND}}
    parts = {name: value for name, value in fields.items() if value is not None}
    if correction.start is not None:
        parts["span"] = (correction.start, correction.end)
    return parts


def _contradict(one: Position, two: Position) -> bool:
    return one.verdict != two.verdict or any(one.parts[name] != two.parts[name] for name in one.parts.keys() & two.parts.keys())


def _agreed(held: Sequence[Position], needed: int) -> tuple[tuple[int, ...], dict[str, object]]:
    """The judgements behind what enough reviewers hold, and the parts of their correction; nobody contradicts anybody."""
    if not held or held[0].verdict != "correct":
        return tuple(position.number for position in held) if len(held) >= needed else (), {}
    numbers: set[int] = set()
    parts: dict[str, object] = {}
    for name in {name for position in held for name in position.parts}:
        holders = [position for position in held if name in position.parts]
        if len(holders) >= needed:
            numbers |= {position.number for position in holders}
            parts[name] = holders[0].parts[name]
    return tuple(sorted(numbers)), parts


def _correction(parts: Mapping[str, object], given: Sequence[Correction]) -> Correction:
    """The correction of those parts; the speaker is of the kind that somebody said last who named them."""
    fields = {name: value for name, value in parts.items() if name != "span"}
    if isinstance(span := parts.get("span"), tuple):
        fields |= dict(zip(_SPAN, span, strict=True))
    kinds = [one.speaker_kind for one in given if one.speaker_kind and one.speaker == parts.get("speaker")]
    return msgspec.convert({**fields, _KIND: kinds[-1] if kinds else None}, Correction)
