"""Snapshots become pages: the record goes before the document, and long texts are bounded."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.clean import page as rooms
from counterclaim.clean.page import clean
from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.values.text import Hints, Snapshot
from tests.clean.packs import PACK

KIT = Kit({"en": Language(module=__name__, opener="open_bare", packages=())})
MILL = (Path(__file__).parent / "pages" / "mill.html").read_text(encoding="utf-8")


def open_bare() -> LanguagePack:
    """English without an analyzer."""
    return PACK


def snapshot(source: str, media: str = "text", path: str = "folder/mill.txt", **hints: str) -> Snapshot:
    return Snapshot(
        path=path,
        data=source.encode("utf-8", "replace"),
        media="html" if media == "html" else "text",
        source=source,
        encoding="utf-8",
        hints=Hints(**hints),
    )


def test_plain_text_is_not_changed() -> None:
    text = "\r\n  The mayor of Marisk\tdenied it on Friday. \x00\r\n\r\n“No,” she said.\x0c"
    read = clean(snapshot(text), KIT)
    assert read.text == text
    assert [(r.start, r.end, r.source_start, r.source_end) for r in read.clean.alignment.runs] == [(0, len(text), 0, len(text))]


def test_the_page_says_what_the_record_does_not() -> None:
    read = clean(snapshot(MILL, "html", outlet="Meridian", id="m7"), KIT).document
    assert (read.id, read.outlet, read.title) == ("m7", "Meridian", "Lodva denies shelling the mill at\xa0Marisk")
    assert (read.author, read.published, read.language) == ("Mira Tolland", "2031-05-02", "en")


@pytest.mark.parametrize(("path", "name"), [("a/mill.html", "mill"), ("a/mill.html.gz", "mill"), ("mill", "mill")])
def test_a_document_is_named_after_its_file(path: str, name: str) -> None:
    assert clean(snapshot("The mayor denied it.", path=path), KIT).document.id == name


def test_standard_input_is_named_after_its_digest() -> None:
    taken = snapshot("The mayor denied it.", path="-")
    assert clean(taken, KIT).document.id == taken.sha256[:12]


def test_a_long_text_is_kept_and_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "TEXT_LIMIT", 1000)
    text = "The mayor of Marisk denied on Friday that she had said so to the newspapers. " * 100
    read = clean(snapshot(text, language="en"), KIT)
    assert read.text == text
    assert sum(len(span) for span in read.article_spans()) <= 1000
    assert [(p.code, p.end) for p in read.found.problems] == [("too_long", len(text))]


def test_a_page_too_large_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "HTML_LIMIT", 2000)
    read = clean(snapshot("<p>The mayor denied it.</p>" * 100, "html"), KIT)
    assert [p.code for p in read.found.problems] == ["too_long"]


def test_broken_markup_is_read_as_plain_text() -> None:
    read = clean(
        snapshot("<html>" + "<div>" * 50_000 + "The mayor of Marisk denied on Friday that she had said so.", "html"), KIT
    )
    assert [p.code for p in read.found.problems] == ["bad_html"]
    assert read.text.startswith("The mayor")


def test_a_page_without_text_says_so() -> None:
    assert [p.code for p in clean(snapshot("<html><script>1</script>", "html"), KIT).found.problems] == ["no_text"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["text", "html"]))
def test_any_source_becomes_a_page(source: str, media: str) -> None:
    read = clean(snapshot(source, media), KIT)
    assert media == "html" or read.text == source
    assert sum(zone.end - zone.start for zone in read.clean.zones) == len(read.text)
