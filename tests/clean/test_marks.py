"""Furniture phrases in a line: where they are looked for, and what they say of their line's ends."""

from counterclaim.clean.marks import LONGEST_LOOK, Mark, Marks
from counterclaim.lexicon.phrases import PhraseEntry


def entry(phrase: str, category: str, *, start: bool = False, end: bool = False) -> PhraseEntry:
    return PhraseEntry(phrase=phrase, category=category, start=start, end=end, example="", counter="", source="")


MARKS = Marks(
    [
        entry("(read|see) more:?", "related", start=True),
        entry("# comments?", "comment_start", start=True, end=True),
        entry("(please )?share( this)?", "share", start=True, end=True),
        entry("photo:", "caption"),
    ]
)


def found(words: str) -> list[tuple[str, str]]:
    return [(mark.category, words[mark.start : mark.end]) for mark in MARKS.of(words)]


def test_brackets_and_bullets_do_not_hide_the_beginning() -> None:
    assert found("[READ MORE: the harbour]") == [("related", "READ MORE:")]
    assert found("• See more") == [("related", "See more")]


def test_a_phrase_bound_to_the_start_or_end_stands_nowhere_else() -> None:
    assert found("They read more: it helped") == []
    assert found("13 comments were read") == []
    assert found("13 Comments »") == [("comment_start", "13 Comments")]


def test_optional_words_at_the_head() -> None:
    assert found("Please share this") == [("share", "Please share this")]
    assert found("Share") == [("share", "Share")]


def test_a_mark_knows_its_ends() -> None:
    assert MARKS.of("The pier (Photo: Ana)") == (Mark(category="caption", start=10, end=16, opens=False, closes=False),)


def test_only_the_beginning_of_a_long_line_is_read() -> None:
    assert found("x" * LONGEST_LOOK + " photo: Ana") == []
    assert MARKS.of("See more" + " x" * LONGEST_LOOK)[0].closes is False
