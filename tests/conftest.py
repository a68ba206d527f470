"""Fixtures that all rooms share."""

from pathlib import Path

import pytest

from counterclaim.kit import LANGUAGES, Kit, Language, open_kit
from counterclaim.language.english import open_english
from counterclaim.language.pack import LanguagePack
from counterclaim.service.read import read_paths
from counterclaim.values.sheet import Sheet

EXAMPLES = Path(__file__).parents[1] / "examples" / "tarnholm"


@pytest.fixture(scope="session")
def kit() -> Kit:
    """One kit for all tests that load a language model; mark those ``@pytest.mark.model``."""
    return open_kit()


def open_english_by_rule() -> LanguagePack:
    pack = open_english()
    return LanguagePack(pack.code, pack.abilities, pack.analyze)


@pytest.fixture(scope="session")
def kit_by_rule() -> Kit:
    """A kit whose English has no tagger, for tests of the rules and their word lists."""
    by_rule = Language(module=__name__, opener="open_english_by_rule", packages=())
    return Kit({**LANGUAGES, "en": by_rule})


@pytest.fixture(scope="session")
def dossier(kit: Kit) -> tuple[Sheet, ...]:
    """The sheets of the invented dossier in examples/, texts included, read once for all tests."""
    read = tuple(read_paths([str(EXAMPLES)], kit, with_text=True))
    sheets = tuple(sheet for sheet in read if isinstance(sheet, Sheet))
    assert sheets == read, "every example can be read"
    return sheets
