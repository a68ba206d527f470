"""Who says what in a dossier, stretch by stretch: attributions, and what an outlet says in its own voice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.match.account import Account
from counterclaim.match.parties import PartyOf
from counterclaim.match.scene import CLAUSE, Item, Scene
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
    by_id = {a.id: a for a in one.sheet.attributions}
    inner = _inner_holders(one.sheet.attributions, sources)
    found: list[Passage] = []
    attributed: list[Span] = []
    for attribution in one.sheet.attributions:
        span = cover(attribution.content)
        if span is None:
            continue
        attributed += attribution.content
        if attribution.parent is not None and (_repeats(attribution, by_id) or not _can_hold(attribution, sources)):
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


def presented(one: Account, scene: Scene, party_of: PartyOf, bodies: Mapping[str, str]) -> tuple[Passage, ...]:
    """What is put before the public, by whoever is said to publish it: "the navy released footage showing ...".

    Args:
        one: The document.
        scene: Its row.
        party_of: The party of each source.
        bodies: The party that stands for a doer, by the doer's key.
    """
    heard = {s.id: party_of[one.id, s.id] for s in one.sheet.sources if s.kind != "document" and (one.id, s.id) in party_of}
    named = [(mention, heard[s.id]) for s in one.sheet.sources if s.id in heard for mention in s.mentions]
    said = [(heard[a.source_id], cover([*a.cue, *a.content])) for a in one.sheet.attributions if a.source_id in heard]
    found = []
    for sentence in one.sentences:
        row = scene.inside(sentence.span)
        speakers = [n for n in named if sentence.span.contains(n[0])]
        speakers += [(i.span, bodies[i.actor.key]) for i in row if i.actor is not None and i.actor.key in bodies]
        for item in (i for i in row if i.part in ("publishes", "shows")):
            thing = next((t for t in row if t.part == "artefact" and abs(t.at - item.at) <= CLAUSE), None)
            place, by = _publisher(item, row, sorted(speakers)) or (None, None)
            if thing is None or place is None:
                continue
            behind = place.start > item.span.start
            span = Span(min(thing.span.start, item.span.start), place.end) if behind else sentence.span
            holes = () if behind else tuple(hole for other, hole in said if hole is not None and other != by)
            found.append(
                Passage(
                    document=one.id,
                    attribution=None,
                    by=by,
                    act="states",
                    span=span,
                    wide=span,
                    speaker=(place,),
                    holes=holes,
                )
            )
    return tuple(found)


def _publisher(item: Item, row: Sequence[Item], speakers: Sequence[tuple[Span, str]]) -> tuple[Span, str] | None:
    """Who puts it before the public: the one behind "by", else, for a word of publishing, the last one named before it."""
    if any(m.part == "agent_mark" and m.at == item.end for m in row):
        return next((s for s in speakers if s[0].start > item.span.end), None)
    before = [s for s in speakers if s[0].end <= item.span.start]
    return before[-1] if before and item.part == "publishes" else None


MINDS: frozenset[Act] = frozenset({"demands", "asks", "orders", "promises", "believes", "doubts"})
"""What others can only say of a speaker's mind, where it stands inside their words."""

REACH = 160
"""Characters by which the words that attribute may lengthen what is said; a speaker named farther off says it elsewhere."""


def _repeats(attribution: Attribution, by_id: Mapping[str, Attribution]) -> bool:
    """Whether the speaker goes on inside its own words ("it had no confirmation of ..."), which say the whole."""
    outer = by_id.get(attribution.parent or "")
    return outer is not None and outer.source_id == attribution.source_id and attribution.act != "denies"


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
