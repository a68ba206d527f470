"""Judgements as templates show them: who said what of a finding, when and why, and what counts now."""

from typing import Any

from counterclaim.desk import addresses
from counterclaim.show import labels
from counterclaim.show.page import web_link
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.judgement import Correction, Judgement, Place, Standing, Target

LONGEST_WORDS = 160

VERDICTS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "same": "same claim",
    "not_same": "not the same claim",
    "unsure": "unsure",
    "merge": "merged",
    "split": "taken apart",
    "checked": "we checked",
    "undo": "took back",
}
"""What a reviewer did, in words."""

KINDS = {
    "attribution": "statement",
    "figure": "figure",
    "verification": "on verification",
    "notice": "notice",
    "person": "person",
    "claim": "claim",
    "party": "speaker",
    "document": "document",
}


def corrected(correction: Correction | None) -> list[str]:
    """What a correction puts in place, each part a short phrase."""
    if correction is None:
        return []
    parts = []
    if correction.speaker is not None:
        parts.append(f"speaker: {one_line(correction.speaker) or 'cannot be told'}")
    if correction.act is not None:
        parts.append(f"act: {labels.ACTS[correction.act]}")
    if correction.bound is not None:
        parts.append(f"bound: {labels.BOUNDS.get(correction.bound, correction.bound)}")
    parts += [
        f"{name}: {labels.number(value)}"
        for name, value in (("value", correction.value), ("low", correction.low), ("high", correction.high))
        if value is not None
    ]
    if correction.start is not None:
        parts.append("other words")
    return parts


def judgement_row(dossier: str, judgement: Judgement, *, undone: bool = False) -> dict[str, Any]:
    """One judgement as a row."""
    target = judgement.target
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "label": VERDICTS[judgement.verdict],
        "undoes": judgement.undoes,
        "undone": undone,
        "by": one_line(judgement.by),
        "at": judgement.at[:16].replace("T", " "),
        "why": one_line(judgement.why),
        "evidence": one_line(judgement.evidence or ""),
        "link": web_link(judgement.evidence),
        "corrected": corrected(judgement.correction),
        "kind": KINDS[target.kind],
        "target": one_line(target.id),
        "words": _words(target),
        "href": place_address(dossier, target.place),
        "document": one_line(target.place.document) if target.place else "",
    }


def _words(target: Target) -> str:
    if target.names:
        return " · ".join(one_line(name) for name in target.names)
    parts = [shortened(place.words, LONGEST_WORDS) for place in (target.place, target.other) if place is not None]
    return " ≟ ".join(part for part in parts if part)


def place_address(dossier: str, place: Place | None) -> str | None:
    """Where the words of a judgement stand; None for a party's."""
    if place is None:
        return None
    return addresses.document(dossier, place.document, at=place.span if len(place.span) else None)


def standing_row(dossier: str, standing: Standing) -> dict[str, Any]:
    """How one thing stands, with all its judgements."""
    return {
        "judgements": [judgement_row(dossier, one) | {"earlier": one.id in standing.earlier} for one in standing.judgements],
        "lost": standing.lost,
        "agreed": VERDICTS[standing.agreed.verdict] if standing.agreed else "",
        "verdict": standing.agreed.verdict if standing.agreed else "",
        "corrected": corrected(standing.correction),
        "disagree": standing.disagree,
        "waiting": standing.waiting,
        "words": _words(standing.target),
        "kind": KINDS[standing.target.kind],
    }
