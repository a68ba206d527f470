"""What a line of the article's text says of itself: "READ MORE: ...", "Reporting by ...", "Share this".

A page's markup is silent on lines that editors type between paragraphs. They are known by the phrases that plain text is
judged by (the word list ``furniture``).
"""

import re

from counterclaim.clean.lines import split_lines
from counterclaim.clean.marks import Mark, Marks
from counterclaim.clean.zones import dateline_end
from counterclaim.values.text import Zone, ZoneKind

_KINDS: dict[str, ZoneKind] = {
    "related": "related", "support": "furniture", "share": "furniture", "subscribe": "furniture", "legal": "furniture",
    "advert": "furniture", "comment_start": "furniture", "widget": "furniture", "credit": "credit", "disclaimer": "disclaimer",
}  # fmt: skip
"""Zones by category of phrase. Captions, bylines and dates are left to the markup, which says more of them."""
_JUDGED = frozenset({"body", "caption", "subhead", "byline"})
_SENTENCES = frozenset({"share", "subscribe", "credit", "disclaimer", "comment_start"})
"""Categories that are whole sentences, with a full stop; of the others, a sentence that begins so may be the article's."""
_LONGEST = 45
"""Words of the longest line that is furniture for what it begins with: a credit with a dozen names."""
_CLOSED = re.compile(r"""[.!?…]["'”’»)\]]*$""")


def without_phrases(text: str, zones: tuple[Zone, ...], marks: Marks) -> tuple[Zone, ...]:
    """The zones with the lines that are furniture by what they say taken out of the article; they still tile ``text``.

    The dateline of a wire report ("CITY, March 2 (Agency) -") is cut from the article's first line, as in plain text.
    """
    first = next((zone.start for zone in zones if zone.kind == "body"), -1)
    split: list[Zone] = []
    for zone in zones:
        for piece in _pieces(text, zone, marks, first):
            if split and split[-1].kind == piece.kind and split[-1].end != zone.start:
                split[-1] = Zone(kind=piece.kind, start=split[-1].start, end=piece.end)
            else:
                split.append(piece)
    return tuple(split)


def _pieces(text: str, zone: Zone, marks: Marks, first: int) -> list[Zone]:
    """A zone, line by line if its lines are to be judged."""
    lines = split_lines(text[zone.start : zone.end]) if zone.kind in _JUDGED else ()
    pieces: list[Zone] = []
    for line in lines:
        start, end = zone.start + line.start, zone.start + line.end
        kind = _kind(zone.kind, line.words, marks.of(line.words))
        cut = dateline_end(line.words) if start == first and kind == "body" else 0
        if cut:
            pieces.append(Zone(kind="dateline", start=start, end=zone.start + line.at + cut))
            start = zone.start + line.at + cut
        pieces.append(Zone(kind=kind, start=start, end=end))
    return pieces or [zone]


def _kind(held: ZoneKind, words: str, found: tuple[Mark, ...]) -> ZoneKind:
    """What a line is, after its phrases; ``held`` if they do not say."""
    count = len(words.split())
    for mark in found:
        kind = _KINDS.get(mark.category)
        if kind is None or not mark.opens or count > _LONGEST or (held == "byline" and mark.category == "credit"):
            continue
        if mark.closes or mark.category in _SENTENCES or words[: mark.end].endswith(":") or not _CLOSED.search(words):
            return kind
    return held
