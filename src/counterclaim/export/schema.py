"""The JSON Schema of what is printed for other programs, generated from the values."""

import inspect
import re
from typing import Any

import msgspec

from counterclaim.values.comparison import Comparison
from counterclaim.values.sheet import Sheet

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_FIELD = re.compile(r"^ {8}(\w+): ((?:.+\n?)(?: {12}.+\n?)*)", re.MULTILINE)


def sheet_schema() -> dict[str, Any]:
    """The schema of one line of ``counterclaim read --format jsonl``.

    A field is required if it is always printed; other fields may come later, so unknown ones are allowed. What the values'
    docstrings say of a field is its description.
    """
    return _schema(Sheet, "Claim sheet")


def comparison_schema() -> dict[str, Any]:
    """The schema of what ``counterclaim compare --format json`` prints, in the manner of ``sheet_schema``."""
    return _schema(Comparison, "Comparison of a dossier")


def _schema(value: type[msgspec.Struct], title: str) -> dict[str, Any]:
    (schema,), components = msgspec.json.schema_components([value])
    for component in components.values():
        as_printed(component)
    return {"$schema": DIALECT, "title": title, **schema, "$defs": dict(sorted(components.items()))}


def as_printed(component: dict[str, Any]) -> None:
    """Turns the schema of what msgspec would accept into that of what it prints."""
    described = inspect.cleandoc(component.get("description", "")).replace("``", "`")
    fields = _descriptions(component.pop("description", ""))
    component["description"] = described.split("\n\n")[0].replace("\n", " ")
    if component.get("type") != "object":
        return
    component.pop("additionalProperties", None)
    component["required"] = sorted(component["properties"].keys() - {"text"})
    for name, field in component["properties"].items():
        field.pop("default", None)
        if name in fields:
            field["description"] = fields[name]


def _descriptions(docstring: str) -> dict[str, str]:
    return {
        name: re.sub(r"\bNone\b", "`null`", " ".join(words.replace("``", "`").split()))
        for name, words in _FIELD.findall(docstring)
    }
