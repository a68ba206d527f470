"""Words that make a statement less firm: reportedly, may have, is thought to."""

from typing import Literal

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.qualify.layers import Layers
from counterclaim.qualify.passages import clause, words_between
from counterclaim.values.attribution import Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span

REACH = 4
"""Words a hedge outside of the content may stand from the cue: the window of ConText halved, as a cue is a narrow target."""


class HedgeEntry(PhraseEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A hedge; category ``pseudo`` is a look-alike that hides the hedges inside it.

    Attributes:
        pos: Parts of speech the first word may have, where the page is parsed; empty for any.
        reach: Outside of the content, whether it concerns only what follows it or also what precedes.
    """

    pos: tuple[str, ...] = ()
    reach: Literal["forward", "both"] = "both"


Found = tuple[HedgeEntry, Span]


def hedges_in(page: Page, span: Span, pack: LanguagePack) -> tuple[Found, ...]:
    """The hedges in ``span`` of the page's text with their entries, in order; look-alikes are left out."""
    phrases = pack.once("compiled hedges", lambda: Phrases(pack.entries("hedges", HedgeEntry)))
    found: list[Found] = []
    for match in phrases.find(page.text, span.start, span.end):
        entry = match.entry
        assert isinstance(entry, HedgeEntry)
        first = page.parse.tokens_in(match.span)[:1]
        if entry.category == "pseudo" or (entry.pos and first and first[0].pos and first[0].pos not in entry.pos):
            continue
        found.append((entry, match.span))
    return tuple(found)


def hedges_of(statement: Statement, page: Page, pack: LanguagePack, layers: Layers) -> tuple[Span, ...]:
    """The hedges that concern ``statement``, in text order.

    Returns:
        Those among the content's own words (a statement inside it keeps its own), and those beside the cue: in its
        clause, at most `REACH` words away, and in nobody else's words.
    """
    own = layers.own(statement)
    chosen = {span for piece in own for _, span in hedges_in(page, piece, pack)}
    for cue in statement.cue:
        sentence = page.parse.sentence_at(cue.start)
        if sentence is None:
            continue
        for entry, span in hedges_in(page, clause(page.text, sentence, cue, pack), pack):
            if any(span.overlaps(content) for content in statement.content) or layers.foreign(statement, span):
                continue
            if _reaches(page.text, entry, span, cue):
                chosen.add(span)
    return tuple(sorted(chosen))


def _reaches(text: str, entry: HedgeEntry, hedge: Span, cue: Span) -> bool:
    if hedge.start < cue.end:
        return words_between(text, hedge.end, cue.start) <= REACH
    return entry.reach == "both" and words_between(text, cue.end, hedge.start) <= REACH
