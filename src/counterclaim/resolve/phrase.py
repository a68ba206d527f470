"""Noun phrases by parts of speech alone: where one ends, its head, its owner. Needs no dependency parse."""

import msgspec

from counterclaim.resolve.lexicon import Gender, Lexicon
from counterclaim.resolve.words import Words

INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""Universal parts of speech that stand in a noun phrase wherever they come."""
NAMING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
TIMES = frozenset({"DATE", "TIME"})
HYPHENS = frozenset({"-", "–", "‑"})
LONGEST = 24
"""Tokens read as one noun phrase; longer runs are lists or mistagged headlines."""
OWNER_MARKS = frozenset({"'s", "’s", "'", "’", "‘s", "`s", "ʼs"})
"""The possessive's written forms, where the tagger says it is one."""


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase without what follows its head.

    Attributes:
        start: First token.
        core: First token that is no determiner.
        owner_end: One past the owner's last token, its mark left out; equal to ``core`` where there is none.
        body: First token after the owner and its mark.
        head: The head's token.
        end: One past the last token.
        opening: Category of the determiner ("definite", "article", "indefinite", "other"); empty without one.
        possessive: Whether a possessive pronoun opens it ("their").
    """

    start: int
    core: int
    owner_end: int
    body: int
    head: int
    end: int
    opening: str = ""
    possessive: bool = False


def noun_phrase(words: Words, lexicon: Lexicon, start: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at token ``start`` and ends by ``stop``; None if none begins there."""
    tokens = words.tokens
    at, opening, possessive = start, "", False
    while at < stop:
        found = lexicon.determiners.at(words, at, stop)
        if found and found[1] < stop and _opens(words, found[1], stop):
            # "a few of the guards": what counts is the first word
            opening = opening or found[0]
            at = found[1]
            continue
        pronoun = lexicon.pronouns.get(tokens[at].text)
        if pronoun and pronoun.kind == "possessive" and at + 1 < stop and tokens[at + 1].pos in INSIDE | {"VERB"}:
            possessive = True
            at += 1
            continue
        if tokens[at].pos in {"DET", "NUM"} and at + 1 < stop and _opens(words, at + 1, stop):
            opening = opening or ("indefinite" if tokens[at].pos == "NUM" else "")
            at += 1
            continue
        break
    core = at
    owner_end = body = core
    last = -1
    while at < stop and at - start < LONGEST:
        token = tokens[at]
        if is_owner_mark(words, at):
            if last < core:
                return None
            owner_end, body, last = at, at + 1, -1
        elif token.pos in INSIDE:
            if last >= core and (token.pos == "DET" or token.entity in TIMES):
                break
            if token.pos in {"NOUN", "PROPN"} or (token.pos == "NUM" and last < body):
                last = at
            elif token.pos == "ADJ" and last >= body and not (at + 1 < stop and tokens[at + 1].pos in NAMING):
                break
        elif token.pos in {"PUNCT", "SYM"} and at > start and _joins(words, at, stop):
            pass
        elif (
            token.text == "."
            and at > core
            and tokens[at - 1].end == token.start
            and at + 1 < stop
            and _titled(lexicon, words, at)
        ):
            pass
        elif at > core and words.tokens[at - 1].end == token.start and words.tokens[at - 1].text in HYPHENS:
            pass  # "Velm-run", "south-facing"
        elif token.pos == "CCONJ" and at > core and last < at - 1 and at + 1 < stop and tokens[at + 1].pos in {"ADJ", "NOUN"}:
            pass  # "state-run and independent polls"
        elif token.pos == "ADV" and at + 1 < stop and tokens[at + 1].text in HYPHENS:
            pass
        elif token.pos in {"VERB", "ADV"} and at > start and last < body and at + 1 < stop and _leads_on(words, at + 1, stop):
            pass
        elif token.entity and not token.entity_start and last >= core and _name_goes_on(words, at, stop):
            pass
        else:
            break
        at += 1
    if last < body:
        if body > core:  # an owner without its head: "the ministry's"
            return Phrase(start, core, core, core, owner_end - 1, owner_end, opening, possessive)
        adjective = at - 1
        if adjective >= core and tokens[adjective].pos == "ADJ" and opening:  # "the dead", "the other"
            return Phrase(start, core, core, core, adjective, at, opening, possessive)
        return None
    if at > last + 1 and tokens[last + 1].text in HYPHENS:
        return None  # the first half of a compound adjective
    head = _head(words, body, last)
    return Phrase(start, core, owner_end, body, head, last + 1, opening, possessive)


