from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.show.marks import Stretch, blocks
from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.span import Span
from counterclaim.values.text import Zone
from tests.made import TEXT, attribution, made_sheet


def stretches() -> list[Stretch]:
    return [stretch for block in blocks(made_sheet(), TEXT) for stretch in block.stretches]


def words(stretch: Stretch) -> str:
    return "".join(shown for shown, _ in stretch.pieces)


def test_blocks_tile_the_text() -> None:
    assert "".join(words(stretch) for stretch in stretches()) == TEXT
    assert [block.kind for block in blocks(made_sheet(), TEXT)] == ["headline", "body", "related"]


def test_a_nested_statement_is_drawn_as_nested_and_is_what_a_click_means() -> None:
    (inner,) = [stretch for stretch in stretches() if words(stretch) == "that 12 died"]
    assert inner.looks == ("content", "nested")
    assert inner.of == ("a4", "a3")
    assert inner.begins == (("a4", "a4"),)


def test_the_longer_finding_has_its_label_first() -> None:
    (first,) = [stretch for stretch in stretches() if words(stretch) == "At least 12"]
    assert first.begins == (("a1", "a1"), ("f1", "f1"))


def test_both_places_of_a_notice_have_a_label() -> None:
    assert [begin for stretch in stretches() for begin in stretch.begins if begin[1] == "n1"] == [
        ("n1", "n1"),
        ("n1-other", "n1"),
    ]


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.text(st.characters(categories=("L", "Zs", "N")), max_size=50), st.lists(SPANS, max_size=8), st.integers(0, 50))
def test_any_spans_over_any_text_keep_every_character_once(text: str, spans: list[Span], cut: int) -> None:
    cut = min(cut, len(text))
    zones = tuple(Zone(kind="body", start=a, end=b) for a, b in ((0, cut), (cut, len(text))) if a < b)
    contents: tuple[Attribution, ...] = tuple(
        attribution(f"a{n}", None, "", "", span) for n, span in enumerate(spans, 1) if n % 2
    )
    figures = tuple(Figure(id=f"f{n}", start=s.start, end=s.end) for n, s in enumerate(spans, 1) if not n % 2)
    sheet = replace(made_sheet(), zones=zones, attributions=contents, figures=figures, verification=(), notices=())
    made = blocks(sheet, text)
    assert "".join(words(stretch) for block in made for stretch in block.stretches) == text
    for span, name in [(a.content[0], a.id) for a in contents]:
        if span.end <= len(text):
            marked = "".join(words(s) for block in made for s in block.stretches if name in s.of)
            assert marked == span.words(text)
