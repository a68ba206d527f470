"""The shape of the words by which somebody gives a figure outside any statement; two rooms read them."""

import re
from typing import Literal

from counterclaim.lexicon.load import Entry


class EstimatorEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which a source gives a figure.

    Attributes:
        side: ``before``: forms right before the source ("by the count of"); ``after``: lemmas of verbs whose subject it is
            ("the ministry counts"); ``owned``: lemmas of nouns that it owns ("the ministry's figures").
        words: The words.
    """

    side: Literal["before", "after", "owned"]
    words: tuple[str, ...]


def before_source(entries: tuple[EstimatorEntry, ...]) -> re.Pattern[str]:
    """An expression that, matched up to where a source begins, says that words to the left make it an estimator.

    One word may stand between them and the source (an article, an adjective).
    """
    words = sorted({w for e in entries if e.side == "before" for w in e.words}, key=lambda w: (-len(w), w))
    forms = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{forms})\s+(?:\w+\s+)?$", re.IGNORECASE)
