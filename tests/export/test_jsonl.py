import json

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterclaim.export.jsonl import sheet_line
from tests.made import made_sheet


@given(st.text(st.characters()))
def test_one_line_for_any_text_and_every_character_comes_back(text: str) -> None:
    sheet = made_sheet()
    line = sheet_line(replace(sheet, document=replace(sheet.document, text=text)))
    assert line.count(b"\n") == 1
    assert json.loads(line)["document"]["text"] == text
