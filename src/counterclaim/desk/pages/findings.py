"""Judging what stands in a sheet: the form of one finding, and what becomes of it."""

from typing import Annotated, Any, get_args

import msgspec
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from counterclaim.desk import addresses
from counterclaim.desk.desk import Desk, Reader, Reviewer, ThisDesk, goes_on, stays, wants_part
from counterclaim.desk.finding import Findings, seen
from counterclaim.desk.pages.document import findings_of
from counterclaim.desk.standing import VERDICTS
from counterclaim.errors import LedgerError
from counterclaim.service.judge import judge, judgements, second, undo
from counterclaim.values.judgement import Correction, Judgement, Target, Verdict

router = APIRouter(prefix="/dossiers/{dossier}")

READ_AGAIN = "This document was read again since the page was loaded. Load the page again and look once more."


class Judged(msgspec.Struct, kw_only=True):
    """What the form sends, as text; an empty field is one that was left alone.

    Attributes:
        finding: The finding's id.
        seen: The mark of the finding as it was shown.
        verdict: The button that was pressed.
        why: The reason.
        evidence: A link.
        speaker: Whose voice it is.
        nobody: Set where nobody can be told.
        speaker_kind: What a new speaker is.
        act: What the speaker does.
        bound: How the number limits the truth.
        value: The number.
        start: First code point of the words.
        end: One past the last.
    """

    finding: str = ""
    seen: str = ""
    verdict: str = ""
    why: str = ""
    evidence: str = ""
    speaker: str = ""
    nobody: str = ""
    speaker_kind: str = ""
    act: str = ""
    bound: str = ""
    value: str = ""
    start: str = ""
    end: str = ""


@router.get("/documents/{document}/findings/{id}")
def form_of(request: Request, desk: ThisDesk, _who: Reviewer, dossier: str, document: str, id: str) -> Response:
    """The form in which one finding is judged."""
    name, called = addresses.named(dossier), addresses.named(document)
    shown = desk.comparisons.at_hand(name)
    parties = [party.name for party in shown.comparison.parties] if shown else []
    form = findings_of(desk, name, called).form(id, parties)
    if form is None:
        raise HTTPException(404, "There is no such finding in this document.")
    return desk.page(request, "judge.html", name=name, id=called, form=form)


@router.get("/documents/{document}/entries/{id}")
def entry_of(request: Request, desk: ThisDesk, _who: Reader, dossier: str, document: str, id: str) -> Response:
    """One finding's entry, as it stands now."""
    name, called = addresses.named(dossier), addresses.named(document)
    return _entry(request, desk, findings_of(desk, name, called), called, id)


@router.post("/documents/{document}/judgements")
async def keep(request: Request, desk: ThisDesk, who: Reviewer, dossier: str, document: str) -> Response:
    """Keeps a judgement on a finding and shows the finding as it stands then."""
    sent = {name: str(value) for name, value in (await request.form()).items() if name in Judged.__struct_fields__}
    return await run_in_threadpool(_keep, request, desk, who.name, dossier, document, Judged(**sent))


def _keep(request: Request, desk: Desk, by: str, dossier: str, document: str, sent: Judged) -> Response:
    name, called = addresses.named(dossier), addresses.named(document)
    findings = findings_of(desk, name, called)
    target = findings.targets.get(sent.finding)
    if target is None or seen(target) != sent.seen:
        raise LedgerError(READ_AGAIN)
    if sent.verdict not in get_args(Verdict):
        raise LedgerError("Say how you judge it: accept, correct, reject or checked.")
    verdict: Verdict = msgspec.convert(sent.verdict, Verdict)
    correction = _correction(sent, target, findings) if verdict == "correct" else None
    judge(
        desk.ledger,
        name,
        target,
        verdict,
        by=by,
        why=sent.why.strip(),
        correction=correction,
        evidence=sent.evidence.strip() or None,
    )
    return _after(request, desk, name, called, sent.finding, f"{sent.finding} {VERDICTS[verdict]}")


