import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.show.safe import ACTING, OVERRIDES, escaped, one_line, pieces, shortened, visible

ANY = st.text(st.characters())


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\rb", "a␍b"),
        ("bell\x07", "bell␇"),
        ("del\x7f", "del␡"),
        ("\x9b2J", "‹U+009B›2J"),
        ("abc\u202egnp.exe", "abc‹RLO›gnp.exe"),
        ("lone \ud800", "lone ‹U+D800›"),
        ("\U000e0041tag", "‹U+E0041›tag"),
    ],
)
def test_what_must_not_act_is_shown_as_a_sign(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


@pytest.mark.parametrize("plain", ["", "a\nb\tc", "Київ — «так»", "שלום", "👩‍🚒", "zero\u200bwidth", "it\u2019s"])
def test_plain_text_stays_as_it_is(plain: str) -> None:
    assert visible(plain) == plain


def test_line_ends_of_other_systems_are_line_ends() -> None:
    assert visible("one\r\ntwo") == "one\ntwo"


@given(ANY)
def test_nothing_that_acts_comes_through(text: str) -> None:
    for character in visible(text):
        assert character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
        assert character not in OVERRIDES


@given(ANY)
def test_pieces_are_the_visible_text(text: str) -> None:
    assert "".join(words for words, _ in pieces(text)) == visible(text)


@given(ANY)
def test_escaped_json_says_the_same_and_does_not_act(text: str) -> None:
    line = escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(line) == {"text": text}
    assert not ACTING.search(line)


@given(ANY, st.integers(min_value=2, max_value=50))
def test_shortened_is_one_line_and_short_enough(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert "\n" not in short
    assert short == one_line(text) or short.endswith("…")


def test_shortened_cuts_between_words() -> None:
    assert shortened("We did not shell the mill, the general said", 27) == "We did not shell the mill…"
