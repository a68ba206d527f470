"""Encodings: told, declared, guessed, damaged."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.encoding import decode

ENGLISH = "The mayor’s office said “no” on Friday – again."
RUSSIAN = "Мэр опровергла заявление военных, сообщили в пятницу в администрации."


def codes(data: bytes, html: bool = False) -> list[str]:
    return [problem.code for problem in decode(data, html=html).problems]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200).filter(lambda t: not t.startswith("\ufeff")))
def test_utf8_is_kept_character_for_character(text: str) -> None:
    read = decode(text.encode())
    if "\x00" not in text:
        assert read.text == text
        assert read.problems == ()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells(mark: bytes, encoding: str) -> None:
    read = decode(mark + RUSSIAN.encode(encoding))
    assert (read.text, read.encoding, read.problems) == (RUSSIAN, encoding, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_known_by_its_nuls(encoding: str) -> None:
    assert decode("The mayor said no.".encode(encoding)).text == "The mayor said no."


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize("meta", ['<meta charset="{}">', '<meta http-equiv=Content-Type content="text/html; charset={}">'])
def test_a_page_declares(encoding: str, meta: str) -> None:
    page = f"<html><head>{meta.format(encoding)}</head><body>{RUSSIAN}</body></html>"
    read = decode(page.encode(encoding), html=True)
    assert (read.text, read.problems) == (page, ())


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = f'<meta charset="iso-8859-1"><p>{ENGLISH}</p>'
    assert decode(page.encode("cp1252"), html=True).text == page


@pytest.mark.parametrize("declared", ["ascii", "shift_jis", "utf-8", "no-such-thing", "utf-16"])
def test_a_wrong_declaration_is_not_believed(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{RUSSIAN}</p>'
    data = page.encode("cp1251" if declared == "utf-8" else "utf-8")
    if declared == "ascii":  # a browser reads it as Windows-1252, in which UTF-8 of Russian has bytes that mean nothing
        assert "wrong_encoding" in codes(data, html=True)
    assert decode(data, html=True).text == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp866", RUSSIAN),
        ("cp1251", "Мерка спростувала заяву військових, повідомили у п’ятницю."),
        ("cp1252", ENGLISH),
        ("cp1252", "Le ministère a démenti être à l’origine de l’attaque."),
        ("cp1252", "El niño murió, dijo la alcaldía."),
        ("gb18030", "该部昨天否认了这一点，称没有士兵开枪。"),
        ("cp1256", "نفت الوزارة ذلك أمس في بيان"),
    ],
)
def test_the_rest_is_guessed_and_said(encoding: str, text: str) -> None:
    read = decode(text.encode(encoding))
    assert read.text == text
    assert [p.code for p in read.problems] == ["encoding_guessed"]


def test_a_cut_character_is_said_with_its_place() -> None:
    read = decode(RUSSIAN.encode()[:-2])
    assert read.text == RUSSIAN[:-2] + "\ufffd"
    assert [(p.code, p.start) for p in read.problems] == [("truncated", len(RUSSIAN) - 2)]


def test_broken_places_are_said_and_the_rest_is_kept() -> None:
    data = RUSSIAN.encode().replace(" в ".encode(), b" \xff ", 1)
    read = decode(data)
    assert read.text == RUSSIAN.replace(" в ", " \ufffd ", 1)
    assert [p.code for p in read.problems] == ["wrong_encoding"]


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_have_a_text(data: bytes, html: bool) -> None:
    decode(data, html=html).text.encode()
