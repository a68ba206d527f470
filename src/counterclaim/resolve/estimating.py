"""Who gives a figure although no statement is theirs: "by the count of the city council, 61 died"."""

from collections.abc import Iterable

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.lexicon import Lexicon
from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.reader import Reader
from counterclaim.resolve.reading import mention_at

BEFORE = 40
"""Characters before a mention in which "by the count of" is looked for."""

NAMING = frozenset({"person", "organisation", "group", "document", "unnamed", None})
"""Kinds of party that count; a state does it through somebody."""


def estimators(ground: Ground, reader: Reader, scanned: Iterable[Mention]) -> list[Mention]:
    """The mentions in estimating words, in a sentence that holds a number; with all that belongs to the phrase.

    What stands inside somebody's quotation estimates nothing.
    """
    lexicon: Lexicon = reader.lexicon
    tokens = reader.words.tokens
    found = []
    for mention in scanned:
        if mention.pronoun or mention.kind not in NAMING:
            continue
        sentence = ground.parse.sentence_at(mention.span.start)
        if sentence is None or ground.quoted(mention.span.start):
            continue
        low = max(sentence.start, mention.span.start - BEFORE)
        led = not mention.inner and bool(lexicon.estimating_before.search(ground.text, low, mention.span.start))
        stop = ground.parse.indices(sentence).stop
        if not led and not _owns(reader, mention.end, stop):
            continue
        if not any(t.pos == "NUM" or t.text[:1].isdigit() for t in tokens[ground.parse.indices(sentence).start : stop]):
            continue
        found.append((mention_at(reader, mention.first, stop, tails=True) or mention) if led else mention)
    return found


def _owns(reader: Reader, at: int, stop: int) -> bool:
    """Whether a noun like "figures" stands behind the possessive that ends before token ``at``."""
    tokens = reader.words.tokens
    while at < stop and tokens[at].pos in {"PART", "ADJ", "PUNCT"}:
        at += 1
    return at < stop and tokens[at].pos == "NOUN" and tokens[at].lemma.lower() in reader.lexicon.estimates
