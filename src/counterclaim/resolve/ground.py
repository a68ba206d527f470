"""The document as this room walks it: sentences, quotations, statements by where they stand."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from counterclaim.lexicon.phrases import Match
from counterclaim.resolve.lexicon import Lexicon
from counterclaim.resolve.words import fold
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span, cover

_PAST_ANY_TEXT = 2**62
SHORTEST_OUTLET = 3
"""Letters from which on an outlet's name may be the beginning of a longer one ("Harbour Post Online")."""
OPENING, CLOSING, EITHER = "“„«‹‘", "”»›’", '"'
"""Quotation marks of the languages read, single ones included; the straight one opens and closes in turn."""


class Ground:
    """Where things stand in one document. Immutable.

    Attributes:
        relays: Words that pass on another's words, in the whole text.
        anonymity: Words that say a source stays unnamed.
        quotes: Direct words of anybody, marks included.
    """

    def __init__(self, page: Page, lexicon: Lexicon) -> None:
        self.page = page
        self.text = page.text
        self.parse = page.parse
        self.statements = page.found.statements
        self.relays = tuple(lexicon.relays.find(page.text))
        self.anonymity = tuple(lexicon.anonymity.find(page.text))
        self.by_id = {s.id: s for s in self.statements}
        self.quotes = tuple(sorted(q for s in self.statements for q in _quoted(self.text, s)))
        self._line = tuple(
            accumulate(0 if self.quoted(s.start) and self.quoted(s.end - 1) else 1 for s in self.parse.sentences)
        )
        self._contents = sorted(((c, number) for number, s in enumerate(self.statements) for c in s.content))
        self._reach = tuple(accumulate((c.end for c, _ in self._contents), max))
        self._sizes = tuple(sum(len(c) for c in s.content) for s in self.statements)
        self._around = {s.id: self._holder(number) for number, s in enumerate(self.statements)}

    def sentence(self, position: int) -> int:
        """The number of the sentence at or before ``position``, quoted ones not counted: a long quotation puts no
        distance between its speaker and "he said". -1 before the first.
        """
        at = bisect_right(self.parse.sentences, Span(position, _PAST_ANY_TEXT)) - 1
        return self._line[at] if at >= 0 else -1

    def quoted(self, position: int) -> bool:
        """Whether ``position`` stands inside somebody's direct words."""
        at = bisect_right(self.quotes, Span(position, _PAST_ANY_TEXT))
        return any(q.start <= position < q.end for q in self.quotes[max(0, at - 8) : at])

    def sentences_over(self, span: Span) -> tuple[Span, ...]:
        """The sentences that share a character with ``span``."""
        first = max(0, bisect_right(self.parse.sentences, span) - 1)
        last = bisect_right(self.parse.sentences, Span(span.end, span.end))
        return tuple(s for s in self.parse.sentences[first : last + 1] if s.overlaps(span))

    def relays_in(self, span: Span) -> list[Match]:
        """The words inside ``span`` that pass on another's words."""
        return [m for m in self.relays if span.contains(m.span)]

    def own_outlet(self, name: str) -> bool:
        """Whether ``name`` is the outlet that publishes this document. "Wire (via Post)" is published by Post."""
        outlet = self.page.document.outlet or ""
        _, _, through = outlet.rpartition("(via ")
        own = fold(through.rstrip(")") or outlet).removeprefix("the")
        other = fold(name).removeprefix("the")
        return bool(own and other) and (own == other or (len(other) > SHORTEST_OUTLET and own.startswith(other)))

    def holder(self, statement: Statement) -> Statement | None:
        """The statement inside whose content this one stands; None at the top."""
        return self._around[statement.id]

    def holder_of(self, position: int) -> Statement | None:
        """The innermost statement whose content holds ``position`` and whose source does not."""
        found = [
            (self._sizes[number], number)
            for number in self._holding(Span(position, position + 1))
            if not any(c.start <= position < c.end for c in self.statements[number].source)
        ]
        return self.statements[min(found)[1]] if found else None

    def _holder(self, number: int) -> Statement | None:
        statement = self.statements[number]
        if statement.parent in self.by_id:
            return self.by_id[statement.parent]
        size = self._sizes[number]
        found = [(self._sizes[n], n) for n in self._holding(place(statement)) if n != number and self._sizes[n] > size]
        return self.statements[min(found)[1]] if found else None

    def _holding(self, inner: Span) -> Iterator[int]:
        """The numbers of the statements one of whose contents holds ``inner``, from the nearest beginning backwards."""
        at = bisect_right(self._contents, (Span(inner.start, _PAST_ANY_TEXT), 0)) - 1
        while at >= 0 and self._reach[at] >= inner.end:
            content, number = self._contents[at]
            if content.contains(inner):
                yield number
            at -= 1


def place(statement: Statement) -> Span:
    """Where the statement names its speaker; else where its content begins."""
    spans = statement.source or ((statement.context,) if statement.context else ())
    return spans[0] if spans else statement.content[0]


def extent(statement: Statement) -> Span:
    """From the first to the last character of source, cue and content."""
    found = cover((*statement.source, *statement.cue, *statement.content))
    return found or statement.content[0]


def _quoted(text: str, statement: Statement) -> list[Span]:
    """The parts of a statement's content that stand in quotation marks."""
    if statement.mode == "indirect":
        return []
    if statement.mode == "direct":
        return list(statement.content)
    found: list[Span] = []
    for span in statement.content:
        opened = None
        for at in range(span.start, span.end):
            mark = text[at]
            if mark in EITHER:
                mark = CLOSING[0] if opened is not None else OPENING[0]
            if mark in OPENING and opened is None:
                opened = at
            elif mark in CLOSING and opened is not None:
                found.append(Span(opened, at + 1))
                opened = None
        if opened is not None:
            found.append(Span(opened, span.end))
    return found
