"""The learned tagger: what it is fed, how its scores become spans, how spans become attributions."""

import numpy as np
import pytest

from counterclaim.attribute.learned import groups
from counterclaim.errors import ModelError
from counterclaim.models.tagger import Tagger, open_tagger
from counterclaim.models.tagger.decode import Found, read_row
from counterclaim.models.tagger.lattice import CONTENT, CUE, SOURCE, Settings
from counterclaim.models.tagger.window import PAD, START, STOP, batches, fill, pack
from counterclaim.models.tagger.words import Line, Row, read_line, shape_of
from counterclaim.values.attribution import Piece
from counterclaim.values.span import Span

DISTANCE = np.zeros((2, 129))


def row(words: int) -> Row:
    line = Line(
        starts=tuple(range(0, 2 * words, 2)),
        ends=tuple(range(1, 2 * words + 1, 2)),
        forms=("a",) * words,
        places=(0,) * words,
        shapes=(1,) * words,
    )
    return Row(line=line, pieces=(1037,) * words, owners=tuple(range(words)), firsts=tuple(range(words)))


def read(tags: list[int], heads: list[int | None], quoted: frozenset[int] = frozenset(), doubt: float = -9.0) -> list[Found]:
    """What `read_row` makes of words that are all but sure of their tag and of the cue they point to."""
    size = len(tags)
    scores = np.full((size, 7), doubt)
    scores[np.arange(size), tags] = -0.01
    queries, keys = np.zeros((size, size + 1)), np.zeros((size, size + 1))
    keys[np.arange(size), np.arange(size)] = 10.0 * size**0.5
    for word, head in enumerate(heads):
        queries[word, size if head is None else head] = 1.0
    marks = np.array([word in quoted for word in range(size)])
    return read_row(scores, queries, keys, marks, DISTANCE, Settings())


def spans(found: list[Found], role: int) -> list[tuple[int, int, int | None]]:
    return [(one.first, one.last, one.heads[0][0] if one.heads else None) for one in found if one.role == role]


def test_words_keep_their_places_in_the_text() -> None:
    text = "Ana:\n𝔘 said “it's 5 o’clock”."
    line = read_line(text, 5, len(text))
    assert [text[s:e] for s, e in zip(line.starts, line.ends, strict=True)] == [
        "𝔘", "said", "“", "it", "'", "s", "5", "o", "’", "clock", "”", ".",
    ]  # fmt: skip
    assert line.forms[2] == line.forms[10] == '"' and line.forms[8] == "'"
    assert line.places == (0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 3, 0)


@pytest.mark.parametrize("quotation", ["“No”", '"No"', "''No''", "``No''", "«No»", "„No“"])
def test_every_style_of_quotation_marks_reads_the_same(quotation: str) -> None:
    line = read_line(quotation, 0, len(quotation))
    assert line.forms == ('"', "No", '"')
    assert line.places[:2] == (2, 1)


def test_an_opening_mark_inside_a_quotation_does_not_close_it() -> None:
    assert read_line("“a “b”", 0, 6).places == (2, 1, 1, 1, 3)


def test_headlines_have_places_of_their_own() -> None:
    assert read_line('"No"', 0, 4, headline=True).places == (6, 5, 7)


def test_shapes() -> None:
    assert [shape_of(word) for word in (",", "said", "Ana", "I", "NATO", "iPhone", "5th")] == [0, 1, 2, 2, 3, 4, 5]


def test_windows_hold_whole_rows_in_order() -> None:
    rows = [row(size) for size in (4, 5, 30, 2)]
    windows = pack(rows, limit=12)
    assert [[slot.number for slot in window.slots] for window in windows] == [[0, 1], [2], [3]]
    assert [window.size for window in windows] == [12, 32, 4]
    batch = fill(windows, rows)
    assert batch.pieces.shape == (3, 32)
    assert batch.pieces[0, 0] == START and batch.pieces[0, 5] == batch.pieces[0, 11] == STOP and batch.pieces[0, 12] == PAD


def test_batches_hold_every_window_once() -> None:
    rows = [row(size) for size in (3, 9, 4, 8, 5)]
    windows = pack(rows, limit=8)
    made = list(batches(windows, rows, budget=24))
    assert sorted(slot.number for one in made for window in one.windows for slot in window.slots) == [0, 1, 2, 3, 4]
    assert all(one.pieces.size <= 24 for one in made)


def test_contents_that_touch_are_parted_by_their_cues() -> None:
    # content content | content content, no first-word tag at the seam: only the pointer tells them apart
    found = read([3, 5, 6, 6, 6, 3], [None, 0, 0, 5, 5, None], doubt=-3.0)
    assert spans(found, CUE) == [(0, 1, None), (5, 6, None)]
    assert spans(found, CONTENT) == [(1, 3, 0), (3, 5, 5)]


