"""Ukrainian: places, readings chosen by their neighbours, names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit, open_kit
from counterclaim.values.span import Span
from tests.language.read import parse_of, word

pytestmark = pytest.mark.model
KIT = open_kit()


def test_tokens_are_where_they_say(kit: Kit) -> None:
    text = "Рядок до.\n\nМер каже, що б'ють. П’ятеро людей чекали."
    parse = kit.pack("uk").analyze(text, [Span(0, 9), Span(11, len(text))])
    assert [t.text for t in parse.tokens] == [text[t.start : t.end] for t in parse.tokens]
    assert {"б'ють", "П’ятеро"} <= {t.text for t in parse.tokens}


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("За словами Олексія Дмитрашківського, порт закрито.", "Дмитрашківського", "Дмитрашківський"),
        ("За словами Павла Кириленка, порт закрито.", "Кириленка", "Кириленко"),
        ("За словами Марії Іванової, порт закрито.", "Іванової", "Іванова"),
        ("За даними штабу, порт закрито.", "даними", "дані"),
        ("Привезли 46 жінок і 36 чоловіків.", "чоловіків", "чоловік"),
    ],
)
def test_dictionary_forms(kit: Kit, text: str, form: str, lemma: str) -> None:
    assert word(parse_of(kit, "uk", text), form).lemma == lemma


@pytest.mark.parametrize(
    ("text", "form", "pos", "case"),
    [
        ("Українська сторона мовчить.", "Українська", "ADJ", "Nom"),
        ("На цю мить порт закрито.", "мить", "NOUN", "Acc"),
        ("Стало відомо, що порт закрито.", "Стало", "VERB", ""),
        ("Він говорив про порт.", "про", "ADP", ""),
        ("Як пише газета, порт закрито.", "Як", "CCONJ", ""),
    ],
)
def test_neighbours_choose_the_reading(kit: Kit, text: str, form: str, pos: str, case: str) -> None:
    token = word(parse_of(kit, "uk", text), form)
    assert token.pos == pos
    assert not case or f"Case={case}" in token.feats


def test_names_by_kind(kit: Kit) -> None:
    parse = parse_of(kit, "uk", "Речник СБУ Артем Дехтяренко приїхав до Києва, повідомив Укрінформ.")
    found = {t.text: t.entity for t in parse.tokens if t.entity}
    assert found == {"СБУ": "ORG", "Артем": "PERSON", "Дехтяренко": "PERSON", "Києва": "GPE", "Укрінформ": "ORG"}


@given(st.text(alphabet="абвїґАБЄ «»“”'’ʼ.,—\n19", max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_in_place(text: str) -> None:
    parse = parse_of(KIT, "uk", text)
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
