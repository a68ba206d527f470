"""Links sources, cues and contents that belong together into statements."""

from counterclaim.kit import Kit
from counterclaim.values.attribution import Piece, Statement
from counterclaim.values.page import Page


def link(pieces: tuple[Piece, ...], page: Page, kit: Kit) -> tuple[Statement, ...]:
    """Statements made of ``pieces``, in text order."""
    return ()
