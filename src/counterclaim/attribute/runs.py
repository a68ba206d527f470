"""Runs of nominal words beside a cue: whoever speaks, where no parse says it."""

from counterclaim.attribute.forms import is_possessive_mark
from counterclaim.attribute.sources import tidy, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
_NAMING = ("NOUN", "PROPN", "PRON")


def run_after(tree: Tree, first: int, case: str) -> Span | None:
    """The run of nominal words from token ``first`` on, if its first noun or pronoun can stand in ``case``; None otherwise."""
    last = first
    while last < len(tree.tokens) and _in_run(tree.tokens[last]):
        if last > first and not _same_line(tree, last):
            break
        last += 1
    words = tree.tokens[first:last]
    noun = next((t for t in words if t.pos in _NAMING), None)
    if noun is None or words[0].pos == "ADP" or words[0].entity in ("DATE", "TIME") or case_of(noun) not in ("", case):
        return None
    if not _same_sentence(tree, first):
        return None
    return tidy(tree.page.text, Span(words[0].start, words[-1].end))


def run_before(tree: Tree, group: Span) -> Span | None:
    """The run of nominal words that ends in front of ``group`` and holds a word that can be its subject; None if none does."""
    places = tree.page.parse.indices(Span((tree.page.parse.sentence_at(group.start) or group).start, group.start))
    last = places.stop
    if last > places.start and tree.tokens[last - 1].text == ",":
        last -= 1  # an apposition's comma: "Ilan Dorev, the mayor, said"
    first = last
    while first > places.start and (
        tree.tokens[first - 1].pos in (*NOMINAL, "ADP") or is_possessive_mark(tree.tokens[first - 1])
    ):
        first -= 1
    words = tree.tokens[first:last]
    if not any(t.pos in _NAMING and case_of(t) in ("", "Nom") for t in words):
        return None
    start = next((t.start for t in words if t.pos != "ADP" and (not case_of(t) or case_of(t) == "Nom")), words[0].start)
    return tidy(tree.page.text, Span(start, words[-1].end))


def seat_before(tree: Tree, group: Span, pack: LanguagePack) -> Span | None:
    """The institution in whose seat something is said, in front of a cue without a subject ("*in the ministry* they said")."""
    places = tree.page.parse.indices(Span((tree.page.parse.sentence_at(group.start) or group).start, group.start))
    at = places.stop
    while at > places.start and tree.tokens[at - 1].pos in NOMINAL:
        at -= 1
    if at == places.stop or at == places.start:
        return None
    if tree.tokens[at - 1].lemma.lower() not in word_list(pack, "attribution_words", "seat preposition"):
        return None
    return Span(tree.tokens[at].start, tree.tokens[places.stop - 1].end)


def case_of(token: Token) -> str:
    """The token's grammatical case as a universal feature; empty where it has none."""
    return next((f.removeprefix("Case=") for f in token.feats.split("|") if f.startswith("Case=")), "")


def _same_sentence(tree: Tree, index: int) -> bool:
    return index > 0 and tree.sentence(index) == tree.sentence(index - 1)


def _same_line(tree: Tree, index: int) -> bool:
    return "\n" not in tree.page.text[tree.tokens[index - 1].end : tree.tokens[index].start]


def _in_run(token: Token) -> bool:
    return token.pos in (*NOMINAL, "ADP") or is_possessive_mark(token)
