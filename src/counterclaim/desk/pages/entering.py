"""Getting in and out: the opened link, the sign-in, the styles and scripts that anybody may have."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from counterclaim.desk.desk import HIDING, Desk, Reader, ThisDesk
from counterclaim.desk.safety.limits import Limit
from counterclaim.service import users

router = APIRouter()

BY_NAME = Limit(5, 15 * 60)
"""Wrong passwords for one name in a quarter of an hour."""

BY_ADDRESS = Limit(30, 15 * 60)
"""Wrong passwords from one address in a quarter of an hour: an office shares one."""


@router.get("/static/{name:path}")
def static(name: str, desk: ThisDesk) -> Response:
    """A style or script of ours; its address changes with its content."""
    file = desk.files.get(name)
    if file is None:
        raise HTTPException(404, "There is no such file.")
    return Response(file.data, media_type=file.kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@router.get("/favicon.ico")
def icon(desk: ThisDesk) -> Response:
    """The icon, where a browser asks for it by itself."""
    return static("icon.svg", desk)


@router.get("/in")
def enter(request: Request, desk: ThisDesk, token: str = "") -> Response:
    """Exchanges the token of the opened link for a cookie.

    The answer is a page that goes on by itself, not a redirect: browsers keep a strict cookie back from a redirect that began
    elsewhere, and the link may be clicked anywhere.
    """
    cookie = desk.door.local.enter(token) if desk.door.local else None
    if cookie is None:
        return desk.page(request, "refused.html", status=403, title="This link lets nobody in", said=WRONG_LINK)
    answer = desk.page(request, "in.html")
    _keep(answer, desk, cookie)
    return answer


WRONG_LINK = "It is not the link that this desk printed when it was started; each start has its own."


@router.get("/sign-in")
def sign_in_page(request: Request, desk: ThisDesk) -> Response:
    """The form for users; without users there is only the link."""
    if desk.door.local:
        return RedirectResponse("/", 303)
    return desk.page(request, "sign_in.html", said="", name="")


@router.post("/sign-in")
def sign_in(
    request: Request, desk: ThisDesk, name: Annotated[str, Form()] = "", password: Annotated[str, Form()] = ""
) -> Response:
    """Lets a user in by name and password; whoever guesses waits longer and longer."""
    address = request.client.host if request.client else ""
    wait = max(BY_NAME.wait(name.casefold()), BY_ADDRESS.wait(address))
    if desk.door.local or wait > 0:
        said = f"Too many wrong passwords. Try again in {int(wait // 60) + 1} minutes."
        return desk.page(request, "sign_in.html", status=429, said=said, name=name)
    token = users.sign_in(desk.ledger, name, password)
    if token is None:
        BY_NAME.note(name.casefold())
        BY_ADDRESS.note(address)
        return desk.page(request, "sign_in.html", status=401, said="Name and password do not match.", name=name)
    BY_NAME.forget(name.casefold())
    answer = RedirectResponse("/", 303)
    _keep(answer, desk, token)
    return answer


@router.post("/hiding")
def hide(request: Request, _who: Reader, on: Annotated[bool, Form()] = False) -> Response:
    """Sets whether this browser hides those who must not be exposed."""
    answer = RedirectResponse("/", 303)
    answer.set_cookie(HIDING, "1" if on else "0", httponly=True, samesite="strict")
    return answer


@router.post("/sign-out")
def sign_out(request: Request, desk: ThisDesk, _who: Reader) -> Response:
    """Ends the session."""
    token = desk.door.token(request)
    if token and desk.door.local is None:
        users.sign_out(desk.ledger, token)
    answer = RedirectResponse("/sign-in" if desk.door.local is None else "/", 303)
    answer.delete_cookie(desk.door.cookie)
    return answer


def _keep(answer: Response, desk: Desk, token: str) -> None:
    """Gives the browser its cookie: no script reads it, no other site's request carries it."""
    answer.set_cookie(
        desk.door.cookie,
        token,
        max_age=users.SESSION_HOURS * 3600,
        httponly=True,
        samesite="strict",
        secure=desk.settings.encrypted,
    )
