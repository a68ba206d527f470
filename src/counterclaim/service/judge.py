"""Judging: what people say of what the machine found, each time as a further record."""

import msgspec
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import judgements as kept
from counterclaim.ledger.read import newest_readings, require, texts_named, texts_of
from counterclaim.ledger.session import Ledger
from counterclaim.service.agreeing import undone
from counterclaim.service.cases import case_of, judged_in, party_names
from counterclaim.service.fitting import fit_place, fit_verdict, fit_words
from counterclaim.service.judged import judged
from counterclaim.service.standing import Case, in_sheet, namings, removed, utterances
from counterclaim.service.targets import targets as targets  # a door that judges needs them
from counterclaim.values.judgement import Correction, Judgement, Standing, Target, Verdict
from counterclaim.values.sheet import Sheet


def judge(
    ledger: Ledger,
    dossier: str,
    target: Target,
    verdict: Verdict,
    *,
    by: str,
    why: str = "",
    correction: Correction | None = None,
    evidence: str | None = None,
) -> Judgement:
    """Keeps one judgement.

    Which verdicts and corrections each kind of target takes stands in docs/judging.md. ``undo`` has a function of its own.

    Args:
        ledger: The open ledger.
        dossier: The dossier's name.
        target: From ``targets`` of the sheet as the machine made it; of a comparison, by the places of its members.
        verdict: What is judged.
        by: Who judges.
        why: Their reason.
        correction: What is put in place, for ``correct``.
        evidence: A link, shown and never fetched.

    Raises:
        LedgerError: In a sentence for the reviewer: the dossier or document is not there, the words are not those at that place
            of its text, the verdict or correction does not fit the target, the link is none.
    """
    if correction is not None and correction.speaker is not None:
        correction = msgspec.structs.replace(correction, speaker=" ".join(correction.speaker.split()))
    fit_words(by, why, evidence, correction)
    fit_verdict(target, verdict, correction)
    with ledger.writing() as connection:
        require(connection, dossier)
        for place in (target.place, target.other):
            if place is None:
                continue
            named = texts_named(connection, dossier, place.document)
            if not named:
                raise LedgerError(f"there is no document {place.document!r} in {dossier!r}")
            text = texts_of(connection, named & {place.text_sha256}).get(place.text_sha256)
            fit_place(place, text, correction, whole=target.kind == "document")
        made = Judgement(
            id=0,
            dossier=dossier,
            target=target,
            verdict=verdict,
            correction=correction,
            why=why,
            evidence=evidence,
            by=by,
            at="",
        )
        return kept.keep_judgement(connection, made, _subject(made))


def second(ledger: Ledger, number: int, *, by: str, why: str = "") -> Judgement:
    """Keeps that ``by`` judges the same as judgement ``number`` of somebody else: the second look.

    Raises:
        LedgerError: If there is no such judgement, it is one's own, or it was taken back.
    """
    with ledger.reading() as connection:
        first = _in_force(connection, number)
    if first.by == by:
        raise LedgerError(f"judgement {number} is {by}'s own; a second look is somebody else's")
    if first.verdict == "undo":
        raise LedgerError(f"judgement {number} takes another back; there is nothing in it to look at again")
    return judge(ledger, first.dossier, first.target, first.verdict, by=by, why=why, correction=first.correction)


def undo(ledger: Ledger, number: int, *, by: str, why: str = "", as_admin: bool = False) -> Judgement:
    """Takes a judgement back by a further one; an undo can be undone.

    Raises:
        LedgerError: If there is no such judgement, it is taken back already, or it is another's and ``as_admin`` is not set.
    """
    fit_words(by, why, None, None)
    with ledger.writing() as connection:
        first = _in_force(connection, number)
        if first.by != by and not as_admin:
            raise LedgerError(f"judgement {number} is {first.by}'s; only they or an admin can take it back")
        made = msgspec.structs.replace(first, verdict="undo", correction=None, why=why, evidence=None, by=by, undoes=number)
        return kept.keep_judgement(connection, made, _subject(made))


