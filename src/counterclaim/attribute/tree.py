"""The dependency parse under names of our own, so that one set of rules reads every language's label scheme."""

from collections.abc import Iterable, Iterator
from typing import Literal

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import Entry
from counterclaim.values.page import Page
from counterclaim.values.span import Span, merge
from counterclaim.values.syntax import Token

Relation = Literal[
    "subject",
    "passive_subject",
    "agent",
    "clause",
    "open_clause",
    "object",
    "complement",
    "preposition",
    "prepositional_object",
    "oblique",
    "case",
    "noun_clause",
    "adverbial_clause",
    "possessor",
    "modifier",
    "auxiliary",
    "adverb",
    "particle",
    "conjunct",
    "marker",
    "coordinator",
    "aside",
    "apposition",
]


class RelationEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which labels of the language's parser stand for one relation."""

    relation: Relation
    labels: tuple[str, ...]


class Tree:
    """A page's parse with children and relations. Empty relations where the language has no syntax.

    Attributes:
        tokens: The parse's tokens.
        parsed: Whether any token carries a relation.
    """

    def __init__(self, page: Page, pack: LanguagePack) -> None:
        self.page = page
        self.tokens: tuple[Token, ...] = page.parse.tokens
        self.parsed = any(token.dep for token in self.tokens[:200])
        self._labels: dict[str, frozenset[str]] = pack.once(
            "relations", lambda: {e.relation: frozenset(e.labels) for e in pack.entries("syntax", RelationEntry)}
        )
        self._children: list[list[int]] = [[] for _ in self.tokens]
        if self.parsed:
            for index, token in enumerate(self.tokens):
                if token.head != index:
                    self._children[token.head].append(index)
        self._below: dict[int, tuple[int, ...]] = {}

    def children(self, index: int, *relations: Relation) -> Iterator[int]:
        """Children of ``index`` in text order; only those in one of ``relations`` where any are given."""
        for child in self._children[index]:
            if not relations or self.stands(child, *relations):
                yield child

    def first(self, index: int, *relations: Relation) -> int | None:
        """The first child in one of ``relations``; None where there is none."""
        return next(self.children(index, *relations), None)

    def stands(self, index: int, *relations: Relation) -> bool:
        """Whether ``index`` stands in one of ``relations`` to its head."""
        label = self.tokens[index].dep
        return any(label in self._labels.get(relation, ()) for relation in relations)

    def below(self, index: int) -> tuple[int, ...]:
        """Indices of ``index`` and everything under it, in order."""
        known = self._below.get(index)
        if known is None:
            found, waiting = {index}, [index]
            while waiting:
                for child in self._children[waiting.pop()]:
                    if child not in found:
                        found.add(child)
                        waiting.append(child)
            known = self._below[index] = tuple(sorted(found))
        return known

    def span(self, indices: Iterable[int]) -> Span:
        """From the first to the last of ``indices``, which must not be empty."""
        places = sorted(indices)
        return Span(self.tokens[places[0]].start, self.tokens[places[-1]].end)

    def run(self, index: int) -> Span:
        """The longest unbroken stretch of tokens below ``index`` that holds it."""
        below = self.below(index)
        at = below.index(index)
        first = last = at
        while first > 0 and below[first - 1] == below[first] - 1:
            first -= 1
        while last + 1 < len(below) and below[last + 1] == below[last] + 1:
            last += 1
        return Span(self.tokens[below[first]].start, self.tokens[below[last]].end)

    def ancestors(self, index: int) -> Iterator[int]:
        """The head of ``index``, its head, and so on to the root."""
        seen = {index}
        while self.tokens[index].head not in seen:
            index = self.tokens[index].head
            seen.add(index)
            yield index

    def sentence(self, index: int) -> Span:
        """The sentence that holds the token."""
        token = self.tokens[index]
        return self.page.parse.sentence_at(token.start) or token.span

    def joined(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """``spans`` sorted, trimmed of blanks, and joined where only blanks part them."""
        text = self.page.text
        out: list[Span] = []
        for span in merge(s.trimmed(text) for s in spans):
            if out and not text[out[-1].end : span.start].strip():
                out[-1] = Span(out[-1].start, span.end)
            else:
                out.append(span)
        return tuple(out)
