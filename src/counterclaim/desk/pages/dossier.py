"""One dossier: its disputes, figures, origins, timeline, parties, documents and judgements, each a section with an address."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Admin, Desk, Reader, Reviewer, ThisDesk, goes_on
from counterclaim.desk.filters import Filters
from counterclaim.desk.layouts import AT_ONCE, LAYOUTS, PageNumber, choices, paged
from counterclaim.desk.standing import judgement_row, standing_row
from counterclaim.service.dossier import documents, remove
from counterclaim.service.judge import judgements, lost, needs_second_look, require_second_look
from counterclaim.show.safe import one_line

router = APIRouter(prefix="/dossiers/{dossier}")

SECTIONS = {
    "disputes": "In dispute",
    "figures": "Figures",
    "origins": "Origins",
    "claims": "Claims",
    "timeline": "Timeline",
    "parties": "Speakers",
    "documents": "Documents",
    "judgements": "Judgements",
}
"""What a dossier's page consists of, by the last part of its address."""


def asked(
    party: str = "",
    side: str = "",
    language: str = "",
    outlet: str = "",
    since: str = "",
    until: str = "",
    verification: str = "",
    reviewed: str = "",
) -> Filters:
    """The filters that an address asks for."""
    return Filters(
        party=party,
        side=side,
        language=language,
        outlet=outlet,
        since=since,
        until=until,
        verification=verification,
        reviewed=reviewed,
    )


Asked = Annotated[Filters, Depends(asked)]


@router.get("")
def first(request: Request, desk: ThisDesk, who: Reader, dossier: str, filters: Asked, page: PageNumber = 1) -> Response:
    """What is in dispute: what an editor opens a dossier for."""
    return section(request, desk, who, dossier, "disputes", filters, page)


@router.get("/disputes/{id}")
def one_dispute(request: Request, desk: ThisDesk, who: Reader, dossier: str, id: str, filters: Asked) -> Response:
    """One dispute with all its places."""
    name = addresses.named(dossier)
    shown, job = desk.comparisons.newest(name, who.name)
    shown = desk.shown_to(request, shown)
    narrowed = desk.comparisons.filtered(shown, filters) if shown else None
    found = [one for one in narrowed.comparison.disputes if one.id == addresses.named(id)] if narrowed else []
    if narrowed is None or not found:
        raise HTTPException(404, "There is no such dispute; numbers change when documents come in. See the dossier's list.")
    laid = narrowed.sections.disputes(found)
    return desk.page(
        request, "dispute.html", name=name, disputes=laid, job=job, title=laid[0]["question"], filters=filters, stale=True
    )


@router.get("/{part}")
def section(
    request: Request, desk: ThisDesk, who: Reader, dossier: str, part: str, filters: Asked, page: PageNumber = 1
) -> Response:
    """One section of the dossier."""
    if part not in SECTIONS:
        raise HTTPException(404, "A dossier has no such section.")
    name = addresses.named(dossier)
    shown, job = desk.comparisons.newest(name, who.name)
    shown = desk.shown_to(request, shown)
    context: dict[str, Any] = {
        "name": name,
        "part": part,
        "sections": SECTIONS,
        "filters": filters,
        "job": job,
        "stale": shown is not None,
        "title": f"{SECTIONS[part]} · {one_line(name)}",
        "choices": choices(shown) if shown else {},
    }
    if part == "judgements":
        return desk.page(request, "dossier_judgements.html", summary="", **context, **_judged(desk, name, page))
    if shown is None:
        held = [row.name for row in documents(desk.ledger, name)]
        return desk.page(request, "dossier_waiting.html", summary="", held=held[:AT_ONCE], count=len(held), **context)
    narrowed = desk.comparisons.filtered(shown, filters)
    summary = narrowed.sections.summary()
    return desk.page(request, f"dossier_{part}.html", summary=summary, **context, **LAYOUTS[part](narrowed, page))


def _judged(desk: Desk, name: str, page: int) -> dict[str, Any]:
    """All judgements, newest first, and those that attach to nothing now."""
    every = judgements(desk.ledger, name)
    undone = {judgement.undoes for judgement in every if judgement.undoes}
    chosen, pages = paged(tuple(reversed(every)), page, AT_ONCE)
    return {
        "judgements": [judgement_row(name, one, undone=one.id in undone) for one in chosen],
        "lost": [standing_row(name, one) for one in lost(desk.ledger, name)],
        "second_look": needs_second_look(desk.ledger, name),
        "pages": pages,
    }


@router.post("/second-look")
def second_look(request: Request, desk: ThisDesk, who: Admin, dossier: str, on: Annotated[bool, Form()] = False) -> Response:
    """Sets whether judgements of this dossier need a second person."""
    name = addresses.named(dossier)
    require_second_look(desk.ledger, name, on, by=who.name)
    return goes_on(request, addresses.dossier(name, "judgements"))


@router.post("/documents/{document}/remove")
def take_out(request: Request, desk: ThisDesk, who: Reviewer, dossier: str, document: str) -> Response:
    """Takes a document out of the dossier; what was read of it stays in the ledger."""
    name, id = addresses.named(dossier), addresses.named(document)
    if not remove(desk.ledger, name, id):
        raise HTTPException(404, "There is no such document in this dossier.")
    return goes_on(request, addresses.dossier(name, "documents"))
