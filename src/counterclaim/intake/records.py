"""Records: JSON objects with a text or a page and what is known about it, one a line (JSON Lines)."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO

from counterclaim.intake.encoding import decode
from counterclaim.intake.repair import fit_for_text
from counterclaim.values.problem import Problem
from counterclaim.values.text import Hints, Snapshot

RECORD_LIMIT = 64 * 1024 * 1024
"""Bytes of one record. A longer line is no article, and must not fill the memory."""
_SHAPE = 'expected a JSON object with "text" or "html", and optionally id, url, outlet, published, language, title, author'


def records_in(path: str, lines: BinaryIO) -> Iterator[Snapshot | Problem]:
    """The records of a file in order, read one line at a time; a problem for each line that is none. Blank lines are passed."""
    number = 0
    while line := lines.readline(RECORD_LIMIT + 1):
        number += 1
        place = f"{path}:{number}"
        if len(line) > RECORD_LIMIT and not line.endswith(b"\n"):
            while (rest := lines.readline(RECORD_LIMIT)) and not rest.endswith(b"\n"):
                pass
            yield _problem(
                "too_large", f"{place}: the line is longer than {RECORD_LIMIT} bytes, more than any article; passed over"
            )
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield record(place, line.rstrip(b"\r\n"), fallback_id=f"{PurePath(path).stem}-{number}")


def record(place: str, line: bytes, *, fallback_id: str | None = None) -> Snapshot | Problem:
    """The snapshot of one record; its bytes are the line's. A problem where it is none, or holds no text."""
    decoded = decode(line)
    try:
        found = json.loads(decoded.text)
    except RecursionError:
        return _problem("bad_json", f"{place}: nested too deeply to be a record; {_SHAPE}")
    except ValueError as error:
        cut = " (the line seems to be cut off)" if not decoded.text.rstrip().endswith("}") else ""
        return _problem("bad_json", f"{place}: no valid JSON{cut}: {error}; {_SHAPE}")
    if not isinstance(found, dict):
        return _problem("bad_record", f"{place}: found {_kind(found)}; {_SHAPE}")
    body = next((name for name in ("text", "html") if isinstance(found.get(name), str)), None)
    if body is None:
        held = ", ".join(map(str, list(found)[:8])) or "no fields"
        return _problem("bad_record", f"{place}: found {held}; {_SHAPE}")
    if not found[body].strip():
        return _problem("empty", f"{place}: its {body} is empty; nothing to read")
    hints, problems = _hints(found)
    source, lost = fit_for_text(found[body])
    if hints.id is None:
        hints = Hints(**{**{name: getattr(hints, name) for name in Hints.__struct_fields__}, "id": fallback_id})
    return Snapshot(
        path=place,
        data=line,
        media="html" if body == "html" else "text",
        source=source,
        encoding=decoded.encoding,
        hints=hints,
        problems=(*decoded.problems, *problems, *lost),
    )


def _hints(found: dict[str, object]) -> tuple[Hints, tuple[Problem, ...]]:
    """The fields that are known and fit; a problem for each that does not fit."""
    known: dict[str, str] = {}
    problems: list[Problem] = []
    for name in Hints.__struct_fields__:
        value = found.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            value = str(value)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            problems.append(_problem("bad_field", f"the record's {name} is {_kind(value)}, expected a string; passed over"))
        elif name == "published" and not _is_iso(value):
            problems.append(_problem("bad_field", f"the record's published is {value[:40]!r}, expected ISO 8601; passed over"))
        else:
            known[name] = fit_for_text(value)[0]
    return Hints(**known), tuple(problems)


def _is_iso(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, stage="intake")
