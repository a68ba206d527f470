from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.change import Change, Piece, changes

texts = st.lists(
    st.lists(st.sampled_from(["pier", "burnt", "twelve", "said", "12"]), max_size=6).map(" ".join), max_size=6
).map("\n".join)


def words(found: tuple[Change, ...], kind: str) -> list[str]:
    return " ".join(p.words for change in found for p in change.pieces if p.kind in ("same", kind)).split()


def test_a_changed_number_stands_with_the_words_around_it() -> None:
    found = changes("Headline\n\nAt least nine people died there.", "Headline\n\n\nAt least eleven people died there.")
    pieces = (
        Piece("same", "At least"),
        Piece("removed", "nine"),
        Piece("added", "eleven"),
        Piece("same", "people died there."),
    )
    assert found == (Change(line=4, pieces=pieces),)


def test_a_rewritten_paragraph_is_shown_whole() -> None:
    (change,) = changes("The mayor said nothing of it.", "Nobody there could tell whose guns had fired.")
    assert [p.kind for p in change.pieces] == ["removed", "added"]


def test_a_paragraph_taken_out_stands_where_it_stood() -> None:
    assert changes("a\nb\nc", "a\nc") == (Change(line=2, pieces=(Piece("removed", "b"),)),)
    assert changes("a\nb", "") == (Change(line=1, pieces=(Piece("removed", "a b"),)),)


def test_changed_neighbours_are_told_apart() -> None:
    found = changes("one pier burnt\ntwo piers stood", "one pier fell\ntwo piers sank")
    assert [change.line for change in found] == [1, 2]


def test_blanks_are_no_change() -> None:
    assert changes("a  b\n\nc", "a b\nc\n") == ()


@given(texts, texts)
def test_what_is_shown_holds_every_word_of_the_lines_that_differ(before: str, after: str) -> None:
    found = changes(before, after)
    old, new = words(found, "removed"), words(found, "added")
    assert len(before.split()) - len(old) == len(after.split()) - len(new)
    for shown, text in ((old, before), (new, after)):
        left = iter(text.split())
        assert all(word in left for word in shown), "in the text's own order"


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert changes(text, text) == ()
