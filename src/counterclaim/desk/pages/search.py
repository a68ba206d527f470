"""Search: by words at once, by meaning in the background, since what was never searched is indexed first."""

from typing import Annotated, Any, get_args

import msgspec
from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, ThisDesk
from counterclaim.desk.jobs import Job
from counterclaim.desk.layouts import AT_ONCE, paged
from counterclaim.errors import LedgerError
from counterclaim.service.dossier import dossiers
from counterclaim.service.search import Hit, Wanted, search
from counterclaim.show import labels
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.attribution import Act
from counterclaim.values.span import Span

router = APIRouter(prefix="/search")

LONGEST_WORDS = 320
LONGEST_QUERY = 500


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The form's fields as they were sent."""

    q: str = ""
    dossier: str = ""
    speaker: str = ""
    act: str = ""
    since: str = ""
    disputed: str = ""
    meaning: str = ""


@router.get("")
def search_page(
    request: Request,
    desk: ThisDesk,
    who: Reader,
    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    dossier: str = "",
    speaker: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    act: str = "",
    since: str = "",
    disputed: str = "",
    meaning: str = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """The form and, where words are given, what the ledger holds on them."""
    asked = Asked(
        q=q.strip(), dossier=dossier, speaker=speaker.strip(), act=act, since=since, disputed=disputed, meaning=meaning
    )
    hits: tuple[Hit, ...] = ()
    job: Job | None = None
    if any(letter.isalnum() for letter in asked.q):
        wanted = wanted_of(asked)
        slow = wanted.by_meaning or wanted.disputed
        job = _queued(desk, who.name, asked, wanted) if slow else None
        hits = _found(job) if job else search(desk.ledger, wanted, desk.kit)
    chosen, pages = paged(hits, page, AT_ONCE)
    return desk.page(
        request,
        "search.html",
        asked=asked,
        rows=[hit_row(hit) for hit in chosen],
        pages=pages,
        job=job if job and not job.over else None,
        failed=job.said if job and job.state == "failed" else "",
        dossiers=[row.name for row in dossiers(desk.ledger)],
        acts=labels.ACTS,
        query={name: value for name in Asked.__struct_fields__ if (value := getattr(asked, name))},
    )


def wanted_of(asked: Asked) -> Wanted:
    """What the service is asked for.

    Raises:
        LedgerError: If the act is none.
    """
    if asked.act and asked.act not in get_args(Act):
        raise LedgerError(f"{asked.act!r} is no act; there are {', '.join(get_args(Act))}")
    return Wanted(
        text=asked.q,
        dossier=asked.dossier or None,
        speaker=asked.speaker or None,
        act=asked.act or None,  # type: ignore[arg-type]  # checked above
        disputed=bool(asked.disputed),
        since=asked.since or None,
        by_meaning=bool(asked.meaning),
    )


def _queued(desk: Desk, owner: str, asked: Asked, wanted: Wanted) -> Job:
    """The job that searches; the one that did so for this very question a moment ago, where it is still known."""
    key = f"search {owner} {msgspec.json.encode(asked).decode()}"
    return desk.jobs.latest(key) or desk.jobs.submit(
        owner, "Searching", lambda _job: search(desk.ledger, wanted, desk.kit), key=key
    )


def _found(job: Job) -> tuple[Hit, ...]:
    return job.result if isinstance(job.result, tuple) else ()


def hit_row(hit: Hit) -> dict[str, Any]:
    """One hit as a row."""
    return {
        "dossier": one_line(hit.dossier),
        "speaker": one_line(hit.speaker or "") or (labels.NOBODY if hit.attribution else ""),
        "act": labels.ACTS[hit.act] if hit.act else "",
        "words": shortened(hit.words, LONGEST_WORDS),
        "language": one_line(hit.language),
        "outlet": one_line(hit.outlet or hit.document),
        "published": one_line(hit.published or ""),
        "reasons": [one_line(reason) for reason in hit.reasons],
        "href": addresses.document(hit.dossier, hit.document, hit.attribution)
        if hit.attribution
        else addresses.document(hit.dossier, hit.document, at=Span(hit.start, hit.end)),
    }
