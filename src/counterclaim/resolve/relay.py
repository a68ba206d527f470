"""Through whom a statement came: relays named in its sentence, in the statement around it, and for the whole document."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from counterclaim.lexicon.phrases import Match
from counterclaim.resolve.credits import whole_document
from counterclaim.resolve.frames import Frame, frames
from counterclaim.resolve.ground import extent, place
from counterclaim.resolve.listening import Listener
from counterclaim.resolve.parties import Party
from counterclaim.resolve.passing import Passer, passer_after, passer_before
from counterclaim.values.attribution import Chain, Relay, Statement
from counterclaim.values.span import Span

OUTWARD = {"intercepted": 0, "issued": 1, "passed": 1, "medium": 2, "on": 3, "tweeted": 3, "told": 4, "by": 5, "reports": 5}
"""From the speaker outwards: taken down by, passed on by, on a channel, to an outlet, as an outlet reported."""


class Step(NamedTuple):
    """A relay with its rank outwards from the speaker."""

    rank: int
    relay: Relay


class Chains:
    """The relay chains of one document's statements."""

    def __init__(self, heard: Listener, ids: Mapping[int, str]) -> None:
        self.heard = heard
        self.ids = ids
        self.own = heard.ground.own_outlet
        self._frames = frames(heard, ids)
        self._whole = whole_document(heard, ids)
        self._near = self._assign()

    def of(self, statement: Statement) -> tuple[Relay, ...]:
        """The relays of ``statement``, nearest to the speaker first; never this outlet, never the speaker."""
        voice = self.heard.voices[statement.id].party
        near = [*self._close(statement), *self._framed(statement), *self._around(statement)]
        found = [*near, *self._posted(statement), *self._whole]
        kept: list[Relay] = []
        for relay in found:
            own_words = voice is not None and relay.source_id is not None and relay.source_id == self.ids.get(id(voice))
            if own_words or self.own(relay.name) or any(k.name == relay.name for k in kept):
                continue
            kept.append(relay)
        return tuple(kept)

    def _assign(self) -> dict[str, list[Step]]:
        """Each relay phrase given to the statement whose cue stands nearest in its sentence."""
        ground, near = self.heard.ground, dict[str, list[Step]]()
        standing: dict[Span, dict[str, Statement]] = {}
        for statement in ground.statements:
            for span in (*statement.source, *statement.cue) or (extent(statement),):
                for sentence in ground.sentences_over(span):
                    standing.setdefault(sentence, {})[statement.id] = statement
        for sentence, statements in standing.items():
            here = list(statements.values())
            for match in ground.relays_in(sentence):
                if ground.quoted(match.span.start):
                    continue
                step = self._step(match)
                for whose in self._whose(match, sentence, here) if step else ():
                    near.setdefault(whose.id, []).append(step)  # type: ignore[arg-type]  # step is one here
        return near

    def _whose(self, match: Match, sentence: Span, here: list[Statement]) -> list[Statement]:
        """The statements a relay phrase belongs to: the nearest; a report behind them all, each back to a semicolon; what
        reached an outlet as a document, each that the document makes.
        """
        category = match.entry.category
        if category in {"issued", "passed", "intercepted"}:
            document = self._document_before(match.span, sentence)
            if document is not None:
                return [s for s in self.heard.ground.statements if self.heard.voices[s.id].party is document]
        if category in {"by", "reports"}:
            break_at = self.heard.ground.text.rfind(";", sentence.start, match.span.start)
            if any(c.overlaps(match.span) for s in here for c in s.cue if category == "by"):
                return []  # "according to the Post": the cue itself, not a relay
            behind = [s for s in here if max(break_at, sentence.start) <= place(s).start < match.span.start]
            if behind and all(extent(s).end <= match.span.start for s in behind):
                return behind
        nearest = _nearest(match.span, here)
        if nearest is None or any(c.contains(match.span) for c in nearest.content):
            return []
        return [nearest]

    def _document_before(self, span: Span, sentence: Span) -> Party | None:
        """The document named right before a phrase like "seen by"."""
        for party in self.heard.speaking():
            if party.kind == "document" and any(
                sentence.start <= m.start and 0 <= span.start - m.end <= 2 for m in party.mentions
            ):
                return party
        return None

    def _step(self, match: Match) -> Step | None:
        category, _, medium = match.entry.category.partition(" ")
        heard = self.heard
        if category == "medium":
            return Step(OUTWARD["medium"], Relay(name=medium, medium=medium, start=match.span.start, end=match.span.end))
        if category == "tweeted":
            return Step(OUTWARD[category], Relay(name=medium, medium="tweet", start=match.span.start, end=match.span.end))
        found: Passer | None = None
        if category in {"told", "by", "on"}:
            found = passer_after(heard, match.span.end, outlets_only=True)
        elif category in {"issued", "passed", "intercepted"}:
            found = passer_after(heard, match.span.end, outlets_only=False)
        elif category == "reports":
            found = passer_before(heard, match.span.start)
        if found is None:
            return None
        if category == "on":
            return Step(OUTWARD["on"], found.relay("post" if found.platform else "broadcast", self.ids))
        if found.platform:
            return None
        told = {"told": "interview" if match.entry.phrase.startswith("in ") else None, "by": "report", "reports": "report"}
        return Step(
            OUTWARD[category], found.relay("interception" if category == "intercepted" else told.get(category), self.ids)
        )

    def _close(self, statement: Statement) -> list[Relay]:
        """The relays beside the statement; a speaker who goes on with "he added" still speaks to the same outlet."""
        steps = list(self._near.get(statement.id, []) or self._continued(statement))
        if statement.id in self.heard.through:
            outlet, mention = self.heard.through[statement.id]
            at = mention.span
            relay = Relay(name=outlet.name, medium="report", source_id=self.ids.get(id(outlet)), start=at.start, end=at.end)
            steps.append(Step(OUTWARD["by"], relay))
        channel = any(s.relay.medium in {"post", "broadcast"} for s in steps if s.rank == OUTWARD["on"])
        steps = [s for s in steps if not (channel and s.rank == OUTWARD["medium"])]
        return [s.relay for s in sorted(steps, key=lambda s: (s.rank, s.relay.start))]

    def _continued(self, statement: Statement) -> list[Step]:
        """Steps of the statements just before by the same speaker, where this one only goes on."""
        seen = self.heard.seen.get(statement.id)
        voice = self.heard.voices[statement.id].party
        if voice is None or seen is None:
            return []
        same_place = [
            s for s in self.heard.ground.statements if s.id != statement.id and s.source and s.source == statement.source
        ]
        for other in same_place:
            if other.id in self._near:
                return self._near[other.id]
        if not seen.pronoun:
            return []
        for earlier in reversed(self._before(statement)):
            if self.heard.voices[earlier.id].party is not voice:
                return []
            if earlier.id in self._near:
                return [s for s in self._near[earlier.id] if s.rank in {OUTWARD["told"], OUTWARD["on"]}]
        return []

    def _before(self, statement: Statement) -> list[Statement]:
        at = place(statement).start
        return sorted((s for s in self.heard.ground.statements if place(s).start < at), key=lambda s: place(s).start)

    def _framed(self, statement: Statement) -> tuple[Relay, ...]:
        applying: list[Frame] = [f for f in self._frames if f.holds(self.heard, statement)]
        return applying[-1].relays if applying else ()

    def _posted(self, statement: Statement) -> tuple[Relay, ...]:
        """The platform that the link in a pasted post names."""
        at = place(statement).start
        for zone in self.heard.ground.page.clean.zones:
            if zone.kind == "embed" and zone.start <= at < zone.end:
                for match in self.heard.ground.relays_in(zone.span):
                    category, _, platform = match.entry.category.partition(" ")
                    if category == "link":
                        return (Relay(name=platform, medium="post", start=match.span.start, end=match.span.end),)
        return ()

    def _around(self, statement: Statement) -> list[Relay]:
        """Who reports the statement from outside: the speakers of the statements it stands in, and their own relays."""
        found: list[Relay] = []
        voice = self.heard.voices[statement.id].party
        holder, seen = self.heard.ground.holder(statement), {statement.id}
        while holder is not None and holder.id not in seen:
            seen.add(holder.id)
            outer = self.heard.voices[holder.id].party
            mention = self.heard.seen.get(holder.id)
            if outer is not None and outer is not voice and mention is not None:
                medium = "report" if outer.kind == "outlet" else None
                at = mention.span
                found.append(
                    Relay(name=outer.name, medium=medium, source_id=self.ids.get(id(outer)), start=at.start, end=at.end)
                )
                found += self._close(holder)
                found += self._framed(holder)
            holder = self.heard.ground.holder(holder)
        return found


def chains(heard: Listener, ids: Mapping[int, str]) -> tuple[Chain, ...]:
    """One chain for each statement that came through others.

    Args:
        heard: The document's voices.
        ids: Source ids of the parties that speak, by identity.
    """
    found = Chains(heard, ids)
    made = ((s.id, found.of(s)) for s in heard.ground.statements)
    return tuple(Chain(statement=statement, via=via) for statement, via in made if via)


def _nearest(span: Span, statements: Iterable[Statement]) -> Statement | None:
    def distance(statement: Statement) -> tuple[int, int]:
        anchors = statement.cue or statement.source or statement.content
        return min(max(a.start - span.end, span.start - a.end, 0) for a in anchors), statement.content[0].start

    return min(statements, key=distance, default=None)
