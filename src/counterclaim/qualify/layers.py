"""Which words of a content are a statement's own, and which belong to a statement inside it."""

from bisect import bisect_left
from collections import defaultdict

from counterclaim.qualify.passages import unquoted
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span, cover, merge


class Layers:
    """The statements of one page by depth. Built once for a page; changes nothing.

    Attributes:
        statements: The page's, in their order.
        unquoted: The page's text with quotation marks blanked.
    """

    def __init__(self, page: Page) -> None:
        self.unquoted = unquoted(page.text)
        self.statements = page.found.statements
        self._extent = {s.id: cover(s.content) or Span(0, 0) for s in self.statements}
        self._by_place = sorted(self.statements, key=lambda s: self._extent[s.id].start)
        self._children: dict[str | None, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            self._children[statement.parent].append(statement)

    def own(self, statement: Statement) -> tuple[Span, ...]:
        """The parts of the content that stand in no other statement inside it, in order."""
        outer = self._extent[statement.id]
        first = bisect_left(self._by_place, outer.start, key=lambda s: self._extent[s.id].start)
        last = bisect_left(self._by_place, outer.end, key=lambda s: self._extent[s.id].start)
        smaller = (s for s in self._by_place[first:last] if self._smaller(self._extent[s.id], outer))
        inner = merge(
            span
            for other in (*self._children.get(statement.id, ()), *smaller)
            if other.id != statement.id
            for span in other.content
        )
        return tuple(piece for span in merge(statement.content) for piece in _without(span, inner))

    def foreign(self, statement: Statement, place: Span) -> bool:
        """Whether ``place`` stands in the content of a statement that does not hold this one: in other people's words."""
        outer = self._extent[statement.id]
        return any(
            span.contains(place)
            for other in self.statements
            if other.id != statement.id and not self._extent[other.id].contains(outer)
            for span in other.content
        )

    @staticmethod
    def _smaller(inner: Span, outer: Span) -> bool:
        return outer.contains(inner) and len(inner) < len(outer)


def _without(span: Span, holes: tuple[Span, ...]) -> list[Span]:
    pieces: list[Span] = []
    at = span.start
    for hole in holes:
        if hole.end <= at or hole.start >= span.end:
            continue
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        at = hole.end
    if at < span.end:
        pieces.append(Span(at, span.end))
    return pieces
