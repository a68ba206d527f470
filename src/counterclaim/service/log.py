"""The log: everything that was added, judged, removed or exported, in order."""

from counterclaim.ledger.chain import BEGINNING, LogRow, append, records
from counterclaim.ledger.read import require
from counterclaim.ledger.session import Ledger

__all__ = ["LogRow", "head", "log", "record"]


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

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        if dossier is not None:
            require(connection, dossier)
        return records(connection, after=after, most=most, act=act, dossier=dossier, newest_first=newest_first)


def head(ledger: Ledger) -> tuple[int, str]:
    """The number and chain digest of the last record: what an export says it was made from. 0 and zeros for an empty log."""
    last = log(ledger, most=1, newest_first=True)
    return (last[0].number, last[0].chain) if last else (0, BEGINNING)


def record(ledger: Ledger, act: str, subject: str, digest: str) -> int:
    """Adds a record of an act that changes nothing else in the ledger (an export).

    Args:
        ledger: The open ledger.
        act: What was done, in one word.
        subject: ``DOSSIER: what, by whom``, for people.
        digest: SHA-256 of what was given out.

    Returns:
        The record's number.
    """
    with ledger.writing() as connection:
        return append(connection, act, subject, digest)
