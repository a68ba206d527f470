"""One sentence's figures: numbers, then units, bounds and ranges, then what they count; what is no figure falls out."""

import re

import msgspec

from counterclaim.figures.bounds import BoundFound, stronger
from counterclaim.figures.counted import Counted
from counterclaim.figures.dates import DateFound
from counterclaim.figures.grammar import Grammar
from counterclaim.figures.numbers import Numeral
from counterclaim.figures.quantity import Placed, Quantity
from counterclaim.figures.refusals import LIMITS
from counterclaim.figures.sentence import Sentence
from counterclaim.values.figure import Bound
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

SELF_STANDING = 1000
"""A bare number from here on is taken as a figure of something; smaller ones may be scores, ratings or list numbers."""
INTRODUCING = frozenset({"ADP", "AUX", "VERB", "PART", "DET", "SCONJ", ""})
"""Parts of speech behind which a bare small number is a figure ("fell to 14", "the 12 it named")."""
CHANGE_NEAR = 4
"""Tokens on either side of a number in which a verb of change is looked for."""
CONVERSION = re.compile(r"(?:\s?[^\W\d_]{1,12})?\s?\(")
"""What stands between a number and its conversion into another unit: a unit no list has, and an opening bracket."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as read in its sentence, before it is known whose it is and as of when."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    unit: str | None
    counted: str
    measure: str


def read(sentence: Sentence, grammar: Grammar, dates: tuple[DateFound, ...]) -> list[Reading]:
    """The figures of one sentence, in order, without overlap.

    Numbers that are dates, ages, names, labels or scores are left out, and so are bare small numbers that nothing counts.
    """
    numerals = grammar.numbers.scan(sentence.text, sentence.span.start, sentence.span.end)
    quantities = _joined(sentence, grammar, _accepted(sentence, grammar, numerals, dates))
    readings: list[Reading] = []
    before: Counted | None = None
    for placed in _placed(sentence, quantities):
        counted = _rated(sentence, grammar, placed.quantity, grammar.counting.of(sentence, placed, before))
        bounded = _bounded_after(sentence, grammar, placed, counted)
        if bounded.end > placed.quantity.end and not counted.measure and not bounded.unit:
            counted = grammar.counting.again(sentence, msgspec.structs.replace(placed, quantity=bounded), counted)
        if _stands(sentence, bounded, counted):
            before = counted
            readings.append(_reading(bounded, counted))
    return readings


def _placed(sentence: Sentence, quantities: list[Quantity]) -> list[Placed]:
    placed: list[Placed] = []
    for at, quantity in enumerate(quantities):
        previous = quantities[at - 1] if at else None
        following = quantities[at + 1] if at + 1 < len(quantities) else None
        placed.append(
            Placed(
                quantity=quantity,
                previous=previous,
                floor=previous.end if previous else sentence.span.start,
                ceiling=following.start if following else sentence.span.end,
                last=following is None,
            )
        )
    return placed


def _accepted(sentence: Sentence, grammar: Grammar, numerals: list[Numeral], dates: tuple[DateFound, ...]) -> list[Quantity]:
    """The numbers that may be figures, each with its unit and the bound before it."""
    text, taken = sentence.text, grammar.refusals.spans(sentence)
    accepted: list[Quantity] = []
    floor, refused_end = sentence.span.start, -1
    for written in numerals:
        end, tail = grammar.bounds.glued(text, written.end, sentence.span.end)
        numeral = msgspec.structs.replace(written, end=end)
        name = grammar.names.after(sentence, numeral.end, share=numeral.share)
        head = name.head if name else None
        quantity = _quantity(sentence, grammar, numeral, tail, head, floor)
        unit = quantity.unit is not None
        tied = numeral.digits and not unit and 0 <= refused_end <= numeral.start
        refused = grammar.refusals.refuses(sentence, quantity, head=head, taken=taken, dates=dates)
        if refused or (tied and grammar.ranges.ties(text[refused_end : numeral.start], bare=head is None)):
            refused_end = numeral.end
            last = accepted[-1] if accepted else None
            if last and not last.unit and grammar.ranges.ties(text[last.end : numeral.start], bare=True):
                accepted.pop()
            continue
        floor = quantity.end
        accepted.append(quantity)
    return accepted


def _quantity(
    sentence: Sentence, grammar: Grammar, numeral: Numeral, tail: Bound | None, head: Token | None, floor: int
) -> Quantity:
    text, span = sentence.text, sentence.span
    plural = head is not None and "Number=Plur" in head.feats and _adjoins(sentence, numeral, head)
    unit = grammar.units.beside(text, numeral, span.start, span.end, plural)
    number = Span(min(unit.start, numeral.start), unit.end) if unit else Span(numeral.start, numeral.end)
    bound = grammar.bounds.before(text, number, floor)
    at = sentence.after(numeral.start)
    near = sentence.tokens[max(0, at - CHANGE_NEAR) : at + CHANGE_NEAR]
    if bound.bound and grammar.ranges.reached(text[bound.span.start : number.start], near):
        bound = BoundFound(span=number, bound=None)
    return Quantity(
        start=bound.span.start,
        end=number.end,
        number=numeral,
        value=numeral.mantissa if unit and unit.glued_as_unit else numeral.value,
        bound=stronger(bound.bound, tail),
        unit=unit.code if unit else None,
        unit_kind=unit.kind if unit else "",
        unit_words=unit.words if unit else "",
        leads=unit is not None and unit.start < numeral.start,
        after=unit.rate_end if unit else numeral.end,
    )


def _adjoins(sentence: Sentence, numeral: Numeral, head: Token) -> bool:
    """Whether the noun group begins right behind the number."""
    return sentence.touches(numeral.end, sentence.tokens[sentence.after(numeral.end)].start) and head.start >= numeral.end


def _dashed(text: str, end: int, start: int) -> bool:
    """Whether only a dash or slash stands between a number refused and this one ("3888-2")."""
    return 0 <= end <= start and text[end:start].strip() in ("-", "–", "/", ".", ":") and start - end <= 1


def _joined(sentence: Sentence, grammar: Grammar, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with ranges made one, and scores ("3-1") left out."""
    out: list[Quantity] = []
    at = 0
    while at < len(quantities):
        one = quantities[at]
        two = quantities[at + 1] if at + 1 < len(quantities) else None
        if two is not None and one.high is None:
            countable = grammar.names.after(sentence, two.after, share=False) is not None
            before = sentence.tokens[max(0, sentence.before(one.start) - 6) : sentence.before(one.start) + 1]
            both = grammar.ranges.join(sentence.text, one, two, before, countable)
            if both is not None:
                out.append(both)
                at += 2
                continue
            if not one.unit and not two.unit and _dashed(sentence.text, one.number.end, two.number.start):
                at += 2
                continue
        out.append(_converted(sentence.text, out[-1], one) if out else one)
        at += 1
    return out


