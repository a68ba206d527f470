"""The desk as a web application: the gate before it, its pages and its API, and what is said where something is refused."""

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as PlainHTTPException

from counterclaim.desk.api import routes as api
from counterclaim.desk.desk import Desk, wants_part
from counterclaim.desk.pages import (
    claim,
    document,
    dossier,
    dossiers,
    entering,
    exporting,
    findings,
    jobs,
    log,
    party,
    reading,
    search,
    users,
)
from counterclaim.desk.safety.gate import Gate, TooMuch
from counterclaim.desk.safety.local import LocalDoor
from counterclaim.desk.safety.who import Doorkeeper, SignInNeeded
from counterclaim.desk.settings import Settings
from counterclaim.errors import CounterclaimError, LedgerError
from counterclaim.service.open import Kit, Ledger, open_kit

API = "/api/"

PAGES = (entering, dossiers, exporting, dossier, document, findings, party, claim, reading, jobs, search, log, users)


def make_app(settings: Settings, ledger: Ledger, *, key: bytes = b"", kit: Kit | None = None) -> FastAPI:
    """The application.

    Args:
        settings: How the desk is run.
        ledger: The open ledger.
        key: What seals the cookies of a desk without users; see ``safety.local``.
        kit: An open kit; one is opened where none is given.
    """
    local = LocalDoor(key, settings.link_token) if settings.link_token else None
    door = Doorkeeper(ledger, port=settings.port, user=settings.user, local=local)
    app = FastAPI(
        title="Counterclaim desk",
        summary="Who claims what, on whose word, and who says otherwise.",
        openapi_url=None,  # ours is served with the API, to those who are in
        docs_url=None,  # FastAPI's pages load scripts from elsewhere
        redoc_url=None,
    )
    app.state.desk = Desk(settings, ledger, kit or open_kit(), door)
    app.state.door = door
    for module in PAGES:
        app.include_router(module.router, include_in_schema=False)
    app.include_router(api.router)
    app.add_exception_handler(SignInNeeded, _way_in)
    for kind in (PlainHTTPException, RequestValidationError, CounterclaimError, TooMuch):
        app.add_exception_handler(kind, _refused)
    app.add_middleware(Gate, origins=settings.origins)
    return app


async def _way_in(request: Request, _error: Exception) -> Response:
    """What somebody who is not in gets: the sign-in, or a word on the link that lets them in."""
    desk: Desk = request.app.state.desk
    if request.url.path.startswith(API) or wants_part(request) or request.method != "GET":
        said = "You are not signed in, or no longer. Open the desk's page again."
        return _plainly(request, 401, said)
    if desk.settings.link_token is None:
        return RedirectResponse("/sign-in", 303)
    return desk.page(request, "refused.html", status=401, title="Open the desk by its link", said=NO_LINK)


NO_LINK = (
    "This desk is one person's. It opens with the link that “counterclaim desk” printed where it was started; "
    "the link holds a token that nobody else knows."
)


async def _refused(request: Request, error: Exception) -> Response:
    """One sentence on why something was refused, in the form in which it was asked for."""
    desk: Desk = request.app.state.desk
    status, said = _said(error)
    if request.url.path.startswith(API) or wants_part(request):
        return _plainly(request, status, said)
    titles = {403: "This is not open to you", 404: "There is no such page"}
    return desk.page(request, "refused.html", status=status, title=titles.get(status, "That did not work"), said=said)


def _said(error: Exception) -> tuple[int, str]:
    """The status and the sentence for an error."""
    if isinstance(error, HTTPException | PlainHTTPException):
        return error.status_code, str(error.detail)
    if isinstance(error, RequestValidationError):
        parts = (f"{'.'.join(str(step) for step in one['loc'][1:])}: {one['msg']}" for one in error.errors())
        return 422, "; ".join(parts)
    if isinstance(error, TooMuch):
        return 413, "More was sent than is taken at once."
    if isinstance(error, LedgerError) and "there is no dossier" in str(error):
        return 404, str(error)
    return 422, str(error)


def _plainly(request: Request, status: int, said: str) -> Response:
    if request.url.path.startswith(API):
        return JSONResponse({"detail": said}, status)
    return PlainTextResponse(said, status)
