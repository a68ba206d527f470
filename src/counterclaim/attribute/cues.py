"""Finds the words that attribute: matches the cue lexicon on tokens."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from counterclaim.attribute.forms import verb_form
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.cues import CueEntry, CueKind
from counterclaim.lexicon.phrases import PhraseEntry
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

_KINDS: dict[str, frozenset[CueKind]] = {
    "VERB": frozenset({"verb"}),
    "AUX": frozenset({"verb"}),
    "NOUN": frozenset({"noun"}),
    "ADJ": frozenset({"adjective"}),
    "ADV": frozenset({"adverb", "preposition"}),
    "ADP": frozenset({"preposition"}),
    "SCONJ": frozenset({"preposition"}),
    "PUNCT": frozenset({"punctuation"}),
    "SYM": frozenset({"punctuation"}),
}
_GAP = 4
"""Tokens that may stand between two words of a cue ("put the *whole* blast down to")."""


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One cue in the text.

    Attributes:
        entry: The lexicon's entry.
        head: Index of the head's token.
        words: Indices of all its words, the head first.
        span: The contiguous group around the head: auxiliaries, negation, adverbs, particle ("has repeatedly denied").
    """

    entry: CueEntry
    head: int
    words: tuple[int, ...]
    span: Span


class CueBook:
    """The cue lexicon of one language, compiled for look-up by the head's lemma."""

    def __init__(self, pack: LanguagePack) -> None:
        self._by_head: dict[str, list[CueEntry]] = defaultdict(list)
        for entry in pack.entries("cues", CueEntry):
            for form in (entry.words[0], *entry.forms):
                self._by_head[form].append(entry)
        for entries in self._by_head.values():
            entries.sort(key=lambda e: -len(e.words))
        words = pack.entries("attribution_words", PhraseEntry)
        self._possessives = frozenset(e.phrase for e in words if e.category == "possessive")

    def at(self, tree: Tree, index: int) -> Iterator[Cue]:
        """Readings of the token at ``index`` as a cue's head, longest entry first."""
        token = tree.tokens[index]
        for form in sorted({token.lemma.lower(), token.text.lower()} & self._by_head.keys()):
            for entry in self._by_head[form]:
                words = _words(tree, index, entry, self._possessives)
                if words and _kind_fits(tree, index, entry) and not _other_verb(tree, index, words):
                    yield Cue(entry=entry, head=index, words=words, span=group(tree, words))

    def named(self, tree: Tree, index: int) -> tuple[CueEntry, ...]:
        """Entries of one word that the token may be, whatever part of speech the tagger gave it."""
        token = tree.tokens[index]
        forms = sorted({token.lemma.lower(), token.text.lower()})
        return tuple(e for form in forms for e in self._by_head.get(form, ()) if len(e.words) == 1)


def cue_book(pack: LanguagePack) -> CueBook:
    """The language's cue lexicon, compiled once."""
    return pack.once("cue book", lambda: CueBook(pack))


def _other_verb(tree: Tree, index: int, words: tuple[int, ...]) -> bool:
    """Whether a particle that the entry does not have makes another verb of it ("showed *up*")."""
    return any(child not in words for child in tree.children(index, "particle"))


def _kind_fits(tree: Tree, index: int, entry: CueEntry) -> bool:
    token = tree.tokens[index]
    if not token.pos:
        return True
    if entry.kind in _KINDS.get(token.pos, frozenset()):
        return True
    return entry.kind == "preposition" and len(entry.words) > 1 and verb_form(token) in ("gerund", "participle")


def _words(tree: Tree, index: int, entry: CueEntry, possessives: frozenset[str]) -> tuple[int, ...]:
    found = [index]
    sentence_end = tree.sentence(index).end
    for word in entry.words[1:]:
        at = found[-1] + 1
        if entry.kind == "preposition" and at < len(tree.tokens) and _describes(tree.tokens[at], possessives):
            at += 1  # "by *his* words", "by *preliminary* data"
        limit = at + (_GAP if entry.kind == "verb" else 1)
        while at < min(limit, len(tree.tokens)) and tree.tokens[at].start < sentence_end:
            token = tree.tokens[at]
            if word in (token.lemma.lower(), token.text.lower()) and (
                at == found[-1] + 1 or not tree.parsed or token.head in found
            ):
                break
            if token.pos == "PUNCT":
                return ()
            at += 1
        else:
            return ()
        if at >= len(tree.tokens) or tree.tokens[at].start >= sentence_end:
            return ()
        found.append(at)
    return tuple(found)


def _describes(token: Token, possessives: frozenset[str]) -> bool:
    """Whether the word may stand inside a cue of several words: a possessive, or an adjective where words carry case."""
    return token.text.lower() in possessives or (token.pos == "ADJ" and "Case=" in token.feats)


def group(tree: Tree, words: tuple[int, ...]) -> Span:
    """The contiguous group of a cue: to the left auxiliaries, negation, "to" and bare adverbs; to the right its own words."""
    head = words[0]
    first = last = head
    while first > 0 and _joins(tree, first - 1, head):
        first -= 1
    while last + 1 < len(tree.tokens) and (
        last + 1 in words or (tree.stands(last + 1, "particle") and tree.tokens[last + 1].head == head)
    ):
        last += 1
    return Span(tree.tokens[first].start, tree.tokens[last].end)


def _joins(tree: Tree, index: int, head: int) -> bool:
    if tree.tokens[index].head != head:
        return False
    if tree.stands(index, "auxiliary"):
        return True
    return tree.stands(index, "adverb") and len(tree.below(index)) == 1 and tree.tokens[index].pos == "ADV"
