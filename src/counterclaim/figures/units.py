"""Units beside a number: percent, currencies, measures, time, and rates ("$3 a month")."""

import re

import msgspec

from counterclaim.figures.entries import UnitEntry, alternation
from counterclaim.figures.numbers import Numeral

WIDEST = 12
"""Code points before a number in which a currency is looked for: longer than any form in a list."""

LONGEST_SYMBOL = 2
"""Letters of a form that is taken as a symbol, whose case counts ("MB" and "mb" differ)."""
BLANK = r"\s"


class UnitFound(msgspec.Struct, frozen=True, kw_only=True):
    """A unit beside a number; offsets index the document's text.

    Attributes:
        kind: ``percent``, ``currency``, ``measure`` or ``time``.
        code: What `Figure.unit` shows.
        words: The unit as what is counted: its name, whatever form the text has.
        start: First code point of number and unit together.
        end: One past the last, without a rate.
        rate_end: One past the rate's last ("a month"); ``end`` without one.
        glued_as_unit: Whether a glued letter that could be a scale was read as this unit ("12m" is metres).
    """

    kind: str
    code: str
    words: str
    start: int
    end: int
    rate_end: int
    glued_as_unit: bool = False


class Units:
    """The units of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[UnitEntry, ...]) -> None:
        self._before = [(form, e) for e in entries for form in e.before]
        self._before.sort(key=lambda pair: -len(pair[0]))
        self._symbols = dict(reversed(self._before))
        plain = [e for e in entries if e.kind in ("percent", "currency", "measure", "time")]
        behind = sorted(((form, e) for e in plain for form in e.after), key=lambda pair: (-len(pair[0]), pair[0]))
        glued = sorted(((form, e) for e in plain for form in e.glued), key=lambda pair: (-len(pair[0]), pair[0]))
        self._after_entries = [e for _, e in behind]
        self._glued_entries = dict(glued)
        self._lead = re.compile(rf"(?<![^\W\d_])(?P<unit>{'|'.join(re.escape(f) for f, _ in self._before) or '(?!)'})\s?-?$")
        forms = "|".join(f"(?P<u{i}>{_form(form)})" for i, (form, _) in enumerate(behind)) or "(?!)"
        self._after = re.compile(rf"(?:\s|-)?(?:{forms})(?![^\W_])")
        self._glued = re.compile(rf"(?P<unit>{alternation(tuple(self._glued_entries))})(?![^\W_])")
        per = alternation([w for e in entries if e.kind == "per" for w in e.after])
        each = alternation([w for e in entries if e.kind == "each" for w in e.after])
        timed = "|".join(_form(f) for e in plain if e.kind in ("time", "measure") for f in e.after) or "(?!)"
        rated = alternation([w for e in entries if e.kind == "rated" for w in e.after])
        self._rate = re.compile(
            rf"\s?(?:(?:{per})\s?(?:(?:{timed})(?!\w)|[^\W\d_]+)|\s(?:{each})[\s-](?:{timed}|{rated})(?!\w)|\s(?:{each})-?(?:{timed})(?!\w))"
        )

    def beside(self, text: str, numeral: Numeral, start: int, end: int, plural_follows: bool) -> UnitFound | None:
        """The unit of ``numeral`` within the sentence ``text[start:end]``; None where no unit stands beside it.

        Args:
            text: The document's text.
            numeral: The number.
            start: First code point of the sentence.
            end: One past its last.
            plural_follows: Whether what follows can be counted, so that a glued letter is a scale ("3m refugees").
        """
        after = self._after.match(text, numeral.end, end)
        lead = self._lead.search(text, max(start, numeral.start - WIDEST), numeral.start)
        if lead:
            entry = self._symbols[lead["unit"]]
            stop = numeral.end
            if after and self._after_entries[int(str(after.lastgroup)[1:])].kind == "currency":
                stop = after.end()
                entry = self._named(entry, self._after_entries[int(str(after.lastgroup)[1:])])
            return self._found(text, entry, entry.name, lead.start(), stop, end)
        as_unit = self._glued_entries.get(numeral.glued) if numeral.glued else None
        if as_unit and not after and not plural_follows:
            return self._found(text, as_unit, numeral.glued, numeral.start, numeral.end, end, glued=True)
        if after:
            entry = self._after_entries[int(str(after.lastgroup)[1:])]
            return self._found(text, entry, entry.name, numeral.start, after.end(), end)
        if not numeral.glued and numeral.digits:
            behind = self._glued.match(text, numeral.end, end)
            if behind:
                entry = self._glued_entries[behind["unit"]]
                return self._found(text, entry, "%" if entry.code == "%" else behind["unit"], numeral.start, behind.end(), end)
        return None

    def rate(self, text: str, at: int, end: int) -> tuple[str, int]:
        """The rate that begins at ``at`` ("a month", "per head") and its end; empty and ``at`` where there is none."""
        match = self._rate.match(text, at, end)
        return (" ".join(match.group().split()), match.end()) if match else ("", at)

    @staticmethod
    def _named(symbol: UnitEntry, words: UnitEntry) -> UnitEntry:
        """Of "$5 Australian dollars" the words; of "US$5 dollars" the symbol, which says more."""
        return words if symbol.code != words.code and words.code == words.code.upper() else symbol

    def _found(
        self, text: str, entry: UnitEntry, words: str, start: int, stop: int, end: int, *, glued: bool = False
    ) -> UnitFound:
        rate, rate_end = self.rate(text, stop, end)
        words = f"{words} {rate}" if rate else words
        return UnitFound(
            kind=entry.kind, code=entry.code, words=words, start=start, end=stop, rate_end=rate_end, glued_as_unit=glued
        )


def _form(form: str) -> str:
    """A written form as a regular expression: of one or two letters exactly, otherwise whatever its case."""
    if form.isalpha() and len(form) <= LONGEST_SYMBOL:
        return form
    open_groups = re.sub(r"\((?!\?)", "(?:", form)
    return f"(?i:{open_groups.replace(' ', BLANK)})"
