"""What a pack says of itself, and what a document is told of it."""

import pytest

from counterclaim.kit import Kit
from counterclaim.language.pack import NEEDED_LISTS, LanguagePack
from counterclaim.values.syntax import Parse


def test_a_bare_pack_says_what_it_lacks() -> None:
    pack = LanguagePack("xx", frozenset({"sentences"}), lambda text, spans: Parse())
    assert pack.lacks()[:2] == ("morphology", "names")
    assert len(pack.lacks()) == 2 + len(NEEDED_LISTS)


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_our_packs_lack_nothing(language: str, kit: Kit) -> None:
    assert kit.pack(language).lacks() == ()
