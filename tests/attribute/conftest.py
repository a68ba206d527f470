"""In this folder the rules are under test: the kit's English has no tagger. ``tagged_kit`` is the kit as users have it."""

import pytest

from counterclaim.kit import Kit, open_kit


@pytest.fixture(scope="session")
def kit(kit_by_rule: Kit) -> Kit:
    return kit_by_rule


@pytest.fixture(scope="session")
def tagged_kit() -> Kit:
    return open_kit()
