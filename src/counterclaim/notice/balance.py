"""Whom a document lets speak: one side only, or nobody."""

from collections.abc import Iterator

from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.party import Source
from counterclaim.values.span import Span

FEWEST_WORDS = 120
"""Shorter pieces (a caption, a flash) cannot be expected to hear two sides."""
FEWEST_STATEMENTS = 3
FEWEST_SPEAKERS = 2
LEAST_KNOWN = 2 / 3
"""Share of the speakers whose side must be known before anything is said about sides."""
FEWEST_KNOWN = 3
"""How many must have a known side where not all have: two of three are no pattern."""

_SIDELESS = frozenset({"outlet", "document"})
"""They pass on what others say, and stand on no side by doing so."""
_SINGLE = frozenset({"person", "unnamed"})


def balance(page: Page) -> Iterator[Notice]:
    """At most one notice: ``one_sided``, or ``no_sources``; placed on the headline, else on the first sentence.

    Outlets and documents are left out of the count. Abstains on short pieces, on fewer than
    `FEWEST_STATEMENTS` statements of `FEWEST_SPEAKERS` speakers, and where the sides of too many speakers are unknown.
    """
    place = _place(page)
    if place is None or sum(t.text[:1].isalnum() for t in page.parse.tokens) < FEWEST_WORDS:
        return
    if not any(s.source or s.context for s in page.found.statements):
        yield Notice(
            kind="no_sources",
            start=place.start,
            end=place.end,
            message="No statement in this document is attributed to anybody: all of it stands on the outlet's own word.",
        )
        return
    voiced = [v.source_id for v in page.found.voices if v.source_id is not None]
    speakers = [s for s in page.found.sources if s.id in voiced and s.kind not in _SIDELESS]
    statements = sum(voiced.count(s.id) for s in speakers)
    side = _one_side(speakers)
    if side is not None and statements >= FEWEST_STATEMENTS:
        known = sum(s.side == side for s in speakers)
        yield Notice(
            kind="one_sided",
            start=place.start,
            end=place.end,
            message=f"Every source here whose side is known speaks for {side} ({known} of {len(speakers)} sources).",
        )


def _one_side(speakers: list[Source]) -> str | None:
    """The side all speakers stand on; None if there are two, or one may be on another.

    An authority or group whose side is unknown is a voice from elsewhere. Of single people, few are ever found to have a side:
    they may be unknown as long as most speakers are not.
    """
    sides = {s.side for s in speakers if s.side or s.kind not in _SINGLE}
    known = sum(1 for s in speakers if s.side)
    if len(sides) != 1 or None in sides or len(speakers) < FEWEST_SPEAKERS:
        return None
    if known < len(speakers) and (known < FEWEST_KNOWN or known < LEAST_KNOWN * len(speakers)):
        return None
    return next(iter(sides))


def _place(page: Page) -> Span | None:
    headline = next((z.span.trimmed(page.text) for z in page.clean.zones if z.kind == "headline"), None)
    return headline or next(iter(page.parse.sentences), None)
