"""What a line of the article's text says of itself: "READ MORE: ...", "Reporting by ...", "Share this".

A page's markup is silent on lines that editors type between paragraphs. They are known by the phrases that plain text is
judged by (the word list ``furniture``).
"""

import re

from counterclaim.clean.lines import split_lines
from counterclaim.clean.marks import Mark, Marks
from counterclaim.values.text import Zone, ZoneKind

_KINDS: dict[str, ZoneKind] = {
    "related": "related", "support": "furniture", "share": "furniture", "subscribe": "furniture", "legal": "furniture",
    "advert": "furniture", "comment_start": "furniture", "widget": "furniture", "credit": "credit", "disclaimer": "disclaimer",
}  # fmt: skip
"""Zones by category of phrase. Captions, bylines and dates are left to the markup, which says more of them."""
_SENTENCES = frozenset({"share", "subscribe", "credit", "disclaimer", "comment_start"})
"""Categories that are whole sentences, with a full stop; of the others, a sentence that begins so may be the article's."""
_LONGEST = 45
"""Words of the longest line that is furniture for what it begins with: a credit with a dozen names."""
_CLOSED = re.compile(r"""[.!?…]["'”’»)\]]*$""")


def without_phrases(text: str, zones: tuple[Zone, ...], marks: Marks) -> tuple[Zone, ...]:
    """The zones with the lines of ``body`` that are furniture by what they say taken out; they still tile ``text``."""
    split: list[Zone] = []
    for zone in zones:
        pieces = _pieces(text, zone, marks) if zone.kind == "body" else [zone]
        for piece in pieces:
            if split and split[-1].kind == piece.kind and piece.kind != "embed":
                split[-1] = Zone(kind=piece.kind, start=split[-1].start, end=piece.end)
            else:
                split.append(piece)
    return tuple(split)


def _pieces(text: str, zone: Zone, marks: Marks) -> list[Zone]:
    """A zone of body, line by line."""
    lines = split_lines(text[zone.start : zone.end])
    return [
        Zone(kind=_kind(line.words, marks.of(line.words)), start=zone.start + line.start, end=zone.start + line.end)
        for line in lines
    ] or [zone]


def _kind(words: str, found: tuple[Mark, ...]) -> ZoneKind:
    """What a line of running text is, after its phrases."""
    count = len(words.split())
    for mark in found:
        kind = _KINDS.get(mark.category)
        if kind is None or not mark.opens or count > _LONGEST:
            continue
        if mark.closes or mark.category in _SENTENCES or words[: mark.end].endswith(":") or not _CLOSED.search(words):
            return kind
    return "body"
