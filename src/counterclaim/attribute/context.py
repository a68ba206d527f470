"""Where the speaker is found who is not named at the place itself: in the sentence before, or in front of a relative word."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.attribute.around import line_at
from counterclaim.attribute.sources import tidy, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span

_RECENT = 30
"""Statements back from a free-standing quotation among which its speaker's may be."""
_SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")


def context_of(statement: Statement, before: Sequence[Statement], tree: Tree, pack: LanguagePack) -> Span | None:
    """The span that names the speaker of ``statement`` elsewhere; None if its source says it, or nothing near does.

    For a relative word ("the guard *who* said"), the noun in front of it. For a free-standing quotation, the source of the
    statement that ends right before it, else whoever the sentence before is about, if that is a name or a pronoun.
    """
    if len(statement.source) == 1:
        return _antecedent(statement.source[0], tree, pack)
    if statement.source or statement.cue:
        return None
    start = statement.content[0].start
    near = _sentence_before(tree, start)
    if near is None:
        return None
    for other in reversed(before[-_RECENT:]):
        if other.parent is None and max(s.end for s in other.content) <= start and _touches(other, near):
            return other.context or (other.source[0] if other.source else None)
    for index in tree.page.parse.indices(near):
        token = tree.tokens[index]
        if tree.stands(index, "subject") and (token.entity in _SPEAKERS or token.pos in ("PRON", "PROPN")):
            return tidy(tree.page.text, tree.run(index))
    return None


def _antecedent(source: Span, tree: Tree, pack: LanguagePack) -> Span | None:
    places = tree.page.parse.indices(source)
    if len(places) != 1 or tree.tokens[places.start].text.lower() not in word_list(
        pack, "attribution_words", "relative pronoun"
    ):
        return None
    at = places.start
    for above in tree.ancestors(at):
        if tree.stands(at, "noun_clause"):
            noun = tree.run(above)
            return tidy(tree.page.text, Span(noun.start, min(noun.end, source.start))) if noun.start < source.start else None
        at = above
    return None


def _sentence_before(tree: Tree, position: int) -> Span | None:
    """The sentence in front of ``position``: in its line, or the last one of the line above in the same zone."""
    zone = next((z for z in tree.page.article_spans() if z.start <= position < z.end), None)
    line = line_at(tree.page.text, position)
    sentences = tree.page.parse.sentences
    at = bisect_right(sentences, position, key=lambda s: s.end) - 1
    if zone is None or at < 0 or sentences[at].start < zone.start:
        return None
    last = sentences[at]
    between = tree.page.text[last.end : min(position, line.start)] if last.end < line.start else ""
    return None if between.strip() else last


def _touches(statement: Statement, sentence: Span) -> bool:
    return any(span.overlaps(sentence) for span in (*statement.content, *statement.cue, *statement.source))
