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
TAKEN, GIVEN, CHANNEL = range(3)
"""Ranks outwards from the recording: who took it down, who gave it out, where."""
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
    """The recordings that the document brings in, in order, if it says through whom they came."""
    ground = heard.ground
    found: list[Frame] = []
    for sentence in ground.parse.sentences:
        recording = _recording(heard, sentence)
        if recording is None:
            continue
        relays = _relays(heard, sentence, ids)
        if any(rank < CHANNEL for rank, _ in relays):
            chain = tuple(relay for _, relay in sorted(relays, key=lambda pair: pair[0]))
            people = _people(heard, sentence, recording)
            found.append(Frame(ground.sentence(sentence.start), sentence, people, chain))
    return tuple(found)


def _relays(heard: Listener, sentence: Span, ids: Mapping[int, str]) -> list[tuple[int, Relay]]:
    """Who took the recording down or passed it on, who gave it out, and on which channel, each with its rank outwards."""
    found: list[tuple[int, Relay]] = []
    for match in heard.ground.relays_in(sentence):
        category = match.entry.category
        if heard.ground.quoted(match.span.start):
            continue
        if category in {"intercepted", "passed", "issued"}:
            passer = passer_after(heard, match.span.end, outlets_only=False)
            if passer and not passer.platform:
                found.append((TAKEN, passer.relay("interception" if category == "intercepted" else None, ids)))
        elif category == "publishes":
            giver = _subject(heard, sentence, match.span.start)
            if giver:
                party, at = giver
                found.append((GIVEN, Relay(name=party.name, source_id=ids.get(id(party)), start=at.start, end=at.end)))
        elif category == "on":
            passer = passer_after(heard, match.span.end, outlets_only=True)
            if passer:
                found.append((CHANNEL, passer.relay("post" if passer.platform else "broadcast", ids)))
    return found


def _people(heard: Listener, sentence: Span, recording: int) -> tuple[Party, ...]:
    """Who is heard in the recording: those named behind it with a preposition that passes nothing on ("a call between a
    sailor and his mother"), and those joined to them.
    """
    words, passing = heard.reader.words, heard.ground.relays_in(sentence)
    found: list[Party] = []
    for event in heard.history.heard:
        if not recording <= event.position < sentence.end or event.party.kind not in {"person", "unnamed", "group"}:
            continue
        at = heard.ground.parse.indices(Span(event.position, sentence.end)).start - 1
        before = words.tokens[at] if at >= 0 else None
        if before is None or any(m.span.overlaps(before.span) for m in passing):
            continue
        if before.pos == "ADP" or (before.pos == "CCONJ" and found):
            found.append(event.party)
    return tuple(dict.fromkeys(found))


def _recording(heard: Listener, sentence: Span) -> int | None:
    """Where the sentence names a recording; None if it does not."""
    words = heard.reader.words
    inside = heard.ground.parse.indices(sentence)
    for at in inside:
        found = heard.reader.lexicon.nouns.at(words, at, inside.stop)
        noun = words.tokens[at].pos in {"NOUN", "PROPN", ""}
        if found and noun and found[0].category == RECORDED and not heard.ground.quoted(words.tokens[at].start):
            return words.tokens[at].start
    return None


def _subject(heard: Listener, sentence: Span, before: int) -> tuple[Party, Span] | None:
    """The first party named in the sentence before the verb that gives the recording out; None if that is no one."""
    for event in heard.history.heard:
        if sentence.start <= event.position < before and not event.inner and not event.quoted:
            span = next((m for m in event.party.mentions if m.start == event.position), None)
            return (event.party, span) if span and event.party.kind != "document" else None
    return None
