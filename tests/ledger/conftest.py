"""One conformance suite, run on SQLite and on a real PostgreSQL (`where`, for all rooms)."""

from collections.abc import Iterator

import pytest

from counterclaim.ledger.session import Ledger, open_ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    opened = open_ledger(where)
    yield opened
    opened.close()
