"""Exporting a dossier: one file for others, masked by default, that says which state of the log it was made from."""

from collections.abc import Sequence

import msgspec

from counterclaim.errors import LedgerError
from counterclaim.kit import Kit
from counterclaim.ledger.read import newest_readings, without_field
from counterclaim.ledger.session import Ledger
from counterclaim.service.judge import judgements
from counterclaim.service.kept import kept_comparison
from counterclaim.service.log import head, record
from counterclaim.service.mask import Masked
from counterclaim.values.comparison import Comparison
from counterclaim.values.digest import bytes_digest
from counterclaim.values.judgement import Judgement
from counterclaim.values.sheet import Sheet

TRIES = 5
"""How often an export begins again because somebody wrote meanwhile."""


class MadeFrom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The state of the ledger: the last record of its log, and its digest, which stands for all records before it."""

    log: int
    chain: str


class Exported(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an export holds.

    Attributes:
        dossier: The dossier's name.
        made_from: The state of the ledger it was made from.
        masked: Whether those who must not be exposed are hidden in it.
        sheets: The newest sheet of each document as people left it, its text included.
        comparison: The comparison of these sheets.
        judgements: All judgements, undone ones and undos included, oldest first.
    """

    dossier: str
    made_from: MadeFrom
    masked: bool
    sheets: tuple[Sheet, ...]
    comparison: Comparison
    judgements: tuple[Judgement, ...]


def export(ledger: Ledger, dossier: str, kit: Kit, *, masked: bool = True) -> Exported:
    """The dossier as it is now. Nothing is written to the log yet: ``exported`` does, once it is laid out.

    Raises:
        LedgerError: If there is no such dossier, if it is to be masked and holds readings in which nobody was marked, or if
            others write without end.
    """
    if masked:
        _require_marks(ledger, dossier)
    for _ in range(TRIES):
        number, chain = head(ledger)
        compared = kept_comparison(ledger, dossier, kit).compared
        judged = judgements(ledger, dossier)
        if head(ledger) == (number, chain):
            break
    else:
        raise LedgerError(f"others write to the ledger all the time; {dossier!r} was not exported. Try again.")
    whole = Exported(
        dossier=dossier,
        made_from=MadeFrom(log=number, chain=chain),
        masked=masked,
        sheets=compared.sheets,
        comparison=compared.comparison,
        judgements=judged,
    )
    return _masked(whole) if masked else whole


def exported(ledger: Ledger, dossier: str, given: bytes, *, masked: bool, form: str, by: str) -> int:
    """Writes into the log that ``given`` was exported; returns the record's number."""
    how = "masked" if masked else "unmasked"
    return record(ledger, "export", f"{dossier}: {form}, {how}, by {by}", bytes_digest(given))


def _masked(whole: Exported) -> Exported:
    hide = Masked(whole.sheets, whole.comparison)
    return msgspec.structs.replace(
        whole,
        dossier=hide.words(whole.dossier),
        sheets=tuple(hide.sheet(sheet) for sheet in whole.sheets),
        comparison=hide.comparison(whole.comparison),
        judgements=hide.judgements(whole.judgements),
    )


def _require_marks(ledger: Ledger, dossier: str) -> None:
    with ledger.reading() as connection:
        readings = newest_readings(connection, dossier)
        unmarked: Sequence[str] = without_field(connection, [row.reading for row in readings], "persons")
    if unmarked:
        raise LedgerError(
            f"{len(unmarked)} documents of {dossier!r} were read before persons were marked ({', '.join(unmarked[:3])} ...): "
            "add them again to have them read anew, or export with --unmasked"
        )
