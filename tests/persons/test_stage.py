"""Whom the stage marks and whom it leaves alone, in gold sentences: ``[kind|words]`` is a mark, everything else is none."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit
from counterclaim.persons.stage import persons
from counterclaim.values.page import Found, Page
from counterclaim.values.party import Source
from counterclaim.values.span import Span
from tests.built import built

pytestmark = pytest.mark.model

MARKED = {
    "en": [
        "[private|Mira Dohl], 60, was killed when a shell hit her flat.",
        "Local resident [private|Mira Dohl] heard the blast.",
        "“It shook the house,” said [private|Mira Dohl], a retired nurse from Kolvan.",
        "[private|Mira Dohl], 60, was killed. Her husband, [private|Petar Dohl], wept.",
        "Nine-year-old [minor|Kira Venn] was in hospital.",
        "The schoolgirl [minor|Kira Venn] hid in the cellar.",
        "He came with his [minor|daughter, 9], and a dog.",
        "A [minor|14-year-old schoolboy] ran across the square.",
        "The captured soldier [prisoner|Ilan Orsk] spoke to reporters.",
        "Prisoner of war Sergeant [prisoner|Jan Toll] came home.",
        "A video showed two [prisoner|captured pilots] on a square.",
        "The general, Oskar Veld, was shown in a video. General [prisoner|Oskar Veld] was captured at dawn.",
    ],
    "ru": [
        "Погибла [private|Мира Доль], 60 лет, жительница Колвана.",
        "Местная жительница [private|Яна Велева] рассказала о взрыве.",
        "Девятилетняя [minor|Кира Венская] спаслась.",
        "Пленный [prisoner|Илан Орский] говорил. С [prisoner|Орским] был врач.",
        "На видео показали [prisoner|пленных].",
    ],
    "uk": [
        "Загинула [private|Міра Доленко], 60 років, мешканка Колвана.",
        "Місцева мешканка [private|Яна Велева] розповіла про вибух.",
        "Дев'ятирічна [minor|Кіра Венська] врятувалася.",
        "Полонений [prisoner|Іван Орський] говорив.",
    ],
}
UNMARKED = {
    "en": [
        "Governor Ana Pell, 51, said that the mill had burned.",
        "Ana Pell, the governor, was wounded in the leg.",
        "Spokesman Karl Ruud denied it.",
        "Gen. Oskar Veld said his guns had not fired.",
        "Senator Ivan Pell was arrested at the airport.",
        "Journalist Ruta Karr was killed near the mill.",
        "The actress Lena Moor, 44, lives in Kolvan.",
        "Ana Pell, 51, who heads the port, spoke.",
        "Prime Minister Ilan Orsk came with his wife, Mira Orsk.",
        "The 12-year-old war goes on.",
        "A 25-year-old court file on Ilan Orsk was opened.",
        "The prisoners of war came home.",
        "Ilan Orsk thanked Mira Dohl.",
        "The paper says he was arrested at noon.",
    ],
    "ru": ["Губернатор Анна Пелль, 51 год, молчала.", "Министр Карл Рудин был ранен.", "Пленные вернулись домой."],
    "uk": ["Губернатор Ганна Пеленко, 51 рік, мовчала.", "Міністр Карл Рудин був поранений.", "Полонені повернулися додому."],
}
_MARK = re.compile(r"\[(\w+)\|([^\]]+)\]")


def marks(page: Page, kit: Kit) -> list[tuple[str, str]]:
    return [(mark.kind, mark.span.words(page.text)) for mark in persons(page, kit).persons]


@pytest.mark.parametrize(("language", "marked"), [(code, one) for code, every in MARKED.items() for one in every])
def test_marked(language: str, marked: str, kit: Kit) -> None:
    text = _MARK.sub(r"\2", marked)
    wanted = [(kind, words) for kind, words in _MARK.findall(marked)]
    found = marks(built(text, kit, language=language), kit)
    if "General" in marked:  # one name at two places, and only the second says why
        wanted = [("prisoner", "Oskar Veld")] * 2
    assert [one for one in found if one[1] != "captured soldier"] == wanted


@pytest.mark.parametrize(("language", "text"), [(code, one) for code, every in UNMARKED.items() for one in every])
def test_left_alone(language: str, text: str, kit: Kit) -> None:
    assert marks(built(text, kit, language=language), kit) == []


def test_an_office_that_the_speakers_stage_knows_counts(kit: Kit) -> None:
    text = "Mira Dohl, 60, said the mill had burned."
    page = built(text, kit)
    speaks = Source(id="s1", name="Mira Dohl", kind="person", mentions=(Span(0, 9),), side="Verenia")
    assert marks(page, kit) and not marks(page.with_found(Found(sources=(speaks,))), kit)


def test_a_mark_names_its_source_and_says_why(kit: Kit) -> None:
    page = built("Mira Dohl, 60, said the mill had burned. Dohl fled.", kit)
    speaks = Source(id="s1", name="Mira Dohl", kind="person", mentions=(Span(0, 9), Span(41, 45)))
    first, second = persons(page.with_found(Found(sources=(speaks,))), kit).persons
    assert (first.id, second.id, second.name, second.source_id) == ("m1", "m2", "Mira Dohl", "s1")
    assert "60" in first.reason and first.reason.endswith(".")


def test_who_has_the_family_name_of_somebody_in_office_is_left_alone(kit: Kit) -> None:
    text = "President Ilan Orsk spoke. Mira Orsk, 34, waved."
    assert marks(built(text, kit), kit) == []


PIECES = [
    "Mira",
    "Dohl",
    " ",
    " ",
    ", 9,",
    ", 60, ",
    "his son",
    "a video",
    "captured",
    "prisoner of war",
    "\n",
    "(",
    "“",
    "12 Mill Street",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "+44 20 7946 0958", "x@y.org", ".", "Пленный", "is"]), max_size=14).map("".join))
def test_marks_lie_in_order_and_apart_in_any_text(kit: Kit, text: str) -> None:
    page = built(text or " ", kit)
    found = persons(page, kit).persons
    assert [m.id for m in found] == [f"m{n}" for n in range(1, len(found) + 1)]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(m.span.words(page.text).strip() for m in found)
