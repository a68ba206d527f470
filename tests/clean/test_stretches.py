"""Which parts of an article are in another language than the document."""

import pytest

from counterclaim.clean.stretches import stretches_of
from counterclaim.kit import Kit
from tests.built import built

UK_WITH_RU = """Порт закрито, повідомили в поліції.
«Это внутреннее дело нашего города», — сказав мер.
Об этом объявил в эфире мэр Тарска."""


def found(text: str, kit: Kit, language: str) -> list[tuple[str, str, bool]]:
    page = built(text, language=language)
    return [(s.language, s.span.words(text), s.quoted) for s in stretches_of(page, kit)]


def test_paragraphs_and_quotations_of_one_script(kit: Kit) -> None:
    assert found(UK_WITH_RU, kit, "uk") == [
        ("ru", "Это внутреннее дело нашего города", True),
        ("ru", "Об этом объявил в эфире мэр Тарска.", False),
    ]


def test_another_script(kit: Kit) -> None:
    text = "The port is closed.\nГубернатор сообщил, что порт закрыт до утра.\nShips wait."
    assert found(text, kit, "en") == [("ru", "Губернатор сообщил, что порт закрыт до утра.", False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Про це пише газета «Вестник Тарска»."),  # a name, not something said
        ("uk", "Мер сказав: «Порт закрито до весни через шторм»."),
        ("ru", "Подробности на www.example.com/tarsk/news/port/closed и t.me/tarsk."),
        ("en", "The mayor of Тарск said the port was closed."),
        ("und", "Порт закрито. Это всё, что известно."),
    ],
)
def test_names_addresses_and_the_own_language_are_none(language: str, text: str, kit: Kit) -> None:
    assert found(text, kit, language) == []
