"""A sentence cut at its commas, dashes, colons and quotation marks, and who stands in a piece of it, told by case.

For languages whose words carry case and whose pack has no syntax.
"""

from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.attribute.runs import NOMINAL, case_of
from counterclaim.attribute.sources import tidy, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

_NAMING = ("NOUN", "PROPN", "PRON")
_CUTS = frozenset(',;:—–()«»“”„"')
_STOPS = frozenset(".!?…")
_NAME_WORDS = 5
"""Words up to which a capitalised quotation is taken for a name ("the *Tarsk Herald*") rather than something said."""
_FINITE = ("Tense=", "VerbForm=Fin")
UNFINISHED = ("VerbForm=Part", "VerbForm=Conv")
"""Features of verbs that are no predicate."""


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """The piece of a sentence that holds a cue.

    Attributes:
        start: Index of its first token.
        end: One past its last token.
        left: Tokens in front of the cue's group.
        right: Tokens behind it.
        names: Indices of tokens that stand in quotation marks as a name, the marks included.
    """

    start: int
    end: int
    left: range
    right: range
    names: frozenset[int]


def clause_of(tree: Tree, group: Span, marks: Sequence[Quotation]) -> Clause:
    """The clause around the words ``group``: up to the next cut on both sides, inside one line."""
    sentence = tree.page.parse.sentence_at(group.start) or group
    inside = tree.page.parse.indices(sentence)
    names = _names(tree, sentence, marks)
    words = tree.page.parse.indices(group)
    start, end = words.start, words.stop
    while start > inside.start and not _cuts(tree, start - 1, names):
        start -= 1
    while end < inside.stop and not _cuts(tree, end, names):
        end += 1
    if end == inside.stop and end > words.stop and tree.tokens[end - 1].text[:1] in _STOPS:
        end -= 1
    return Clause(start=start, end=end, left=range(start, words.start), right=range(words.stop, end), names=names)


def span_of(tree: Tree, indices: range) -> Span:
    """From the first to the last of the tokens, which must not be empty."""
    return Span(tree.tokens[indices.start].start, tree.tokens[indices.stop - 1].end)


def has_verb(tree: Tree, span: Span) -> bool:
    """Whether a finite verb or a predicate in its short form stands in ``span``."""
    for token in tree.page.parse.tokens_in(span):
        if "Variant=Short" in token.feats:
            return True
        finite = not token.feats or any(mark in token.feats for mark in _FINITE)
        if token.pos in ("VERB", "AUX") and finite and not any(mark in token.feats for mark in UNFINISHED):
            return True
    return False


def subject_in(tree: Tree, indices: range, clause: Clause, pack: LanguagePack) -> Span | None:
    """Whoever stands among the tokens in the nominative and behind no preposition; None if nobody does."""
    governed = False
    passed = word_list(pack, "attribution_words", "reference") | word_list(pack, "attribution_words", "lead-in")
    for at in indices:
        token = tree.tokens[at]
        if token.pos == "ADP":
            governed = True
        elif at in clause.names:
            if not governed and not _is_inflected(tree, at, clause):
                return _to_the_end(tree, at, indices, clause)
            governed = at + 1 in clause.names
        elif token.pos in NOMINAL:
            if governed:
                governed = _still_governed(tree, at, indices)
            elif _can_begin(tree, at, indices) and token.text.lower() not in passed and not _stands_before(tree, at, indices):
                return _to_the_end(tree, at, indices, clause)
        else:
            governed = False
    return None


def seat_in(tree: Tree, indices: range, clause: Clause, pack: LanguagePack) -> Span | None:
    """The body in whose seat something is said ("*in the ministry* they said"); None where no such place stands there."""
    prepositions = word_list(pack, "attribution_words", "seat preposition")
    others = word_list(pack, "attribution_words", "no seat")
    adverbs = word_list(pack, "attribution_words", "seat adverb")
    for at in indices:
        if tree.tokens[at].text.lower() in adverbs:
            return tree.tokens[at].span  # "*there* they said": in the seat named before
        if tree.tokens[at].lemma.lower() not in prepositions or at + 1 not in indices:
            continue
        last = at + 1
        while last in indices and (tree.tokens[last].pos in NOMINAL or last in clause.names):
            if last > at + 1 and not _goes_with(tree.tokens[last], tree.tokens[at + 1]):
                break
            last += 1
        words = tree.tokens[at + 1 : last]
        noun = next((t for t in words if t.pos in _NAMING), None)
        wrong = noun is not None and case_of(noun) in ("Nom", "Acc", "Ins") and not noun.text.isupper()
        if noun is None or wrong or noun.lemma.lower() in others:
            continue
        return tidy(tree.page.text, Span(words[0].start, words[-1].end))
    return None


def _goes_with(token: Token, first: Token) -> bool:
    """Whether the word can belong to a phrase that begins with ``first``: by its case, or as part of a name."""
    case = case_of(token)
    return bool(token.entity) or case in ("", "Gen") or (case == case_of(first) and case != "Nom")


