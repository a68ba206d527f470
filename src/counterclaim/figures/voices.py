"""Whose figure it is: the statement it stands in, and the source that gives it."""

from collections.abc import Mapping

from counterclaim.figures.sentence import Sentence
from counterclaim.lexicon.estimators import EstimatorEntry, before_source
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.party import Source
from counterclaim.values.span import Span

PHRASE_REACH = 40
"""Code points before a source in which "by the count of" is looked for."""
NAMELESS = frozenset({"document", "group"})
"""Kinds of source that, without a side, name nobody."""
CLAUSE_END = ";"
VERB_REACH = 4
"""Tokens behind a source in which its estimating verb must come ("the ministry now officially counts")."""


class Voices:
    """Estimating words of one language; compiled from its word list, holds no state of any document."""

    def __init__(self, entries: tuple[EstimatorEntry, ...]) -> None:
        self._before = before_source(entries)
        self._verbs = frozenset(w for e in entries if e.side == "after" for w in e.words)
        self._owned = frozenset(w for e in entries if e.side == "owned" for w in e.words)

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
        if mention.end > figure.start or CLAUSE_END in sentence.text[mention.end : figure.start]:
            return False
        index = sentence.after(mention.end)
        for at in range(index, min(index + VERB_REACH, len(sentence.tokens))):
            token = sentence.tokens[at]
            if token.start >= figure.start:
                return False
            if token.pos == "NOUN":
                return sentence.lemmas[at] in self._owned
            if token.pos == "VERB":
                return sentence.lemmas[at] in self._verbs
            if token.pos not in ("AUX", "ADJ", "ADV", "PART", "PUNCT", ""):
                return False
        return False


def innermost(statements: tuple[Statement, ...], figure: Span) -> Statement | None:
    """The statement with the shortest content that holds the whole figure; None where none does."""
    holding = [s for s in statements if any(c.contains(figure) for c in s.content)]
    return min(holding, key=lambda s: (sum(len(c) for c in s.content), s.id), default=None)


def names_somebody(source: Source) -> bool:
    """Whether one could ask the source: not "the data", not "rescuers"."""
    return source.kind not in NAMELESS or source.side is not None


def giver(
    statement: Statement, statements: Mapping[str, Statement], voices: Mapping[str, str | None], sources: Mapping[str, Source]
) -> str | None:
    """Who gives a figure that stands in ``statement``: its speaker, else the one who passes it on under a name.

    Where the innermost speaker is nobody one could ask ("the data show", "rescuers speak of"), the figure stands on the word
    of the speaker around it.
    """
    nameless: str | None = None
    around: Statement | None = statement
    while around is not None:
        speaker = sources.get(voices.get(around.id) or "")
        if speaker is not None and names_somebody(speaker):
            return speaker.id
        nameless = nameless or (speaker.id if speaker else None)
        around = statements.get(around.parent) if around.parent else None
    return nameless
