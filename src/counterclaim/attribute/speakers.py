"""Who speaks in a clause, told by case: the subject, whoever is cited, the body in whose seat it is said."""

import msgspec

from counterclaim.attribute.placed import Place, has_conjunction, impersonal, is_passive, is_plural, is_thing
from counterclaim.attribute.runs import NOMINAL, case_of
from counterclaim.attribute.segments import UNFINISHED, has_verb, owner_in, seat_in, span_of, subject_in
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span


def speaker(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """Who speaks: behind the cue where it opens its clause, else in front, else in whose seat it is said."""
    clause, entry = place.clause, place.cue.entry
    if entry.source_case and entry.kind == "verb":
        return owner_in(tree, clause.right, entry.source_case)
    if is_passive(tree, place):
        return seat_in(tree, clause.right, clause, pack) or seat_in(tree, clause.left, clause, pack)
    front, back = subject_in(tree, clause.left, clause, pack), subject_in(tree, clause.right, clause, pack)
    if front is None and back is not None and "np" in entry.frames and is_thing(tree, back):
        seat = seat_in(tree, clause.left, clause, pack) if is_plural(tree, place) else None
        if seat is not None:
            return seat  # "in the ministry they rejected *the charges*": what looks like the subject is the object
    if front is not None and entry.object == "target" and is_plural(tree, place) and is_thing(tree, front):
        return None  # "*the damage* they put at three million": an object in front of its verb
    if front is None and not impersonal(tree, place):
        front = _apposed(tree, place, pack)
    if front is not None or back is not None:
        return front or back
    if not is_plural(tree, place) and not impersonal(tree, place):
        return None
    return seat_in(tree, clause.right, clause, pack) or seat_in(tree, clause.left, clause, pack)


def _apposed(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The subject in front of what is put between commas ("*Ilan Dorev, the mayor*, said"); None if a clause stands there."""
    start = place.clause.start
    if start == 0 or tree.tokens[start - 1].text != "," or has_conjunction(tree, place.clause.left, pack):
        return None
    if len(place.clause.left):
        return None
    between = _piece_before(tree, start - 1, place)
    if between is None:
        return None
    opened = tree.tokens[between.start]
    relative = any(
        t.lemma.lower() in word_list(pack, "attribution_words", "relative")
        for t in tree.tokens[between.start : between.stop][:2]
    )
    turning = any(mark in opened.feats for mark in UNFINISHED)
    if not (relative or turning) and has_verb(tree, span_of(tree, between)):
        return None
    if tree.tokens[between.start - 1].text != ",":
        return None
    head = _piece_before(tree, between.start - 1, place)
    if head is None or has_verb(tree, span_of(tree, head)):
        return None
    found = subject_in(tree, head, msgspec.structs.replace(place.clause, left=head), pack)
    if found is None or found.end != tree.tokens[head.stop - 1].end:
        return None
    return found if relative or turning else Span(found.start, tree.tokens[between.stop - 1].end)


def _piece_before(tree: Tree, cut: int, place: Place) -> range | None:
    """The tokens between the cut before the token ``cut`` and that token; None if there are none."""
    start = cut
    while start > 0 and tree.tokens[start - 1].start >= place.sentence.start and tree.tokens[start - 1].text not in ",;:—–«“„":
        start -= 1
    return range(start, cut) if start < cut and start > 0 else (range(start, cut) if start < cut else None)


def governed(tree: Tree, place: Place) -> Span | None:
    """The nominal run behind a preposition, in the case it asks for."""
    case = place.cue.entry.source_case
    for at in place.cue.words[1:]:
        if tree.tokens[at].pos in ("DET", "PRON"):
            return tree.tokens[at].span  # "by *his* account"
    last = first = max(place.cue.words) + 1
    while last < place.clause.end and (tree.tokens[last].pos in NOMINAL or last in place.clause.names):
        token = tree.tokens[last]
        if last > first and case_of(token) == "Nom" and case != "Nom" and not token.entity and not token.text.isupper():
            break
        if last > first and token.text[:1].isdigit():
            break
        last += 1
    words = tree.tokens[first:last]
    noun = next((t for t in words if t.pos in ("NOUN", "PROPN", "PRON") or t.text.isupper()), None)
    if noun is None or (case_of(noun) not in ("", case) and not noun.entity and noun.pos != "PRON"):
        return None
    return Span(words[0].start, words[-1].end)
