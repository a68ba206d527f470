"""JSONL records: one document a line."""

from counterclaim.values.text import Hints, Snapshot


def record_snapshot(path: str, line: bytes, record: dict[str, object]) -> Snapshot:
    """The snapshot of one record with ``text`` or ``html``; its bytes are the line's."""
    known = {k: v for k in Hints.__struct_fields__ if isinstance(v := record.get(k), str)}
    media = "html" if "html" in record else "text"
    return Snapshot(
        path=path,
        data=line,
        media="html" if media == "html" else "text",
        source=str(record.get(media, "")),
        encoding="utf-8",
        hints=Hints(**known),
    )
