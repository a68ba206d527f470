"""Which language a text is in, short ones included."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.clean.language_of import language_of
from counterclaim.kit import Kit

KIT = Kit()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry denied it"),
        ("en", "Two people were killed at the mill"),
        ("ru", "Погибли два человека"),
        ("ru", "Мэр заявила об этом сегодня"),
        ("ru", "Взрыв на мельнице: что известно"),
        ("uk", "Загинули двоє людей"),
        ("uk", "Мерка заявила про це сьогодні"),
        ("uk", "Вибух на млині: що відомо"),
        ("bg", "Кметицата заяви това днес, каза говорителят"),
        ("be", "Загінулі два чалавекі"),
        ("mk", "Загинаа двајца луѓе"),
        ("de", "Das Ministerium bestritt das gestern"),
        ("fr", "Le ministère a démenti hier"),
        ("es", "Dos personas murieron en el molino"),
        ("pl", "Dwie osoby zginęły w młynie"),
        ("ar", "نفت الوزارة ذلك أمس"),
        ("he", "המשרד הכחיש זאת"),
        ("zh", "该部否认了这一点"),
    ],
)
def test_short_texts(language: str, text: str) -> None:
    assert language_of(text, KIT) == language


def test_the_record_is_believed() -> None:
    assert language_of("Minister resigns", KIT, hint="nl") == "nl"
    assert language_of("Minister resigns", KIT, hint="EN_gb") == "en"


def test_unless_the_script_contradicts_it() -> None:
    assert language_of("Мэр заявила об этом сегодня", KIT, hint="en") == "ru"
    assert language_of("The mayor said so today", KIT, hint="uk") == "en"


def test_a_name_that_is_no_code_is_passed_over() -> None:
    assert language_of("The mayor said so today", KIT, hint="English") == "en"


def test_the_page_is_believed_for_short_texts_only() -> None:
    long = "The mayor of Marisk said on Friday that the first shell had come from the hills in the east. " * 4
    assert language_of(long, KIT, page="de") == "en"
    assert language_of("Minister", KIT, page="de") == "de"


@pytest.mark.parametrize("text", ["", "12 - 34", "…", "👍👍👍👍"])
def test_without_letters_there_is_no_language(text: str) -> None:
    assert language_of(text, KIT) == "und"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "en", "uk", "", "xx", "zh-Hant"]))
def test_any_text_has_an_answer(text: str, hint: str | None) -> None:
    assert len(language_of(text, KIT, hint=hint)) in (2, 3)
