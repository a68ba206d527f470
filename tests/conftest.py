"""Fixtures that all rooms share."""

from pathlib import Path

import pytest

from counterclaim.kit import Kit, open_kit
from counterclaim.service.read import read_paths
from counterclaim.values.sheet import Sheet

EXAMPLES = Path(__file__).parents[1] / "examples" / "tarnholm"


@pytest.fixture(scope="session")
def kit() -> Kit:
    """One kit for all tests that load a language model; mark those ``@pytest.mark.model``."""
    return open_kit()


@pytest.fixture(scope="session")
def dossier(kit: Kit) -> tuple[Sheet, ...]:
    """The sheets of the invented dossier in examples/, texts included, read once for all tests."""
    read = tuple(read_paths([str(EXAMPLES)], kit, with_text=True))
    sheets = tuple(sheet for sheet in read if isinstance(sheet, Sheet))
    assert sheets == read, "every example can be read"
    return sheets
