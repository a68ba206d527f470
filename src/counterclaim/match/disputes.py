"""Questions to which one event gets answers that cannot all hold, with who gives which."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.agents import INVENTED, UNKNOWN
from counterclaim.match.answers import Answer, Aspect
from counterclaim.match.aspects import ONLY, REPORT
from counterclaim.match.camps import Sides
from counterclaim.match.inquiry import Answers
from counterclaim.match.opposed import Opposed
from counterclaim.match.passages import Passage
from counterclaim.match.scene import GROUP
from counterclaim.match.sites import HELD, joined
from counterclaim.values.comparison import Claim, Dispute, DisputeKind, Evidence, Position
from counterclaim.values.span import Span

NOISE = 10
"""A doer named in fewer than one in so many of the documents that name the most named one is beside the point."""


def disputes_of(found: Answers, names: Mapping[str, str], claims: Sequence[Claim], texts: Mapping[str, str]) -> list[Dispute]:
    """The disputes of one event, who did it first; ids are left to the caller.

    Args:
        found: What the event's passages answer.
        names: What doers are called, by key.
        claims: The claims of the dossier, to which evidence points.
        texts: Each document's text, by id.
    """
    by_aspect: dict[Aspect, list[Answer]] = defaultdict(list)
    for answer in found.others:
        by_aspect[answer.aspect].append(answer)
    table = _Table(names, found.camp, claims, texts, found.sides)
    doer = table.doer(found.doers)
    if doer is None:
        by_aspect["kind"] += [a for a in found.doers if a.key == UNKNOWN]
    blamed = {a.key for a in found.doers if a.stance == "asserts" and a.passage.by} if doer is not None else set()
    disputes = [
        doer,
        table.values("weapon", by_aspect["weapon"], "Which weapon was it: {}?", loose=False),
        table.values("kind", by_aspect["kind"], "What did it: {}?", loose=True),
        table.values("origin", _places(by_aspect["origin"]), "From where did it come: {}?", loose=True),
        table.values("aim", [a for a in by_aspect["aim"] if a.key in blamed], "What was the aim of {}?", loose=False),
        *table.yes_or_no("owner", _only(by_aspect["owner"], blamed), "Does {} have or use the weapon?"),
        *table.yes_or_no("target", by_aspect["target"], "Was anything military there?"),
        *table.worth(by_aspect["worth"]),
        table.values("shown", by_aspect["shown"], "What does the recording show: {}?", loose=True),
    ]
    disputes += [table.plain(one) for one in found.opposed]
    return [d for d in disputes if d is not None]


class _Table:
    """Builds disputes; knows what the answers' keys are called."""

    def __init__(
        self, names: Mapping[str, str], camp: Mapping[str, str], claims: Sequence[Claim], texts: Mapping[str, str], sides: Sides
    ) -> None:
        self.names, self.texts, self.sides = names, texts, sides
        self.members: dict[str, list[str]] = defaultdict(list)
        for key, head in camp.items():
            self.members[head].append(key)
        self.claim_of = {(m.document, m.attribution): c.id for c in claims for m in c.members}

    def doer(self, answers: Sequence[Answer]) -> Dispute | None:
        """Who did it, if two doers are given the deed, or one is given it and it is taken away again."""
        groups = _grouped(answers)
        named = {k: len({a.passage.document for a in g}) for k, g in groups.items() if _holders(g)}
        most = max((n for k, n in named.items() if not k.startswith("~")), default=0)
        kept = {k: groups[k] for k, n in named.items() if n * NOISE >= most}
        sure = [k for k in kept if k != UNKNOWN]
        if not sure or (len(sure) < 2 and not any(a.stance == "denies" for k in sure for a in kept[k])):
            return None
        return self._dispute(
            "agent", "Who did it: {}?", kept, "The same deed is given to different doers, or given to one and taken away again."
        )

    def values(self, aspect: Aspect, answers: Sequence[Answer], question: str, *, loose: bool) -> Dispute | None:
        """Answers of which only one can hold, if two parties hold different ones; one that corrects itself holds both.

        Args:
            aspect: What is answered.
            answers: All of them.
            question: With room for the answers.
            loose: Whether two answers that one party gives are one in other words ("missile", "shelling").
        """
        groups = {k: g for k, g in _grouped(answers).items() if _holders(g)}
        if loose:
            groups = _compatible(groups, self.sides)
        rivals = [
            (a, b)
            for n, a in enumerate(groups)
            for b in list(groups)[n + 1 :]
            if len(_holders(groups[a]) | _holders(groups[b])) > 1
        ]
        if not rivals:
            return None
        kept = {k: g for k, g in groups.items() if any(k in pair for pair in rivals)}
        one, two = (self._called(k, aspect) for k in rivals[0])
        return self._dispute("polarity", question, kept, f"{one} and {two} are said of one event by different parties.", aspect)

    def yes_or_no(self, aspect: Aspect, answers: Sequence[Answer], question: str) -> list[Dispute]:
        """For each answer that some assert and others deny: two positions."""
        found = []
        for key, group in _grouped(answers).items():
            yes = [a for a in group if a.stance == "asserts"]
            no = [msgspec.structs.replace(a, stance="asserts") for a in group if a.stance == "denies"]
            if _holders(yes) - _holders(no) and _holders(no) - _holders(yes):
                called = self._called(key, aspect)
                reason = f"Affirmed by some and denied by others: {yes[0].reason} against {no[0].reason}."
                found.append(self._dispute("polarity", question.format(called), {"Yes": yes, "No": no}, reason))
        return found

    def worth(self, answers: Sequence[Answer]) -> list[Dispute]:
        """For each kind of evidence that is called false by one party and relied on by another."""
        topics = Counter(a.topic for a in answers if a.stance == "asserts" and a.topic not in ("evidence", REPORT))
        usual = topics.most_common(1)[0][0] if topics else "evidence"
        by_topic: dict[str, list[Answer]] = defaultdict(list)
        for answer in answers:
            by_topic[usual if answer.topic == "evidence" else answer.topic].append(answer)
        return [d for topic, group in by_topic.items() for d in self.yes_or_no("worth", group, f"Is the {topic} sound?")]

    def plain(self, one: Opposed) -> Dispute:
        """What some say and others deny, in the fewest words in which it is said."""
        yes, no = ([_said(p) for p in side] for side in (one.yes, one.no))
        shortest = min(one.yes, key=lambda p: len(p.span))
        words = " ".join(shortest.span.words(self.texts[shortest.document]).split())
        how = "Denied" if one.denied else "Said and negated in the same words"
        groups = {"Yes": yes, "No": no}
        kind: DisputeKind = "denial" if one.denied else "polarity"
        return self._dispute(kind, f"Is it so: {words}?", groups, f"{how} by different parties.")

    def _dispute(
        self, kind: DisputeKind, question: str, groups: Mapping[str, Sequence[Answer]], reason: str, aspect: Aspect = "doer"
    ) -> Dispute:
        ranked = sorted(groups, key=lambda k: (k.startswith("~"), -len({a.passage.document for a in groups[k]}), k))
        positions = tuple(self._position(self._label(k, aspect, groups[k]), groups[k]) for k in ranked)
        shown = " or ".join(p.label for p in positions[:4])
        return Dispute(id="", question=question.format(shown), kind=kind, reason=reason, positions=positions)

    def _label(self, key: str, aspect: Aspect, answers: Sequence[Answer]) -> str:
        return next((a.label for a in answers if a.label), "") or self._called(key, aspect)

    def _called(self, key: str, aspect: Aspect) -> str:
        if key in (UNKNOWN, INVENTED):
            return {UNKNOWN: "not known", INVENTED: "staged or invented"}[key]
        if key.startswith(HELD):
            return f"territory held by {self.names.get(key.removeprefix(HELD), '?')}"
        if aspect in ("doer", "owner", "aim"):
            return " / ".join(self.names.get(k, k.removeprefix(GROUP)) for k in self.members.get(key, [key])[:3])
        return key

    def _position(self, label: str, answers: Sequence[Answer]) -> Position:
        rows: dict[tuple[str, str | None, Span, str], Evidence] = {}
        for answer in answers:
            passage = answer.passage
            rows.setdefault(
                (passage.document, passage.attribution, passage.span, answer.stance),
                Evidence(
                    document=passage.document,
                    attribution=passage.attribution,
                    start=passage.span.start,
                    end=passage.span.end,
                    stance=answer.stance,
                    by=passage.by,
                ),
            )
        claims = (self.claim_of.get((a.passage.document, a.passage.attribution or "")) for a in answers)
        return Position(
            label=label,
            held_by=tuple(dict.fromkeys(r.by for r in rows.values() if r.stance == "asserts" and r.by)),
            denied_by=tuple(dict.fromkeys(r.by for r in rows.values() if r.stance == "denies" and r.by)),
            claims=tuple(dict.fromkeys(c for c in claims if c is not None)),
            evidence=tuple(rows.values()),
        )


