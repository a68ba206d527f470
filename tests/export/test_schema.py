import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from counterclaim.export.jsonl import sheet_line
from counterclaim.export.schema import sheet_schema
from tests.export import contract
from tests.made import made_sheet


def resolved(shape: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in shape:
        found: dict[str, Any] = schema["$defs"][shape["$ref"].rsplit("/", 1)[1]]
        return found
    return shape


def flat(shape: dict[str, Any], schema: dict[str, Any]) -> tuple[set[str], set[str]]:
    """The types and the words that ``shape`` allows."""
    shape = resolved(shape, schema)
    options = [resolved(option, schema) for option in shape.get("anyOf", [shape])]
    kinds = {"string" if "enum" in option else str(option["type"]) for option in options}
    words = {str(word) for option in options for word in option.get("enum", ()) if word is not None}
    return kinds, words


def agree(promised: dict[str, Any], printed: dict[str, Any], schema: dict[str, Any], at: str) -> None:
    """Walk both shapes; what the contract names must be there, of the same types and words, and always or never optional."""
    printed = resolved(printed, schema)
    kinds, words = flat(promised, {})
    assert flat(printed, schema) == (kinds, words), at
    for option in printed.get("anyOf", [printed]):
        option = resolved(option, schema)
        wanted: dict[str, Any] = next((o for o in promised.get("anyOf", [promised]) if o.get("type") == option.get("type")), {})
        if option.get("type") == "object":
            assert set(wanted["required"]) <= set(option["required"]), at
            for name, shape in wanted["properties"].items():
                agree(shape, option["properties"][name], schema, f"{at}.{name}")
        elif option.get("type") == "array" and "items" in wanted:
            agree(wanted["items"], option["items"], schema, f"{at}[]")


def test_the_published_schema_promises_what_the_contract_does() -> None:
    schema = sheet_schema()
    Draft202012Validator.check_schema(schema)
    agree(contract.SHEET, schema, schema, "sheet")


@pytest.mark.parametrize("with_text", [True, False])
def test_what_is_printed_keeps_both_schemas(with_text: bool) -> None:
    line = json.loads(sheet_line(made_sheet(with_text=with_text)))
    Draft202012Validator(sheet_schema()).validate(line)
    Draft202012Validator(contract.SHEET).validate(line)
    assert ("text" in line["document"]) == with_text


def test_fields_may_come_later() -> None:
    line = json.loads(sheet_line(made_sheet()))
    line["later"] = line["sources"][0]["later"] = 1
    Draft202012Validator(sheet_schema()).validate(line)


def test_every_field_of_the_schema_is_described() -> None:
    missing = [
        f"{name}.{field}"
        for name, shape in sheet_schema()["$defs"].items()
        for field, described in shape.get("properties", {}).items()
        if "description" not in described
    ]
    assert missing == []


def test_the_schema_as_it_is(snapshot: SnapshotAssertion) -> None:
    assert json.dumps(sheet_schema(), indent=2, ensure_ascii=False) == snapshot
