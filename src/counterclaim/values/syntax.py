"""What a language's analyzers say of a text: sentences and tokens. Input to stages, never shown."""

from bisect import bisect_left, bisect_right

import msgspec

from counterclaim.values.span import Span

_PAST_ANY_TEXT = 2**62
"""Larger than any offset: makes a look-up span sort after all that begin at the same place."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token, placed in the document's text.

    Attributes:
        start: First code point in the document's text.
        end: One past the last.
        text: Its characters.
        lemma: Dictionary form, lower case save for names; the lower-cased word where the pack has no morphology.
        pos: Universal part of speech (``VERB``, ``PROPN`` ...); empty where unknown.
        tag: The language's own fine tag (``VBD`` in English); empty where unknown.
        feats: Universal features, ``Case=Nom|Number=Sing``; empty where unknown.
        dep: Relation to the head, in the pack's own scheme (English: spaCy's ClearNLP labels; Russian: UD); empty where
            the pack has no syntax or the parse was left out.
        head: Index of the head in ``Parse.tokens``; its own index at a root or without syntax.
        entity: ``PERSON``, ``ORG``, ``GPE``, ``NORP``, ``DATE`` ...; empty outside names.
        entity_start: Whether this token begins its name.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str = ""
    tag: str = ""
    feats: str = ""
    dep: str = ""
    head: int = 0
    entity: str = ""
    entity_start: bool = False

    @property
    def span(self) -> Span:
        """The token's place, in code points of the document's text."""
        return Span(self.start, self.end)


class Parse(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens and sentences of the article's zones, in text order; other zones are not analysed.

    Attributes:
        tokens: All tokens. A sentence never crosses a line break.
        sentences: Spans in code points.
        starts: ``token.start`` of every token, for look-up.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Span, ...] = ()
    starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, tokens: tuple[Token, ...], sentences: tuple[Span, ...]) -> "Parse":
        """A parse with its look-up table built."""
        return cls(tokens=tokens, sentences=sentences, starts=tuple(t.start for t in tokens))

    def indices(self, span: Span) -> range:
        """Indices of the tokens that begin inside ``span``."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside ``span``, in order."""
        found = self.indices(span)
        return self.tokens[found.start : found.stop]

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds the code point ``position``; None between sentences."""
        at = bisect_right(self.sentences, Span(position, _PAST_ANY_TEXT)) - 1
        if at >= 0 and self.sentences[at].start <= position < self.sentences[at].end:
            return self.sentences[at]
        return None

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of ``index`` and all tokens below it, in order; just ``index`` without syntax."""
        sentence = self.sentence_at(self.tokens[index].start)
        if sentence is None:
            return (index,)
        inside = self.indices(sentence)
        below = {index}
        grew = True
        while grew:
            grew = False
            for i in inside:
                if i not in below and self.tokens[i].head in below and self.tokens[i].head != i:
                    below.add(i)
                    grew = True
        return tuple(sorted(below))