def judgements(ledger: Ledger, dossier: str, document: str | None = None) -> tuple[Judgement, ...]:
    """All judgements of a dossier, or on one of its documents, undone ones and undos included, oldest first.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        require(connection, dossier)
        found = kept.judgements(connection, dossier)
    if document is None:
        return found
    return tuple(j for j in found if document in {place.document for place in (j.target.place, j.target.other) if place})


def standings(ledger: Ledger, dossier: str, sheet: Sheet) -> dict[str, Standing]:
    """How each judged finding of a sheet stands, by its id in ``targets(sheet)``; the document itself under ``""``.

    Findings nobody judged are left out. Judgements that attach to nothing in this sheet are in ``lost``.

    Args:
        ledger: The open ledger.
        dossier: The dossier's name.
        sheet: As the machine made it, with its text.
    """
    with ledger.reading() as connection:
        return in_sheet(case_of(connection, dossier, document=sheet.document.id), sheet)[0]


def lost(ledger: Ledger, dossier: str) -> tuple[Standing, ...]:
    """The judgements that attach to nothing now, grouped by what they judged, each with the reason; never dropped.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        case = case_of(connection, dossier)
        readings = newest_readings(connection, dossier)
        sheets = judged_in(connection, readings, case)
        names = party_names(connection, dossier, case)
    in_sheets = [in_sheet(case, sheet) for sheet in sheets]
    left = [judged(sheet, standing) for sheet, (standing, _) in zip(sheets, in_sheets, strict=True)]
    grouped = _grouped(case, sheets, tuple(left), names)
    return (
        *(one for _, strays in in_sheets for one in strays),
        *removed(case, [row.document for row in readings]),
        *(one for one in grouped if one.lost is not None),
    )


def groupings(ledger: Ledger, dossier: str) -> tuple[Standing, ...]:
    """How each pair of utterances (``same``, ``not_same``) and of names (``merge``, ``split``) that was judged stands.

    A target's ``place`` and ``other`` (or the two ``names``) say which; what is lost is in ``lost`` as well.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        case = case_of(connection, dossier)
        sheets = judged_in(connection, newest_readings(connection, dossier), case)
        names = party_names(connection, dossier, case)
    return _grouped(case, sheets, tuple(judged(sheet, in_sheet(case, sheet)[0]) for sheet in sheets), names)


def require_second_look(ledger: Ledger, dossier: str, on: bool, *, by: str) -> None:
    """Sets whether a dossier's judgements are applied only once two people agree.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.writing() as connection:
        require(connection, dossier)
        if kept.second_look(connection, dossier) != on:
            asked = "a second look is required" if on else "one look is enough"
            kept.keep_policy(connection, dossier, on, f"{dossier}: {asked}, by {by}")


def needs_second_look(ledger: Ledger, dossier: str) -> bool:
    """Whether a dossier's judgements are applied only once two people agree."""
    with ledger.reading() as connection:
        return kept.second_look(connection, dossier)


def _grouped(case: Case, sheets: tuple[Sheet, ...], left: tuple[Sheet, ...], names: frozenset[str]) -> tuple[Standing, ...]:
    borne = {source.name for sheet in (*sheets, *left) for source in sheet.sources}
    return (*utterances(case, sheets, left).values(), *namings(case, borne | names).values())


def _in_force(connection: Connection, number: int) -> Judgement:
    """The judgement of that number.

    Raises:
        LedgerError: If there is none, or it was taken back.
    """
    first = kept.judgement(connection, number)
    if first is None:
        raise LedgerError(f"there is no judgement {number}")
    if number in undone(kept.judgements(connection, first.dossier)):
        raise LedgerError(f"judgement {number} was taken back already")
    return first


def _subject(judgement: Judgement) -> str:
    """What the log says of a judgement."""
    target = judgement.target
    what = [target.place.document] if target.place and target.kind != "document" else []
    words = f"{judgement.verdict} of {judgement.undoes}" if judgement.undoes is not None else judgement.verdict
    return f"{judgement.dossier}: {' '.join([*what, target.kind, target.id])}: {words}, by {judgement.by}"
