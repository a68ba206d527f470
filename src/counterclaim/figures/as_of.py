"""As of when a figure holds: the date the sentence ties to it, resolved against the day of publication."""

from datetime import date

from counterclaim.figures.dates import DateFound, Dates, resolved
from counterclaim.values.span import Span


def publication_day(published: str | None) -> date | None:
    """The day in an ISO 8601 date or time; None where there is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def as_of(
    text: str, figure: Span, between: Span, dates: tuple[DateFound, ...], published: date | None, words: Dates
) -> str | None:
    """The day ("2022-04-08") or time ("2022-04-08T13:00") that a figure holds for.

    "As of" wins over every other date of the sentence. Otherwise the sentence's one date counts; of several the one between
    the figure and the next figure, else the one back to the figure before.

    Args:
        text: The document's text.
        figure: The figure, in code points of ``text``.
        between: From the end of the figure before it to the start of the one behind it; the sentence's ends where there
            is none.
        dates: The dates of the sentence.
        published: The day of publication.
        words: The language's date words.

    Returns:
        None where no date is tied to the figure, more than one could be, or the date cannot be resolved.
    """
    stated = [d for d in dates if d.lead == "as_of"]
    if stated:
        return _with_clock(stated, dates, published)
    days = [d for d in dates if d.lead != "not" and (d.day is not None or d.weekday is not None or d.shift is not None)]
    days = [d for d in days if not words.of_period(text, figure, d)]
    if len({resolved(d, published) for d in days}) > 1:
        behind = [d for d in days if figure.end <= d.span.start and d.span.end <= between.end]
        days = behind or [d for d in days if between.start <= d.span.start < figure.start]
    if len({resolved(d, published) for d in days}) != 1:
        return None
    return resolved(days[0], published)


def _with_clock(stated: list[DateFound], dates: tuple[DateFound, ...], published: date | None) -> str | None:
    days = {day for d in stated if (day := resolved(d, published))}
    clocks = {d.clock for d in stated if d.clock}
    if not days and clocks:
        days = {day for d in dates if (day := resolved(d, published))} or ({published.isoformat()} if published else set())
    if len(days) != 1:
        return None
    day = next(iter(days))
    return f"{day}T{next(iter(clocks))}" if len(clocks) == 1 else day
