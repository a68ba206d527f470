"""A number on its way to a figure: with its unit, its bound and the words it covers."""

import msgspec

from counterclaim.figures.numbers import Numeral
from counterclaim.values.figure import Bound


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """One number or range; offsets index the document's text.

    Attributes:
        start: First code point of the number with its bound words and currency.
        end: One past its last, unit included, rate not.
        number: The number as written; of a range the second.
        value: The number's worth; of a range the lower end; of a vague one the least it can mean.
        high: The upper end of a range; None otherwise.
        bound: How it limits the truth; None where no words say so.
        unit: Its unit's code; None for plain counts.
        unit_kind: ``percent``, ``currency``, ``measure``, ``time``; empty without a unit.
        unit_words: The unit as what is counted.
        leads: Whether the unit stands before the number ("$10 to 15").
        after: Where the search for what is counted begins: behind unit and rate.
    """

    start: int
    end: int
    number: Numeral
    value: float
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    unit_kind: str = ""
    unit_words: str = ""
    leads: bool = False
    after: int = 0

    @property
    def vague(self) -> bool:
        """Whether the words give no number."""
        return self.number.vague

    def revalued(self, value: float) -> "Quantity":
        """The same with another value: the first of "10 to 15 billion" is ten billion."""
        return msgspec.structs.replace(self, value=value)


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity among the others of its sentence; what it counts is never looked for across another number.

    Attributes:
        quantity: The number or range.
        previous: The one before it in the sentence; None for the first.
        floor: Where the one before it ends, else where the sentence begins.
        ceiling: Where the one behind it begins, else where the sentence ends.
        last: Whether none stands behind it.
    """

    quantity: Quantity
    previous: Quantity | None
    floor: int
    ceiling: int
    last: bool
