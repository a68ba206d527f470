"""All that this room knows of one language, compiled once from its word lists and kept by the language pack."""

import re

from counterclaim.figures.bounds import Bounds
from counterclaim.figures.counted import Counting
from counterclaim.figures.dates import Dates
from counterclaim.figures.entries import (
    BoundEntry,
    DateEntry,
    LabelEntry,
    MeasureEntry,
    NumberEntry,
    RangeEntry,
    UnitEntry,
    alternation,
)
from counterclaim.figures.fates import Fates
from counterclaim.figures.names import Names
from counterclaim.figures.numbers import Numbers
from counterclaim.figures.ranges import Ranges
from counterclaim.figures.refusals import Refusals
from counterclaim.figures.units import Units
from counterclaim.figures.voices import Voices
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.estimators import EstimatorEntry


class Grammar:
    """The compiled word lists of one language; holds no state of any document."""

    def __init__(self, pack: LanguagePack) -> None:
        numbers = pack.entries("numbers", NumberEntry)
        dates = pack.entries("dates", DateEntry)
        of_words = tuple(word for entry in numbers if entry.kind == "of" for word in entry.words)
        self.numbers = Numbers(numbers)
        self.units = Units(pack.entries("units", UnitEntry))
        self.bounds = Bounds(pack.entries("bounds", BoundEntry))
        self.ranges = Ranges(pack.entries("ranges", RangeEntry))
        self.dates = Dates(dates)
        measures = pack.entries("measures", MeasureEntry)
        self.names = Names(measures, of_words)
        fates = Fates(measures, self.names)
        self.counting = Counting(measures, self.names, fates)
        self.part = re.compile(
            rf"(?<!\w)(?:{alternation([w for e in measures if e.role == 'part' for w in e.words])})(?!\w)", re.IGNORECASE
        )
        self.refusals = Refusals(pack.entries("labels", LabelEntry), dates, self.dates, fates)
        self.voices = Voices(pack.entries("estimators", EstimatorEntry))


def grammar(pack: LanguagePack) -> Grammar:
    """The grammar of ``pack``'s language; where a word list is missing, what it would find is not found.

    Raises:
        LexiconError: If a word list is faulty.
    """
    return pack.once("figures grammar", lambda: Grammar(pack))
