"""A document in several languages: each part is read with its own pack, and the findings fit together."""

import pytest

from counterclaim.kit import Kit
from counterclaim.pipeline import assemble, read_snapshot
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Hints, Snapshot

pytestmark = pytest.mark.model

UK = """Порт закрито, повідомили в поліції Тарська.
«Погибли 12 рыбаков, сообщили в штабе флота», — сказав мер Ілля Дорев.
Губернатор Пётр Салан заявил, что это всё ложь, и обвинил соседей.
Вашек додав, що поранено 30 людей."""


def read(text: str, language: str, kit: Kit) -> Sheet:
    hints = Hints(language=language)
    snapshot = Snapshot(path="mixed.txt", data=text.encode(), media="text", source=text, encoding="utf-8", hints=hints)
    return assemble(read_snapshot(snapshot, kit))


@pytest.fixture(scope="module")
def sheet(kit: Kit) -> Sheet:
    return read(UK, "uk", kit)


def speaker(sheet: Sheet, words: str) -> str | None:
    found = next(a for a in sheet.attributions if words in " ".join(c.words(UK) for c in a.content))
    return next((s.name for s in sheet.sources if s.id == found.source_id), None)


def test_each_part_is_read_with_its_own_words(sheet: Sheet) -> None:
    assert speaker(sheet, "Порт закрито") == "поліція Тарська"
    assert speaker(sheet, "это всё ложь") == "Пётр Салан"
    assert speaker(sheet, "поранено 30") == "Вашек"


def test_what_stands_in_a_quotation_is_inside_the_statement_around_it(sheet: Sheet) -> None:
    outer = next(a for a in sheet.attributions if "Погибли" in a.content[0].words(UK) and a.parent is None)
    inner = next(a for a in sheet.attributions if a.parent == outer.id)
    assert speaker(sheet, "Погибли") == "Ілля Дорев"
    assert inner.cue[0].words(UK) == "сообщили"
    figure = next(f for f in sheet.figures if f.value == 12)
    assert figure.attribution == inner.id


def test_ids_are_apart_and_hold_together(sheet: Sheet) -> None:
    for findings in (sheet.attributions, sheet.sources, sheet.figures):
        ids = [f.id for f in findings]
        assert len(ids) == len(set(ids))
    sources = {s.id for s in sheet.sources}
    assert all(a.source_id is None or a.source_id in sources for a in sheet.attributions)
    starts = [f.start for f in sheet.figures]
    assert starts == sorted(starts)


def test_it_is_said_once(sheet: Sheet) -> None:
    assert [p.code for p in sheet.problems] == ["several_languages"]
    assert "ru" in sheet.problems[0].message


def test_a_part_that_cannot_be_read_is_said(kit: Kit) -> None:
    sheet = read(
        "The port is closed, police said.\nΤο λιμάνι είναι κλειστό, είπε ο δήμαρχος της πόλης.\nShips wait.", "en", kit
    )
    assert [p.code for p in sheet.problems] == ["several_languages"]
    assert "not read" in sheet.problems[0].message
    assert len(sheet.attributions) == 1


def test_a_document_in_one_language_has_no_such_problem(kit: Kit) -> None:
    assert read("The port is closed, police said.", "en", kit).problems == ()
