import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.lexicon.openings import opening_words
from counterclaim.lexicon.phrases import PhraseEntry, Phrases, pattern
from counterclaim.values.span import Span

OPENINGS = [
    ("said", {"said"}),
    ("could not be (seen|heard)", {"could"}),
    ("(at least|more than) half", {"at", "more"}),
    ("(was )?(seen|heard)", {"was", "seen", "heard"}),
    ("don't know", {"don"}),
    ("co-operate with", {"co"}),
    ("((a|b) c|d) e", {"a", "b", "d"}),
    ("* said", None),
    ("#,#", None),
    ("attack~", None),
    ("(air )?strike~", None),
    ("(air|land)strike", None),
    ("section(s)?", None),
    ("(a )?", None),
    (";", None),
    ("'s", None),
    ("a)(b", None),
    ("a|a ", None),
    ("a'?b", None),
]


@pytest.mark.parametrize(("phrase", "words"), OPENINGS)
def test_opening_words(phrase: str, words: set[str] | None) -> None:
    assert opening_words(phrase) == (None if words is None else frozenset(words))


PIECES = st.sampled_from(["a", "b", "ab", " ", " ", "(", ")", "|", "?", "~", "a b", "'"])


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9).map("".join), st.text(alphabet="aAb '", max_size=14))
def test_no_match_begins_otherwise(phrase: str, text: str) -> None:
    entry = PhraseEntry(phrase=phrase, category="", example="", counter="", source="")
    try:
        expression = re.compile(pattern(entry), re.IGNORECASE)
    except re.error:
        return
    words = opening_words(phrase)
    for match in expression.finditer(text):
        if words is not None and match.group():
            first = re.match(r"\w+", text[match.start() :])
            assert first is not None
            assert first.group().casefold() in words


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9).map("".join), st.text(alphabet="aAb '", max_size=14), st.integers(0, 4))
def test_what_is_tried_at_openings_is_what_is_found_anywhere(phrase: str, text: str, start: int) -> None:
    entry = PhraseEntry(phrase=phrase, category="", example="", counter="", source="")
    try:
        re.compile(phrase)  # brackets in pairs
        expression = re.compile(pattern(entry), re.IGNORECASE | re.MULTILINE)
    except re.error:
        return
    expected = [Span(*m.span()).trimmed(text) for m in expression.finditer(text, start) if m.group()]
    assert [m.span for m in Phrases([entry]).find(text, start)] == expected