def _said(passage: Passage) -> Answer:
    return Answer(passage=passage, aspect="doer", key="", stance="asserts", span=passage.span, reason="")


def _grouped(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.key].append(answer)
    return dict(groups)


def _holders(answers: Sequence[Answer]) -> set[str]:
    return {a.passage.by for a in answers if a.stance == "asserts" and a.passage.by is not None}


def _sides_of(answers: Sequence[Answer], sides: Sides) -> set[str | None]:
    return {sides.of(party) for party in _holders(answers)}


def _compatible(groups: Mapping[str, list[Answer]], sides: Sides) -> dict[str, list[Answer]]:
    """Answers that one side gives beside one another joined under the one most documents give."""
    ranked = sorted(groups, key=lambda k: (-len({a.passage.document for a in groups[k]}), k))
    merged: dict[str, list[Answer]] = {}
    for key in ranked:
        head = next(
            (h for h in merged if UNKNOWN not in (h, key) and _sides_of(merged[h], sides) & _sides_of(groups[key], sides)), key
        )
        merged.setdefault(head, []).extend(groups[key])
    return merged


def _places(answers: Sequence[Answer]) -> list[Answer]:
    head = joined(Counter(a.key for a in answers if not a.key.startswith(HELD)))
    return [msgspec.structs.replace(a, key=head.get(a.key, a.key)) for a in answers]


def _only(answers: Sequence[Answer], blamed: set[str]) -> list[Answer]:
    """“Only Orvan has it” also says that the others who are blamed have not."""
    found = list(answers)
    for answer in answers:
        if answer.topic == ONLY and answer.stance == "asserts":
            found += [
                msgspec.structs.replace(answer, key=other, stance="denies")
                for other in sorted(blamed)
                if other != answer.key and not other.startswith("~")
            ]
    return found
