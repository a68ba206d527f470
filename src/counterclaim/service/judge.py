"""Judging: what people say of what the machine found, each time as a further record."""

from collections.abc import Iterable

from counterclaim.ledger.session import Ledger
from counterclaim.values.judgement import Correction, Decided, Judgement, Standing, Target, TargetKind, Verdict
from counterclaim.values.sheet import Sheet


def targets(sheet: Sheet) -> dict[str, Target]:
    """Everything in a sheet that can be judged, by id: its attributions, figures, verifications, notices and persons.

    Notices have no id in the contract; here they are ``n1``, ``n2`` ... in the sheet's order. A desk sends the target back as
    it was shown, so that a document read again in between is noticed.

    Args:
        sheet: With its text, as the machine made it (not as ``judged``).
    """
    raise NotImplementedError


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

    Raises:
        LedgerError: In a sentence for the reviewer: the dossier or document is not there, the words are not those at that place
            of its text, the verdict or correction does not fit the target, the link is none.
    """
    raise NotImplementedError


def second(ledger: Ledger, number: int, *, by: str, why: str = "") -> Judgement:
    """Keeps that ``by`` judges the same as judgement ``number`` of somebody else: the second look.

    Raises:
        LedgerError: If there is no such judgement, it is one's own, or it was taken back.
    """
    raise NotImplementedError


def undo(ledger: Ledger, number: int, *, by: str, why: str = "", as_admin: bool = False) -> Judgement:
    """Takes a judgement back by a further one; an undo can be undone.

    Raises:
        LedgerError: If there is no such judgement, it is taken back already, or it is another's and ``as_admin`` is not set.
    """
    raise NotImplementedError


def judgements(ledger: Ledger, dossier: str, document: str | None = None) -> tuple[Judgement, ...]:
    """All judgements of a dossier, or on one of its documents, undone ones and undos included, oldest first.

    Raises:
        LedgerError: If there is no such dossier.
    """
    raise NotImplementedError


def standings(ledger: Ledger, dossier: str, sheet: Sheet) -> dict[str, Standing]:
    """How each judged finding of a sheet stands, by its id in ``targets(sheet)``; the document itself under ``""``.

    Findings nobody judged are left out. Judgements that attach to nothing in this sheet are in ``lost``.
    """
    raise NotImplementedError


def lost(ledger: Ledger, dossier: str) -> tuple[Standing, ...]:
    """The judgements that attach to nothing now, grouped by what they judged, each with the reason; never dropped."""
    raise NotImplementedError


def groupings(ledger: Ledger, dossier: str) -> tuple[Standing, ...]:
    """How each pair of utterances (``same``, ``not_same``) and of names (``merge``, ``split``) that was judged stands.

    A target's ``place`` and ``other`` (or the two ``names``) say which; what is lost is in ``lost`` as well.
    """
    raise NotImplementedError


def decided(ledger: Ledger, dossier: str, sheets: Iterable[Sheet]) -> Decided:
    """What people agreed about the grouping of a dossier, for ``match.compare.compare``."""
    raise NotImplementedError


def require_second_look(ledger: Ledger, dossier: str, on: bool, *, by: str) -> None:
    """Sets whether a dossier's judgements are applied only once two people agree.

    Raises:
        LedgerError: If there is no such dossier.
    """
    raise NotImplementedError


def needs_second_look(ledger: Ledger, dossier: str) -> bool:
    """Whether a dossier's judgements are applied only once two people agree."""
    raise NotImplementedError


JUDGED_KINDS: tuple[TargetKind, ...] = ("attribution", "figure", "verification", "notice", "person")
"""The kinds of target that stand in a sheet."""
