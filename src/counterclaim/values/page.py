"""A document on its way through the stages: its text, and all that was found so far."""

import msgspec

from counterclaim.values.attribution import Chain, Firmness, Statement, Voice
from counterclaim.values.document import Document
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.party import Source
from counterclaim.values.person_mark import PersonMark
from counterclaim.values.problem import Problem
from counterclaim.values.signs import without_sign_runs
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse
from counterclaim.values.text import ARTICLE_ZONES, CleanText, Stretch


class Found(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one stage adds. The runner appends; a stage never edits."""

    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    voices: tuple[Voice, ...] = ()
    chains: tuple[Chain, ...] = ()
    firmness: tuple[Firmness, ...] = ()
    figures: tuple[Figure, ...] = ()
    verification: tuple[Verification, ...] = ()
    notices: tuple[Notice, ...] = ()
    persons: tuple[PersonMark, ...] = ()
    problems: tuple[Problem, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One document and all findings so far; every span indexes ``clean.text``.

    Attributes:
        document: Names, digests and dates.
        clean: The text with zones and alignment.
        stretches: Parts of the article in another language than the document's, in text order.
        parse: Sentences and tokens of the article's zones.
        found: The findings of the stages that have run.
    """

    document: Document
    clean: CleanText
    stretches: tuple[Stretch, ...] = ()
    parse: Parse = Parse()
    found: Found = Found()

    @property
    def text(self) -> str:
        """The text that every offset indexes."""
        return self.clean.text

    def article_spans(self) -> tuple[Span, ...]:
        """The zones whose words belong to the article, in order."""
        return tuple(zone.span for zone in self.clean.zones if zone.kind in ARTICLE_ZONES)

    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the article's zones, without blanks at their ends, in order; no blank lines and no `sign_runs`."""
        spans: list[Span] = []
        for zone in self.article_spans():
            at = zone.start
            for line in zone.words(self.text).splitlines(keepends=True):
                spans += without_sign_runs(self.text, Span(at, at + len(line)))
                at += len(line)
        return tuple(spans)

    def zone_at(self, position: int) -> str:
        """The kind of the zone that holds the code point ``position``; ``furniture`` past the end."""
        for zone in self.clean.zones:
            if zone.start <= position < zone.end:
                return zone.kind
        return "furniture"

    def with_found(self, more: Found) -> "Page":
        """The page with ``more`` appended to its findings."""
        joined = {
            name: getattr(self.found, name) + getattr(more, name) for name in Found.__struct_fields__ if getattr(more, name)
        }
        return msgspec.structs.replace(self, found=msgspec.structs.replace(self.found, **joined))
