"""Calendar days in documents: those that are written in ISO, and how a language names them."""

from datetime import date

from counterclaim.figures.dates import Dates
from counterclaim.figures.entries import DateEntry
from counterclaim.language.pack import LanguagePack


def day_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None without one."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def dates_of(pack: LanguagePack) -> Dates:
    """What finds dates in a language, compiled once."""
    return pack.once("match dates", lambda: Dates(pack.entries("dates", DateEntry)))
