"""How many of what: a figure with its bound, what is counted, by whom, as of when."""

from typing import Literal

import msgspec

from counterclaim.values.span import Span

Bound = Literal["exact", "approx", "at_least", "at_most", "more_than", "less_than", "range"]


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One number that the text gives for something.

    Attributes:
        id: ``f1``, ``f2`` ... in text order.
        start: First code point of the number with its bound words ("at least 12").
        end: One past the last.
        value: The number; None for a range, or where only vague words stand ("dozens").
        low: Lower end, inclusive; None if open.
        high: Upper end, inclusive; None if open.
        bound: How the number limits the truth; None if the words do not say.
        unit: ``%``, ``USD``, ``km`` ...; None for plain counts.
        counted: The words for what is counted ("civilians killed"); empty if nothing stands there.
        measure: What figures are grouped by across documents and languages ("deaths"); None where no list knows it.
        attribution: Id of the innermost attribution whose content holds the figure.
        estimator: Id of the source that gives the figure.
        as_of: ISO 8601 date or time the figure holds for; None if not said.
        part_of: Id of the figure that this one is a share of ("27 dead, two children among them"); None if it is a whole.
    """

    id: str
    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    counted: str = ""
    measure: str | None = None
    attribution: str | None = None
    estimator: str | None = None
    as_of: str | None = None
    part_of: str | None = None

    @property
    def span(self) -> Span:
        """The figure's place, in code points of the document's text."""
        return Span(self.start, self.end)