def is_owner_mark(words: Words, at: int) -> bool:
    """Whether the token is the possessive's mark ("'s")."""
    token = words.tokens[at]
    return token.text in OWNER_MARKS and (token.pos in {"PART", ""} or token.tag == "POS")


def case(words: Words, at: int) -> str:
    """The token's case where the language marks it; empty elsewhere."""
    return _feat(words, at, "Case")


def number(words: Words, at: int) -> str | None:
    """``singular`` or ``plural`` where the analyzer says so."""
    return {"Sing": "singular", "Plur": "plural"}.get(_feat(words, at, "Number"))


def gender(words: Words, at: int) -> Gender | None:
    """``m`` or ``f`` of a living being, where the language marks it on nouns and names."""
    if _feat(words, at, "Animacy") != "Anim":
        return None
    marked = _feat(words, at, "Gender")
    return "m" if marked == "Masc" else "f" if marked == "Fem" else None


def _feat(words: Words, at: int, name: str) -> str:
    for pair in words.tokens[at].feats.split("|"):
        key, _, value = pair.partition("=")
        if key == name:
            return value
    return ""


def _head(words: Words, body: int, last: int) -> int:
    """The last noun; in a language with cases the first noun that no noun before it governs in the genitive."""
    nouns = [i for i in range(body, last + 1) if words.tokens[i].pos in {"NOUN", "PROPN", "NUM"}]
    cases = {case(words, i) for i in nouns} - {""}
    if cases - {"Nom", "Acc"} or "Nom" in cases:
        free = [i for n, i in enumerate(nouns) if n == 0 or case(words, i) != "Gen" or case(words, nouns[0]) == "Gen"]
        common = [i for i in free if words.tokens[i].pos == "NOUN"]
        return (common or free)[0]
    return last


def _opens(words: Words, at: int, stop: int) -> bool:
    return any(words.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} for i in range(at, min(stop, at + 3)))


def _joins(words: Words, at: int, stop: int) -> bool:
    """A hyphen or a point inside a name, with no blank beside it."""
    tokens = words.tokens
    if at + 1 >= stop or at == 0 or tokens[at].text not in HYPHENS | {".", "’", "'", "/"}:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _titled(lexicon: Lexicon, words: Words, point: int) -> bool:
    """Whether the point ends an abbreviated title ("Col .") and a capital follows."""
    found = lexicon.titles.ending(words, max(0, point - 3), point)
    return found is not None and words.tokens[point + 1].text[:1].isupper()


def _leads_on(words: Words, at: int, stop: int) -> bool:
    """Whether a participle or adverb stands before its noun ("captured Russian lieutenant")."""
    before = words.tokens[at - 1]
    if before.tag in {"VBD", "VBZ", "VBP", "VB"} or "VerbForm=Fin" in before.feats:
        return False
    return words.tokens[at].pos in {"NOUN", "PROPN", "ADJ", "VERB"} or words.tokens[at].text == "-"


def _name_goes_on(words: Words, at: int, stop: int) -> bool:
    """Whether a small word inside a name leads to another capitalised word ("Bank of Velm", "Abu al-Hamid")."""
    token = words.tokens[at]
    ahead = words.tokens[at + 1] if at + 1 < stop else None
    return (
        token.pos not in {"PUNCT", "VERB", "AUX", "PRON"}
        and ahead is not None
        and ahead.entity == token.entity
        and not ahead.entity_start
    )
