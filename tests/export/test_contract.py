"""What real reading prints, held against the contract: shapes, and what no shape can say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from counterclaim.export.jsonl import sheet_line
from counterclaim.export.schema import sheet_schema
from counterclaim.values.digest import text_digest
from counterclaim.values.sheet import Sheet
from tests.export import contract

Line = dict[str, Any]


@pytest.fixture(scope="module")
def lines(dossier: tuple[Sheet, ...]) -> list[Line]:
    return [json.loads(sheet_line(sheet)) for sheet in dossier]


pytestmark = pytest.mark.model


def test_every_document_is_read_in_order(lines: list[Line]) -> None:
    paths = [line["document"]["path"] for line in lines]
    assert len(paths) == 14
    assert paths[:11] == sorted(paths[:11])
    assert [line["document"]["id"] for line in lines[11:]] == ["meridian-0315", "drovna-24-0316", "coastal-business-0316"]


def test_the_shapes_are_those_of_the_contract(lines: list[Line]) -> None:
    for line in lines:
        Draft202012Validator(contract.SHEET).validate(line)
        Draft202012Validator(sheet_schema()).validate(line)


def test_zones_tile_the_text(lines: list[Line]) -> None:
    for line in lines:
        at = 0
        for zone in line["zones"]:
            assert zone["start"] == at
            at = zone["end"]
        assert at == len(line["document"]["text"])
        assert text_digest(line["document"]["text"]) == line["document"]["text_sha256"]


def spans(line: Line) -> Iterator[tuple[int, int]]:
    for source in line["sources"]:
        yield from source["mentions"]
    for found in line["attributions"]:
        for part in ("source", "cue", "content", "hedges"):
            yield from found[part]
    for found in (*line["figures"], *line["verification"], *line["notices"]):
        yield found["start"], found["end"]
    for relay in (relay for found in line["attributions"] for relay in found["via"]):
        yield relay["start"], relay["end"]
    yield from (notice["other"] for notice in line["notices"] if notice["other"])


def test_every_span_lies_in_the_text_and_is_not_blank(lines: list[Line]) -> None:
    for line in lines:
        text = line["document"]["text"]
        for start, end in spans(line):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()


def test_every_id_leads_somewhere_and_is_used_once(lines: list[Line]) -> None:
    for line in lines:
        ids = [found["id"] for key in ("sources", "attributions", "figures", "verification") for found in line[key]]
        assert len(ids) == len(set(ids))
        sources = {source["id"] for source in line["sources"]} | {None}
        attributions = {found["id"] for found in line["attributions"]} | {None}
        for found in line["attributions"]:
            assert found["source_id"] in sources
            assert found["parent"] in attributions - {found["id"]}
            assert {relay["source_id"] for relay in found["via"]} <= sources
        for figure in line["figures"]:
            assert figure["attribution"] in attributions
            assert figure["estimator"] in sources
        for check in line["verification"]:
            assert check["by"] in sources
            assert set(check["about"]) <= attributions


def test_text_is_the_input_character_for_character(lines: list[Line]) -> None:
    for line in lines[:11]:
        path = Path(line["document"]["path"])
        if path.suffix == ".txt":
            assert line["document"]["text"] == path.read_bytes().decode()
