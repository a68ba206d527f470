"""When the documents came out, and when each shared claim stood in which of them."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec

from counterclaim.show.laid import Laid
from counterclaim.show.links import Links
from counterclaim.show.places import Cell
from counterclaim.show.safe import shortened
from counterclaim.show.tracks import Chart, Mark, Scale, Tick, Track
from counterclaim.values.comparison import Claim

MOST_CLAIMS = 12
"""Claims drawn: those in most documents."""

LONGEST_CLAIM = 140
"""Characters of a claim's words that name its row."""

ROOM = 24.0
"""Percent of the width that a date on the axis takes on a phone."""


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
        A row for the documents, one step each in the order in which they came out, and a row for each of the claims in most of
        them, by when it first stood. Not to scale: news comes in bursts, and one late document would press all others together.
    """
    moments = {name: known for name, d in laid.documents.items() if (known := moment(d.published)) is not None}
    order = sorted(moments, key=lambda name: moments[name])
    if len(set(moments.values())) < 2:
        return None
    scale = Scale(range(len(order)))
    where = {name: scale.at(step) for step, name in enumerate(order)}
    documents = Track(
        name="Documents",
        marks=tuple(
            Mark(kind="document", at=at, says=f"{laid.outlet(name)}, {laid.published(name)}", href=links.document(name))
            for name, at in where.items()
        ),
    )
    shared = [
        claim
        for claim in laid.comparison.claims
        if claim.id in listed and len({m.document for m in claim.members if m.document in where}) > 1
    ]
    most = sorted(shared, key=lambda claim: -len({member.document for member in claim.members}))[:MOST_CLAIMS]
    most.sort(key=lambda claim: min(where[m.document] for m in claim.members if m.document in where))
    rows = (documents, *(_claim(claim, where, laid, links, cells) for claim in most))
    return Chart(axis="", ticks=_ticks(order, moments, where), tracks=rows)


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
    return Track(
        name=shortened(claim.text, LONGEST_CLAIM),
        href=links.part("claim", claim.id),
        note=f"{len({m.document for m in claim.members})} documents",
        marks=tuple(sorted(marks.values(), key=lambda mark: mark.at)),
    )


def _ticks(order: list[str], moments: dict[str, datetime], where: dict[str, float]) -> tuple[Tick, ...]:
    """A tick where a day begins, named where the name does not run into the one before."""
    ticks: list[Tick] = []
    free_from = day = None
    for name in order:
        if moments[name].date() == day:
            continue
        day, at = moments[name].date(), where[name]
        last = at > 100 - ROOM
        named = free_from is None or at - (ROOM if last else 0) >= free_from
        if named:
            free_from = at + ROOM
        ticks.append(Tick(at=at, label=f"{day:%d %b %Y}" if named else "", anchor="end" if last else "start"))
    return tuple(ticks)
