"""The log as people read it."""

from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.chain import BEGINNING
from counterclaim.ledger.session import open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.service.log import head, log, record
from tests.service.reviewed import keep, mill


def test_records_are_filtered_and_come_in_either_order(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "ledger.db"))
    assert head(ledger) == (0, BEGINNING)
    for dossier in ("mill", "Mill", "mill_", "mill: north"):
        keep(ledger, mill(), dossier=dossier)
    number = record(ledger, "export", "mill: all of it, by ana", "0" * 64)
    assert [row.number for row in log(ledger)] == [1, 2, 3, 4, number]
    assert [row.number for row in log(ledger, dossier="mill", newest_first=True)] == [5, 4, 1]  # "mill: north" begins so, too
    assert [row.number for row in log(ledger, dossier="Mill")] == [2]  # capitals tell dossiers apart, in either database
    assert [row.number for row in log(ledger, act="add", after=1, most=2)] == [2, 3]
    assert head(ledger) == (number, log(ledger)[-1].chain)
    with pytest.raises(LedgerError, match="no dossier 'pier'"):
        log(ledger, dossier="pier")
    assert verify(ledger) == ()
    ledger.close()
