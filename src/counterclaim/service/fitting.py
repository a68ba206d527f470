"""Whether a judgement may be kept: its verdict fits what it judges, and its words stand where it says."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from counterclaim.errors import LedgerError
from counterclaim.values.judgement import Correction, Place, Target, TargetKind, Verdict

LONGEST = 4000
"""Characters of a reason, a link or a name: what is longer was pasted by mistake."""

_FINDING: frozenset[Verdict] = frozenset({"accept", "reject", "correct", "unsure", "checked"})
VERDICTS: Mapping[TargetKind, frozenset[Verdict]] = {
    "attribution": _FINDING,
    "figure": _FINDING,
    "verification": _FINDING,
    "notice": _FINDING,
    "person": _FINDING,
    "document": frozenset({"accept", "unsure", "checked"}),
    "claim": frozenset({"same", "not_same", "unsure", "checked"}),
    "party": frozenset({"merge", "split", "unsure", "checked"}),
}
"""Which verdicts each kind of target takes."""

_SPAN = frozenset({"start", "end"})
_SPEAKER = frozenset({"speaker", "speaker_kind"})
CORRECTED: Mapping[TargetKind, frozenset[str]] = {
    "attribution": _SPAN | _SPEAKER | {"act"},
    "figure": _SPAN | _SPEAKER | {"bound", "value", "low", "high"},
    "verification": _SPAN,
    "notice": _SPAN,
    "person": _SPAN,
}
"""What can be put right in each kind of finding."""


def fit_verdict(target: Target, verdict: Verdict, correction: Correction | None) -> None:
    """Nothing, if the verdict and the correction fit the target.

    Raises:
        LedgerError: If not; it says what would.
    """
    allowed = VERDICTS[target.kind]
    if verdict not in allowed:
        raise LedgerError(f"{target.kind} {target.id}: {verdict!r} does not fit; it takes {', '.join(sorted(allowed))}")
    given = {n for n in Correction.__struct_fields__ if correction is not None and getattr(correction, n) is not None}
    if (verdict == "correct") != bool(given):
        raise LedgerError(
            f"{target.kind} {target.id}: a correction goes with 'correct', and only there; say what to put in place"
        )
    fits = CORRECTED.get(target.kind, frozenset())
    if given - fits:
        wrong, right = ", ".join(sorted(given - fits)), ", ".join(sorted(fits))
        raise LedgerError(f"{target.kind} {target.id}: {wrong} cannot be put right there; {right} can")
    if correction is not None and (correction.start is None) != (correction.end is None):
        raise LedgerError(f"{target.kind} {target.id}: a span has a start and an end; only one of them is given")
    if correction is not None and correction.speaker_kind is not None and not correction.speaker:
        raise LedgerError(f"{target.kind} {target.id}: a speaker's kind needs the speaker's name")
    if correction is not None and (correction.bound == "range" or {"low", "high"} & given):
        ends = (correction.low, correction.high)
        if correction.bound != "range" or correction.value is not None or None in ends or ends[0] > ends[1]:  # type: ignore[operator]
            raise LedgerError(f"{target.kind} {target.id}: a range has the bound 'range', a low and a high end, and no value")
    _fit_ends(target, verdict)


def _fit_ends(target: Target, verdict: Verdict) -> None:
    """The target names as many places or names as its kind and verdict need."""
    names = target.names
    if target.kind == "party":
        if len(names) < (2 if verdict in {"merge", "split"} else 1) or not all(name.strip() for name in names):
            raise LedgerError(f"party {target.id}: {verdict!r} needs the name it keeps and each other name it is about")
        return
    if target.place is None:
        raise LedgerError(f"{target.kind} {target.id}: a judgement needs the place it is about")
    if target.kind == "claim" and (verdict == "checked") != (target.other is None):
        raise LedgerError(f"claim {target.id}: {verdict!r} needs {'one place' if verdict == 'checked' else 'two places'}")
    if target.other is not None and (target.other.document, target.other.span) == (target.place.document, target.place.span):
        raise LedgerError(f"claim {target.id}: the two places are one")


def fit_place(place: Place, text: str | None, correction: Correction | None = None, *, whole: bool = False) -> None:
    """Nothing, if the words of ``place`` stand where it says, and a corrected span lies in the text.

    Args:
        place: To check.
        text: The text it names; None where its document never had that text.
        correction: Whose span indexes the same text.
        whole: Whether the whole document is meant.

    Raises:
        LedgerError: If not.
    """
    if text is None:
        raise LedgerError(f"{place.document}: the place names a text that this document never had; show the document again")
    if whole and (place.start, place.end, place.words) != (0, 0, ""):
        raise LedgerError(f"{place.document}: a judgement on a whole document names no words")
    if not whole and not (0 <= place.start < place.end <= len(text) and text[place.start : place.end] == place.words):
        raise LedgerError(f"{place.document}: the words given do not stand at [{place.start}, {place.end}) of its text")
    if correction is not None and correction.start is not None and correction.end is not None:
        inside = 0 <= correction.start < correction.end <= len(text)
        if not inside or not text[correction.start : correction.end].strip():
            raise LedgerError(f"{place.document}: no words stand at [{correction.start}, {correction.end}) of its text")


def fit_words(by: str, why: str, evidence: str | None, correction: Correction | None) -> None:
    """Nothing, if the reviewer is named, nothing is overlong and the link is one of the web.

    Raises:
        LedgerError: If not.
    """
    if not by.strip():
        raise LedgerError("a judgement needs the name of who judges")
    for said in (by, why, evidence or "", (correction.speaker or "") if correction else ""):
        if len(said) > LONGEST:
            raise LedgerError(f"a reason, link or name has {len(said)} characters; at most {LONGEST}, please")
    if evidence is not None:
        try:
            parts = urlsplit(evidence)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in {"http", "https"} or not parts.hostname or any(c.isspace() or c < " " for c in evidence):
            raise LedgerError(f"the evidence is a link that begins with https:// or http://, not {evidence[:80]!r}")
