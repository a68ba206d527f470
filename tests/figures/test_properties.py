"""Laws of the stage: spans are true, text in front only shifts, nothing raises on any text."""

import re

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.figures.stage import figures
from counterclaim.values.figure import Figure
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token
from tests.figures.marked import page_of, toy_kit

WORDS = """
12 1,200 3.5 $5 5m 40% 2014 one two hundred thousand dozens of people killed were at least more than about up
to between and from or - – ( ) , . ; : half a third 8 April Friday as of since the toll rose dead wounded km
per day years old Mr Olm S-300 including five children +380 ½ 1/2 9N24 # @ 's no
"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))


def toy_parse(text: str) -> Parse:
    """Words and marks as tokens without any analysis, one sentence a line."""
    tokens = tuple(Token(m.start(), m.end(), m.group(), m.group().lower()) for m in re.finditer(r"\w+|[^\w\s]", text))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Parse.of(tokens, sentences)


KIT = toy_kit()


def read(text: str) -> tuple[Figure, ...]:
    return figures(page_of(text, parse=toy_parse(text), published="2022-04-10"), KIT).figures


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for number, figure in enumerate(read(text), 1):
        assert figure.id == f"f{number}"
        assert at <= figure.start < figure.end <= len(text)
        assert figure.span == figure.span.trimmed(text)
        at = figure.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_figure_has_a_value_or_a_lower_end(text: str) -> None:
    for figure in read(text):
        assert (figure.value is None) == (figure.low is not None)
        assert figure.bound is not None
        if figure.bound == "range":
            assert figure.low is not None and figure.high is not None and figure.low <= figure.high


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_text_in_front_only_shifts(text: str) -> None:
    front = "Nothing else was known.\n"
    moved = [msgspec.structs.replace(f, start=f.start + len(front), end=f.end + len(front)) for f in read(text)]
    assert list(read(front + text)) == moved


def test_the_same_in_any_kit() -> None:
    text = "At least 12 people were killed or injured on Friday, including five children, at a cost of $5m."
    page = page_of(text, parse=toy_parse(text), published="2022-04-10")
    assert figures(page, KIT) == figures(page, toy_kit())


def test_without_parts_of_speech_numbers_and_bounds_still_stand() -> None:
    found = read("At least 12 people died; 40% of them in 3 days.")
    assert [(f.value, f.bound, f.unit) for f in found] == [(12, "at_least", None), (40, "exact", "%"), (3, "exact", "day")]
