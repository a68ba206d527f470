"""What a speaker does with a statement, and how the writer stands to it."""

from typing import cast

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.cues import CueEntry
from counterclaim.lexicon.phrases import PhraseEntry, Phrases
from counterclaim.qualify.hedges import hedges_in
from counterclaim.qualify.layers import Layers
from counterclaim.qualify.negation import negations
from counterclaim.qualify.passages import clause, words_between
from counterclaim.values.attribution import Act, Distance, Statement
from counterclaim.values.page import Page
from counterclaim.values.span import Span, cover
from counterclaim.values.syntax import Token

_UNSURE = frozenset({"likelihood", "appearance"})
"""Hedges by which the speaker commits to less than a fact; modal ones ("may") leave open whose doubt it is."""
_CUE_REACH = 2
"""Words between a negation and the cue it turns round: "did not, however, confirm"."""
_STANCE_REACH = 2
_POS: dict[str, tuple[str, ...]] = {
    "verb": ("VERB", "AUX"),
    "noun": ("NOUN",),
    "adjective": ("ADJ", "VERB"),
    "preposition": ("ADP", "SCONJ", "VERB"),
}
_MARKS = frozenset("\"“”„«»‘’'")


class ActEntry(PhraseEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase of a content whose ``category`` is the act it makes of a plain statement.

    Attributes:
        cues: Acts of the cue beside which it counts.
    """

    cues: tuple[str, ...] = ("states", "believes")


def cue_entry(statement: Statement, page: Page, pack: LanguagePack) -> tuple[CueEntry, Span] | None:
    """The entry of ``cues`` that the statement's cue is, and its head's place; None if it is in no list.

    Of several ("told reporters", "said in a statement") the one with most words, then a verb, then the first. A word that
    only negates the next ("refused to confirm") gives way to that.
    """
    tokens = [t for span in statement.cue for t in page.parse.tokens_in(span)]
    lemmas = {t.lemma.lower() for t in tokens} | {t.text.lower() for t in tokens}
    by_head = pack.once("cues by head", lambda: _by_head(pack.entries("cues", CueEntry)))
    found: list[tuple[tuple[bool, int, bool, int], CueEntry, Token]] = []
    for token in tokens:
        for entry in by_head.get(token.lemma.lower(), ()) + by_head.get(token.text.lower(), ()):
            if not all(w in lemmas for w in entry.words[1:]):
                continue
            fits = not token.pos or token.pos in _POS.get(entry.kind, (token.pos,))
            gives_way = _negates(token, page, pack)
            found.append(((gives_way, -len(entry.words), not (fits and entry.kind == "verb"), token.start), entry, token))
    if not found:
        return None
    _, entry, token = min(found, key=lambda f: f[0])
    return entry, token.span


def act_of(statement: Statement, page: Page, pack: LanguagePack, layers: Layers) -> Act:
    """What the speaker does.

    Returns:
        The cue's act, turned round where it is negated. Where the cue only says that somebody spoke, or there is none, the
        content decides: words that reject a claim make it ``denies``, words of blame ``accuses``, a question ``asks``, and
        a content the speaker holds for likely only, ``believes``.
    """
    known = cue_entry(statement, page, pack)
    act: Act = known[0].act if known else "states"
    if known and _cue_negated(statement, known[1], page, pack, layers):
        return _negated_act(known[0], pack)
    return _act_of_content(statement, act, page, pack, layers) or act


def distance_of(statement: Statement, page: Page, pack: LanguagePack) -> Distance:
    """How the writer stands to the content: the cue's own distance, unless a word beside cue or source changes it.

    "so-called", "allegedly", "without evidence" and a cue in quotation marks distance; "rightly" endorses.
    """
    text = page.text
    for span in statement.cue:
        if span.start > 0 and span.end < len(text) and text[span.start - 1] in _MARKS and text[span.end] in _MARKS:
            return "distancing"
    for span in statement.cue + statement.source:
        sentence = page.parse.sentence_at(span.start)
        scope = span if sentence is None else clause(text, sentence, span, pack)
        for found in pack.phrases("stance").find(text, scope.start, scope.end):
            if any(found.span.overlaps(content) for content in statement.content):
                continue
            gap = (found.span.end, span.start) if found.span.end <= span.start else (span.end, found.span.start)
            if words_between(text, *gap) <= _STANCE_REACH:
                return cast(Distance, found.entry.category)
    known = cue_entry(statement, page, pack)
    return known[0].distance if known else "neutral"


def _by_head(entries: tuple[CueEntry, ...]) -> dict[str, tuple[CueEntry, ...]]:
    table: dict[str, tuple[CueEntry, ...]] = {}
    for entry in entries:
        table[entry.words[0]] = (*table.get(entry.words[0], ()), entry)
    return table


def _negates(token: Token, page: Page, pack: LanguagePack) -> bool:
    """Whether the token begins an entry of ``negations``: "refused to", with the verb it negates behind."""
    found = pack.phrases("negations").find(page.text, token.start, min(len(page.text), token.end + 20))
    return any(m.span.start == token.start and m.entry.category != "pseudo" for m in found)


def _cue_negated(statement: Statement, head: Span, page: Page, pack: LanguagePack, layers: Layers) -> bool:
    """Whether a negation turns round the cue: one that stands in no content, be it this statement's or another's."""
    sentence = page.parse.sentence_at(head.start)
    if sentence is None:
        return False
    found = negations(page.text, clause(page.text, sentence, head, pack), head, pack, reach=_CUE_REACH)
    return any(not layers.foreign(statement, n) and not any(c.overlaps(n) for c in statement.content) for n in found)


def _negated_act(entry: CueEntry, pack: LanguagePack) -> Act:
    whole = (m for m in pack.phrases("negated_cues").find(entry.lemma) if len(m.span) == len(entry.lemma))
    return next((cast(Act, m.entry.category) for m in whole), "other")


def _act_of_content(statement: Statement, act: Act, page: Page, pack: LanguagePack, layers: Layers) -> Act | None:
    phrases = pack.once("compiled acts", lambda: Phrases(pack.entries("acts", ActEntry)))
    acts: set[str] = set()
    for piece in layers.own(statement):
        for match in phrases.find(layers.unquoted, piece.start, piece.end):
            assert isinstance(match.entry, ActEntry)
            negated = match.entry.category == "accuses" and bool(
                negations(layers.unquoted, piece, match.span, pack, reach=_CUE_REACH)
            )
            if act in match.entry.cues and not negated:
                acts.add(match.entry.category)
    if act == "states" and "denies" not in acts and _is_question(statement, page.text):
        return "asks"
    if act == "states" and _unsure(statement, page, pack, layers):
        acts.add("believes")
    return next((cast(Act, a) for a in ("denies", "accuses", "demands", "believes") if a in acts), None)


def _is_question(statement: Statement, text: str) -> bool:
    extent = cover(statement.content)
    return extent is not None and extent.words(text).rstrip(" \n\t,\"“”„«»‘’'!").endswith("?")


def _unsure(statement: Statement, page: Page, pack: LanguagePack, layers: Layers) -> bool:
    """Whether a content of one sentence is held for likely only; in longer ones it is open what a hedge is about."""
    extent = cover(statement.content)
    sentence = extent and page.parse.sentence_at(extent.start)
    if not (extent and sentence and extent.end <= sentence.end):
        return False
    return any(e.category in _UNSURE for piece in layers.own(statement) for e, _ in hedges_in(page, piece, pack))
