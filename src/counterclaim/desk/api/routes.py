"""The API's routes. They give the contract's JSON as msgspec writes it; what they take is checked by the same values."""

from typing import Annotated, TypeVar

import msgspec
from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from counterclaim.desk.api.description import answers, described, takes
from counterclaim.desk.desk import Desk, Reader, Reviewer, ThisDesk
from counterclaim.errors import LedgerError
from counterclaim.service import judge as judging
from counterclaim.service.dossier import DocumentRow, DossierRow, documents, dossiers, sheet
from counterclaim.service.kept import kept_comparison
from counterclaim.service.log import LogRow, log
from counterclaim.service.read import read as read_text
from counterclaim.service.search import Hit, Wanted, search
from counterclaim.values.comparison import Comparison
from counterclaim.values.judgement import Correction, Judgement, Standing, Target, Verdict
from counterclaim.values.sheet import Sheet

T = TypeVar("T")

router = APIRouter(prefix="/api", tags=["counterclaim"])

MOST_ROWS = 1000

LONGEST_TEXT = 4 * 1024 * 1024


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text to read: kept nowhere."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]


class Proposed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement to keep.

    Attributes:
        target: What is judged, as ``targets`` gives it.
        verdict: How.
        correction: What is put in place, for ``correct``.
        why: The reason.
        evidence: A link (http or https).
    """

    target: Target
    verdict: Verdict
    correction: Correction | None = None
    why: str = ""
    evidence: str | None = None


PRINTED = (DossierRow, DocumentRow, Sheet, Comparison, Judgement, Standing, Target, Hit, LogRow)
TAKEN = (Text, Proposed)
"""The values that go out and come in."""

Dossier = Annotated[str, Query(description="The dossier's name.", max_length=200)]
Number = Annotated[int, Query(ge=0, le=2**31 - 1)]


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, _who: Reader) -> JSONResponse:
    """The description of this API."""
    return JSONResponse(described(request.app, router, PRINTED, TAKEN))


@router.get("/dossiers", responses=answers(tuple[DossierRow, ...]))
def get_dossiers(desk: ThisDesk, _who: Reader) -> Response:
    """All dossiers by name."""
    return _json(dossiers(desk.ledger))


@router.get("/documents", responses=answers(tuple[DocumentRow, ...], 404, 422))
def get_documents(desk: ThisDesk, _who: Reader, dossier: Dossier) -> Response:
    """The documents of a dossier."""
    return _json(documents(desk.ledger, dossier))


@router.get("/sheet", responses=answers(Sheet, 404, 422))
def get_sheet(desk: ThisDesk, _who: Reader, dossier: Dossier, document: str, with_text: bool = False) -> Response:
    """The newest sheet of a document, as ``counterclaim read --format jsonl`` prints it."""
    found = _sheet(desk, dossier, document)
    if not with_text:
        bare = msgspec.structs.replace(found.document, text=msgspec.UNSET)
        found = msgspec.structs.replace(found, document=bare)
    return _json(found)


@router.get("/targets", responses=answers(dict[str, Target], 404, 422))
def get_targets(desk: ThisDesk, _who: Reader, dossier: Dossier, document: str) -> Response:
    """Everything in a document's sheet that can be judged, by id."""
    return _json(judging.targets(_sheet(desk, dossier, document)))


@router.get("/standings", responses=answers(dict[str, Standing], 404, 422))
def get_standings(desk: ThisDesk, _who: Reader, dossier: Dossier, document: str) -> Response:
    """How each judged finding of a document stands, by id."""
    return _json(judging.standings(desk.ledger, dossier, _sheet(desk, dossier, document)))


@router.get("/comparison", responses=answers(Comparison, 404, 422))
def get_comparison(desk: ThisDesk, _who: Reader, dossier: Dossier) -> Response:
    """The dossier compared, as ``counterclaim compare --format json`` prints it; made first where something changed."""
    return _json(kept_comparison(desk.ledger, dossier, desk.kit).compared.comparison)


@router.get("/judgements", responses=answers(tuple[Judgement, ...], 404, 422))
def get_judgements(desk: ThisDesk, _who: Reader, dossier: Dossier, document: str | None = None) -> Response:
    """All judgements of a dossier, or on one document, oldest first; those taken back and the taking back included."""
    return _json(judging.judgements(desk.ledger, dossier, document))


@router.get("/lost", responses=answers(tuple[Standing, ...], 404, 422))
def get_lost(desk: ThisDesk, _who: Reader, dossier: Dossier) -> Response:
    """The judgements that attach to nothing now, each with the reason."""
    return _json(judging.lost(desk.ledger, dossier))


@router.get("/search", responses=answers(tuple[Hit, ...], 404, 422))
def get_search(
    desk: ThisDesk,
    _who: Reader,
    text: Annotated[str, Query(min_length=1, max_length=500)],
    dossier: Annotated[str | None, Query(max_length=200)] = None,
    speaker: Annotated[str | None, Query(max_length=500)] = None,
    since: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,
    most: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 20,
) -> Response:
    """What the ledger holds on some words."""
    wanted = Wanted(text=text, dossier=dossier, speaker=speaker, since=since, by_meaning=False)
    return _json(search(desk.ledger, wanted, desk.kit)[:most])


@router.get("/log", responses=answers(tuple[LogRow, ...], 422))
def get_log(desk: ThisDesk, _who: Reader, after: Number = 0, most: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 100) -> Response:
    """Records of the log in order."""
    return _json(log(desk.ledger, after=after, most=most))


@router.post("/read", responses=answers(Sheet, 422), openapi_extra=takes(Text))
async def post_read(request: Request, desk: ThisDesk, _who: Reviewer) -> Response:
    """The sheet of a text, which is kept nowhere."""
    asked = await _body(request, Text)
    return await run_in_threadpool(lambda: _json(read_text(asked.text, kit=desk.kit)))


@router.post("/judgements", responses=answers(Judgement, 404, 422, status=201), openapi_extra=takes(Proposed), status_code=201)
async def post_judgement(request: Request, desk: ThisDesk, who: Reviewer, dossier: Dossier) -> Response:
    """Keeps a judgement."""
    asked = await _body(request, Proposed)
    return await run_in_threadpool(
        lambda: _json(
            judging.judge(
                desk.ledger,
                dossier,
                asked.target,
                asked.verdict,
                by=who.name,
                why=asked.why,
                correction=asked.correction,
                evidence=asked.evidence,
            ),
            201,
        )
    )


@router.post("/judgements/{number}/undo", responses=answers(Judgement, 404, 422, status=201), status_code=201)
def post_undo(
    desk: ThisDesk,
    who: Reviewer,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
    why: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """Takes a judgement back, by a further one."""
    return _json(judging.undo(desk.ledger, number, by=who.name, why=why, as_admin=who.may("admin")), 201)


def _sheet(desk: Desk, dossier: str, document: str) -> Sheet:
    found = sheet(desk.ledger, dossier, document)
    if found is None:
        raise HTTPException(404, "There is no such document in this dossier.")
    return found


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")


async def _body(request: Request, kind: type[T]) -> T:
    """The value that was sent.

    Raises:
        LedgerError: If it is none of this kind; the message says where it goes wrong.
    """
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LedgerError(str(error)) from error
