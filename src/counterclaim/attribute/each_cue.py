"""Every cue of a text tried in turn, for the rules that read without a parse."""

from collections.abc import Callable, Sequence

from counterclaim.attribute.cues import Cue, cue_book
from counterclaim.attribute.quotes import near
from counterclaim.attribute.reading import Reading
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation

Read = Callable[[Tree, Cue, Sequence[Quotation], LanguagePack], Reading | None]
"""What one cue comes to, given the quotations near its sentence; None where it takes no content."""


def first_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack, read: Read) -> list[Reading]:
    """For each token the reading of the first cue there that takes a content, in text order."""
    book = cue_book(pack)
    readings: list[Reading] = []
    for index in range(len(tree.tokens)):
        for cue in book.at(tree, index):
            reading = read(tree, cue, near(marks, tree.sentence(index)), pack)
            if reading is not None:
                readings.append(reading)
                break
    return readings
