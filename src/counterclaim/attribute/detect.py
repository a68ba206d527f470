"""Finds the spans of sources, cues and contents.

By the learned tagger where the language has one, and by rules: the cue lexicon and the parse, quotation marks, the layout.
"""

from collections.abc import Sequence

from counterclaim.attribute.cased import cased_readings
from counterclaim.attribute.labelled import labelled_readings
from counterclaim.attribute.layout import layout_readings
from counterclaim.attribute.parsed import parsed_readings
from counterclaim.attribute.plain import plain_readings
from counterclaim.attribute.reading import Reading, pieces_of
from counterclaim.attribute.spoken import with_spoken
from counterclaim.attribute.tagged import beside_tagged, parted, settled, tagged_readings, within
from counterclaim.attribute.tree import Tree
from counterclaim.kit import Kit
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.cues import CueEntry
from counterclaim.values.attribution import Piece
from counterclaim.values.page import Page
from counterclaim.values.quotation import quotations


def detect(page: Page, kit: Kit) -> tuple[Piece, ...]:
    """Spans that are a source, a cue or a content, each with the cue it belongs to; code points of ``page.text``."""
    pack = kit.pack(page.document.language)
    tree = Tree(page, pack)
    marks = quotations(page)
    readings = [*layout_readings(tree, marks, pack), *labelled_readings(tree, marks, pack)]
    by_words = parsed_readings if tree.parsed else (plain_readings if "syntax" in pack.abilities else cased_readings)
    by_rule = [r for r in by_words(tree, marks, pack) if not _taken(r, readings)]
    tagger = pack.tagger()
    if tagger is None:
        readings += by_rule
    else:
        found = parted(settled(tagged_readings(tree, tagger, marks), by_rule, page.text, _prepositions(pack)), by_rule)
        found = within(found, by_rule, page.parse, marks)
        tagged = [r for r in found if not _taken(r, readings)]
        readings += [*tagged, *beside_tagged(by_rule, tagged)]
    return pieces_of(with_spoken(tree, tuple(readings), marks, pack))


def _prepositions(pack: LanguagePack) -> frozenset[str]:
    """The cues of the language that are prepositions ("according to")."""
    return pack.once(
        "cue prepositions", lambda: frozenset(e.lemma for e in pack.entries("cues", CueEntry) if e.kind == "preposition")
    )


def _taken(reading: Reading, by_layout: Sequence[Reading]) -> bool:
    """Whether the layout already says what ``reading`` would: its cue stands in a speaker's name or signature."""
    return any(reading.cue is not None and r.source is not None and r.source.overlaps(reading.cue) for r in by_layout)
