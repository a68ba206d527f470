"""Numbers that are no figures: years, dates, ages, names, labels, addresses, telephone numbers, scores."""

import re

from counterclaim.figures.dates import DateFound, Dates
from counterclaim.figures.entries import DateEntry, LabelEntry, alternation
from counterclaim.figures.fates import Fates
from counterclaim.figures.numbers import Numeral
from counterclaim.figures.quantity import Quantity
from counterclaim.figures.sentence import Sentence
from counterclaim.values.figure import Bound
from counterclaim.values.syntax import Token

LIMITS: frozenset[Bound | None] = frozenset({"at_least", "more_than", "at_most", "less_than"})
RECENT_YEARS = range(1900, 2051)
OTHER_YEARS = (range(1000, 1900), range(2051, 2200))
OLDEST_PERSON = 120
LONGEST_LINK = 80
"""Code points on either side of a number in which its word is looked at for an address on the web."""
_PHONE = re.compile(r"(?:\+\d|\(\d{2,5}\)|(?<!\d)\d{2,4}-\d{2,4}-\d)[\d\s().-]{4,}\d")
_LINK = re.compile(r"://|www\.|\.(?:com|org|net|ru|ua|uk)\b|[@#_\\]")


class Refusals:
    """What is no figure in one language; compiled from its word lists, holds no state of any document."""

    def __init__(self, labels: tuple[LabelEntry, ...], date_words: tuple[DateEntry, ...], dates: Dates, fates: Fates) -> None:
        of: dict[str, list[str]] = {}
        for entry in labels:
            of.setdefault(entry.side, []).extend(entry.words)
        self._labels = frozenset(of.get("before", []))
        self._streets = frozenset(of.get("after", []))
        self._idioms = re.compile(rf"(?<!\w)(?:{alternation(of.get('name', []))})(?!\w)", re.IGNORECASE)
        ages = [w for e in date_words if e.kind == "age" for w in e.words]
        olds = [w for e in date_words if e.kind == "old" for w in e.words]
        self._age = re.compile(rf"(?<!\w)(?:{alternation(ages)})\s+(?:\w+\s+)?(?:\d+\s?(?:-|–|to|and)\s?)?$", re.IGNORECASE)
        self._old = re.compile(rf"[\s-]?(?:{alternation(olds)})(?!\w)", re.IGNORECASE)
        self._dates = dates
        self._fates = fates

    def spans(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Stretches of the sentence in which no number is a figure: idioms, telephone numbers."""
        text, span = sentence.text, sentence.span
        found = [m.span() for m in self._idioms.finditer(text, span.start, span.end)]
        found += [m.span() for m in _PHONE.finditer(text, span.start, span.end) if sum(c.isdigit() for c in m.group()) >= 9]
        return found

    def refuses(
        self,
        sentence: Sentence,
        quantity: Quantity,
        *,
        head: Token | None,
        taken: list[tuple[int, int]],
        dates: tuple[DateFound, ...],
    ) -> bool:
        """Whether ``quantity`` is no figure.

        Args:
            sentence: Its sentence.
            quantity: The number with the unit and the bound found for it.
            head: The noun it counts, if one follows.
            taken: What `spans` returned.
            dates: The dates and times of the sentence.
        """
        numeral, bound, unit = quantity.number, quantity.bound, quantity.unit is not None
        if any(numeral.start < e and s < numeral.end for s, e in taken):
            return True
        if any(numeral.start < d.span.end and d.span.start < numeral.end for d in dates):
            return True
        if self._dates.before_clock_word(sentence.text, numeral.end) or self._is_age(sentence, numeral, bound, head):
            return True
        if self._is_glued(sentence, numeral, unit=unit, start=quantity.start):
            return True
        if unit:
            return False
        plural = head is not None and "Number=Sing" not in head.feats
        if not numeral.digits:
            return self._is_named(sentence, numeral, head)
        if self._is_year(sentence, numeral, bound, quantity.start, head):
            return True
        return bound not in LIMITS and (
            self._is_label(sentence, numeral, dates, plural=plural) or self._is_address(sentence, numeral, plural=plural)
        )

    def _is_glued(self, sentence: Sentence, numeral: Numeral, *, unit: bool, start: int) -> bool:
        """Whether letters, digits or a hyphened letter make one word with the number ("9N24", "S-300"), or a link holds it."""
        text = sentence.text
        left, right = text[max(0, numeral.start - 2) : numeral.start], text[numeral.end : numeral.end + 2]
        if start == numeral.start and left:
            if left[-1].isalnum() or left[-1] in "_#@[/\\":
                return True
            if left[-1] in "-–" and len(left) == 2 and left[0].isalpha() and not self._joins_range(text, numeral.start):
                return True
            if (left[-1] in ".,:" and left[:1].isdigit()) or (left[-1] == "." and left[:1].isalpha()):
                return True
            if left[-1] in "'’‘" and numeral.digits and numeral.value < 100 and numeral.end - numeral.start == 2:
                return True
        if right and not unit:
            if right[0].isalnum() or right[0] in "_@/\\":
                return not (right[0] == "/" and not numeral.digits)
            if right[0] in ".,:" and right[1:].isdigit():
                return True
            if (
                right[0] == "-"
                and right[1:].isupper()
                and numeral.digits
                and sentence.text[numeral.end + 2 : numeral.end + 3].isupper()
            ):
                return True
            if right[0] == "]":
                return True
        if not numeral.digits:
            return False
        left_end, right_end = numeral.start, numeral.end
        lowest = max(sentence.span.start, left_end - LONGEST_LINK)
        highest = min(sentence.span.end, right_end + LONGEST_LINK)
        while left_end > lowest and not text[left_end - 1].isspace():
            left_end -= 1
        while right_end < highest and not text[right_end].isspace():
            right_end += 1
        return _LINK.search(text, left_end, right_end) is not None

    @staticmethod
    def _joins_range(text: str, start: int) -> bool:
        """Whether the hyphen before ``start`` ends a joiner between two numbers ("0-to-60")."""
        return re.search(r"\d-?[^\W\d]{1,3}-$", text[max(0, start - 12) : start]) is not None

    def _is_year(self, sentence: Sentence, numeral: Numeral, bound: Bound | None, start: int, head: Token | None) -> bool:
        text = sentence.text
        if numeral.scale != 1 or not text[numeral.start : numeral.end].isdigit() or numeral.end - numeral.start != 4:
            return False
        value = int(numeral.value)
        # "below 2005 levels" is a year; "more than 2005 people" and "over 2000 tanks" are none
        worded = len(text[start : numeral.start].split()) == 1
        if bound in LIMITS and not (worded and value % 100):
            return False
        led = self._dates.after_year_word(text, numeral.start, sentence.span.start)
        if value in RECENT_YEARS:
            person = head is not None and self._fates.is_person(sentence, sentence.before(head.end))
            return led or not (person or self._befalls(sentence, numeral.end))
        plural = head is not None and "Number=Sing" not in head.feats
        return any(value in years for years in OTHER_YEARS) and led and not plural

    def _is_age(self, sentence: Sentence, numeral: Numeral, bound: Bound | None, head: Token | None) -> bool:
        text, floor = sentence.text, sentence.span.start
        if numeral.value > OLDEST_PERSON or numeral.vague or bound in LIMITS:
            return False
        if self._age.search(text, max(floor, numeral.start - 24), numeral.start):
            return True
        old = self._old.match(text, numeral.end, sentence.span.end)
        if old:
            index = sentence.after(old.end())
            following = sentence.token(index)
            if following is not None and following.pos == "NOUN":
                return self._fates.is_person(sentence, index)
            if "-" in old.group():
                return True
            subject = self._subject(sentence, numeral)
            if subject is None:
                return False
            return subject.pos == "PROPN" or self._fates.is_person(sentence, sentence.before(subject.end))
        if not numeral.digits or head is not None:
            return False
        index = sentence.before(numeral.start)
        before, named = sentence.token(index), sentence.token(index - 1)
        if before is None or named is None or text[numeral.end : numeral.end + 1] not in (",", ")", ".", ";"):
            return False
        if before.pos == "AUX":
            return self._fates.is_person(sentence, index - 1)
        return before.text in (",", "(") and named.text[:1].isupper() and named.pos in ("PROPN", "")

    def _befalls(self, sentence: Sentence, position: int) -> bool:
        """Whether the word right behind ``position`` says what befell those counted, or names it ("1945 deaths")."""
        index = sentence.after(position)
        return self._fates.at(sentence, index) is not None or self._fates.named(sentence, index) is not None

    @staticmethod
    def _subject(sentence: Sentence, numeral: Numeral) -> Token | None:
        """The last noun, name or pronoun before the number."""
        for index in range(sentence.before(numeral.start), -1, -1):
            if sentence.tokens[index].pos in ("NOUN", "PROPN", "PRON"):
                return sentence.tokens[index]
        return None

    def _is_label(self, sentence: Sentence, numeral: Numeral, dates: tuple[DateFound, ...], *, plural: bool) -> bool:
        """Whether the number is part of a name ("Section 427", "Channel 5", "Mars 3")."""
        index = sentence.before(numeral.start)
        before = sentence.token(index)
        if before is None or not sentence.touches(before.end, numeral.start):
            return False
        capital = before.text[:1].isupper()
        word = {sentence.forms[index], sentence.lemmas[index], sentence.forms[index].strip(".") + "."}
        if word & self._labels and before.pos in ("NOUN", "PROPN", "X", "SYM", "PUNCT", "ADJ", ""):
            return (capital and index > 0) or not plural
        if before.text in ("№", "#"):
            return True
        dated = any(d.span.end == before.end for d in dates)
        if dated or not (capital and before.pos in ("PROPN", "")) or before.text.endswith("."):
            return False
        first = index
        while (
            first > 0
            and sentence.tokens[first - 1].pos == "PROPN"
            and sentence.touches(sentence.tokens[first - 1].end, sentence.tokens[first].start)
        ):
            first -= 1
        led = sentence.token(first - 1)
        return not (plural and led is not None and led.pos == "ADP")

    def _is_address(self, sentence: Sentence, numeral: Numeral, *, plural: bool) -> bool:
        """Whether a capitalised street name follows ("12 Hill Street"), or the number opens a list item ("1.")."""
        index = sentence.after(numeral.end)
        at = index
        while at < min(index + 4, len(sentence.tokens)) and sentence.tokens[at].text[:1].isalnum():
            token = sentence.tokens[at]
            if not (token.text[:1].isupper() or token.text[:1].isdigit()):
                break
            named = at > index or self._capital(sentence, at + 1)
            if named and sentence.forms[at] in self._streets:
                return True
            at += 1
        following = sentence.token(index)
        opens = numeral.start == sentence.span.start and following is not None and following.text in (".", ")")
        return opens and index + 1 < len(sentence.tokens)

    @staticmethod
    def _capital(sentence: Sentence, index: int) -> bool:
        token = sentence.token(index)
        return token is not None and token.text[:1].isupper()

    @staticmethod
    def _is_named(sentence: Sentence, numeral: Numeral, head: Token | None) -> bool:
        """Whether a capitalised number word inside a sentence is part of a name ("Kick Six", "the Big Four")."""
        if not sentence.text[numeral.start].isupper() or numeral.start == sentence.span.start:
            return False
        before = sentence.token(sentence.before(numeral.start))
        following = sentence.token(sentence.after(numeral.end))
        if before is None or not (before.text[:1].isalnum() or before.text in ("-", "&")):
            return False
        lower_head = head is not None and head.text[:1].islower() and "Number=Sing" not in head.feats
        capitals = [t for t in (before, following) if t is not None and t.text[:1].isupper()]
        return bool(capitals) and not lower_head
