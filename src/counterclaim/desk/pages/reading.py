"""Paste a text, drop files, or name a page: they are read in the background and kept in a dossier, or only looked at."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, Reviewer, ThisDesk, goes_on
from counterclaim.desk.jobs import Job
from counterclaim.desk.safety.fetch import fetch
from counterclaim.errors import LedgerError
from counterclaim.service.dossier import add_files, dossiers
from counterclaim.service.read import read_files
from counterclaim.show.outline import outline
from counterclaim.show.page import document_context
from counterclaim.show.safe import one_line
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet

router = APIRouter(prefix="/read")

LONGEST_NAME = 200

MOST_LOOKED_AT = 20
"""Documents that are only looked at and kept in memory for it; a dossier holds any number."""

MOST_NOTES = 200
"""Lines on what became of each document; beyond, only what went wrong is told."""

Named = tuple[str, bytes]


@router.get("")
def read_page(request: Request, desk: ThisDesk, _who: Reviewer, dossier: str = "") -> Response:
    """The form."""
    known = [row.name for row in dossiers(desk.ledger)]
    return desk.page(request, "read.html", dossiers=known, dossier=dossier, allow_fetch=desk.settings.allow_fetch)


@router.post("")
def read(
    request: Request,
    desk: ThisDesk,
    who: Reviewer,
    text: Annotated[str, Form()] = "",
    called: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    dossier: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Queues the reading and goes on to its progress."""
    name, url = dossier.strip(), url.strip()
    if url and not desk.settings.allow_fetch:
        raise HTTPException(403, "This desk fetches nothing from the web; it was started without --allow-fetch.")
    if len(name) > LONGEST_NAME:
        raise LedgerError(f"A dossier's name has at most {LONGEST_NAME} characters.")
    given: list[Named] = [(_file_name(file.filename), file.file.read()) for file in files or () if file.filename]
    if text.strip():
        given.insert(0, (_file_name(called.strip()) if called.strip() else _now(), text.encode("utf-8", "surrogatepass")))
    if not given and not url:
        raise LedgerError("Paste a text, choose a file or name a page first.")
    title = f"Reading into {one_line(name)}" if name else "Reading"
    job = desk.jobs.submit(who.name, title, lambda job: _read(desk, job, given, url, name))
    return goes_on(request, f"/jobs/{job.id}")


def _file_name(name: str | None) -> str:
    """A file's name without its folders: that of the document, for people."""
    return (name or "file").replace("\\", "/").rpartition("/")[2][-LONGEST_NAME:] or "file"


def _now() -> str:
    return f"pasted {datetime.now():%Y-%m-%d %H.%M.%S}"


def _read(desk: Desk, job: Job, given: list[Named], url: str, dossier: str) -> list[Sheet]:
    """Fetches where that was asked for, reads, keeps; tells the job what became of each document."""
    if url:
        job.said = f"fetching {url}"
        fetched = fetch(url)
        given = [*given, (fetched.url, fetched.data)]
    return _only_read(desk, job, given) if not dossier else _add(desk, job, given, dossier)


def _add(desk: Desk, job: Job, given: list[Named], dossier: str) -> list[Sheet]:
    kept = []
    failed = False
    for one in add_files(given, dossier, desk.ledger, desk.kit):
        if isinstance(one, Problem):
            failed = True
            job.step(one.message)
            job.notes.append(one.message)
            continue
        kept.append(one.name)
        job.step(f"{one.name}: {one.outcome}")
        if len(job.notes) < MOST_NOTES:
            job.notes.append(f"{one.name}: {one.outcome}" + (f", version {one.version}" if one.version > 1 else ""))
    if not failed:
        job.leads = addresses.document(dossier, kept[0]) if len(kept) == 1 else addresses.dossier(dossier, "documents")
    return []


def _only_read(desk: Desk, job: Job, given: list[Named]) -> list[Sheet]:
    sheets: list[Sheet] = []
    for one in read_files(given, desk.kit):
        if isinstance(one, Problem):
            job.step(one.message)
            job.notes.append(one.message)
            continue
        sheets.append(one)
        job.step(one.document.id)
        if len(sheets) == MOST_LOOKED_AT:
            job.notes.append(f"Only the first {MOST_LOOKED_AT} documents are shown; keep them in a dossier to see all.")
            break
    if sheets:
        job.leads = f"/read/{job.id}"
    return sheets


@router.get("/{id}")
def looked_at(request: Request, desk: ThisDesk, who: Reader, id: str) -> Response:
    """What was read and is kept nowhere: gone when the desk is stopped."""
    job = desk.jobs.get(id)
    if job is None or job.owner != who.name or not isinstance(job.result, list) or not job.result:
        raise HTTPException(404, "What was read here is no longer kept; read it again, into a dossier to keep it.")
    laid = [document_context(f"d{number}", outline(sheet)) for number, sheet in enumerate(job.result, 1)]
    title = laid[0]["title"] if len(laid) == 1 else f"{len(laid)} documents read"
    return desk.page(request, "looked_at.html", documents=laid, title=title, notes=job.notes)
