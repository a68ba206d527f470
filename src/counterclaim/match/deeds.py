"""Who is said to have done it: the doer that a sentence gives to a deed, or takes from it.

No parse is needed: doers, deeds and blame stand close together in news sentences of every language read here, and the word
lists say what each does. Where the order of words leaves it open, nothing is said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.match.actors import Actor, Actors
from counterclaim.values.comparison import Stance
from counterclaim.values.span import Span

Part = Literal["actor", "deed", "act", "agent_mark", "place_mark", "base", "blame", "blamed", "no_part"]

NEAR = 3
"""Words between an adjective and its deed ("Orvan ballistic missile strike")."""

CLAUSE = 9
"""Words between a doer and its verb, or a word of blame and the one blamed, inside one clause."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BREAK = re.compile(r"[;:.!?]|\s[-–—]\s")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One doer given to a deed or taken from it.

    Attributes:
        key: The doer, as `Actors` groups it.
        stance: Whether the words give or take it.
        span: From the doer to the deed.
        reason: Which pattern says so, in words.
    """

    key: str
    stance: Stance
    span: Span
    reason: str


class _Item(msgspec.Struct, frozen=True):
    """A doer, or a word of the list, at its place in the row of words; ``located``: named only as where it happened."""

    part: Part
    at: int
    span: Span
    actor: Actor | None = None
    located: bool = False


class Scene:
    """The doers, deeds and words of blame of one document, found once and asked about stretch by stretch."""

    def __init__(self, text: str, language: str, actors: Actors, pack: LanguagePack) -> None:
        self.text = text
        whole = Span(0, len(text))
        self._items = _items(text, actors.find(text, whole, language), pack)
        self._starts = [item.span.start for item in self._items]

    def inside(self, within: Span) -> list["_Item"]:
        """The items that begin inside ``within``, in order."""
        return self._items[bisect_left(self._starts, within.start) : bisect_left(self._starts, within.end)]

    def speaks_of_a_deed(self, within: Span) -> bool:
        """Whether the words ``within`` name a deed at all."""
        return any(item.part in ("deed", "act", "blame") for item in self.inside(within))


def said_of(scene: Scene, within: Span) -> list[Said]:
    """Every doer that the words ``within`` give to a deed or take from it; one entry per doer and stance."""
    text, items = scene.text, scene.inside(within)
    found: list[Said] = []
    for at, item in enumerate(items):
        if item.actor is not None:
            for reason in _given(text, items, at):
                found.append(Said(key=item.actor.key, stance="asserts", span=reason[1], reason=reason[0]))
    denials = [i for i in items if i.part == "no_part"]
    if denials:
        found = [
            msgspec.structs.replace(s, stance="denies", reason="a deed is denied here")
            if any(abs(d.span.start - s.span.end) < len(within) and _same_clause(text, d.span, s.span) for d in denials)
            else s
            for s in found
        ]
    unique: dict[tuple[str, str], Said] = {}
    for one in found:
        unique.setdefault((one.key, one.stance), one)
    return list(unique.values())


def _items(text: str, found: Sequence[Actor], pack: LanguagePack) -> list["_Item"]:
    starts = [m.start() for m in _WORD.finditer(text)]

    def word(position: int) -> int:
        return bisect_left(starts, position)

    listed = list(pack.phrases("events").find(text))
    marks = {word(m.span.start) for m in listed if m.entry.category == "place_mark"}
    items = []
    for actor in found:
        at = word(actor.span.start)
        items.append(_Item("actor", at, actor.span, actor, bool(marks & {at - 1, at - 2})))
    taken = [a.span for a in found]
    for match in listed:
        if match.entry.category != "place_mark" and not _overlapped(match.span, taken):
            part: Part = match.entry.category  # type: ignore[assignment]  # the list's categories are the parts
            items.append(_Item(part, word(match.span.start), match.span))
    return sorted(items, key=lambda i: i.span)


def _overlapped(span: Span, taken: Sequence[Span]) -> bool:
    """Whether one of ``taken``, which are sorted and apart, shares a character with ``span``."""
    at = bisect_left(taken, Span(span.end, span.end))
    return any(span.overlaps(t) for t in taken[max(0, at - 2) : at + 1])


def _given(text: str, items: Sequence[_Item], at: int) -> list[tuple[str, Span]]:
    """Why the actor at ``at`` is given a deed, with the words that do; empty if nothing does."""
    item = items[at]
    actor = item.actor
    assert actor is not None
    after = next((i for i in items[at + 1 :] if i.part != "agent_mark"), None)
    before = items[at - 1] if at else None
    reasons: list[tuple[str, Span]] = []

    def joined(other: _Item) -> Span:
        return Span(min(item.span.start, other.span.start), max(item.span.end, other.span.end))

    if before is not None and before.part == "agent_mark" and item.at - before.at <= 2 and at > 1:
        deed = items[at - 2]
        if deed.part in ("deed", "act") and before.at - deed.at <= CLAUSE and _same_clause(text, deed.span, item.span):
            marked = text[before.span.start : before.span.end].casefold() != "of" or deed.part == "deed"
            if marked:
                reasons.append(("the doer stands behind the deed", joined(deed)))
    if (
        before is not None
        and before.part == "blame"
        and item.at - before.at <= CLAUSE
        and _same_clause(text, before.span, item.span)
    ):
        reasons.append(("blame is laid on it", joined(before)))
    if after is not None and _same_clause(text, item.span, after.span):
        gap = after.at - item.at
        if after.part == "deed" and gap <= NEAR and actor.form in ("adjective", "people", "name", "party") and not item.located:
            reasons.append(("the deed is named after it", joined(after)))
        elif after.part == "act" and gap <= CLAUSE and not item.located:
            reasons.append(("it does the deed", joined(after)))
        elif after.part == "base" and gap <= NEAR and _deed_before(text, items, at):
            reasons.append(("the deed is said to come from where it rules", joined(after)))
        elif after.part == "blamed" and gap <= CLAUSE:
            reasons.append(("it is named as the doer", joined(after)))
        elif after.part == "no_part" and gap <= CLAUSE:
            reasons.append(("it is said to have no part in it", joined(after)))
    return reasons


def _deed_before(text: str, items: Sequence[_Item], at: int) -> bool:
    return any(
        i.part in ("deed", "act") and items[at].at - i.at <= CLAUSE and _same_clause(text, i.span, items[at].span)
        for i in items[:at]
    )


def _same_clause(text: str, one: Span, two: Span) -> bool:
    first, second = sorted((one, two))
    return first.end >= second.start or not _BREAK.search(text, first.end, second.start)
