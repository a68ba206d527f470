"""How far a job is: polled by the page that waits for it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk.desk import Reader, ThisDesk, wants_part

router = APIRouter(prefix="/jobs")


@router.get("/{id}")
def job(request: Request, desk: ThisDesk, who: Reader, id: str, goes_on: bool = False) -> Response:
    """The job's progress; once it is done, where it leads, or (``goes_on``) the page that has nothing else to show anew."""
    found = desk.jobs.get(id)
    if found is None or (found.owner != who.name and not who.may("reviewer")):
        raise HTTPException(404, "There is no such job; the desk may have been started again. Nothing that was kept is lost.")
    if not wants_part(request):
        return desk.page(request, "job_page.html", job=found, goes_on=goes_on, title=found.title)
    answer = desk.page(request, "job.html", job=found, goes_on=goes_on)
    if found.state == "done":
        if found.leads:
            answer.headers["HX-Redirect"] = found.leads
        elif goes_on:
            answer.headers["HX-Refresh"] = "true"
    return answer