def _converted(text: str, before: Quantity, one: Quantity) -> Quantity:
    """In "more than 5 miles (8 km)" the conversion shares the limit of what it converts."""
    if one.bound or not one.unit or before.bound not in LIMITS or not CONVERSION.fullmatch(text, before.end, one.start):
        return one
    return msgspec.structs.replace(one, bound=before.bound)


def _bounded_after(sentence: Sentence, grammar: Grammar, placed: Placed, counted: Counted) -> Quantity:
    """The quantity with the bound of the words behind it or behind what it counts, if such stand there."""
    quantity = placed.quantity
    for at in (quantity.number.end, quantity.end, counted.end):
        end, bound = grammar.bounds.after(sentence.text, at, placed.ceiling)
        # "12 dead, at least 30 hurt": words that end where the next number begins bound that one
        if bound is None or not (placed.last or sentence.text[end : placed.ceiling].strip()):
            continue
        kept = quantity.bound if quantity.bound == "range" else stronger(quantity.bound, bound)
        return msgspec.structs.replace(quantity, bound=kept, end=max(quantity.end, end), after=max(quantity.after, end))
    return quantity


def _rated(sentence: Sentence, grammar: Grammar, quantity: Quantity, counted: Counted) -> Counted:
    """What is counted with its rate ("rockets a day"); units bring theirs along."""
    if quantity.unit or not counted.words:
        return counted
    rate, end = grammar.units.rate(sentence.text, counted.end, sentence.span.end)
    return msgspec.structs.replace(counted, words=f"{counted.words} {rate}", end=end) if rate else counted


def _stands(sentence: Sentence, quantity: Quantity, counted: Counted) -> bool:
    """Whether the number is a figure of something: it has a noun, unit or bound, or is large, or is introduced as one.

    A number word behind an article stands for persons named before ("the two left"), which makes it no figure.
    """
    number = quantity.number
    if number.weak:
        return counted.named and bool(counted.words)
    if quantity.unit or counted.words or number.vague or quantity.bound == "range" or quantity.bound in LIMITS:
        return True
    if quantity.bound == "approx" or number.scale != 1 or abs(quantity.value) >= SELF_STANDING or number.value % 1:
        return True
    before = sentence.token(sentence.before(quantity.start))
    pronoun = not number.digits and before is not None and before.pos == "DET"
    return before is not None and before.pos in INTRODUCING and not pronoun


def _reading(quantity: Quantity, counted: Counted) -> Reading:
    number = quantity.number
    bound: Bound | None = quantity.bound or ("approx" if number.round else "exact")
    value: float | None = quantity.value
    low: float | None = None
    if bound == "range":
        value, low = None, quantity.value
    elif number.vague:
        value, low = None, quantity.value
        bound = "approx" if bound in ("exact", "approx") else bound
    return Reading(
        span=Span(quantity.start, quantity.end),
        value=value,
        low=low,
        high=quantity.high,
        bound=bound,
        unit=quantity.unit,
        counted=counted.words,
        measure=counted.measure,
    )
