"""Fixtures that all rooms share."""

import pytest

from counterclaim.kit import Kit, open_kit


@pytest.fixture(scope="session")
def kit() -> Kit:
    """One kit for all tests that load a language model; mark those ``@pytest.mark.model``."""
    return open_kit()
