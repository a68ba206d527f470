"""A dossier's comparison, kept in the ledger under the state it was made from."""

from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import msgspec
from sqlalchemy.engine import Connection

from counterclaim.kit import Kit
from counterclaim.ledger import kept as rows
from counterclaim.ledger.read import ReadingRow, newest_readings, sheets_of
from counterclaim.ledger.session import Ledger
from counterclaim.match.compare import compare
from counterclaim.match.vectors import Embedder, SmallE5
from counterclaim.pipeline import VERSIONS
from counterclaim.service.cases import case_of
from counterclaim.service.compare import Compared
from counterclaim.service.judged import judged
from counterclaim.service.standing import Case, decided, in_sheet
from counterclaim.service.vectors import KeptVectors
from counterclaim.values.digest import bytes_digest, content_digest
from counterclaim.values.judgement import Judgement
from counterclaim.values.sheet import Sheet

_CHANGES_NOTHING = frozenset({"accept", "checked", "unsure"})
"""Verdicts that alone change nothing in what is compared; beside others on the same words they may speak against them."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison as the ledger keeps it.

    Attributes:
        compared: The comparison and the judged sheets it was made from; every place in it indexes their texts.
        state: The digest of what it was made from.
        fresh: Whether it was made from what the ledger holds now.
    """

    compared: Compared
    state: str
    fresh: bool


def state(ledger: Ledger, dossier: str, kit: Kit) -> str:
    """The digest of all that a comparison of the dossier depends on: newest readings, judgements that change something, the
    policy, the kit and the program. Quick: no sheet is read.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        readings = newest_readings(connection, dossier)
        return _state(readings, case_of(connection, dossier, with_texts=False), kit)


def kept_comparison(ledger: Ledger, dossier: str, kit: Kit, embedder: Embedder | None = None) -> Kept:
    """The comparison of the dossier as it is now: the kept one where it was made from this state, else made and kept.

    Args:
        ledger: The open ledger.
        dossier: The dossier's name.
        kit: The open kit.
        embedder: Gives vectors of meaning; the small model, whose vectors the ledger keeps, where none is given. One ledger is
            used with one.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        readings = newest_readings(connection, dossier)
        case = case_of(connection, dossier)
        now = _state(readings, case, kit)
        made = rows.kept_comparison(connection, dossier, now)
        if made is not None:
            return _kept(connection, dossier, made, fresh=True)
        sheets = sheets_of(connection, [row.reading for row in readings])
    left = _left(case, sheets)
    made = rows.Made(
        state=now,
        readings=tuple(row.reading for row in readings),
        judgements=case.last,
        second_look=case.second_look,
        comparison=compare(left, kit, embedder or KeptVectors(ledger), decided(case, sheets, left)),
    )
    with ledger.writing() as connection:
        rows.keep_comparison(connection, dossier, made)
    return Kept(compared=Compared(comparison=made.comparison, sheets=left), state=now, fresh=True)


def last_comparison(ledger: Ledger, dossier: str, kit: Kit) -> Kept | None:
    """The comparison that is kept, fresh or not, without making one; None where none is kept.

    One that is not fresh comes with the sheets it was made from, so that its places are still those of the words.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        readings = newest_readings(connection, dossier)
        made = rows.kept_comparison(connection, dossier)
        if made is None:
            return None
        now = _state(readings, case_of(connection, dossier, with_texts=False), kit)
        return _kept(connection, dossier, made, fresh=made.state == now)


def judged_sheets(ledger: Ledger, dossier: str) -> tuple[Sheet, ...]:
    """The newest sheet of each document as people left it, text included.

    Raises:
        LedgerError: If there is no such dossier.
    """
    with ledger.reading() as connection:
        readings = newest_readings(connection, dossier)
        return _left(case_of(connection, dossier), sheets_of(connection, [row.reading for row in readings]))


def _kept(connection: Connection, dossier: str, made: rows.Made, *, fresh: bool) -> Kept:
    """The kept comparison with its sheets as they were judged then."""
    then = case_of(connection, dossier, upto=made.judgements)
    case = msgspec.structs.replace(then, second_look=made.second_look)
    left = _left(case, sheets_of(connection, made.readings))
    return Kept(compared=Compared(comparison=made.comparison, sheets=left), state=made.state, fresh=fresh)


def _left(case: Case, sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    return tuple(judged(sheet, in_sheet(case, sheet)[0]) for sheet in sheets)


def _state(readings: Sequence[ReadingRow], case: Case, kit: Kit) -> str:
    return content_digest(
        "comparison-1",
        SmallE5.name,
        kit.once("fingerprint of all stages", lambda: kit.fingerprint(VERSIONS)),
        kit.once("digest of the program", _program),
        int(case.second_look),
        *(part for row in readings for part in (row.document, row.text_sha256, row.sheet_sha256)),
        *_changing(case.judgements),
    )


def _program() -> str:
    """The digest of the program's own source: a number raised by hand is forgotten one day, and what is stale looks fresh."""
    package = Path(str(files("counterclaim")))
    return content_digest(*(bytes_digest(source.read_bytes()) for source in sorted(package.rglob("*.py"))))


def _changing(judgements: Sequence[Judgement]) -> list[int]:
    """The numbers of the live judgements that may change what is compared: those on something that anybody would change."""
    groups: dict[tuple[object, ...], list[Judgement]] = defaultdict(list)
    for one in judgements:
        place = one.target.place
        where = (place.document, place.words) if place is not None and one.target.kind != "claim" else None
        groups[one.target.kind, where].append(one)
    changing = [group for group in groups.values() if any(one.verdict not in _CHANGES_NOTHING for one in group)]
    return sorted(one.id for group in changing for one in group)
