"""Users, for those who keep them: who may get in, and as what."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from counterclaim.desk.desk import Admin, ThisDesk, goes_on
from counterclaim.errors import LedgerError
from counterclaim.service import users
from counterclaim.values.judgement import ROLES, Role

router = APIRouter(prefix="/users")


@router.get("")
def users_page(request: Request, desk: ThisDesk, _who: Admin) -> Response:
    """All users, and the form for another."""
    return desk.page(request, "users.html", users=users.users(desk.ledger), roles=ROLES, said="")


@router.post("")
def add(
    request: Request,
    desk: ThisDesk,
    who: Admin,
    name: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = "reader",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Adds a user."""
    users.add_user(desk.ledger, name.strip(), _role(role), password, by=who.name)
    return goes_on(request, "/users")


@router.post("/role")
def set_role(
    request: Request, desk: ThisDesk, who: Admin, name: Annotated[str, Form()] = "", role: Annotated[str, Form()] = ""
) -> Response:
    """Gives a user another role."""
    users.set_role(desk.ledger, name, _role(role), by=who.name)
    return goes_on(request, "/users")


@router.post("/remove")
def remove(request: Request, desk: ThisDesk, who: Admin, name: Annotated[str, Form()] = "") -> Response:
    """Takes a user out; what they judged stays."""
    if name == who.name and desk.door.local is None:
        raise LedgerError("You cannot take yourself out; another admin can.")
    users.remove_user(desk.ledger, name, by=who.name)
    return goes_on(request, "/users")


def _role(role: str) -> Role:
    try:
        known: Role = msgspec.convert(role, Role)
    except msgspec.ValidationError as error:
        raise LedgerError(f"{role!r} is no role; there are {', '.join(ROLES)}") from error
    return known
