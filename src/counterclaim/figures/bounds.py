"""Words that bound a number, before it and behind it."""

import re

import msgspec

from counterclaim.figures.entries import BoundEntry, phrase_expression
from counterclaim.values.figure import Bound
from counterclaim.values.span import Span

FARTHEST = 60
"""Code points before a number in which its bound words are looked for: the longest chain of phrases and fillers."""
WORD_START = r"(?<!\w)"
_RANK = {"exact": 0, "approx": 1, "less_than": 2, "more_than": 2, "at_most": 2, "at_least": 2}
"""A limit says more than an approximation ("at least about 300"), which says more than exactness ("only about 300")."""


class BoundFound(msgspec.Struct, frozen=True, kw_only=True):
    """A number's bound and the stretch of its words, number included."""

    span: Span
    bound: Bound | None


class Bounds:
    """The bound phrases of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[BoundEntry, ...]) -> None:
        self._before, self._before_bounds = _compile(entries, "before")
        self._after, self._after_bounds = _compile(entries, "after")
        self._signs = frozenset(p[-1] for e in entries for p in e.phrases if not p[-1].isalpha())
        fillers = [phrase_expression(p) for e in entries if e.side == "filler" for p in e.phrases]
        filler = "|".join(sorted(fillers, key=lambda f: -len(f))) or "(?!)"
        self._filler = re.compile(rf"(?:\s|{filler})*", re.IGNORECASE)

    def before(self, text: str, number: Span, floor: int) -> BoundFound:
        """The bound of the words that stand before ``number``, none of them before ``floor``.

        Returns:
            The span from the first bound word to the number's end, with the strongest bound among several; the number's
            own span and None where no bound word stands there.
        """
        start, bound = number.start, None
        low = max(floor, number.start - FARTHEST)
        near = text[low : number.start].rstrip()
        if not near or not (near[-1].isalpha() or near[-1] in self._signs):
            return BoundFound(span=number, bound=None)
        matches = list(self._before.finditer(text, low, number.start))
        for match in reversed(matches):
            if match.end() > start or not self._filler.fullmatch(text, match.end(), start):
                break
            start = match.start()
            bound = _stronger(bound, self._before_bounds[_number(match)])
        return BoundFound(span=Span(start, number.end), bound=bound)

    def after(self, text: str, at: int, ceiling: int) -> tuple[int, Bound | None]:
        """The end and bound of the words that begin at ``at`` or one blank behind it; ``at`` and None where there are none."""
        found = self.glued(text, at + 1 if text[at : at + 1].isspace() else at, ceiling)
        return found if found[1] is not None else (at, None)

    def glued(self, text: str, at: int, ceiling: int) -> tuple[int, Bound | None]:
        """The end and bound of the words that begin right at ``at`` ("15-plus"); ``at`` and None where there are none."""
        match = self._after.match(text, at, ceiling)
        return (match.end(), self._after_bounds[_number(match)]) if match else (at, None)


def stronger(one: Bound | None, two: Bound | None) -> Bound | None:
    """The bound that says more; the first where they say equally much."""
    return _stronger(one, two) if two is not None else one


def _stronger(one: Bound | None, two: Bound) -> Bound:
    return two if one is None or _RANK[two] > _RANK[one] else one


def _compile(entries: tuple[BoundEntry, ...], side: str) -> tuple[re.Pattern[str], list[Bound]]:
    phrases = [(p, e.bound) for e in entries if e.side == side for p in e.phrases if e.bound != "none"]
    phrases.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    words: list[str] = []
    signs: list[str] = []
    for i, (phrase, _) in enumerate(phrases):
        expression = phrase_expression(phrase)
        inside = expression.removeprefix(WORD_START)
        (signs if inside == expression else words).append(f"(?P<b{i}>{inside})")
    # one look for the start of a word instead of one for each phrase: most places in a text are none
    forms = f"{WORD_START}(?:{'|'.join(words) or '(?!)'})|{'|'.join(signs) or '(?!)'}"
    return re.compile(forms, re.IGNORECASE), [bound for _, bound in phrases]


def _number(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])
