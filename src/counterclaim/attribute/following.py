"""What stands behind a cue and is its content: a clause, a quotation, an infinitive, an object."""

from collections.abc import Sequence

from counterclaim.attribute.placed import DASHES, Place, has_conjunction, trimmed
from counterclaim.attribute.runs import NOMINAL, case_of
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

_HELPING = ("AUX", "ADV", "PART")
_NEAR = 3
"""Words of a following piece among which its conjunction stands ("that", "in which")."""


def opened_behind(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Span | None:
    """What a conjunction, a colon or a quotation mark opens right behind the clause."""
    text, clause, entry = tree.page.text, place.clause, place.cue.entry
    if clause.end >= len(tree.tokens):
        return None
    cut = tree.tokens[clause.end]
    if cut.start >= place.sentence.end or any(_joins_clause(tree, at) for at in clause.right[:-1]):
        return None  # what stands behind a second verb is that verb's
    limit = place.around.span.end if place.around is not None else place.sentence.end
    if cut.text == "," and "clause" in entry.frames:
        first = clause.end + 1
        near = range(first, min(first + _NEAR, len(tree.tokens)))
        stop = next((at for at in near if tree.tokens[at].pos == "PUNCT"), near.stop)
        if has_conjunction(tree, range(first, stop), pack):
            return trimmed(text, Span(tree.tokens[first].start, max(place.sentence.end, tree.tokens[first].end)))
    opened = cut.end if cut.text in (":", *DASHES) else cut.start
    if "quote" in entry.frames or "to" in entry.frames or ("clause" in entry.frames and cut.text == ":"):
        for mark in marks:
            if mark.span.start >= opened and not text[opened : mark.span.start].strip():
                if cut.text == ":" and _has_own_clause(text, mark):
                    return None  # "the ministry replied: "...", *said its spokesman*"
                return mark.span if cut.text[:1] not in DASHES or cut.text == ":" else None
            if mark.span.start >= opened:
                break
        if cut.text == ":" and cut.end < limit:
            return trimmed(text, Span(cut.end, limit))
    return None


def _has_own_clause(text: str, mark: Quotation) -> bool:
    """Whether a dash behind the quotation, in its line, brings in who says it."""
    line, _, _ = text[mark.span.end :].partition("\n")
    return line.lstrip(",. ")[:1] in DASHES and line.strip(" ,.-–—")[:1].islower()


def infinitive(tree: Tree, place: Place) -> Span | None:
    """What somebody wants or orders to be done: from the infinitive in the cue's clause to the sentence's end."""
    for at in place.clause.right:
        if "VerbForm=Inf" in tree.tokens[at].feats:
            limit = place.around.span.end if place.around is not None else place.sentence.end
            first = at - 1 if at - 1 in place.clause.right and tree.tokens[at - 1].pos == "PART" else at  # "*not* to go out"
            return trimmed(tree.page.text, Span(tree.tokens[first].start, limit))
    return None


def object_of(tree: Tree, place: Place, source: Span | None, marks: Sequence[Quotation]) -> Span | None:
    """A preposition's object or an object behind the cue, to its clause's end."""
    entry, clause = place.cue.entry, place.clause
    text = tree.page.text
    open_from = source.end if source is not None and source.start >= place.group.end else place.group.end
    inside = [i for i in clause.right if tree.tokens[i].start >= open_from]
    joined = next((n for n in range(len(inside) - 1) if _joins_clause(tree, inside[n])), len(inside))
    inside = inside[:joined]
    if not inside:
        return None
    whole = Span(tree.tokens[inside[0]].start, tree.tokens[inside[-1]].end)
    quoted = next((m.span.end for m in marks if whole.end <= m.span.start <= whole.end + 1), whole.end)
    whole = Span(whole.start, quoted)
    for at in inside:
        token = tree.tokens[at]
        if token.lemma.lower() in entry.preps or token.text.lower() in entry.preps:
            return trimmed(text, Span(whole.start if entry.object == "target" else token.end, whole.end))
    while len(inside) > 1 and tree.tokens[inside[0]].pos in ("PART", "ADV"):
        inside = inside[1:]  # "counted *no fewer than* twelve"
    first = tree.tokens[inside[0]]
    takes = "np" in entry.frames or "as" in entry.frames
    spoken_for = source is not None and source.end <= place.group.start  # then a nominative is an accusative that looks so
    if takes and _is_nominal(first) and (case_of(first) != "Nom" or spoken_for):
        return trimmed(text, whole)
    return None


def fronted(tree: Tree, place: Place, source: Span | None) -> Span | None:
    """The object right in front of the cue ("the mayor *his guilt* does not admit", "*these charges* they called a lie")."""
    left = place.clause.left
    last = left.stop
    while last > left.start and tree.tokens[last - 1].pos in _HELPING:
        last -= 1
    first = last
    while first > left.start and tree.tokens[first - 1].pos in NOMINAL:
        if source is not None and tree.tokens[first - 1].start < source.end:
            break
        first -= 1
    if first == last or (first > left.start and tree.tokens[first - 1].pos == "ADP"):
        return None
    noun = next((t for t in tree.tokens[first:last] if t.pos in ("NOUN", "PROPN")), None)
    if noun is None or case_of(noun) in ("Dat", "Ins", "Loc") or (source is None and case_of(noun) != "Acc"):
        return None
    return Span(tree.tokens[first].start, tree.tokens[last - 1].end)


def complement(tree: Tree, place: Place, marks: Sequence[Quotation]) -> Span | None:
    """What something is called or held to be: from the word in the instrumental behind the cue to its clause's end."""
    text = tree.page.text
    for at in place.clause.right:
        if case_of(tree.tokens[at]) == "Ins" and (at == 0 or tree.tokens[at - 1].pos != "ADP"):
            last = next((n for n in place.clause.right[:-1] if n > at and _joins_clause(tree, n)), place.clause.right.stop)
            return trimmed(text, Span(tree.tokens[at].start, tree.tokens[last - 1].end))
    end = tree.tokens[place.clause.end - 1].end
    quoted = next((m.span for m in marks if end <= m.span.start <= end + 1), None)
    return quoted if quoted is not None and place.around is None else None


def _is_nominal(token: Token) -> bool:
    """Whether the word can open a phrase: a participle in front of its noun can ("the *acting* president")."""
    return token.pos in NOMINAL or ("VerbForm=Part" in token.feats and bool(case_of(token)))


def _joins_clause(tree: Tree, at: int) -> bool:
    """Whether a conjunction stands there with a finite verb right behind it ("... *and called* on all to stay")."""
    return tree.tokens[at].pos == "CCONJ" and "VerbForm=Fin" in tree.tokens[at + 1].feats
