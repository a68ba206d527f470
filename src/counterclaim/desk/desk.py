"""What all pages of a running desk share, and how they answer."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim.desk import addresses
from counterclaim.desk.jobs import Jobs
from counterclaim.desk.safety.who import Doorkeeper, Who, needs
from counterclaim.desk.settings import Settings
from counterclaim.desk.shown import Comparisons, Shown
from counterclaim.desk.static_files import static_files
from counterclaim.service.open import Kit, Ledger
from counterclaim.show import labels
from counterclaim.show.safe import one_line, visible

Reader = Annotated[Who, Depends(needs("reader"))]
Reviewer = Annotated[Who, Depends(needs("reviewer"))]
Admin = Annotated[Who, Depends(needs("admin"))]
"""Somebody of at least this role; a page that asks for one is closed to all others."""


HIDING = "counterclaim-hiding"
"""The cookie that says that people are to be hidden: a matter of display, no secret."""


class Desk:
    """One running desk: one ledger, one kit, one queue of jobs.

    Attributes:
        settings: As it was started.
        ledger: The open ledger.
        kit: Languages and models, each opened when first needed.
        door: Knows who asks.
        jobs: Reading and comparing, in the background.
        comparisons: The newest comparison of each dossier.
        files: Styles and scripts by name.
    """

    def __init__(self, settings: Settings, ledger: Ledger, kit: Kit, door: Doorkeeper) -> None:
        self.settings = settings
        self.ledger = ledger
        self.kit = kit
        self.door = door
        self.jobs = Jobs()
        self.comparisons = Comparisons(ledger, kit, self.jobs)
        self.files = static_files()
        self._templates = _templates(self)

    def hides(self, request: Request) -> bool:
        """Whether this person asked to have those hidden who must not be exposed."""
        return request.cookies.get(HIDING) == "1"

    def shown_to(self, request: Request, shown: Shown | None) -> Shown | None:
        """The comparison as this person wants to see it: as it is, or with people hidden."""
        return shown.hidden() if shown is not None and self.hides(request) else shown

    def page(self, request: Request, template: str, /, *, status: int = 200, **shown: object) -> HTMLResponse:
        """The page or part of a page that ``template`` makes of ``shown``; every word in it is made safe and escaped."""
        who: Who | None = getattr(request.state, "who", None)
        shown |= {"who": who, "hiding": self.hides(request), "settings": self.settings}
        made = self._templates.get_template(f"desk/{template}").render(**shown)
        return HTMLResponse(made.encode("utf-8", "replace"), status)


def desk_of(request: Request) -> Desk:
    """The desk that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


ThisDesk = Annotated[Desk, Depends(desk_of)]


def wants_part(request: Request) -> bool:
    """Whether a script of ours asks for a part of a page."""
    return request.headers.get("hx-request") == "true"


def goes_on(request: Request, address: str) -> Response:
    """The answer to a form whose work is done: the browser goes on to ``address``."""
    if wants_part(request):
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


def stays(request: Request, address: str) -> Response:
    """The answer to a form that changed the page it stands on: a script loads the page again, a browser goes to ``address``."""
    if wants_part(request):
        return Response(status_code=204, headers={"HX-Refresh": "true"})
    return RedirectResponse(address, 303)


def _templates(desk: Desk) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("counterclaim.desk"), PackageLoader("counterclaim.show")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    shared: Mapping[str, Any] = {
        "addresses": addresses,
        "labels": labels,
        "static": {name: file.address for name, file in desk.files.items()},
        "version": version("counterclaim"),
    }
    environment.globals.update(shared)
    environment.filters["one_line"] = one_line
    return environment


def _harmless(value: object) -> object:
    """Whatever a template shows, with signs for characters that must not act; no template can forget it."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