def _correction(sent: Judged, target: Target, findings: Findings) -> Correction:
    """What the form puts in place: only what differs from what was found.

    Raises:
        LedgerError: If a field cannot be read, or nothing was changed.
    """
    machine = findings.found(sent.finding)
    found: dict[str, Any] = {}
    if sent.nobody:
        found["speaker"] = ""
    elif sent.speaker.strip() and sent.speaker.strip() != machine["speaker"]:
        found["speaker"] = sent.speaker.strip()
        if sent.speaker_kind:
            found["speaker_kind"] = sent.speaker_kind
    for name in ("act", "bound"):
        if (value := getattr(sent, name)) and value != machine[name]:
            found[name] = value
    try:
        if sent.value.strip() not in {"", machine["value"]}:
            found["value"] = float(sent.value.replace(",", "").replace(" ", ""))
        if sent.start and sent.end and target.place is not None:
            start, end = int(sent.start), int(sent.end)
            if (start, end) != (target.place.start, target.place.end):
                found |= {"start": start, "end": end}
        correction = msgspec.convert(found, Correction)
    except (ValueError, msgspec.ValidationError) as error:
        raise LedgerError(f"This correction cannot be read: {error}") from error
    if correction == Correction():
        raise LedgerError("Nothing is changed yet: put the right speaker, act, words or number in, then correct. Or accept.")
    return correction


@router.post("/judgements/{number}/undo")
def take_back(
    request: Request, desk: ThisDesk, who: Reviewer, dossier: str, number: int, why: Annotated[str, Form()] = ""
) -> Response:
    """Takes a judgement back, by a further one."""
    name = addresses.named(dossier)
    old = _of(desk, name, number)
    undo(desk.ledger, number, by=who.name, why=why.strip(), as_admin=who.may("admin"))
    return _shown_again(request, desk, name, old, "taken back")


@router.post("/judgements/{number}/second")
def second_it(
    request: Request, desk: ThisDesk, who: Reviewer, dossier: str, number: int, why: Annotated[str, Form()] = ""
) -> Response:
    """Judges the same as somebody else did: the second look."""
    name = addresses.named(dossier)
    old = _of(desk, name, number)
    second(desk.ledger, number, by=who.name, why=why.strip())
    return _shown_again(request, desk, name, old, "judged the same")


def _of(desk: Desk, dossier: str, number: int) -> Judgement:
    found = next((one for one in judgements(desk.ledger, dossier) if one.id == number), None)
    if found is None:
        raise HTTPException(404, "There is no such judgement in this dossier.")
    return found


def _shown_again(request: Request, desk: Desk, dossier: str, old: Judgement, said: str) -> Response:
    place = old.target.place
    if not wants_part(request) or place is None or old.target.kind in {"claim", "party"}:
        return stays(request, addresses.dossier(dossier, "judgements"))
    findings = findings_of(desk, dossier, place.document)
    id = next((id for id, target in findings.targets.items() if target.place == place and target.kind == old.target.kind), None)
    if id is None:
        return stays(request, addresses.document(dossier, place.document))
    return _after(request, desk, dossier, place.document, id, f"{id} {said}")


def _after(request: Request, desk: Desk, dossier: str, document: str, id: str, said: str) -> Response:
    """The finding as it stands now, with a word for those who do not see it change."""
    if not wants_part(request):
        return goes_on(request, addresses.document(dossier, document) + f"#e-d-{id}")
    answer = _entry(request, desk, findings_of(desk, dossier, document), document, id)
    answer.headers["HX-Trigger-After-Settle"] = msgspec.json.encode({"desk:judged": {"id": id, "said": said}}).decode()
    return answer


def _entry(request: Request, desk: Desk, findings: Findings, document: str, id: str) -> Response:
    found = findings.entry(id)
    if found is None:
        raise HTTPException(404, "There is no such finding in this document.")
    kind, entry = found
    return desk.page(
        request,
        "entry.html",
        name=findings.dossier,
        id=document,
        kind=kind,
        entry=entry,
        judging=findings.judging,
        form=None,
    )
