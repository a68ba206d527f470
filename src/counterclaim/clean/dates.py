"""Dates as bylines and datelines write them: "April 8", "18 October 2023, 08:51", "08.04.2022, 12:25"."""

import re
from datetime import date

from counterclaim.clean.shape import WORD
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.load import Entry

Months = dict[str, int]
"""Number of the month by its name in lower case."""

_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")
_NAMED = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:\w{1,3}\s+)?(?P<month>[^\W\d_]{3,12})\.?,?\s*(?P<year>(?:19|20)\d\d)?\b"
    r"|\b(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s*(?P<year2>(?:19|20)\d\d)\b)?"
)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b(?!\s*[ap]\.?m)", re.IGNORECASE)
_SHAPE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d\d\b")
_SPARE_WORDS = 3
"""Words that a line may have beside a date: a weekday, a zone, "at", "Updated"."""
_LONGEST = 80


class MonthEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Month names and their numbers."""

    words: dict[str, int]


def open_months(pack: LanguagePack) -> Months:
    """The month names of a language; none where it has no list, and only dates in figures are read then."""
    return pack.once("months", lambda: {k: v for e in pack.entries("months", MonthEntry) for k, v in e.words.items()})


def is_date_line(words: str, months: Months) -> bool:
    """Whether a line is nothing but dates and times, with a few words for what happened then."""
    if len(words) > _LONGEST or not any(c.isdigit() for c in words):
        return False
    rest = [w for w in WORD.findall(words) if w.casefold() not in months and not w[0].isdigit()]
    return (bool(_named(words, months)) or _SHAPE.search(words) is not None) and len(rest) <= _SPARE_WORDS


def has_date(words: str) -> bool:
    """Whether a date in figures stands in ``words``."""
    return any(shape.search(words) for shape in (_ISO, _DOTTED, _SLASHED))


def find_date(words: str, months: Months, year: int | None = None) -> str | None:
    """The first date in ``words`` as ISO 8601, with the time of day where one follows in 24 hours.

    Args:
        words: A line.
        months: The language's month names.
        year: What to believe where the line names no year; without it, such a date is left out.

    Returns:
        None where there is no date, or one that two countries would read as different days (``03/04/2022``).
    """
    best: tuple[int, int, date, str | None] | None = None
    for at, end, day, clock in _dates(words, months, year):
        if best is None or at < best[0]:
            best = (at, end, day, clock)
    if best is None:
        return None
    _, end, day, clock = best
    if clock is None and (found := _CLOCK.search(words, end, end + 12)):
        clock = f"{int(found.group(1)):02d}:{found.group(2)}"
    return f"{day.isoformat()}T{clock}" if clock else day.isoformat()


def _dates(words: str, months: Months, year: int | None) -> list[tuple[int, int, date, str | None]]:
    found: list[tuple[int, int, date, str | None]] = []

    def add(match: re.Match[str], y: int, m: int, d: int, clock: str | None = None) -> None:
        try:
            found.append((match.start(), match.end(), date(y, m, d), clock))
        except ValueError:
            return

    for match in _ISO.finditer(words):
        add(match, int(match.group(1)), int(match.group(2)), int(match.group(3)), match.group(4))
    for match in _DOTTED.finditer(words):
        add(match, int(match.group(3)), int(match.group(2)), int(match.group(1)))
    for match in _SLASHED.finditer(words):
        one, two, y = (int(g) for g in match.groups())
        if one > 12 or one == two:
            add(match, y, two, one)
        elif two > 12:
            add(match, y, one, two)
    for match, month in _named(words, months):
        stated = match.group("year") or match.group("year2")
        if stated or year:
            add(match, int(stated) if stated else year or 0, month, int(match.group("day") or match.group("day2")))
    return found


def _named(words: str, months: Months) -> list[tuple[re.Match[str], int]]:
    """Dates with a month's name, and its number; a word before a number that is no month does not hide the date behind it."""
    found: list[tuple[re.Match[str], int]] = []
    at = 0
    while match := _NAMED.search(words, at):
        month = months.get((match.group("month") or match.group("month2")).casefold())
        if month:
            found.append((match, month))
        at = match.end() if month else match.start() + 1
    return found
