"""Who says what in a dossier, stretch by stretch: attributions, and what an outlet says in its own voice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.parties import PartyOf
from counterclaim.match.scene import CLAUSE, Scene
from counterclaim.values.attribution import Act, Attribution
from counterclaim.values.party import Source
from counterclaim.values.span import Span, cover


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of one document that one voice is responsible for.

    Attributes:
        document: The document's id.
        attribution: The attribution's id; None where the outlet speaks for itself.
        by: Id of the party that speaks; None if not resolved, or for the outlet itself.
        act: What the speaker does with it.
        span: From the first to the last character of what is said.
        wide: The same with the words that attribute it.
        speaker: Where the speaker is named; whoever stands there speaks, and is not spoken of.
        holes: What in it other speakers say, whose own passages hold that.
    """

    document: str
    attribution: str | None
    by: str | None
    act: Act
    span: Span
    wide: Span
    speaker: tuple[Span, ...] = ()
    holes: tuple[Span, ...] = ()

    def denies_it(self, scene: Scene) -> bool:
        """Whether the speaker denies what is said here; not where the words said are the denial ("it said: that is a lie")."""
        return self.act == "denies" and not scene.has(self.span, {"denying"})

    def holds(self, span: Span) -> bool:
        """Whether words at ``span`` are this passage's own."""
        return not any(hole.start <= span.start and span.end <= hole.end for hole in self.holes)


def passages(one: Account, party_of: PartyOf) -> tuple[Passage, ...]:
    """The passages of a document, attributions first, then the outlet's own sentences.

    Of two attributions one inside the other, the inner speaker holds what it says, if it is one that can hold a view; a
    recording, a finding or "all signs" holds none, and what they show is said by whoever points to them.
    """
    sources = {s.id: s for s in one.sheet.sources}
    inner = _inner_holders(one.sheet.attributions, sources)
    found: list[Passage] = []
    attributed: list[Span] = []
    for attribution in one.sheet.attributions:
        span = cover(attribution.content)
        if span is None:
            continue
        attributed += attribution.content
        if attribution.parent is not None and not _can_hold(attribution, sources):
            continue
        wide = cover([*attribution.cue, span]) or span
        found.append(
            Passage(
                document=one.id,
                attribution=attribution.id,
                by=party_of.get((one.id, attribution.source_id)) if attribution.source_id else None,
                act=attribution.act,
                span=span,
                wide=wide if len(wide) <= len(span) + REACH else span,
                speaker=attribution.source,
                holes=tuple(inner[attribution.id]),
            )
        )
    for sentence in one.sentences:
        if not any(sentence.span.overlaps(span) for span in attributed):
            found.append(
                Passage(document=one.id, attribution=None, by=None, act="states", span=sentence.span, wide=sentence.span)
            )
    return tuple(found)


def presented(one: Account, scene: Scene, party_of: PartyOf) -> tuple[Passage, ...]:
    """What is put before the public, by whoever is said to publish it: "the navy released footage showing ..."."""
    mentions = sorted((m, s.id) for s in one.sheet.sources if s.kind != "document" for m in s.mentions)
    said = [(a.source_id, span) for a in one.sheet.attributions if (span := cover(a.content)) is not None]
    found = []
    for sentence in one.sentences:
        row = scene.inside(sentence.span)
        for item in (i for i in row if i.part == "publishes"):
            things = [t for t in row if t.part == "artefact" and abs(t.at - item.at) <= CLAUSE]
            before = [m for m in mentions if sentence.span.start <= m[0].start and m[0].end <= item.span.start]
            if not things or not before or (one.id, before[-1][1]) not in party_of:
                continue
            found.append(
                Passage(
                    document=one.id,
                    attribution=None,
                    by=party_of[one.id, before[-1][1]],
                    act="states",
                    span=sentence.span,
                    wide=sentence.span,
                    speaker=(before[-1][0],),
                    holes=tuple(span for by, span in said if by != before[-1][1] and by in {m[1] for m in mentions}),
                )
            )
    return tuple(found)


MINDS: frozenset[Act] = frozenset({"demands", "asks", "orders", "promises", "believes", "doubts"})
"""What others can only say of a speaker's mind, where it stands inside their words."""

REACH = 160
"""Characters by which the words that attribute may lengthen what is said; a speaker named farther off says it elsewhere."""


def _inner_holders(attributions: Sequence[Attribution], sources: Mapping[str, Source]) -> dict[str, list[Span]]:
    """For each attribution the stretches inside it that another speaker holds."""
    by_id = {a.id: a for a in attributions}
    inside: dict[str, list[Span]] = defaultdict(list)
    for attribution in attributions:
        span = cover(attribution.content)
        if span is None or not _can_hold(attribution, sources):
            continue
        above = attribution.parent
        while above is not None and above in by_id:
            outer = by_id[above]
            if outer.source_id != attribution.source_id and outer.act != "denies":
                inside[outer.id].append(cover([*attribution.cue, span]) or span)
            above = outer.parent
    return inside


def _can_hold(attribution: Attribution, sources: Mapping[str, Source]) -> bool:
    """Whether what stands inside another's words is a view of its own speaker.

    It is where a person, a body, a state or a group that belongs to one is said to have spoken; what somebody is said to want
    or to know is a claim of whoever says so.
    """
    source = sources.get(attribution.source_id or "")
    if source is None or source.kind == "document" or attribution.act in MINDS:
        return False
    return source.kind != "group" or source.side is not None
