"""Who stands behind "told", "citing", "seen by": the outlet, body or person that passed words on."""

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.resolve.listening import Listener
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party
from counterclaim.resolve.reading import mention_at
from counterclaim.values.attribution import Relay
from counterclaim.values.span import Span

REACH = 4
"""Tokens between the word and the outlet's name ("on his official Telegram channel")."""


class Passer(NamedTuple):
    """Who passed words on, where it is named, and whether it is a channel where others publish."""

    name: str
    span: Span
    party: Party | None
    platform: bool

    def relay(self, medium: str | None, ids: Mapping[int, str]) -> Relay:
        """The relay this one is, as ``medium``."""
        source = ids.get(id(self.party)) if self.party is not None else None
        return Relay(name=self.name, medium=medium, source_id=source, start=self.span.start, end=self.span.end)


def passer_after(heard: Listener, position: int, *, outlets_only: bool) -> Passer | None:
    """The party named right after ``position``; with ``outlets_only``, an outlet within a few words, or none."""
    ground, words = heard.ground, heard.reader.words
    sentence = ground.parse.sentence_at(max(position - 1, 0))
    if sentence is None:
        return None
    inside = ground.parse.indices(Span(position, max(position, sentence.end)))
    if outlets_only:
        for at in range(inside.start, min(inside.stop, inside.start + REACH)):
            if at > inside.start and words.tokens[at - 1].pos in {"PUNCT", "VERB", "SCONJ"}:
                break
            found = heard.reader.lexicon.outlets.at(words, at, inside.stop)
            if found:
                return _of_outlet(heard, at, found[1])
        mention = mention_at(heard.reader, inside.start, inside.stop) if len(inside) else None
        if mention is None or mention.kind != "outlet" or _with_own(heard, mention, inside.stop):
            return None
        return _of_mention(heard, mention)
    for at in range(inside.start, min(inside.stop, inside.start + 2)):
        mention = mention_at(heard.reader, at, inside.stop)
        if mention and not mention.pronoun:
            return _of_mention(heard, mention)
    return None


def passer_before(heard: Listener, position: int) -> Passer | None:
    """The outlet whose name ends right before ``position`` ("the Harbour agency reported")."""
    ground = heard.ground
    sentence = ground.parse.sentence_at(position)
    if sentence is None:
        return None
    inside = ground.parse.indices(Span(sentence.start, position))
    for at in range(max(inside.start, inside.stop - 6), inside.stop):
        mention = mention_at(heard.reader, at, inside.stop)
        if mention and mention.end == inside.stop and mention.kind == "outlet":
            return _of_mention(heard, mention)
    return None


def _with_own(heard: Listener, mention: Mention, stop: int) -> bool:
    """Whether this document's outlet was told beside the other ("told the Post and Reuters", in Reuters): it needs no relay."""
    tokens = heard.reader.words.tokens
    if mention.end + 1 >= stop or tokens[mention.end].pos != "CCONJ":
        return False
    other = mention_at(heard.reader, mention.end + 1, stop)
    return other is not None and heard.ground.own_outlet(other.name)


def _of_outlet(heard: Listener, first: int, end: int) -> Passer | None:
    mention = mention_at(heard.reader, first, end)
    listed = heard.reader.lexicon.outlets.at(heard.reader.words, first, end)
    if listed is None:
        return None
    found = heard.meaning.parties.of(mention) if mention else ()
    party = found[0] if len(found) == 1 and found[0].kind == "outlet" else None
    name = party.name if party else heard.reader.wording(first, end)
    return Passer(name, heard.reader.span(first, end), party, listed[0].kind == "platform")


def _of_mention(heard: Listener, mention: Mention) -> Passer | None:
    choice = heard.meaning.of(mention)
    party = choice.party
    if party is None:
        return None
    listed = heard.reader.lexicon.outlets.get(party.name)
    return Passer(party.name, mention.span, party, listed is not None and listed.kind == "platform")
