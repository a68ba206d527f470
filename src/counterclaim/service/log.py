"""The log: everything that was added, judged, removed or exported, in order."""

import msgspec

from counterclaim.ledger.session import Ledger


class LogRow(msgspec.Struct, frozen=True, kw_only=True):
    """One record of the log.

    Attributes:
        number: From 1.
        at: When, ISO 8601 in UTC.
        act: What was done: add, remove, judge, undo, policy, user, export.
        subject: To what and by whom, for people.
        digest: SHA-256 of what was added or concerned.
        chain: SHA-256 of this record and the ``chain`` of the one before.
    """

    number: int
    at: str
    act: str
    subject: str
    digest: str
    chain: str


def log(
    ledger: Ledger,
    *,
    after: int = 0,
    most: int | None = None,
    act: str | None = None,
    dossier: str | None = None,
    newest_first: bool = False,
) -> tuple[LogRow, ...]:
    """Records in order.

    Args:
        ledger: The open ledger.
        after: Only records with a higher number.
        most: No more than this many; None for all.
        act: Only this act.
        dossier: Only what concerns this dossier.
        newest_first: Whether to begin at the end.
    """
    raise NotImplementedError


def head(ledger: Ledger) -> tuple[int, str]:
    """The number and chain digest of the last record: what an export says it was made from. 0 and zeros for an empty log."""
    raise NotImplementedError


def record(ledger: Ledger, act: str, subject: str, digest: str) -> LogRow:
    """Adds a record of an act that changes nothing in the ledger (an export).

    Args:
        ledger: The open ledger.
        act: What was done.
        subject: ``DOSSIER: what, by whom``, for people.
        digest: SHA-256 of what was given out.
    """
    raise NotImplementedError