def test_a_content_goes_on_past_its_cue() -> None:
    found = read([5, 6, 1, 3, 5, 6], [3, 3, 3, None, 3, 3])
    assert spans(found, CONTENT) == [(0, 2, 3), (4, 6, 3)]
    assert spans(found, SOURCE) == [(2, 3, 3)]


def test_a_span_without_a_cue_has_no_heads() -> None:
    found = read([5, 6, 0, 1, 0], [None] * 5)
    assert spans(found, CONTENT) == [(0, 2, None)] and spans(found, SOURCE) == [(3, 4, None)]


def test_scores_are_probabilities() -> None:
    found = read([5, 6, 1, 3, 5, 6], [3, 3, 3, None, 3, 3])
    assert all(0 < one.score <= 1 and sum(weight for _, weight in one.heads) <= 1 for one in found)


def piece(role: str, start: int, end: int, *heads: tuple[int, float]) -> Piece:
    return Piece(role=role, span=Span(start, end), score=0.9, heads=heads)  # type: ignore[arg-type]


def test_groups_join_what_points_to_one_cue() -> None:
    made = groups(
        (
            piece("content", 0, 5, (10, 0.9)),
            piece("source", 6, 9, (10, 0.8)),
            piece("cue", 10, 14),
            piece("content", 15, 20, (10, 0.9)),
        )
    )
    assert [(one.source, one.cue, one.content) for one in made] == [((Span(6, 9),), Span(10, 14), (Span(0, 5), Span(15, 20)))]
    assert 0 < made[0].score <= 1


def test_a_source_serves_a_second_cue_that_has_none() -> None:
    pieces = (
        piece("source", 0, 3, (4, 0.6), (20, 0.4)),
        piece("cue", 4, 8),
        piece("content", 9, 15, (4, 0.9)),
        piece("cue", 20, 25),
        piece("content", 26, 30, (20, 0.9)),
    )
    assert [one.source for one in groups(pieces)] == [(Span(0, 3),), (Span(0, 3),)]
    assert [one.source for one in groups(pieces, share=0.9)] == [(Span(0, 3),), ()]


def test_a_cue_keeps_its_likeliest_source_and_needs_a_content() -> None:
    pieces = (
        piece("source", 0, 3, (4, 0.3)),
        piece("cue", 4, 8),
        piece("content", 9, 15, (4, 0.9)),
        piece("source", 16, 18, (4, 0.7)),
        piece("cue", 20, 25),
    )
    made = groups(pieces)
    assert [(one.cue, one.source) for one in made] == [(Span(4, 8), (Span(16, 18),))]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return open_tagger("en")


def attributed(tagger: Tagger, text: str) -> list[tuple[str, str, str]]:
    segments = [(text.index(line), text.index(line) + len(line)) for line in text.split("\n") if line]
    return [
        (
            " ".join(span.words(text) for span in one.source),
            one.cue.words(text),
            " ... ".join(span.words(text) for span in one.content),
        )
        for one in groups(tagger.read(text, segments))
    ]


@pytest.mark.model
def test_the_model_reads_plain_attributions(tagger: Tagger) -> None:
    text = (
        "The ministry said that twelve people were injured in the blast.\n"
        "“We will not leave,” Mayor Ilse Brandt told reporters, “until the water is back.”\n"
        "Officials in Tarnholm denied the report, and the union accused them of lying."
    )
    found = attributed(tagger, text)
    assert ("The ministry", "said", "that twelve people were injured in the blast") in found
    assert ("Mayor Ilse Brandt", "told", "“We will not leave,” ... “until the water is back.”") in found
    assert ("Officials in Tarnholm", "denied", "the report") in found


@pytest.mark.model
def test_pieces_keep_to_their_paragraph_and_move_with_the_text(tagger: Tagger) -> None:
    text = "The army said it had left.\nThe rebels said it had not."
    near = tagger.read(text, [(0, 26), (27, len(text))])
    assert not any(piece.span.start < 26 < piece.span.end for piece in near)
    far = tagger.read("\n\n" + text, [(2, 28), (29, len(text) + 2)])
    assert [piece.span.shifted(2) for piece in near] == [piece.span for piece in far]
    assert tagger.read(text, [(0, 26), (27, len(text))]) == near


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "   ", "\u200b", "🙂 🙂", "\x00", "x" * 5000, "a " * 3000, "“" * 300])
def test_no_text_stops_the_model(tagger: Tagger, text: str) -> None:
    for piece in tagger.read(text, [(0, len(text))]):
        assert piece.span.words(text).strip()


def test_a_language_without_a_model_is_named() -> None:
    with pytest.raises(ModelError, match="attribution-xx"):
        open_tagger("xx")
