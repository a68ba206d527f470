"""What stands behind a name and says who it is: "Orla Venn, who leads the port", "Bram Oost, of the harbour office"."""

import msgspec

from counterclaim.resolve.lexicon import NounEntry
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.phrase import noun_phrase
from counterclaim.resolve.reader import Reader

LONGEST_CLAUSE = 25
"""Tokens of a relative clause kept as a role."""


class Apposition(msgspec.Struct, frozen=True):
    """A role behind a name: its words, its nouns, whose it is (tokens), and one past its last token."""

    role: str
    nouns: tuple[NounEntry, ...]
    owner: tuple[int, int]
    end: int


def apposition(reader: Reader, mention: Mention, stop: int) -> Apposition | None:
    """The role that follows the mention before token ``stop``; None where none does.

    Read are: a noun phrase between commas whose head is a listed noun, a clause with "who", a phrase with "of". The end is
    the next comma or bracket, or ``stop``, which the caller sets to the statement's cue.
    """
    words, tokens = reader.words, reader.words.tokens
    at = _past_brackets(reader, mention.end, stop)
    comma = at < stop and tokens[at].text in {",", "(", "–", "—"}
    if comma:
        at += 1
    if at + 1 >= stop:
        return None
    pronoun = reader.lexicon.pronouns.get(tokens[at].text)
    if pronoun and pronoun.kind == "relative" and pronoun.animate and mention.kind in {"person", "unnamed"} and comma:
        end = _clause_end(reader, at + 1, stop)
        if not any(t.pos in {"VERB", "AUX"} for t in tokens[at:end]):
            return None
        called = tuple(n for n in _nouns(reader, at, end) if n.names == "person")
        return Apposition(reader.wording(at, end), called, (at + 1, end), end)
    if reader.lexicon.prepositions.get(tokens[at].text) == "belonging" and mention.kind == "person":
        end = reader.tail(at, stop, any_preposition=False)
        body = end > at and reader.side(at, end) is not None
        body = body or any(n.names in {"organisation", "outlet"} for n in _nouns(reader, at, end))
        return Apposition(reader.wording(at, end), (), (at + 1, end), end) if body else None
    phrase = noun_phrase(words, reader.lexicon, at, stop) if comma else None
    if phrase is None:
        return None
    found = reader.lexicon.nouns.ending(words, phrase.body, phrase.head + 1)
    if found is None or tokens[phrase.head].entity == "PERSON" or not _kindred(found[0], mention):
        return None
    end = reader.tail(phrase.end, stop, any_preposition=True)
    if end < stop and tokens[end].pos == "CCONJ":
        return None  # a list: "Venn, the mayor and the priest"
    first = phrase.start if phrase.opening == "indefinite" or phrase.possessive else phrase.core
    behind = reader.tail(phrase.end, stop, any_preposition=False)
    owner = (phrase.core, phrase.owner_end) if phrase.owner_end > phrase.core else (phrase.core, behind)
    return Apposition(reader.wording(first, end), (found[0],), owner, end)


def _past_brackets(reader: Reader, at: int, stop: int) -> int:
    tokens = reader.words.tokens
    if at < stop and tokens[at].text == "(":
        for close in range(at + 1, min(stop, at + 8)):
            if tokens[close].text == ")":
                return close + 1
    return at


def _clause_end(reader: Reader, at: int, stop: int) -> int:
    for end in range(at, min(stop, at + LONGEST_CLAUSE)):
        if reader.words.tokens[end].text in {",", ")", "–", "—", ":", ";", "."}:
            return end
    return min(stop, at + LONGEST_CLAUSE)


def _nouns(reader: Reader, at: int, stop: int) -> tuple[NounEntry, ...]:
    found: list[NounEntry] = []
    while at < stop:
        hit = reader.lexicon.nouns.at(reader.words, at, stop)
        if hit:
            found.append(hit[0])
        at = hit[1] if hit else at + 1
    return tuple(found)


def _kindred(noun: NounEntry, mention: Mention) -> bool:
    """Whether such a noun can describe such a party: a person's office, a body's kind."""
    if mention.kind in {"person", "unnamed", None}:
        return noun.names == "person"
    return noun.names == mention.kind or (mention.kind == "organisation" and noun.names in {"organisation", "group"})
