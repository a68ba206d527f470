"""What a pack says of itself, and what a document is told of it."""

from collections.abc import Sequence

import pytest

from counterclaim.kit import Kit
from counterclaim.language.pack import NEEDED_LISTS, LanguagePack
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token


def test_a_bare_pack_says_what_it_lacks() -> None:
    pack = LanguagePack("xx", frozenset({"sentences"}), lambda text, spans: Parse())
    assert pack.lacks()[:2] == ("morphology", "names")
    assert len(pack.lacks()) == 2 + len(NEEDED_LISTS)


def test_what_is_declared_and_not_given_is_said() -> None:
    def words_alone(text: str, spans: Sequence[Span]) -> Parse:
        return Parse.of(tuple(Token(start=s.start, end=s.end, text=s.words(text), lemma="") for s in spans), tuple(spans))

    pack = LanguagePack("ru", frozenset({"sentences", "morphology", "names"}), words_alone)
    assert pack.lacks() == ("morphology (declared, but not given)", "names (declared, but not given)")


def test_an_analyzer_that_fails_gives_nothing() -> None:
    def broken(text: str, spans: Sequence[Span]) -> Parse:
        raise ValueError

    assert LanguagePack("uk", frozenset({"sentences"}), broken).lacks()[-1] == "sentences (declared, but not given)"


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_our_packs_lack_nothing(language: str, kit: Kit) -> None:
    assert kit.pack(language).lacks() == ()
