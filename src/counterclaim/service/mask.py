"""Masking: sheets and comparisons in which nothing is left of those who must not be exposed; docs/persons.md says why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from counterclaim.service.compare import Compared
from counterclaim.service.hiding import Hidden, blocks
from counterclaim.values.comparison import Comparison, Ladder, Point
from counterclaim.values.figure import Figure
from counterclaim.values.judgement import Judgement
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span

V = TypeVar("V")

_ADDRESSES = frozenset({"path", "url", "evidence", "outlet", "name"})
"""Fields in which a name may stand without capitals."""


def masked(sheet: Sheet) -> Sheet:
    """The sheet with every hidden mark, and all else that names its people, as blocks of the same length: offsets stay true.

    Raises:
        ValueError: If the sheet was made without its text.
    """
    return Masked((sheet,)).sheet(sheet)


def masked_compared(compared: Compared) -> Compared:
    """The comparison and its sheets, masked together: who is hidden in one document is hidden in all."""
    hide = Masked(compared.sheets, compared.comparison)
    return msgspec.structs.replace(
        compared,
        comparison=hide.comparison(compared.comparison),
        sheets=tuple(hide.sheet(sheet) for sheet in compared.sheets),
        unread=tuple(hide.value(problem) for problem in compared.unread),
    )


class Masked:
    """Masks what belongs to one dossier: its sheets, its comparison, what people judged."""

    def __init__(self, sheets: Sequence[Sheet], comparison: Comparison | None = None) -> None:
        if any(isinstance(sheet.document.text, msgspec.UnsetType) for sheet in sheets):
            raise ValueError("a sheet is masked with its text; make it with with_text=True")
        self._hidden = Hidden(sheets, comparison)

    def sheet(self, sheet: Sheet) -> Sheet:
        """The sheet, masked."""
        hidden = self._hidden.gone(sheet)
        plain = msgspec.structs.replace(
            sheet,
            figures=tuple(self._figure(figure, hidden, sheet.document.id) for figure in sheet.figures),
            document=msgspec.structs.replace(sheet.document, text=self._hidden.text_of(sheet)),
        )
        return self.value(plain)

    def comparison(self, comparison: Comparison) -> Comparison:
        """The comparison, masked."""
        ladders = tuple(self._ladder(ladder) for ladder in comparison.figures)
        return self.value(msgspec.structs.replace(comparison, figures=ladders))

    def judgements(self, given: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """The judgements, masked."""
        return tuple(self.value(one) for one in given)

    def value(self, value: V) -> V:
        """Any value with all its strings masked, field names and numbers aside."""
        return msgspec.convert(self._walked(msgspec.to_builtins(value)), type(value))

    def words(self, text: str) -> str:
        """One string, masked."""
        return self._hidden.words(text)

    def _walked(self, value: Any, field: str = "") -> Any:
        if isinstance(value, str):
            if value != (named := self._hidden.name_of_document(value)):
                return named
            return self._hidden.address(value) if field in _ADDRESSES else self._hidden.words(value)
        if isinstance(value, Mapping):
            return {key: self._walked(one, key) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [self._walked(one, field) for one in value]
        return value

    def _figure(self, figure: Figure, hidden: Iterable[Span], document: str) -> Figure:
        """The figure without its number and what is counted where it stands in hidden words: a telephone number, an age."""
        if _stands_in(figure, hidden):
            return msgspec.structs.replace(figure, value=None, low=None, high=None, counted="", measure=None)
        if self._hidden.touches(figure.counted, document):
            return msgspec.structs.replace(figure, counted="")
        return figure

    def _ladder(self, ladder: Ladder) -> Ladder:
        """The ladder without the numbers that stand in hidden words, nor its name where all do."""
        spans = self._hidden.spans
        points = tuple(
            msgspec.structs.replace(point, value=None, low=None, high=None)
            if _stands_in(point, spans.get(point.document, ()))
            else point
            for point in ladder.points
        )
        gone = points and all(_stands_in(point, spans.get(point.document, ())) for point in points)
        gone = gone or any(self._hidden.touches(ladder.measure, point.document) for point in points)
        return msgspec.structs.replace(ladder, points=points, measure=blocks(ladder.measure) if gone else ladder.measure)


def _stands_in(found: Figure | Point, hidden: Iterable[Span]) -> bool:
    place = Span(found.start, found.end)
    return any(place.overlaps(span) for span in hidden)