def owner_in(tree: Tree, indices: range, case: str) -> Span | None:
    """Whose words are cited: the first nominal run in ``case`` (a living being also in the accusative), to its end."""
    for at in indices:
        token = tree.tokens[at]
        owns = case_of(token) == case or (case_of(token) == "Acc" and ("Animacy=Anim" in token.feats or token.pos == "PRON"))
        if token.pos not in NOMINAL or not owns:
            continue
        last = at + 1
        while last in indices and tree.tokens[last].pos in NOMINAL and case_of(tree.tokens[last]) in (case, "", "Acc"):
            if tree.tokens[last].entity_start and tree.tokens[last - 1].entity == "PERSON":
                break
            last += 1
        return Span(token.start, tree.tokens[last - 1].end)
    return None


def _is_inflected(tree: Tree, at: int, clause: Clause) -> bool:
    """Whether the name in quotation marks that begins at the token ``at`` stands in another case than the nominative."""
    before = tree.tokens[at - 1] if at > clause.start else None
    if before is not None and before.pos == "NOUN" and case_of(before) in ("Dat", "Gen", "Ins", "Loc"):
        return True  # it goes with a noun in that case: "told the paper «Herald»"
    while at in clause.names and tree.tokens[at].pos not in _NAMING:
        at += 1
    return at in clause.names and case_of(tree.tokens[at]) in ("Dat", "Gen", "Ins", "Loc")


def _still_governed(tree: Tree, at: int, indices: range) -> bool:
    """Whether the noun that a preposition governs is still to come behind the nominal word ``at``."""
    token = tree.tokens[at]
    if token.pos == "PRON":
        return at + 1 in indices and tree.tokens[at + 1].pos in ("NOUN", "ADJ") and case_of(tree.tokens[at + 1]) != "Nom"
    return token.pos not in _NAMING and not (token.pos == "NUM" and token.text[:1].isdigit())


def _can_begin(tree: Tree, at: int, indices: range) -> bool:
    token = tree.tokens[at]
    case = case_of(token)
    fixed = not case and (token.entity != "" or token.text.isupper() or token.feats != "")
    if case == "Nom" or fixed:
        if token.pos in _NAMING:
            return token.entity not in ("DATE", "TIME")
        if _is_one_of(tree, at, indices):
            return True
        return any(
            tree.tokens[n].pos in _NAMING and case_of(tree.tokens[n]) in ("Nom", "") for n in range(at + 1, indices.stop)
        )
    return False


def _stands_before(tree: Tree, at: int, indices: range) -> bool:
    """Whether a thing, or a name without a case, only stands in front of the person who speaks: as an object or as the one
    told ("commented on *the strike* mayor Dorev", "told *TARP* spokeswoman Sadko").
    """
    token, beyond = tree.tokens[at], at + 1
    if beyond not in indices or not ("Animacy=Inan" in token.feats or (token.entity == "ORG" and not case_of(token))):
        return False
    following = tree.tokens[beyond]
    return following.pos == "NOUN" and "Animacy=Anim" in following.feats and case_of(following) == "Nom"


def _to_the_end(tree: Tree, first: int, indices: range, clause: Clause) -> Span | None:
    last = first + 3 if _is_one_of(tree, first, indices) else first + 1
    while last in indices:
        token = tree.tokens[last]
        joined = token.pos == "CCONJ" and last + 1 in indices and _can_begin(tree, last + 1, indices)
        fits = token.pos in NOMINAL and (
            case_of(token) in ("Nom", "Gen", "") or token.entity == tree.tokens[last - 1].entity != ""
        )
        if token.text[:1].isdigit() or not (joined or fits or last in clause.names):
            name = _name_beyond(tree, last, indices)
            if name is None:
                break
            last = name
        last += 1
    return tidy(tree.page.text, Span(tree.tokens[first].start, tree.tokens[last - 1].end))


def _is_one_of(tree: Tree, at: int, indices: range) -> bool:
    """Whether a number or pronoun stands there that takes one out of many ("*one of* the mothers")."""
    if at + 2 not in indices or tree.tokens[at].pos not in ("NUM", "DET", "PRON", "ADJ"):
        return False
    return tree.tokens[at + 1].pos == "ADP" and case_of(tree.tokens[at + 2]) == "Gen"


def _name_beyond(tree: Tree, at: int, indices: range) -> int | None:
    """Where a person's name stands behind an office's preposition ("candidate *of the opposition* Ilan Dorev")."""
    if tree.tokens[at].pos != "ADP":
        return None
    for further in range(at + 1, indices.stop):
        token = tree.tokens[further]
        if token.entity == "PERSON" and token.entity_start and case_of(token) == "Nom":
            return further
        if token.pos not in NOMINAL or case_of(token) == "Nom":
            return None
    return None


def _names(tree: Tree, sentence: Span, marks: Sequence[Quotation]) -> frozenset[int]:
    found: set[int] = set()
    text = tree.page.text
    for mark in marks:
        inner = mark.span.words(text).strip("«»“”„\"'’‘ ")
        if not (sentence.contains(mark.span) and (inner[:1].isupper() or inner[:1].isdigit()) and inner[-1:].isalnum()):
            continue
        inside = tree.page.parse.indices(mark.span)
        first = not len(inside) or tree.tokens[inside.start].start == sentence.start
        beside = inside.stop if first else inside.start - 1
        leans = beside < len(tree.tokens) and tree.tokens[beside].text[:1].isalpha()
        if leans and len(inner.split()) <= _NAME_WORDS:
            found.update(inside)
    return frozenset(found)


def _cuts(tree: Tree, at: int, names: Iterable[int]) -> bool:
    return tree.tokens[at].text[:1] in _CUTS and at not in frozenset(names)
