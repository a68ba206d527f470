"""The log: everything that was added, judged, removed or exported, in order, each record linked to the one before."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from counterclaim.desk.desk import Reader, ThisDesk
from counterclaim.service.dossier import dossiers
from counterclaim.service.log import head, log

router = APIRouter()

AT_ONCE = 100

ACTS = ("add", "remove", "judge", "undo", "policy", "user", "export")


@router.get("/log")
def log_page(
    request: Request,
    desk: ThisDesk,
    _who: Reader,
    act: str = "",
    dossier: str = "",
    before: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> Response:
    """The newest records first."""
    rows = log(desk.ledger, act=act or None, dossier=dossier or None, newest_first=True)
    rows = tuple(row for row in rows if not before or row.number < before)
    number, chain = head(desk.ledger)
    return desk.page(
        request,
        "log.html",
        rows=rows[:AT_ONCE],
        more=rows[AT_ONCE - 1].number if len(rows) > AT_ONCE else None,
        acts=ACTS,
        act=act,
        dossier=dossier,
        dossiers=[row.name for row in dossiers(desk.ledger)],
        number=number,
        chain=chain,
    )
