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
    core, opening, possessive = _opening(words, lexicon, start, stop)
    at = owner_end = body = core
    last = -1
    while at < min(stop, start + LONGEST):
        token = tokens[at]
        if is_owner_mark(words, at):
            if last < core:
                return None
            owner_end, body, last = at, at + 1, -1
        elif token.pos in INSIDE:
            owner = token.pos == "DET" and not _owner_within(words, lexicon, at, stop)
            if last >= core and (owner or token.entity in TIMES or _next_name(words, at)):
                break
            if last >= body and _in_another_case(words, at, body, last):
                break
            if last < body and at > body and not _may_describe(words, at):
                return None
            if token.pos in {"NOUN", "PROPN"} or (token.pos == "NUM" and last < body):
                last = at
            elif token.pos == "ADJ" and last >= body and not (at + 1 < stop and tokens[at + 1].pos in NAMING):
                break
        elif not _carries_on(words, lexicon, at, start, stop, headed=last >= body):
            break
        at += 1
    if last < body:
        if body > core:  # an owner without its head: "the ministry's"
            return Phrase(start, core, core, core, owner_end - 1, owner_end, opening, possessive)
        if at > core and tokens[at - 1].pos == "ADJ" and opening:  # "the dead", "the other"
            return Phrase(start, core, core, core, at - 1, at, opening, possessive)
        return None
    if at > last + 1 and tokens[last + 1].text in HYPHENS:
        return None  # the first half of a compound adjective
    return Phrase(start, core, owner_end, body, _head(words, body, last), last + 1, opening, possessive)


def _opening(words: Words, lexicon: Lexicon, start: int, stop: int) -> tuple[int, str, bool]:
    """The first token after the determiners, the first one's category, and whether one is a possessive pronoun."""
    tokens = words.tokens
    at, opening, possessive = start, "", False
    while at < stop:
        found = lexicon.determiners.at(words, at, stop)
        pronoun = lexicon.pronouns.folded(words.texts[at])
        if found and found[1] < stop and _opens(words, found[1], stop):
            opening = opening or found[0]  # "a few of the guards": what counts is the first
            at = found[1]
        elif pronoun and pronoun.kind == "possessive" and at + 1 < stop and tokens[at + 1].pos in INSIDE | {"VERB"}:
            possessive = True
            at += 1
        elif tokens[at].pos in {"DET", "NUM"} and at + 1 < stop and _opens(words, at + 1, stop):
            opening = opening or ("indefinite" if tokens[at].pos == "NUM" else "")
            at += 1
        else:
            break
    return at, opening, possessive


def _carries_on(words: Words, lexicon: Lexicon, at: int, start: int, stop: int, *, headed: bool) -> bool:
    """Whether a token that is no noun, adjective or number still belongs to the phrase.

    Such are: hyphens and points inside a name; the second half of a compound ("Velm-run"); "and" between adjectives
    ("state-run and private polls"); an adverb or participle before the head ("captured Velmish lieutenant"); a small word
    inside a name under one label ("Bank of Velm").
    """
    tokens = words.tokens
    token = tokens[at]
    if at == start:
        return token.pos == "ADV" and at + 1 < stop and tokens[at + 1].text in HYPHENS
    before, more = tokens[at - 1], at + 1 < stop
    if token.pos == "PRON":
        return headed and _owner_within(words, lexicon, at, stop)
    close = before.end == token.start
    if token.pos in {"PUNCT", "SYM"}:
        return more and (_joins(words, at) or (token.text == "." and close and _titled(lexicon, words, at)))
    if close and before.text in HYPHENS:
        return True
    if token.pos == "CCONJ":
        return more and before.pos not in {"NOUN", "PROPN"} and tokens[at + 1].pos in {"ADJ", "NOUN"}
    if token.pos in {"VERB", "ADV"} and not headed:
        return more and (tokens[at + 1].text in HYPHENS or _leads_on(words, at + 1))
    return headed and bool(token.entity) and not token.entity_start and more and _name_goes_on(words, at)


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
    if words.nominative is not None and nouns and words.tokens[nouns[0]].entity != "PERSON":
        return nouns[0]  # acronyms and names that never change: "the *FM* RF"
    return last


def _next_name(words: Words, at: int) -> bool:
    """Whether another name begins here: behind a person's, or as the subject of a clause without "which" ("the pictures
    Velm passed around").
    """
    before, token = words.tokens[at - 1], words.tokens[at]
    if before.entity == "PERSON":
        return token.entity_start and token.entity not in {"", "PERSON"}
    return before.tag == "NNS" and before.text.islower() and token.pos == "PROPN" and token.entity not in {"", "PERSON"}


def _owner_within(words: Words, lexicon: Lexicon, at: int, stop: int) -> bool:
    """Whether a possessive stands before a noun in the genitive ("adviser to the head *of his* office")."""
    pronoun = lexicon.pronouns.folded(words.texts[at])
    if pronoun is None or pronoun.kind != "possessive" or at + 1 >= stop:
        return False
    return words.tokens[at + 1].pos == "NOUN" and case(words, at + 1) == "Gen"


def _in_another_case(words: Words, at: int, body: int, last: int) -> bool:
    """Whether the word stands in a case in which it goes with no noun before it ("the official *his guilt* denies")."""
    if words.tokens[at].entity or case(words, last) == "":
        return False
    nouns = [i for i in range(body, last + 1) if words.tokens[i].pos in {"NOUN", "PROPN"}]
    return case(words, at) not in {"", "Gen", *(case(words, i) for i in nouns)}


def _may_describe(words: Words, at: int) -> bool:
    """Whether the adjective before the noun at ``at`` can be the noun's: not where their cases differ ("told *the public* an
    officer"). Accusative and genitive may look alike.
    """
    before, own = case(words, at - 1), case(words, at)
    return words.tokens[at].pos != "NOUN" or before in {"", own} or own == "" or {before, own} == {"Acc", "Gen"}


def _opens(words: Words, at: int, stop: int) -> bool:
    return any(words.tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} for i in range(at, min(stop, at + 3)))


def _joins(words: Words, at: int) -> bool:
    """A hyphen or a point inside a name, with no blank beside it."""
    tokens = words.tokens
    if tokens[at].text not in HYPHENS | {".", "’", "'", "/"}:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _titled(lexicon: Lexicon, words: Words, point: int) -> bool:
    """Whether the point ends an abbreviated title ("Col .") and a capital follows."""
    found = lexicon.titles.ending(words, max(0, point - 3), point)
    return found is not None and words.tokens[point + 1].text[:1].isupper()


def _leads_on(words: Words, at: int) -> bool:
    """Whether a participle or adverb stands before its noun ("captured Russian lieutenant")."""
    before = words.tokens[at - 1]
    if before.tag in {"VBD", "VBZ", "VBP", "VB"} or "VerbForm=Fin" in before.feats:
        return False
    return words.tokens[at].pos in {"NOUN", "PROPN", "ADJ", "VERB"} or words.tokens[at].text == "-"


def _name_goes_on(words: Words, at: int) -> bool:
    """Whether a small word inside a name leads to another capitalised word ("Bank of Velm", "Abu al-Hamid")."""
    token = words.tokens[at]
    ahead = words.tokens[at + 1]
    return token.pos not in {"PUNCT", "VERB", "AUX", "PRON"} and ahead.entity == token.entity and not ahead.entity_start
