"""A recording that somebody took down or gave out, and the words from it that follow."""

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.resolve.ground import place
from counterclaim.resolve.listening import Listener
from counterclaim.resolve.parties import Party
from counterclaim.resolve.passing import passer_after
from counterclaim.values.attribution import Relay, Statement
from counterclaim.values.span import Span

RECORDED = "recording"
"""Category of nouns for what holds others' words: a call, a clip, a transcript."""
REACH = 12
"""Sentences after the introduction in which its speakers' words are taken from the recording."""


class Frame(NamedTuple):
    """The sentence that brings in a recording, who is heard in it, and through whom it came."""

    sentence: int
    span: Span
    people: tuple[Party, ...]
    relays: tuple[Relay, ...]

    def holds(self, heard: Listener, statement: Statement) -> bool:
        """Whether the statement's words come from this recording."""
        at = place(statement).start
        if at < self.span.start or heard.ground.sentence(at) > self.sentence + REACH:
            return False
        voice = heard.voices[statement.id].party
        if voice is None:
            return False
        if any(voice is p for p in self.people) or any(n.category == RECORDED for n in voice.nouns):
            return True
        return voice.kind in {"unnamed", "group"} and any(voice.words & p.words for p in self.people)


def frames(heard: Listener, ids: Mapping[int, str]) -> tuple[Frame, ...]:
    """The recordings that the document brings in, in order."""
    ground = heard.ground
    found: list[Frame] = []
    for sentence in ground.parse.sentences:
        number = ground.sentence(sentence.start)
        recording = _recording(heard, sentence)
        if recording is None:
            continue
        relays: list[tuple[int, Relay]] = []
        for match in ground.relays_in(sentence):
            category = match.entry.category
            if ground.quoted(match.span.start):
                continue
            if category in {"intercepted", "passed"}:
                passer = passer_after(heard, match.span.end, outlets_only=False)
                if passer and not passer.platform:
                    medium = "interception" if category == "intercepted" else None
                    relays.append((0, passer.relay(medium, ids)))
            elif category == "publishes":
                giver = _subject(heard, number, match.span.start)
                if giver:
                    party, at = giver
                    relays.append((1, Relay(name=party.name, source_id=ids.get(id(party)), start=at.start, end=at.end)))
            elif category == "on":
                passer = passer_after(heard, match.span.end, outlets_only=True)
                if passer:
                    relays.append((2, passer.relay("post" if passer.platform else "broadcast", ids)))
        if not any(rank < 2 for rank, _ in relays):
            continue
        givers = {r.name for _, r in relays}
        people = tuple(
            dict.fromkeys(
                h.party
                for h in heard.history.heard
                if recording <= h.position < sentence.end
                and h.party.kind in {"person", "unnamed", "group"}
                and h.party.name not in givers
            )
        )
        found.append(Frame(number, sentence, people, tuple(r for _, r in sorted(relays, key=lambda pair: pair[0]))))
    return tuple(found)


def _recording(heard: Listener, sentence: Span) -> int | None:
    """Where the sentence names a recording; None if it does not."""
    words = heard.reader.words
    inside = heard.ground.parse.indices(sentence)
    for at in inside:
        found = heard.reader.lexicon.nouns.at(words, at, inside.stop)
        if found and found[0].category == RECORDED and not heard.ground.quoted(words.tokens[at].start):
            return words.tokens[at].start
    return None


def _subject(heard: Listener, sentence: int, before: int) -> tuple[Party, Span] | None:
    """The first party named in the sentence before the verb that gives the recording out."""
    for event in heard.history.heard:
        if event.sentence == sentence and event.position < before and not event.inner and not event.quoted:
            span = next((m for m in event.party.mentions if m.start == event.position), None)
            return (event.party, span) if span else None
    return None
