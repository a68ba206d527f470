"""When the documents came out, and when each shared claim stood in which of them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

import msgspec

from counterclaim.show.laid import Laid
from counterclaim.show.links import Links
from counterclaim.show.places import Cell
from counterclaim.show.safe import shortened
from counterclaim.show.tracks import Chart, Mark, Scale, Tick, Track, stacked
from counterclaim.values.comparison import Claim

MOST_CLAIMS = 12
"""Claims drawn: those in most documents."""

LONGEST_CLAIM = 140
"""Characters of a claim's words that name its row."""

STEPS = tuple(timedelta(hours=hours) for hours in (1, 3, 6, 12, 24, 48, 24 * 7, 24 * 14))
MONTHS = (1, 3, 6, 12, 24, 60, 120, 600, 1200)
"""How far apart the dates on the axis may stand."""

MOST_TICKS = 5
"""Dates on the axis: more would run into each other on a phone."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of one day, in the order in which they came out: ids."""

    date: str
    documents: tuple[str, ...]


def moment(published: str | None) -> datetime | None:
    """The time of an ISO 8601 date or time, in UTC where it tells its zone; None where it is none. A bare date is midnight."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found


def days(laid: Laid) -> tuple[Day, ...]:
    """The documents by the day they came out, those without a date last."""
    dated: dict[str, list[tuple[str, str]]] = {}
    for document in laid.comparison.documents:
        known = moment(document.published)
        dated.setdefault(f"{known:%Y-%m-%d}" if known else "", []).append((str(document.published or ""), document.id))
    order = sorted(dated, key=lambda date: (not date, date))
    return tuple(Day(date=date or "without a date", documents=tuple(name for _, name in sorted(dated[date]))) for date in order)


def timeline(laid: Laid, links: Links, cells: Mapping[tuple[str, str], Cell], listed: set[str]) -> Chart | None:
    """The chart; None where fewer than two moments are known.

    Args:
        laid: The comparison.
        links: Where documents and claims are.
        cells: Where the members of claims stand, by document and attribution.
        listed: Ids of the claims that the page lists, from which those drawn are taken.

    Returns:
        A row for the documents and one for each of the claims in most of them, by when it first stood; to the scale of time.
    """
    moments = {name: known for name, d in laid.documents.items() if (known := moment(d.published)) is not None}
    if len(set(moments.values())) < 2:
        return None
    first, last = min(moments.values()), max(moments.values())
    scale = Scale((0.0, (last - first).total_seconds()))
    where = {name: scale.at((known - first).total_seconds()) for name, known in moments.items()}
    documents = _track(
        "Documents",
        [
            Mark(kind="document", at=at, says=f"{laid.outlet(name)}, {laid.published(name)}", href=links.document(name))
            for name, at in where.items()
        ],
    )
    shared = [
        claim
        for claim in laid.comparison.claims
        if claim.id in listed and len({m.document for m in claim.members if m.document in where}) > 1
    ]
    most = sorted(shared, key=lambda claim: -len({member.document for member in claim.members}))[:MOST_CLAIMS]
    most.sort(key=lambda claim: min(where[m.document] for m in claim.members if m.document in where))
    rows = (documents, *(_claim(claim, where, laid, links, cells) for claim in most))
    return Chart(axis=_years(first, last), ticks=_ticks(first, last, scale), tracks=rows)


def _track(name: str, marks: Iterable[Mark], *, href: str | None = None, note: str = "") -> Track:
    placed, levels = stacked(marks)
    return Track(name=name, href=href, note=note, marks=placed, levels=levels)


def _claim(claim: Claim, where: dict[str, float], laid: Laid, links: Links, cells: Mapping[tuple[str, str], Cell]) -> Track:
    marks: dict[tuple[str, str], Mark] = {}
    for member in claim.members:
        if member.document not in where:
            continue
        kind, verb = ("denied", "denies it") if member.act == "denies" else ("said", "says it")
        cell = cells.get((member.document, member.attribution))
        speaker = laid.name(member.source) if member.source else "a speaker not resolved"
        says = f"{laid.outlet(member.document)}, {laid.published(member.document)}: {speaker} {verb}"
        marks.setdefault(
            (member.document, kind), Mark(kind=kind, at=where[member.document], says=says, href=cell.href if cell else None)
        )
    return _track(
        shortened(claim.text, LONGEST_CLAIM),
        marks.values(),
        href=links.part("claim", claim.id),
        note=f"{len({m.document for m in claim.members})} documents",
    )


def _years(first: datetime, last: datetime) -> str:
    return f"{first:%Y}" if first.year == last.year else f"{first:%Y} to {last:%Y}"


def _ticks(first: datetime, last: datetime, scale: Scale) -> tuple[Tick, ...]:
    """Round moments along the axis, named: hours, days, or months."""
    step = next((step for step in STEPS if (last - first) / step <= MOST_TICKS), None)
    if step is None:
        named = [(at, f"{at:%b %Y}") for at in _months(first, last)]
    else:
        beginning = datetime(first.year, 1, 1)
        count = -(-(first - beginning) // step)  # the first round moment that is not before the first document
        moments = (beginning + (count + n) * step for n in range(MOST_TICKS + 1))
        named = [(at, f"{at:%H:%M}" if at.hour else f"{at.day} {at:%b}") for at in moments if at <= last]
    return tuple(Tick(at=scale.at((at - first).total_seconds()), label=label) for at, label in named)


def _months(first: datetime, last: datetime) -> list[datetime]:
    """The first days of months between two moments, as many as the axis has room for."""
    begun, ended = ((at.year * 12 + at.month - 1) for at in (first, last))
    step = next(months for months in MONTHS if (ended - begun) / months <= MOST_TICKS)
    found = (datetime(at // 12, at % 12 + 1, 1) for at in range(-(-begun // step) * step, ended + 1, step))
    return [at for at in found if at >= first]
