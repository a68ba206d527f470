"""Russian: places, dictionary forms, cases, names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit, open_kit
from counterclaim.values.span import Span
from tests.language.read import parse_of, word

pytestmark = pytest.mark.model
KIT = open_kit()
TEXT = "Мэр Тарска Илья Дорев передаёт привет. Об этом рассказала Марии Лоренц Анна Белова."


def test_tokens_are_where_they_say(kit: Kit) -> None:
    text = f"Строка до.\n\n{TEXT}"
    parse = kit.pack("ru").analyze(text, [Span(0, 10), Span(12, len(text))])
    assert [t.text for t in parse.tokens] == [text[t.start : t.end] for t in parse.tokens]
    assert [s.words(text) for s in parse.sentences][:2] == ["Строка до.", "Мэр Тарска Илья Дорев передаёт привет."]


def test_a_word_with_yo_is_read_like_one_without(kit: Kit) -> None:
    token = word(parse_of(kit, "ru", TEXT), "передаёт")
    assert (token.pos, token.lemma) == ("VERB", "передавать")


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("По словам Анны Захаровой, порт закрыт.", "Захаровой", "Захарова"),
        ("По словам Сергея Иванова, порт закрыт.", "Иванова", "Иванов"),
        ("По словам Сергея Иванова, порт закрыт.", "Сергея", "Сергей"),
        ("По данным штаба, порт закрыт.", "данным", "данные"),
    ],
)
def test_dictionary_forms_keep_gender_and_capitals_of_people(kit: Kit, text: str, form: str, lemma: str) -> None:
    assert word(parse_of(kit, "ru", text), form).lemma == lemma


def test_people_are_told_from_places(kit: Kit) -> None:
    parse = parse_of(kit, "ru", "Сергей Иванов приехал в Москву.")
    assert [word(parse, w).entity for w in ("Сергей", "Иванов", "Москву", "приехал")] == ["PERSON", "PERSON", "GPE", ""]


@given(st.text(alphabet="абвёАБ «»“”'’.,—\n19", max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_in_place(text: str) -> None:
    parse = parse_of(KIT, "ru", text)
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
