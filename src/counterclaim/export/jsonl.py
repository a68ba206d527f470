"""Sheets for other programs: one JSON object a line, in the contract's shape."""

import json

import msgspec

from counterclaim.values.sheet import Sheet


def sheet_line(sheet: Sheet) -> bytes:
    r"""``sheet`` as one line of UTF-8 JSON with its line feed.

    Characters come out as they stand in the document. Lone surrogates, which UTF-8 cannot carry, are escaped (``\ud800``),
    and so is all else that is not ASCII in that line: a reader gets the same characters back, and every offset holds.
    """
    try:
        return msgspec.json.encode(sheet) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(sheet), ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
