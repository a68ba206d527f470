"""The first page: all dossiers."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from counterclaim.desk.desk import Reader, ThisDesk
from counterclaim.service.dossier import dossiers

router = APIRouter()


@router.get("/")
def all_dossiers(request: Request, desk: ThisDesk, _who: Reader) -> Response:
    """All dossiers, and where to put in another."""
    return desk.page(request, "dossiers.html", dossiers=dossiers(desk.ledger))
