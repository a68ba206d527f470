"""Clauses of saying that point back: "X said *this*" attributes the sentences before it, "..., *which* X said" its own."""

from bisect import bisect_left

import msgspec

from counterclaim.attribute.around import line_at
from counterclaim.attribute.segments import Clause
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span

_MOST = 4
"""Sentences of one line that such a clause attributes at most."""
_HEADS = ("headline", "subhead")


class Referring(msgspec.Struct, frozen=True, kw_only=True):
    """What a clause points back to.

    Attributes:
        content: The sentences meant, in order; empty if none stand there.
        owned: Tokens behind the pointing words, where their owner may stand ("this statement *of the ministry*").
    """

    content: tuple[Span, ...]
    owned: range


def refers(tree: Tree, clause: Clause, sentence: Span, pack: LanguagePack, *, takes_object: bool) -> Referring | None:
    """What the clause points back to; None if it holds no words that point back.

    Meant are the sentences in front of it in its line; where it opens its line, the paragraph above; where that is the
    headline, the headline. A relative pointer ("*about which* X said") means its own sentence up to it.
    """
    tokens = tree.tokens
    for category in ("reference", "relative reference"):
        for phrase in sorted(word_list(pack, "attribution_words", category), key=len, reverse=True):
            words = phrase.split()
            for at in range(clause.start, clause.end - len(words) + 1):
                here = tokens[at : at + len(words)]
                if len(words) == 1 and at > clause.start and tokens[at - 1].pos == "ADP":
                    continue  # "did not agree *with this* and accused ...": what the cue is about stands elsewhere
                if all(w in (t.text.lower(), t.lemma.lower()) for w, t in zip(words, here, strict=True)):
                    if takes_object and here[-1].pos == "NOUN":
                        return None  # "denied *these reports*": the words themselves are the object
                    behind = range(at + len(words), clause.end)
                    owned = behind if len(words) > 1 and tokens[at + len(words) - 1].pos == "NOUN" else range(0)
                    if category == "relative reference":
                        return Referring(content=_own(tree, sentence, tokens[clause.start].start), owned=owned)
                    return Referring(content=_before(tree, sentence), owned=owned)
    return None


def _own(tree: Tree, sentence: Span, end: int) -> tuple[Span, ...]:
    text = tree.page.text
    while end > sentence.start and text[end - 1] in " ,;—–-":
        end -= 1
    return (Span(sentence.start, end),) if end > sentence.start else ()


def _before(tree: Tree, sentence: Span) -> tuple[Span, ...]:
    text = tree.page.text
    line = line_at(text, sentence.start)
    zone = next((z for z in tree.page.clean.zones if z.start <= sentence.start < z.end), None)
    if zone is not None and zone.start > line.start:
        line = Span(zone.start, line.end)
    if sentence.start > line.start:
        sentences = tree.page.parse.sentences
        at = bisect_left(sentences, sentence)
        first = sentences[max(0, at - _MOST)].start
        head = Span(max(line.start, first), sentence.start).trimmed(text)
        return (head,) if len(head) else ()
    zones = tree.page.clean.zones
    here = next((z for z in zones if z.start <= line.start < z.end), None)
    above = text[: line.start].rstrip()
    if here is None or not above:
        return ()
    found = line_at(text, len(above) - 1)
    zone = next((z for z in zones if z.start <= found.start < z.end), None)
    if zone is None or (zone.start != here.start and zone.kind != here.kind and zone.kind not in _HEADS):
        return ()
    return (found,)
