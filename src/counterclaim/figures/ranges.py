"""Two numbers that make a range, and those that only look like one."""

import re

from counterclaim.figures.entries import RangeEntry, alternation
from counterclaim.figures.quantity import Quantity
from counterclaim.values.figure import Bound
from counterclaim.values.syntax import Token

LOWER: frozenset[Bound] = frozenset({"more_than", "at_least"})
UPPER: frozenset[Bound] = frozenset({"less_than", "at_most"})
OPENER_REACH = 16
"""Code points before the first number in which "between" or "from" is looked for."""
CHANGE_REACH = 4
"""Tokens before "from" among which a verb of change makes two figures of it ("rose by a third from 30 to 39")."""
SPORT_LIMIT = 20
"""A dash between two bare numbers below this is a score unless something countable follows."""


class Ranges:
    """The range words of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[RangeEntry, ...]) -> None:
        of: dict[str, list[str]] = {}
        for entry in entries:
            of.setdefault(entry.kind, []).extend(entry.words)
        words = {kind: alternation(of.get(kind, [])) for kind in ("between", "and", "from", "to", "or", "dash", "both")}
        self._between = re.compile(rf"(?<!\w)(?:{words['between']})\s+\S{{0,3}}$", re.IGNORECASE)
        self._from = re.compile(rf"(?<!\w)(?:{words['from']})\s+\S{{0,3}}$", re.IGNORECASE)
        self._gap = re.compile(
            rf"\s+(?P<and>{words['and']})\s+|\s+(?P<or>{words['or']})\s+|-?\s*(?P<to>{words['to']})\s*|(?P<dash>\s?(?:{words['dash']})\s?)",
            re.IGNORECASE,
        )
        self._to = re.compile(rf"(?:{words['to']})\s*", re.IGNORECASE)
        self._both = re.compile(rf"\s*(?:{words['both']})\s*", re.IGNORECASE)
        self._change = frozenset(of.get("change", []))

    def join(self, text: str, one: Quantity, two: Quantity, before: tuple[Token, ...], countable: bool) -> Quantity | None:
        """The range from ``one`` to ``two``; None where they are two figures.

        Args:
            text: The document's text.
            one: The first number, with its unit and bound.
            two: The next one.
            before: The last tokens before ``one``, in order.
            countable: Whether a noun or unit follows ``two``.
        """
        if one.bound in LOWER and two.bound in UPPER and self._both.fullmatch(text, one.end, two.start):
            return _joined(one, two) if one.unit == two.unit and one.value < two.value else None
        if one.vague or two.vague or (one.unit and two.unit and one.unit != two.unit):
            return None
        gap = self._gap.fullmatch(text, one.end, two.number.start)
        lead = gap or self._gap.fullmatch(text, one.end, two.start)
        if lead is None or (one.unit and not two.unit and not one.leads):
            return None
        scaled = one.number.mantissa * two.number.scale
        if one.number.scale == 1 and one.number.value < two.number.mantissa and two.number.scale > 1:
            one = one.revalued(scaled)
        opened = self._between.search(text, max(0, one.start - OPENER_REACH), one.start)
        if lead["and"]:
            return _joined(one, two, opened.start() if opened else None) if opened else None
        if lead["dash"]:
            return _joined(one, two) if self._dashed(one, two, countable) else None
        if one.value >= two.value and not (one.unit and two.unit):
            return None
        if lead["or"]:
            return _joined(one, two) if two.value <= 3 * max(one.value, 1) and one.unit in (None, two.unit) else None
        opened = self._from.search(text, max(0, one.start - OPENER_REACH), one.start)
        if opened and any(self._changes(t) for t in before[-CHANGE_REACH:]):
            return None
        if not opened and one.value >= two.value:
            return None
        return _joined(one, two, opened.start() if opened else None)

    def reached(self, words: str, near: tuple[Token, ...]) -> bool:
        """Whether words that could bound a number only say how far a change went ("выросло до 52": grew to 52, not at most).

        Args:
            words: The words taken as a bound.
            near: The tokens around the number.
        """
        return self._to.fullmatch(words) is not None and any(self._changes(token) for token in near)

    def _changes(self, token: Token) -> bool:
        return token.lemma.lower() in self._change or token.text.lower() in self._change

    def ties(self, between: str | None, *, bare: bool) -> bool:
        """Whether ``between`` binds a number to one that is no figure, so that it is none either ("1600 and 1900", "3888-2").

        Args:
            between: The words between the two numbers; None where there is no such neighbour.
            bare: Whether nothing countable follows the number; otherwise only a dash binds.
        """
        gap = self._gap.fullmatch(between) if between else None
        return gap is not None and (bare or gap["dash"] is not None)

    @staticmethod
    def _dashed(one: Quantity, two: Quantity, countable: bool) -> bool:
        if one.value >= two.value:
            return False
        return countable or bool(one.unit or two.unit) or one.value >= SPORT_LIMIT


def _joined(one: Quantity, two: Quantity, start: int | None = None) -> Quantity:
    low, high = sorted((one.value, two.value))
    unit = two if two.unit else one
    return Quantity(
        start=one.start if start is None else start,
        end=two.end,
        number=two.number,
        value=low,
        high=high,
        bound="range",
        unit=unit.unit,
        unit_kind=unit.unit_kind,
        unit_words=unit.unit_words,
        leads=one.leads,
        after=two.after,
    )
