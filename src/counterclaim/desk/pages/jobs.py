"""How far a job is: polled by the page that waits for it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk.desk import Reader, ThisDesk, wants_part

router = APIRouter(prefix="/jobs")


@router.get("/{id}")
def job(request: Request, desk: ThisDesk, who: Reader, id: str) -> Response:
    """The job's progress; once it is over, where it leads, or the page that waits for it anew."""
    found = desk.jobs.get(id)
    if found is None or (found.owner != who.name and not who.may("reviewer")):
        raise HTTPException(404, "There is no such job; the desk may have been started again. Nothing that was kept is lost.")
    if not wants_part(request):
        return desk.page(request, "job_page.html", job=found, title=found.title)
    answer = desk.page(request, "job.html", job=found)
    if found.state == "done":
        if found.leads:
            answer.headers["HX-Redirect"] = found.leads
        elif not found.notes and found.result is None:
            answer.headers["HX-Refresh"] = "true"  # the page that waited shows what was made
    return answer
