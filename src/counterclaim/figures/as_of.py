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
    text: str, figure: Span, others: tuple[Span, ...], dates: tuple[DateFound, ...], published: date | None, words: Dates
) -> str | None:
    """The day ("2022-04-08") or time ("2022-04-08T13:00") that a figure holds for.

    "As of" wins over every other date of the sentence. Otherwise the sentence's one date counts; of several the one that
    shares the figure's stretch between the neighbouring figures, if it is one alone.

    Args:
        text: The document's text.
        figure: The figure, in code points of ``text``.
        others: The other figures of the sentence.
        dates: The dates of the sentence.
        published: The day of publication.
        words: The language's date words.

    Returns:
        None where no date is tied to the figure, more than one could be, or the date cannot be resolved.
    """
    stated = [d for d in dates if d.lead == "as_of"]
    if stated:
        return _with_clock(stated, dates, published)
    days = [d for d in dates if d.lead != "not" and not words.of_period(text, figure, d)]
    days = [d for d in days if d.day is not None or d.weekday is not None or d.shift is not None]
    if len({resolved(d, published) for d in days}) > 1:
        days = _nearest(figure, others, days)
    if len({resolved(d, published) for d in days}) != 1:
        return None
    return resolved(days[0], published)


def _nearest(figure: Span, others: tuple[Span, ...], days: list[DateFound]) -> list[DateFound]:
    """The dates between the figure and the one behind it; where there are none, those back to the one before it."""
    floor = max((o.end for o in others if o.end <= figure.start), default=0)
    ceiling = min((o.start for o in others if o.start >= figure.end), default=None)
    behind = [d for d in days if d.span.start >= figure.end and (ceiling is None or d.span.end <= ceiling)]
    return behind or [d for d in days if floor <= d.span.start < figure.start]


def _with_clock(stated: list[DateFound], dates: tuple[DateFound, ...], published: date | None) -> str | None:
    days = {day for d in stated if (day := resolved(d, published))}
    clocks = {d.clock for d in stated if d.clock}
    if not days and clocks:
        days = {day for d in dates if (day := resolved(d, published))} or ({published.isoformat()} if published else set())
    if len(days) != 1:
        return None
    day = next(iter(days))
    return f"{day}T{next(iter(clocks))}" if len(clocks) == 1 else day
