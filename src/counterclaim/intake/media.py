"""What a run of bytes is: text, a page, records, or something that holds no text for us."""

import re
from pathlib import PurePath
from typing import Literal

Media = Literal["text", "html", "records"]

RECORD_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_SUFFIXES: dict[str, Media] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys(RECORD_SUFFIXES, "records"),
}
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, picture or video file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"WARC/", "a WARC archive"),
)
"""File signatures, from the formats' own specifications, for what people put into folders of articles."""
GZIP = b"\x1f\x8b"
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)
_XML = re.compile(rb"\s*<(?:\?xml|!DOCTYPE|rss|feed)[\s>]", re.I)
_RECORD = re.compile(rb'\s*\{\s*"')
_HEAD = 8192
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
"""Bytes that no text holds (the rule of the Unix command ``file``)."""
_BINARY_SHARE, _FEW = 0.02, 8
"""With more than this share of such bytes the input is no text. Single NULs occur in broken exports and are let pass."""


def foreign(data: bytes) -> str | None:
    """What ``data`` is if it is no text, in words for the user; None if it may be text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[4:8] == b"ftyp":
        return "a video or sound file"
    if _XML.match(data) and not _PAGE.match(data):
        return "XML, but no XHTML page"
    head = data[:_HEAD]
    if _is_wide(head):
        return None
    strange = sum(head.count(byte) for byte in _CONTROL)
    return "binary data" if strange > max(_FEW, _BINARY_SHARE * len(head)) else None


def media_of(path: str, data: bytes) -> Media:
    """How the bytes of a file are to be read: by its name's ending, else by how they begin; ``text`` if nothing says more.

    A page saved as ``.txt`` is a page. A single JSON object with the fields of a record counts as records.
    """
    suffix = PurePath(path.removesuffix(".gz")).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(head):
        return "html"
    if suffix == ".json" or (suffix not in (".txt", ".text", ".md") and _RECORD.match(head)):
        return "records"
    return "text"


def _is_wide(head: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, in which NULs are common."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return half >= 4 and max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half
