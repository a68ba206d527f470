"""Who is said to have done it: the doer that a sentence gives to a deed, or takes from it.

Where the order of words leaves it open, nothing is said.
"""

from collections.abc import Sequence

import msgspec

from counterclaim.match.scene import CLAUSE, NEAR, Item, Scene
from counterclaim.values.comparison import Stance
from counterclaim.values.span import Span

ENEMY = "~enemy"
"""Key of "the occupiers", "the enemy": whom the speaker means is settled when it is known whom its side accuses."""

SELF = "~self"
"""Key of "we", "our troops": the speaker's own side."""

ITSELF = "~itself"
"""Key of "it" before a deed: the speaker's own side, if the speaker is a state or a body."""

BESIDE = 2
"""Words between a doer and the word of negation or of the passive that stands right beside it."""

_PARTS = frozenset(
    {"actor", "deed", "act", "base", "blame", "blamed", "no_part", "enemy", "self", "itself", "invented", "was_not"}
)
_KEYS = {"enemy": ENEMY, "self": SELF, "itself": ITSELF}


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One doer given to a deed or taken from it.

    Attributes:
        key: The doer, as `Actors` groups it, or `ENEMY`.
        stance: Whether the words give or take it.
        span: From the doer to the deed.
        reason: Which pattern says so, in words.
    """

    key: str
    stance: Stance
    span: Span
    reason: str


def said_of(scene: Scene, within: Span, speaker: Sequence[Span] = ()) -> list[Said]:
    """Every doer that the words ``within`` give to a deed or take from it; one entry per doer and stance.

    Whoever is named at ``speaker`` speaks there, and does no deed.
    """
    items = [i for i in scene.inside(within) if i.actor is None or not any(s.overlaps(i.span) for s in speaker)]
    row = _Row(scene, items)
    found: list[Said] = []
    for at, item in enumerate(row.main):
        if item.part == "actor" or item.part in _KEYS:
            found += row.given(at)
    unique: dict[tuple[str, str], Said] = {}
    for one in found:
        unique.setdefault((one.key, one.stance), one)
    return list(unique.values())


class _Row:
    """The items of one stretch: those that give and take deeds, and the small words between them."""

    def __init__(self, scene: Scene, items: list[Item]) -> None:
        self.scene = scene
        self.main = [i for i in items if i.part in _PARTS]
        self.nots = [i for i in items if i.part == "not"]
        self.untrue = [i for i in items if i.part == "untrue"]
        self.passives = [i for i in items if i.part == "passive"]
        self.marks = [i for i in items if i.part == "agent_mark"]

    def given(self, at: int) -> list[Said]:
        """What is said of the doer at ``at``; empty if nothing is."""
        item = self.main[at]
        after = self.main[at + 1] if at + 1 < len(self.main) else None
        before = self.main[at - 1] if at else None
        found: list[Said] = []
        for other, reason in (self._behind(item, before), self._ahead(item, after, at)):
            if other is None:
                continue
            span = Span(min(item.span.start, other.span.start), max(item.span.end, other.span.end))
            taken = self._taken(item, other, at)
            found.append(
                Said(
                    key=item.actor.key if item.actor is not None else _KEYS[item.part],
                    stance="denies" if taken else "asserts",
                    span=span,
                    reason=f"denied: {reason}" if taken else reason,
                )
            )
        return found

    def _behind(self, item: Item, before: Item | None) -> tuple[Item | None, str]:
        """The word before the doer that gives or takes it a deed."""
        if before is None or not self.scene.together(before.span, item.span):
            return None, ""
        gap = item.at - before.end
        if before.part in ("no_part", "was_not") and gap <= BESIDE:
            return before, "it is said not to be the doer"
        if before.part == "blame" and gap <= CLAUSE:
            return before, "blame is laid on it"
        mark = next((m for m in self.marks if before.end <= m.at < item.at and item.at - m.end <= BESIDE), None)
        if not self.scene.fixed_order and before.part == "act" and gap < NEAR and self._alone_behind(item, before):
            return before, "it does the deed"
        if mark is not None and before.part in ("deed", "act") and gap <= CLAUSE:
            by = mark.span.words(self.scene.text).casefold() != "of" or before.part == "deed"
            if by:
                return before, "the doer stands behind the deed"
        return None, ""

    def _ahead(self, item: Item, after: Item | None, at: int) -> tuple[Item | None, str]:
        """The word behind the doer that gives or takes it a deed."""
        if after is None or not self.scene.together(item.span, after.span):
            return None, ""
        gap = after.at - item.end
        form = item.actor.form if item.actor is not None else "force"
        if after.part == "deed" and not item.located and gap < (1 if form == "name" else NEAR):
            return after, "the deed is named after it"
        reach = BESIDE + 1 if form == "adjective" or item.part == "itself" else CLAUSE
        if after.part in ("act", "invented") and not item.located and gap < reach:
            return (None, "") if self._passive(item, after) else (after, "it does the deed")
        if after.part == "base" and gap < NEAR and self._deed_before(at):
            return after, "the deed is said to come from where it rules"
        if after.part == "blamed" and gap < CLAUSE:
            return after, "it is named as the doer"
        if after.part == "no_part" and gap < CLAUSE and not self._is_anothers(after, item):
            return after, "it is said to have no part in it"
        return None, ""

    def _alone_behind(self, item: Item, act: Item) -> bool:
        """Whether the doer behind the act is its subject: those who act for a state, and nobody named before the act."""
        serving = item.actor is not None and item.actor.form in ("force", "party")
        before = [i for i in self.main if i.part == "actor" and i.at < act.at]
        return serving and not any(self.scene.together(i.span, act.span) for i in before)

    def _passive(self, item: Item, act: Item) -> bool:
        """Whether the doer suffers the act: "was" right before it."""
        return any(item.end <= p.at < act.at and act.at - p.end < BESIDE for p in self.passives)

    def _taken(self, item: Item, other: Item, at: int) -> bool:
        """Whether the deed is taken from the doer: by the word itself, by a negation, or by a denial in the same clause."""
        if other.part in ("no_part", "was_not"):
            return True
        first, last = sorted((item, other), key=lambda i: i.span)
        if any(self.scene.together(u.span, item.span) for u in self.untrue):
            return True
        if other.part == "act" and any(n.at == other.end for n in self.nots):
            return True
        if any(first.end <= n.at < last.at or (0 <= first.at - n.end < BESIDE) for n in self.nots):
            return True
        return any(
            self.scene.together(d.span, Span(first.span.start, last.span.end)) and not self._of_another(d, item)
            for d in self.main
            if d.part == "no_part"
        )

    def _is_anothers(self, denial: Item, item: Item) -> bool:
        """Whether another doer stands right behind the words of denial: "not by Orvan"."""
        return any(i.part == "actor" and i is not item and not i.located and 0 <= i.at - denial.end < BESIDE for i in self.main)

    def _of_another(self, denial: Item, item: Item) -> bool:
        """Whether the words of denial belong to another doer: one named before them, right behind them, or in between."""
        low, high = sorted((denial.at, item.at))
        low = min(low, denial.at - CLAUSE)
        others = [i for i in self.main if i.part == "actor" and i is not item and low <= i.at < high]
        return self._is_anothers(denial, item) or any(self.scene.together(i.span, denial.span) for i in others)

    def _deed_before(self, at: int) -> bool:
        return any(
            i.part in ("deed", "act") and self.main[at].at - i.at <= CLAUSE and self.scene.together(i.span, self.main[at].span)
            for i in self.main[:at]
        )
