"""One claim: who makes it, why each is taken for the same, who denies it, on what it rests; and whether that is right."""

import re
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, Reviewer, ThisDesk, stays
from counterclaim.desk.layouts import AT_ONCE, PageNumber, paged
from counterclaim.desk.pages.document import sheet_of
from counterclaim.desk.shown import Shown
from counterclaim.desk.standing import standing_row
from counterclaim.errors import LedgerError
from counterclaim.service.judge import groupings, judge, targets
from counterclaim.show import labels
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.comparison import Claim, Member
from counterclaim.values.judgement import Place, Standing, Target, Verdict
from counterclaim.values.span import Span

router = APIRouter(prefix="/dossiers/{dossier}/claims")

LONGEST_WORDS = 400

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")

VERDICTS: dict[str, Verdict] = {"same": "same", "not_same": "not_same", "unsure": "unsure"}


@router.get("/{document}/{at}")
def claim_page(
    request: Request,
    desk: ThisDesk,
    who: Reader,
    dossier: str,
    document: str,
    at: str,
    page: PageNumber = 1,
) -> Response:
    """The claim that is made at this place."""
    name, called = addresses.named(dossier), addresses.named(document)
    shown, job = desk.comparisons.newest(name, who.name)
    shown = desk.shown_to(request, shown)
    claim = _made_at(shown, called, at) if shown else None
    if shown is None or claim is None:
        raise HTTPException(404, "No claim is made at that place now; the document may have been read again.")
    one = shown.independence(claim.id)
    judged = [one for one in groupings(desk.ledger, name) if one.target.kind == "claim"]
    rows = [
        _member(shown, name, member, reason, judged)
        for member, reason in zip(claim.members, ("", *claim.reasons), strict=False)
    ]
    chosen, pages = paged(rows, page, AT_ONCE)
    return desk.page(
        request,
        "claim.html",
        name=name,
        title=shortened(claim.text, 80),
        text=shortened(claim.text, LONGEST_WORDS),
        address=addresses.claim(name, called, *_span(at)),
        members=chosen,
        pages=pages,
        documents=one.documents,
        origins=one.origins,
        roots=[speaker for root in one.roots if (speaker := shown.speaker(root))],
        disputes=_denied(shown, name, claim),
        job=job,
    )


def _span(at: str) -> tuple[int, int]:
    """The ends of a place.

    Raises:
        HTTPException: 404 if it is none.
    """
    found = _AT.fullmatch(at)
    if not found:
        raise HTTPException(404, "That is no place in a document.")
    return int(found[1]), int(found[2])


def _made_at(shown: Shown, document: str, at: str) -> Claim | None:
    start, end = _span(at)
    return next(
        (
            claim
            for claim in shown.comparison.claims
            if any((m.document, m.start, m.end) == (document, start, end) for m in claim.members)
        ),
        None,
    )


def _member(shown: Shown, dossier: str, member: Member, reason: str, judged: list[Standing]) -> dict[str, Any]:
    here = (member.document, member.start, member.end)
    return {
        "document": member.document,
        "attribution": member.attribution,
        "by": shown.speaker(member.source),
        "act": labels.ACTS[member.act],
        "denies": member.act == "denies",
        "words": shown.laid.words(member.document, member.start, member.end, LONGEST_WORDS),
        "href": shown.links.words(member.document, member.attribution, Span(member.start, member.end)),
        "outlet": shown.laid.outlet(member.document),
        "published": one_line(shown.laid.published(member.document) or ""),
        "language": shown.laid.language(member.document),
        "reason": one_line(reason),
        "judged": [standing_row(dossier, one) for one in judged if here in _places(one.target)],
    }


def _places(target: Target) -> list[tuple[str, int, int]]:
    return [(place.document, place.start, place.end) for place in (target.place, target.other) if place is not None]


def _denied(shown: Shown, dossier: str, claim: Claim) -> list[dict[str, Any]]:
    """The disputes this claim stands in, and who says otherwise there."""
    found = []
    for dispute in shown.comparison.disputes:
        held = [position for position in dispute.positions if claim.id in position.claims]
        if held:
            others = [position for position in dispute.positions if position not in held]
            found.append(
                {
                    "question": one_line(dispute.question),
                    "href": addresses.dispute(dossier, dispute.id),
                    "denied_by": [shown.laid.name(party) for position in held for party in position.denied_by],
                    "otherwise": [
                        {"label": one_line(position.label), "by": [shown.laid.name(party) for party in position.held_by]}
                        for position in others
                    ],
                }
            )
    return found


@router.post("/{document}/{at}/judgements")
def keep(
    request: Request,
    desk: ThisDesk,
    who: Reviewer,
    dossier: str,
    document: str,
    at: str,
    verdict: Annotated[str, Form()] = "",
    member: Annotated[str, Form()] = "",
    attribution: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    evidence: Annotated[str, Form()] = "",
) -> Response:
    """Keeps whether a member makes the same claim as the first."""
    name, called = addresses.named(dossier), addresses.named(document)
    shown = desk.comparisons.at_hand(name)
    claim = _made_at(shown, called, at) if shown else None
    if claim is None or verdict not in VERDICTS:
        raise LedgerError("Say of one member whether it makes the same claim: same, not the same, or unsure.")
    first = claim.members[0]
    target = Target(
        kind="claim",
        id=claim.id,
        place=_place(desk, name, member, attribution),
        other=_place(desk, name, first.document, first.attribution),
    )
    judge(desk.ledger, name, target, VERDICTS[verdict], by=who.name, why=why.strip(), evidence=evidence.strip() or None)
    return stays(request, addresses.claim(name, called, *_span(at)))


def _place(desk: Desk, dossier: str, document: str, attribution: str) -> Place | None:
    """Where an attribution stands."""
    target = targets(sheet_of(desk, dossier, document)).get(attribution)
    if target is None:
        raise LedgerError("This document was read again since the page was loaded. Load the page again.")
    return target.place
