"""The sections of a dossier's page, each bounded: what does not fit on one page stands on the next."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import Query

from counterclaim.desk.filters import REVIEWED
from counterclaim.desk.shown import Shown
from counterclaim.show import labels
from counterclaim.show.relays import COLUMNS
from counterclaim.show.safe import one_line
from counterclaim.values.comparison import Dispute, Ladder

T = TypeVar("T")

AT_ONCE = 50
"""Rows of a list on one page."""

DISPUTES_AT_ONCE = 12
LADDERS_AT_ONCE = 12
CLAIMS_AT_ONCE = 30

MOST_EVIDENCE = 40
"""Places of one position in the list of disputes; the dispute's own page has all."""

MOST_POINTS = 60
"""Figures of one ladder; the JSON has all."""

MOST_MEMBERS = 12
"""Places of one claim in the list of claims; the claim's own page has all."""

MOST_NAMES = 400
"""Names offered in one filter."""


PageNumber = Annotated[int, Query(ge=1, le=100_000)]
"""Which page of a long list an address asks for."""


def paged(rows: Sequence[T], page: int, at_once: int) -> tuple[Sequence[T], dict[str, int]]:
    """The rows of one page, and for the template which page of how many it is."""
    of = max(-(-len(rows) // at_once), 1)
    page = min(page, of)
    return rows[(page - 1) * at_once : page * at_once], {"page": page, "of": of, "rows": len(rows)}


def choices(shown: Shown) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers, as pairs of value and label."""
    comparison = shown.comparison
    parties = {party.id: party.name for party in comparison.parties}
    sides = {parties[party.side] for party in comparison.parties if party.side in parties}
    return {
        "party": _named(sorted(set(parties.values()))),
        "side": _named(sorted(sides)),
        "language": _named(sorted({document.language for document in comparison.documents})),
        "outlet": _named(sorted({document.outlet or document.id for document in comparison.documents})),
        "verification": [("any", "something is said on it"), ("none", "nothing is said"), *labels.VERIFICATION.items()],
        "reviewed": list(REVIEWED.items()),
    }


def _named(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, one_line(name)) for name in names[:MOST_NAMES]]


def disputes(shown: Shown, page: int) -> dict[str, Any]:
    """What is in dispute; positions with many places show the first."""
    chosen, pages = paged(shown.comparison.disputes, page, DISPUTES_AT_ONCE)
    return {"disputes": shown.sections.disputes(_bounded(one) for one in chosen), "pages": pages}


def _bounded(dispute: Dispute) -> Dispute:
    replace = msgspec.structs.replace
    return replace(
        dispute,
        positions=tuple(replace(position, evidence=position.evidence[:MOST_EVIDENCE]) for position in dispute.positions),
    )


def figures(shown: Shown, page: int) -> dict[str, Any]:
    """The ladders, and after them figures that stand in one place only."""
    by_key = {key: ladder for key, ladder in shown.ladders().items() if ladder.points}
    order = sorted(by_key, key=lambda key: len(by_key[key].points) == 1)
    chosen, pages = paged(order, page, LADDERS_AT_ONCE)
    laid = shown.sections.ladders({key: _short(by_key[key]) for key in chosen})
    return {
        "ladders": [ladder for ladder in laid if len(ladder["rows"]) > 1],
        "once": [ladder for ladder in laid if len(ladder["rows"]) == 1],
        "pages": pages,
    }


def _short(ladder: Ladder) -> Ladder:
    return msgspec.structs.replace(ladder, points=ladder.points[:MOST_POINTS])


def origins(shown: Shown, page: int) -> dict[str, Any]:
    """Who is heard through whom, drawn, and what each document rests on."""
    chosen, pages = paged(shown.comparison.origins, page, AT_ONCE)
    return {
        "graph": shown.sections.graph() if page == 1 else None,
        "columns": COLUMNS,
        "origins": shown.sections.origins(chosen),
        "pages": pages,
    }


def claims(shown: Shown, page: int) -> dict[str, Any]:
    """Claims in more than one document, and on how many origins they rest."""
    shared = shown.sections.shared()
    chosen, pages = paged(shared, page, CLAIMS_AT_ONCE)
    laid = shown.sections.claims(chosen)
    for claim in laid:
        claim["href"] = shown.links.part("claim", claim["id"])
        claim["more"] = max(len(claim["members"]) - MOST_MEMBERS, 0)
        claim["members"] = claim["members"][:MOST_MEMBERS]
    return {"claims": laid, "more_claims": 0, "pages": pages}


def timeline(shown: Shown, page: int) -> dict[str, Any]:
    """When the documents came out, and when each shared claim stood in which."""
    shared = shown.sections.shared()[:CLAIMS_AT_ONCE]
    shown.sections.claims(shared)  # so that the chart's marks lead to the words
    chosen, pages = paged(shown.sections.days(), page, AT_ONCE)
    chart = shown.sections.timeline({one.claim for one in shared}) if page == 1 else None
    return {"timeline": chart, "days": chosen, "pages": pages}


def parties(shown: Shown, page: int) -> dict[str, Any]:
    """Who speaks, those heard in most documents first."""
    rows, links = shown.sections.parties(), shown.links
    if shown.narrowed:
        speaking = {member.source for claim in shown.comparison.claims for member in claim.members}
        rows = [row for row in rows if row["id"] in speaking]
    chosen, pages = paged(rows, page, AT_ONCE)
    for row in chosen:
        row["href"] = links.party(row["id"])
    return {"parties": chosen, "pages": pages}


def documents(shown: Shown, page: int) -> dict[str, Any]:
    """The documents, in order of publication."""
    order = sorted(shown.comparison.documents, key=lambda document: (document.published or "9999", document.id))
    chosen, pages = paged(order, page, AT_ONCE)
    origins = {origin.document: origin for origin in shown.comparison.origins}
    rows = [
        {
            "id": document.id,
            "href": shown.links.document(document.id),
            "title": one_line(document.title or document.id),
            "outlet": one_line(document.outlet or ""),
            "published": one_line(document.published or ""),
            "language": one_line(document.language),
            "copy_of": shown.laid.outlet(str(origins[document.id].copy_of))
            if document.id in origins and origins[document.id].copy_of
            else "",
            "found": shown.found(document.id),
        }
        for document in chosen
    ]
    return {"rows": rows, "pages": pages}


LAYOUTS: dict[str, Callable[[Shown, int], dict[str, Any]]] = {
    "disputes": disputes,
    "figures": figures,
    "origins": origins,
    "claims": claims,
    "timeline": timeline,
    "parties": parties,
    "documents": documents,
}
