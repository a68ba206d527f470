"""Finds the spans of sources, cues and contents."""

from counterclaim.kit import Kit
from counterclaim.values.attribution import Piece
from counterclaim.values.page import Page


def detect(page: Page, kit: Kit) -> tuple[Piece, ...]:
    """Spans that are a source, a cue or a content, not yet linked."""
    return ()
