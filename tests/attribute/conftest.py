"""In this folder the rules are under test: the kit's English has no tagger. ``tagged_kit`` is the kit as users have it."""

import pytest

from counterclaim.kit import LANGUAGES, Kit, Language, open_kit
from counterclaim.language.english import open_english
from counterclaim.language.pack import LanguagePack


def open_english_by_rule() -> LanguagePack:
    pack = open_english()
    return LanguagePack(pack.code, pack.abilities, pack.analyze)


@pytest.fixture(scope="session")
def kit() -> Kit:
    by_rule = Language(module=__name__, opener="open_english_by_rule", packages=())
    return Kit({**LANGUAGES, "en": by_rule})


@pytest.fixture(scope="session")
def tagged_kit() -> Kit:
    return open_kit()
