"""Finds the spans of sources, cues and contents by rules: the cue lexicon and the parse, quotation marks, and the layout."""

from counterclaim.attribute.parsed import parsed_readings
from counterclaim.attribute.quotes import quotations
from counterclaim.attribute.reading import pieces_of
from counterclaim.attribute.spoken import with_spoken
from counterclaim.attribute.tree import Tree
from counterclaim.kit import Kit
from counterclaim.values.attribution import Piece
from counterclaim.values.page import Page


def detect(page: Page, kit: Kit) -> tuple[Piece, ...]:
    """Spans that are a source, a cue or a content, each with the cue it belongs to; code points of ``page.text``."""
    pack = kit.pack(page.document.language)
    tree = Tree(page, pack)
    marks = quotations(page)
    readings = parsed_readings(tree, marks, pack)
    return pieces_of(with_spoken(tree, readings, marks, pack))
