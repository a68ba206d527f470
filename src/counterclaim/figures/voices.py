"""Whose figure it is: the statement it stands in, and the source that gives it."""

import re

from counterclaim.figures.entries import EstimatorEntry, alternation
from counterclaim.figures.sentence import Sentence
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span

PHRASE_REACH = 40
"""Code points before a source in which "by the count of" is looked for."""
VERB_REACH = 4
"""Tokens behind a source in which its estimating verb must come ("the ministry now officially counts")."""


class Voices:
    """Estimating words of one language; compiled from its word list, holds no state of any document."""

    def __init__(self, entries: tuple[EstimatorEntry, ...]) -> None:
        before = [w for e in entries if e.side == "before" for w in e.words]
        self._before = re.compile(rf"(?<!\w)(?:{alternation(before)})\s+(?:\w+\s+)?$", re.IGNORECASE)
        self._verbs = frozenset(w for e in entries if e.side == "after" for w in e.words)

    def estimating(self, page: Page, sentence: Sentence, figure: Span) -> str | None:
        """The source that the sentence itself makes the figure's estimator, outside any statement.

        Returns:
            None where no source of the page stands in such words, or two do.
        """
        found = {s.id for s in page.found.sources for m in s.mentions if self._estimates(sentence, m, figure)}
        return next(iter(found)) if len(found) == 1 else None

    def _estimates(self, sentence: Sentence, mention: Span, figure: Span) -> bool:
        if not sentence.span.contains(mention) or mention.overlaps(figure):
            return False
        low = max(sentence.span.start, mention.start - PHRASE_REACH)
        if self._before.search(sentence.text, low, mention.start):
            return True
        if mention.end > figure.start:
            return False
        index = sentence.after(mention.end)
        for at in range(index, min(index + VERB_REACH, len(sentence.tokens))):
            token = sentence.tokens[at]
            if token.start >= figure.start:
                return False
            if token.pos == "VERB":
                return sentence.lemmas[at] in self._verbs
            if token.pos not in ("AUX", "ADV", "PART", "PUNCT", ""):
                return False
        return False


def innermost(statements: tuple[Statement, ...], figure: Span) -> Statement | None:
    """The statement with the shortest content that holds the whole figure; None where none does."""
    holding = [s for s in statements if any(c.contains(figure) for c in s.content)]
    return min(holding, key=lambda s: (sum(len(c) for c in s.content), s.id), default=None)
