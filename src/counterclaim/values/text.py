"""The preserved original, the text read from it, and how the two align."""

from bisect import bisect_right
from typing import Literal, get_args

import msgspec

from counterclaim.values.digest import bytes_digest
from counterclaim.values.problem import Problem
from counterclaim.values.span import Span

ZoneKind = Literal[
    "headline",
    "subhead",
    "byline",
    "dateline",
    "body",
    "caption",
    "embed",
    "related",
    "disclaimer",
    "credit",
    "comment",
    "furniture",
]
ZONE_KINDS: tuple[str, ...] = get_args(ZoneKind)

ARTICLE_ZONES: frozenset[str] = frozenset({"headline", "subhead", "body", "caption", "embed"})
"""Zones whose words belong to the article: the only ones in which attributions and figures are looked for."""


class Zone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One stretch of the text and what it is. A document's zones tile its text.

    Attributes:
        kind: What the stretch is.
        start: Its first code point.
        end: One past the last.
    """

    kind: ZoneKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The zone's place, in code points of the document's text."""
        return Span(self.start, self.end)


class Stretch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the article in another language than the document's: a paragraph, or the inside of a quotation.

    Attributes:
        start: Its first code point.
        end: One past the last.
        language: ISO 639-1.
        quoted: Whether it is somebody's words (a quotation, a pasted post), whom the document names in its own language.
    """

    start: int
    end: int
    language: str
    quoted: bool = False

    @property
    def span(self) -> Span:
        """The stretch's place, in code points of the document's text."""
        return Span(self.start, self.end)


class Hints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came with the bytes and is believed before the text is read (a record's own fields)."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    author: str | None = None


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One document's bytes as they came, never changed.

    Attributes:
        path: Where they were taken from, for people (``-`` for standard input, ``file.jsonl:3`` for a record).
        data: The bytes. For a record, its line's bytes.
        media: How ``source`` is to be read: ``text`` or ``html``.
        source: The decoded characters that the text is made from: the whole input, or a record's ``text``/``html`` field.
        encoding: The encoding the bytes were decoded with.
        hints: What the container says about the document.
        problems: What went wrong while it was taken in.
    """

    path: str
    data: bytes
    media: Literal["text", "html"]
    source: str
    encoding: str
    hints: Hints = Hints()
    problems: tuple[Problem, ...] = ()

    @property
    def sha256(self) -> str:
        """Digest of the bytes taken in."""
        return bytes_digest(self.data)


class Run(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Text ``[start, end)`` came from source ``[source_start, source_end)``.

    Equal lengths mean a character-for-character copy; otherwise an edit (an entity, collapsed blanks), which
    stands for the whole source stretch. A line break that our walk put in has an empty source stretch.
    """

    start: int
    end: int
    source_start: int
    source_end: int


class Alignment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where each character of the text stands in ``Snapshot.source``; runs tile the text in order."""

    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        at = 0
        for run in self.runs:
            if run.start != at or run.end <= run.start or run.source_end < run.source_start:
                raise ValueError(f"alignment runs must tile the text; found a run at {run.start} where {at} was expected")
            at = run.end

    @classmethod
    def identity(cls, length: int) -> "Alignment":
        """The alignment of a text of ``length`` characters with itself."""
        return cls(runs=(Run(0, length, 0, length),) if length else ())

    def source_of(self, span: Span) -> Span | None:
        """The source stretch under ``span``; None if the text there was not in the source at all."""
        starts = [run.start for run in self.runs]
        first = max(0, bisect_right(starts, span.start) - 1)
        low: int | None = None
        high: int | None = None
        for run in self.runs[first:]:
            if run.start >= span.end:
                break
            if run.end <= span.start or run.source_start == run.source_end:
                continue
            copied = run.end - run.start == run.source_end - run.source_start
            left = run.source_start + max(0, span.start - run.start) if copied else run.source_start
            right = run.source_end - max(0, run.end - span.end) if copied else run.source_end
            low = left if low is None else min(low, left)
            high = right if high is None else max(high, right)
        return None if low is None or high is None else Span(low, high)


class CleanText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text that every offset indexes, with its zones and its alignment to the source.

    Attributes:
        text: For plain text and records with ``text``: the source, character for character. For HTML: the text extracted.
        zones: Tile ``text`` without gaps or overlaps, in order.
        alignment: Each character's place in ``Snapshot.source``.
    """

    text: str
    zones: tuple[Zone, ...]
    alignment: Alignment

    def __post_init__(self) -> None:
        at = 0
        for zone in self.zones:
            if zone.start != at or zone.end <= zone.start:
                raise ValueError(f"zones must tile the text; found {zone.kind} at {zone.start} where {at} was expected")
            at = zone.end
        if at != len(self.text):
            raise ValueError(f"zones must tile the text; they end at {at}, the text at {len(self.text)}")
