"""One party: all it has said, over time and in every document, how that changed, and whether its names belong together."""

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Reader, Reviewer, ThisDesk, stays
from counterclaim.desk.layouts import AT_ONCE, PageNumber, paged
from counterclaim.desk.shown import Shown
from counterclaim.desk.standing import standing_row
from counterclaim.errors import LedgerError
from counterclaim.service.judge import groupings, judge
from counterclaim.show import labels
from counterclaim.show.laid import amount
from counterclaim.show.safe import one_line
from counterclaim.values.comparison import Claim, Member, Party
from counterclaim.values.judgement import Target, Verdict
from counterclaim.values.span import Span

router = APIRouter(prefix="/dossiers/{dossier}/parties")

LONGEST_WORDS = 320
MOST_OFFERED = 400
"""Names offered to merge with."""


@router.get("/{party}")
def party_page(
    request: Request,
    desk: ThisDesk,
    who: Reader,
    dossier: str,
    party: str,
    page: PageNumber = 1,
) -> Response:
    """The party that is called so; the one heard most where several are."""
    name, called = addresses.named(dossier), addresses.named(party)
    shown, job = desk.comparisons.newest(name, who.name)
    shown = desk.shown_to(request, shown)
    found = _called(shown, called) if shown else None
    if shown is None or found is None:
        raise HTTPException(
            404, f"No speaker of this dossier is called {one_line(called)} now; names change when parties are merged."
        )
    said = [(claim, member) for claim in shown.comparison.claims for member in claim.members if member.source == found.id]
    said.sort(key=lambda pair: (shown.laid.published(pair[1].document) or "9999", pair[1].document, pair[1].start))
    chosen, pages = paged(said, page, AT_ONCE)
    names = {found.name, *found.aliases}
    return desk.page(
        request,
        "party.html",
        name=name,
        title=one_line(found.name),
        party=found,
        kind=labels.KINDS[found.kind],
        side=shown.speaker(found.side),
        days=_by_day(shown, name, chosen),
        count=len(said),
        pages=pages,
        figures=_figures(shown, found),
        disputes=_disputes(shown, name, found),
        speaking_for=[shown.speaker(one.id) for one in shown.comparison.parties if one.side == found.id][:AT_ONCE],
        others=[one.name for one in shown.comparison.parties if one.id != found.id][:MOST_OFFERED],
        judged=[standing_row(name, one) for one in groupings(desk.ledger, name) if names & set(one.target.names)],
        job=job,
    )


def _called(shown: Shown, name: str) -> Party | None:
    exact = [party for party in shown.comparison.parties if party.name == name]
    known = exact or [party for party in shown.comparison.parties if name in party.aliases]
    return known[0] if known else None


def _by_day(shown: Shown, dossier: str, said: Any) -> list[dict[str, Any]]:
    """What was said, by the day it was published."""
    days: dict[str, list[dict[str, Any]]] = {}
    for claim, member in said:
        date = (shown.laid.published(member.document) or "")[:10] or "without a date"
        days.setdefault(date, []).append(_row(shown, dossier, claim, member))
    return [{"date": date, "said": rows} for date, rows in days.items()]


def _row(shown: Shown, dossier: str, claim: Claim, member: Member) -> dict[str, Any]:
    return {
        "act": labels.ACTS[member.act],
        "words": shown.laid.words(member.document, member.start, member.end, LONGEST_WORDS),
        "href": shown.links.words(member.document, member.attribution, Span(member.start, member.end)),
        "outlet": shown.laid.outlet(member.document),
        "language": shown.laid.language(member.document),
        "claim": addresses.claim(dossier, member.document, member.start, member.end),
        "places": len(claim.members),
    }


def _figures(shown: Shown, party: Party) -> list[dict[str, Any]]:
    """The numbers this party gave, by measure and in the order in which it gave them: how they changed."""
    found = []
    for ladder in shown.comparison.figures:
        own = sorted((p for p in ladder.points if p.by == party.id), key=lambda p: p.as_of or p.published or "")
        if own:
            points = [
                {
                    "amount": amount(point),
                    "when": one_line((point.as_of or point.published or "")[:10]),
                    "outlet": shown.laid.outlet(point.document),
                    "href": addresses.document(shown.dossier, point.document, at=Span(point.start, point.end)),
                }
                for point in own[:AT_ONCE]
            ]
            found.append({"measure": one_line(ladder.measure), "points": points, "revised": party.id in ladder.revised})
    return found


def _disputes(shown: Shown, dossier: str, party: Party) -> list[dict[str, Any]]:
    """The disputes in which this party takes a position, and which."""
    return [
        {
            "question": one_line(dispute.question),
            "href": addresses.dispute(dossier, dispute.id),
            "holds": [one_line(p.label) for p in dispute.positions if party.id in p.held_by],
            "denies": [one_line(p.label) for p in dispute.positions if party.id in p.denied_by],
        }
        for dispute in shown.comparison.disputes
        if any(party.id in (*position.held_by, *position.denied_by) for position in dispute.positions)
    ]


@router.post("/{party}/merge")
def merge(
    request: Request,
    desk: ThisDesk,
    who: Reviewer,
    dossier: str,
    party: str,
    other: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    evidence: Annotated[str, Form()] = "",
) -> Response:
    """Says that another name is this party's, too."""
    return _judge(request, desk, who.name, dossier, party, "merge", [other.strip()], why, evidence)


@router.post("/{party}/split")
def split(
    request: Request,
    desk: ThisDesk,
    who: Reviewer,
    dossier: str,
    party: str,
    other: Annotated[list[str], Form()] = [],  # noqa: B006  # FastAPI copies it
    why: Annotated[str, Form()] = "",
    evidence: Annotated[str, Form()] = "",
) -> Response:
    """Says that some of the party's names are somebody else's."""
    return _judge(request, desk, who.name, dossier, party, "split", other, why, evidence)


def _judge(
    request: Request,
    desk: Any,
    by: str,
    dossier: str,
    party: str,
    verdict: Verdict,
    others: list[str],
    why: str,
    evidence: str,
) -> Response:
    name, called = addresses.named(dossier), addresses.named(party)
    others = [other for other in others if other]
    if not others:
        raise LedgerError("Choose a name first.")
    target = Target(kind="party", id=called, names=(called, *others))
    judge(desk.ledger, name, target, verdict, by=by, why=why.strip(), evidence=evidence.strip() or None)
    return stays(request, addresses.party(name, called))
