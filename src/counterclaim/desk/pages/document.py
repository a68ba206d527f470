"""One document: its text with every finding marked, the sheet beside it, each finding open to judgement."""

import re
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, ThisDesk
from counterclaim.desk.finding import Findings
from counterclaim.desk.standing import judgement_row
from counterclaim.service.dossier import sheet as newest_sheet
from counterclaim.service.judge import lost, standings
from counterclaim.service.mask import masked
from counterclaim.show.marks import Mark
from counterclaim.show.outline import Outline
from counterclaim.show.page import document_context
from counterclaim.show.places import Use
from counterclaim.show.safe import one_line
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span

router = APIRouter(prefix="/dossiers/{dossier}/documents/{document}")

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


def sheet_of(desk: Desk, dossier: str, document: str) -> Sheet:
    """The newest sheet of a document.

    Raises:
        HTTPException: 404 if there is no such document.
    """
    found = newest_sheet(desk.ledger, dossier, document)
    if found is None:
        raise HTTPException(404, "There is no such document in this dossier; it may have been taken out.")
    return found


def findings_of(desk: Desk, dossier: str, document: str) -> Findings:
    """A document's findings, and how each stands.

    Raises:
        HTTPException: 404 if there is no such document.
    """
    sheet = sheet_of(desk, dossier, document)
    return Findings(dossier, sheet, standings(desk.ledger, dossier, sheet))


@router.get("")
def document_page(
    request: Request, desk: ThisDesk, _who: Reader, dossier: str, document: str, at: str = "", judge: str = ""
) -> Response:
    """The text beside its sheet.

    Args:
        request: The request.
        desk: This desk.
        dossier: The dossier, as a segment of the address.
        document: The document, likewise.
        at: A place ("120-180") to mark, for what only the comparison names.
        judge: The id of a finding whose form is open, for browsers without scripts.
    """
    name, id = addresses.named(dossier), addresses.named(document)
    findings = findings_of(desk, name, id)
    if hides := desk.hides(request):
        findings = Findings(name, masked(findings.sheet), {})
    shown = desk.comparisons.at_hand(name)
    placed = _placed(at, findings.laid)
    spared = [Mark(span=one.span, of=one.id, anchor=one.id, look="person") for one in findings.sheet.persons]
    uses = shown.uses(id) if shown else ()
    labels = {mark.span: mark.of for mark in shown.places.marks(id)} if shown else {}
    context = document_context(
        "d", findings.laid, (*placed, *spared), [use for use in uses if not use.id.startswith("x")], offsets=True
    )
    parties = [party.name for party in shown.comparison.parties] if shown else []
    return desk.page(
        request,
        "document.html",
        name=name,
        id=id,
        title=one_line(findings.sheet.document.title or id),
        document=context,
        judging=findings.judging,
        persons=findings.persons(),
        hides=hides,
        form=findings.form(judge, parties) if judge and not hides else None,
        here=[use for mark in placed for use in uses if use.id == labels.get(mark.span)],
        place=findings.laid.place(placed[0].span.start) if placed else None,
        elsewhere=_elsewhere(uses),
        older=_older(desk, name, id),
    )


def _placed(at: str, laid: Outline) -> tuple[Mark, ...]:
    """The mark of a place that the address names; none where it lies outside the text."""
    if not (found := _AT.fullmatch(at)):
        return ()
    start, end = int(found[1]), int(found[2])
    if not start < end <= len(laid.text):
        return ()
    return (Mark(span=Span(start, end), of="here", anchor="here", look="placed"),)


def _elsewhere(uses: tuple[Use, ...]) -> list[dict[str, str]]:
    """What the comparison uses of places that are no finding of the sheet."""
    found = dict.fromkeys((use.href, use.says) for use in uses if use.id.startswith("x"))
    return [{"href": href, "says": says} for href, says in found]


def _older(desk: Desk, dossier: str, document: str) -> list[dict[str, Any]]:
    """Judgements on this document that attach to nothing now."""
    return [
        judgement_row(dossier, one) | {"lost": standing.lost}
        for standing in lost(desk.ledger, dossier)
        if standing.target.place is not None and standing.target.place.document == document
        for one in standing.judgements
    ]
