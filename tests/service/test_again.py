"""Words of a judgement found again in a changed text, or honestly not."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.service.again import Again, attached, moved
from counterclaim.service.targets import targets
from counterclaim.values.digest import text_digest
from counterclaim.values.judgement import Correction, Place
from counterclaim.values.span import Span
from tests.service.reviewed import MILL, mill, target


def place(text: str, words: str, nth: int = 1) -> Place:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Place(document="d", text_sha256=text_digest(text), start=at, end=at + len(words), words=words)


def test_in_the_same_text_words_stand_where_they_stood() -> None:
    assert moved(place("a b a", "a", 2), "a b a", "a b a") == Span(4, 5)


def test_a_line_that_stands_once_in_both_texts_tells_repeated_words_apart() -> None:
    before = "Pell said 12 died.\nVeld said 12 died."
    now = "Update.\nVeld said 12 died.\nPell said 12 died.\nKorr said 12 died."
    assert moved(place(before, "12 died", 2), before, now) == Span(now.index("12 died"), now.index("12 died") + 7)


def test_words_as_often_as_before_are_found_at_the_same_turn() -> None:
    before, now = "12 died, Pell said. 12 died, Veld said.", "At the mill 12 died, Pell said. So 12 died, Veld said."
    assert moved(place(before, "12 died", 2), before, now) == Span(now.rindex("12 died"), now.rindex("12 died") + 7)


def test_words_that_are_gone_or_stand_more_often_are_not_guessed_at() -> None:
    assert "no longer stand" in str(moved(place("Pell: 12 died.", "12 died"), "Pell: 12 died.", "Pell: 14 died."))
    assert "2 times now" in str(moved(place("Pell: 12 died.", "12 died"), "Pell: 12 died.", "12 died. Yes, 12 died."))


def attach(identity: str, text: str, correction: Correction | None = None, **read: object) -> Again | str:
    sheet = mill(text, **read)  # type: ignore[arg-type]
    return attached(target(mill(), identity), correction, targets(sheet).values(), {text_digest(MILL): MILL}, text)


def test_a_better_reading_of_the_same_words_is_attached_to_and_says_what_it_says_now() -> None:
    assert attach("a2", MILL, veld="Oskar Veld the younger") == Again(id="a2", said="Oskar Veld the younger · denies")


def test_a_finding_that_is_not_made_any_more_is_lost_with_its_words() -> None:
    assert attach("f1", MILL, figure=False) == "no such finding is made in its words any more: “12”"


def test_a_corrected_span_moves_with_its_words() -> None:
    at = MILL.index("12 people died")
    again = attach("a2", "Update.\n" + MILL, Correction(start=at, end=at + 14))
    assert isinstance(again, Again) and again.correction == Correction(start=at + 8, end=at + 22)


def test_a_correction_attaches_where_a_better_reading_finds_the_corrected_words_itself() -> None:
    whole = place(MILL, "denied that 12 people died there")
    judged = target(mill(), "a2")
    at = MILL.index("that 12 people died there")
    put = Correction(start=at, end=at + len("that 12 people died there"))
    wide = type(judged)(kind="attribution", id="a9", place=whole, said="")
    again = attached(wide, put, targets(mill()).values(), {whole.text_sha256: MILL}, MILL)
    assert isinstance(again, Again) and again.id == "a2"


LINES = st.lists(
    st.sampled_from(["Rain is expected.", "Update.", "", "12 people died there", "He denied that.", "Ёлка 𝔘"]), max_size=6
)


@given(LINES, LINES, st.sampled_from(["a1", "a2", "f1"]))
def test_whatever_is_put_around_it_an_attached_judgement_has_its_words(before: list[str], after: list[str], one: str) -> None:
    text = "\n".join([*before, MILL, *after])
    sheet = mill(text)
    judged = target(mill(), one)
    again = attached(judged, None, targets(sheet).values(), {text_digest(MILL): MILL}, text)
    assert isinstance(again, Again) and judged.place is not None  # its line stands in both once: nothing is lost
    found = targets(sheet)[again.id].place
    assert found is not None and found.words == judged.place.words
    assert (
        text[found.start - 5 : found.start] == MILL[max(0, judged.place.start - 5) : judged.place.start]
        or judged.place.start < 5
    )


@given(st.text(max_size=80), st.text(max_size=80), st.data())
def test_words_are_found_as_they_were_or_a_reason_is_given(before: str, now: str, data: st.DataObject) -> None:
    if not before:
        return
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    here = Place(document="d", text_sha256="", start=start, end=end, words=before[start:end])
    found = moved(here, before, now)
    if isinstance(found, Span):
        assert found.words(now) == here.words
    else:
        assert found.startswith("its words")
