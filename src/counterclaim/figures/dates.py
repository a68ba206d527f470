"""Dates and times in a sentence: what they say, and that their numbers are no figures."""

import re
from datetime import date, timedelta

import msgspec

from counterclaim.figures.entries import DateEntry, alternation
from counterclaim.values.span import Span

LEAD_REACH = 16
"""Code points before a date in which a word like "since" or "as of" is looked for."""

KINDS = ("month", "weekday", "day", "as_of", "not", "period", "year", "clock", "era", "ending", "of")


class DateFound(msgspec.Struct, frozen=True, kw_only=True):
    """A date or time in the text.

    Attributes:
        span: Its words, in code points of the document's text.
        year: The year, where it stands there.
        month: 1..12, where a month stands there.
        day: Of the month.
        weekday: 0 for Monday, where only a weekday stands there.
        shift: Days from the day of publication, for "yesterday".
        clock: ``HH:MM``, where a time stands there.
        lead: ``as_of`` behind such words, ``not`` behind words that make it the end of a period, else empty.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    clock: str | None = None
    lead: str = ""


class Dates:
    """The date words of one language, compiled from its word list; holds no state of any document."""

    def __init__(self, entries: tuple[DateEntry, ...]) -> None:
        of: dict[str, dict[str, int]] = {}
        for entry in entries:
            of.setdefault(entry.kind, {}).update(entry.words)
        words = {kind: alternation(tuple(of.get(kind, {}))) for kind in KINDS}
        self._months, self._weekdays = of.get("month", {}), of.get("weekday", {})
        self._days = {k.lower(): v for k, v in of.get("day", {}).items()}
        span = rf"\d{{1,2}}(?:-?(?:{words['ending']})(?!\w))?"
        days = rf"{span}(?:\s?(?:[-–/]|[^\W\d_]{{1,3}})\s?{span})?"
        month = rf"(?:{words['month']})(?!\w)"
        year = r"(?P<{}>(?:1[0-9]|20)\d\d)(?!\d)"
        self._date = re.compile(
            rf"(?<!\w)(?P<day1>{days})\.?\s(?:(?:{words['of']})\s)?(?P<month1>{month})\.?(?:,?\s{year.format('year1')})?"
            rf"|(?<!\w)(?P<month2>{month})\s(?P<day2>{days})(?!\w|[.,]\d{{3}})(?:,?\s{year.format('year2')})?"
            rf"|(?<!\w)(?P<month3>{month}),?\s{year.format('year3')}"
            rf"|(?<![\d.,/-])(?P<iso>\d{{4}}-\d\d-\d\d)(?:T[\d:.]+Z?)?(?![\d-])"
            rf"|(?<![\d.,/-])(?P<dotted>\d{{1,2}}[./]\d{{1,2}}[./](?:\d{{4}}|\d\d))(?![\d/])"
            rf"|(?<!\w)(?P<weekday>{words['weekday']})(?!\w)"
            rf"|(?<!\w)(?i:(?P<shift>{words['day']}))(?!\w)"
            rf"|(?<![\d.,:])(?P<clock>[0-2]?\d[:.][0-5]\d)(?:[:.][0-5]\d)?(?:[\s]?(?i:{words['clock']}))(?!\w)"
            rf"|(?<![\d.,:-])(?P<time>[0-2]?\d:[0-5]\d(?::[0-5]\d)?)(?![\d:])"
            rf"|(?<![\w.,:])(?P<hour>[0-2]?\d)\s?(?i:{words['clock']})(?!\w)"
            rf"|(?<![\w.,])(?P<hundred>[0-2]\d[0-5]\d)\s(?:{words['clock']})(?!\w)"
            rf"|(?<![\w.,])(?P<eraed>\d{{1,4}})\s(?:{words['era']})(?!\w)"
            rf"|(?<!\w)(?:{words['era']})\s(?P<eraled>\d{{1,4}})(?!\w)"
        )
        self._as_of = re.compile(rf"(?<!\w)(?:{words['as_of']})\W+(?:\w+\W+)?$", re.IGNORECASE)
        self._not = re.compile(rf"(?<!\w)(?:{words['not']})\W+$", re.IGNORECASE)
        self._clock = re.compile(rf"\s?(?:{words['clock']})(?!\w)", re.IGNORECASE)
        self._period = re.compile(rf"(?<!\w)(?:{words['period']})(?!\w)", re.IGNORECASE)
        self._year_lead = re.compile(rf"(?<!\w)(?:{words['year']})[\s-]+$", re.IGNORECASE)

    def find(self, text: str, start: int, end: int) -> tuple[DateFound, ...]:
        """Dates and times in ``text[start:end]``, in order; a bare year is not among them."""
        return tuple(self._read(text, match, start) for match in self._date.finditer(text, start, end))

    def of_period(self, text: str, figure: Span, found: DateFound) -> bool:
        """Whether a clause makes the date the end of a period ("30 died since the war began on 8 May").

        Looked at are the words between figure and date, and those before the date back to a comma.
        """
        between = self._period.search(text, min(figure.end, found.span.end), max(figure.start, found.span.start))
        clause = max(text.rfind(mark, 0, found.span.start) for mark in ",;.\n") + 1
        return between is not None or self._period.search(text, clause, found.span.start) is not None

    def before_clock_word(self, text: str, at: int) -> bool:
        """Whether a word of clock times begins at ``at`` ("seven o'clock")."""
        return self._clock.match(text, at) is not None

    def after_year_word(self, text: str, at: int, floor: int) -> bool:
        """Whether a word that introduces a year ends right before ``at``, behind ``floor``."""
        return self._year_lead.search(text, max(floor, at - LEAD_REACH), at) is not None

    def _read(self, text: str, match: re.Match[str], floor: int) -> DateFound:
        span = Span(match.start(), match.end())
        low = max(floor, span.start - LEAD_REACH)
        lead = (
            "as_of" if self._as_of.search(text, low, span.start) else "not" if self._not.search(text, low, span.start) else ""
        )
        found = DateFound(span=span, lead=lead)
        for number in ("1", "2"):
            if match[f"month{number}"]:
                days = re.findall(r"\d+", match[f"day{number}"])
                year = match[f"year{number}"]
                return msgspec.structs.replace(
                    found,
                    month=self._months[match[f"month{number}"]],
                    day=int(days[0]) if len(days) == 1 else None,
                    year=int(year) if year else None,
                )
        if match["iso"]:
            year, month, day = (int(p) for p in match["iso"].split("-"))
            return msgspec.structs.replace(found, year=year, month=month, day=day)
        if match["dotted"] and "." in match["dotted"]:
            day, month, year = (int(p) for p in match["dotted"].split("."))
            return msgspec.structs.replace(found, year=year if year > 99 else 2000 + year, month=month, day=day)
        if match["weekday"]:
            return msgspec.structs.replace(found, weekday=self._weekdays[match["weekday"]])
        if match["shift"]:
            return msgspec.structs.replace(found, shift=self._days[re.sub(r"\s+", " ", match["shift"]).lower()])
        if match["time"]:
            hour, minute = match["time"].split(":")[:2]
            return msgspec.structs.replace(found, clock=f"{int(hour):02d}:{minute}" if int(hour) < 24 else None)
        return found


def resolved(found: DateFound, published: date | None) -> str | None:
    """The day of ``found`` in ISO 8601; None where it depends on a day of publication that is not known, or is no day.

    A weekday is the last one on or before the day of publication; a day without a year is its last occurrence on or
    before it: news reports what has happened.
    """
    try:
        if found.year is not None and found.month is not None and found.day is not None:
            return date(found.year, found.month, found.day).isoformat()
        if published is None:
            return None
        if found.shift is not None:
            return (published + timedelta(days=found.shift)).isoformat()
        if found.weekday is not None:
            return (published - timedelta(days=(published.weekday() - found.weekday) % 7)).isoformat()
        if found.month is not None and found.day is not None:
            this_year = date(published.year, found.month, found.day)
            return (this_year if this_year <= published else this_year.replace(year=published.year - 1)).isoformat()
    except ValueError:
        return None
    return None
