"""Giving a dossier out: as JSON or as one page, with those hidden who must not be exposed unless somebody decides otherwise."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, Reviewer, ThisDesk, goes_on
from counterclaim.desk.jobs import Job
from counterclaim.service.export import export, exported
from counterclaim.service.laying_out import as_html, as_json
from counterclaim.show.safe import one_line

router = APIRouter()

FORMS = {"json": (as_json, "application/json"), "html": (as_html, "text/html; charset=utf-8")}


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A file ready to be taken: its name, what it is, its bytes."""

    name: str
    kind: str
    data: bytes


@router.get("/dossiers/{dossier}/export")
def export_page(request: Request, desk: ThisDesk, _who: Reviewer, dossier: str) -> Response:
    """The form."""
    return desk.page(request, "export.html", name=addresses.named(dossier))


@router.post("/dossiers/{dossier}/export")
def give_out(
    request: Request,
    desk: ThisDesk,
    who: Reviewer,
    dossier: str,
    form: Annotated[str, Form()] = "json",
    unmasked: Annotated[bool, Form()] = False,
) -> Response:
    """Queues the export, whose comparison may have to be made first; the log tells of it."""
    name = addresses.named(dossier)
    if form not in FORMS:
        raise HTTPException(422, "A dossier is exported as json or html.")
    title = f"Exporting {one_line(name)}"
    job = desk.jobs.submit(who.name, title, lambda job: _made(desk, job, name, form, masked=not unmasked, by=who.name))
    return goes_on(request, f"/jobs/{job.id}")


def _made(desk: Desk, job: Job, dossier: str, form: str, *, masked: bool, by: str) -> Given:
    lay_out, kind = FORMS[form]
    data = lay_out(export(desk.ledger, dossier, desk.kit, masked=masked))
    exported(desk.ledger, dossier, data, masked=masked, form=form, by=f"{by} at the desk")
    job.leads = f"/exports/{job.id}"
    return Given(name=f"{addresses.segment(dossier)}.{form}", kind=kind, data=data)


@router.get("/exports/{id}")
def take(desk: ThisDesk, who: Reader, id: str) -> Response:
    """The file, for whoever asked for it; kept until the desk is stopped."""
    job = desk.jobs.get(id)
    if job is None or job.owner != who.name or not isinstance(job.result, Given):
        raise HTTPException(404, "This export is no longer kept; make it again.")
    given = job.result
    return Response(given.data, media_type=given.kind, headers={"Content-Disposition": f'attachment; filename="{given.name}"'})
