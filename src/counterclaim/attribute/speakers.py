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
    fronted = front is not None and is_plural(tree, place) and is_thing(tree, front)
    if fronted and front is not None and (seat := seat_in(tree, clause.left, clause, pack)) and front.start - seat.end <= 1:
        return seat  # "in the office *the ruling* they call wrong"
    if fronted and (entry.object == "target" or "as" in entry.frames):
        return seat_in(tree, clause.left, clause, pack)  # "in the office *the damage* they put at three million"
    if front is None and not impersonal(tree, place) and (back is None or is_thing(tree, back)):
        front = _apposed(tree, place, pack) or _bearing(tree, place)
    if front is None and back is None and "VerbForm=Conv" in tree.tokens[place.cue.head].feats:
        return _of_main_clause(tree, place, pack)
    if front is not None or back is not None:
        return front or back
    if not is_plural(tree, place) and not impersonal(tree, place):
        return _of_clause_before(tree, place, pack)
    seat = seat_in(tree, clause.right, clause, pack) or seat_in(tree, clause.left, clause, pack)
    return seat or _seat_apart(tree, place, pack) or _seat_before(tree, place, pack)


def _seat_before(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The seat of the clause that a conjunction joins this one to ("*in the ministry* they agreed, but said ...")."""
    start = place.clause.start
    if not start or tree.tokens[start].text.lower() not in word_list(pack, "attribution_words", "clause break"):
        return None
    piece = _piece_before(tree, start - 1, place)
    return seat_in(tree, piece, msgspec.structs.replace(place.clause, left=piece), pack) if piece else None


def _of_clause_before(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The subject of the clause that a conjunction joins this one to ("*the mayor* denied it, but later admitted ...")."""
    start = place.clause.start
    if not start or tree.tokens[start].pos != "CCONJ" or has_conjunction(tree, range(start, start + 1), pack):
        return None
    return _of_main_clause(tree, place, pack)


def _of_main_clause(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The subject of the nearest clause in front that hangs on no other ("*the mayor* left, saying ...")."""
    piece = _piece_before(tree, place.clause.start - 1, place) if place.clause.start else None
    while piece is not None:
        opened = range(piece.start, min(piece.start + 2, piece.stop))
        if not has_conjunction(tree, opened, pack) and has_verb(tree, span_of(tree, piece)):
            return subject_in(tree, piece, msgspec.structs.replace(place.clause, left=piece), pack)
        piece = _piece_before(tree, piece.start - 1, place) if piece.start else None
    return None


def _bearing(tree: Tree, place: Place) -> Span | None:
    """A noun with its name in quotation marks right in front of a verb in the singular, in whatever case the noun was read."""
    at = place.clause.left.stop - 1
    if at not in place.clause.names or is_plural(tree, place) or not len(place.clause.left):
        return None
    while at in place.clause.names:
        at -= 1
    if at not in place.clause.left or tree.tokens[at].pos != "NOUN":
        return None
    return Span(tree.tokens[at].start, tree.tokens[place.clause.left.stop - 1].end)


def _apposed(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The subject in front of what is put between commas ("*Ilan Dorev, the mayor*, said"); None if a clause stands there."""
    pieces = _pieces_before(tree, place, pack)
    if pieces is None:
        return None
    head, between, loose = pieces
    found = subject_in(tree, head, msgspec.structs.replace(place.clause, left=head), pack)
    if found is None or not _only_describes(tree, range(tree.page.parse.indices(found).stop, head.stop)):
        return None
    loose = loose or tree.tokens[between.start].pos == "ADP"  # "the mayor, *for his part*, said"
    return found if loose else Span(found.start, tree.tokens[between.stop - 1].end)


def _only_describes(tree: Tree, rest: range) -> bool:
    """Whether the words behind a subject only say which one it is ("one *of them*")."""
    return all(
        tree.tokens[i].pos == "ADP" or (tree.tokens[i].pos in NOMINAL and case_of(tree.tokens[i]) != "Nom") for i in rest
    )


def _seat_apart(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The seat in front of what is put between commas ("*in the ministry*, for their part, they said")."""
    pieces = _pieces_before(tree, place, pack)
    return seat_in(tree, pieces[0], msgspec.structs.replace(place.clause, left=pieces[0]), pack) if pieces else None


def _pieces_before(tree: Tree, place: Place, pack: LanguagePack) -> tuple[range, range, bool] | None:
    """What stands in front of a cue that opens its clause behind a comma: "*A*, *B*, said".

    Returns:
        A, B, and whether B is a clause that describes A ("who ...", "speaking ..."); None if either is a clause of its own.
    """
    start = place.clause.start
    if start == 0 or tree.tokens[start - 1].text != "," or len(place.clause.left):
        return None
    between = _piece_before(tree, start - 1, place)
    if between is None:
        return None
    opened = tree.tokens[between.start]
    relative = any(
        t.lemma.lower() in word_list(pack, "attribution_words", "relative")
        for t in tree.tokens[between.start : between.stop][:2]
    )
    loose = relative or any(mark in opened.feats for mark in UNFINISHED)
    if not loose and has_verb(tree, span_of(tree, between)):
        return None
    if tree.tokens[between.start - 1].text != ",":
        return None
    head = _piece_before(tree, between.start - 1, place)
    if head is None or has_verb(tree, span_of(tree, head)):
        return None
    return head, between, loose


def _piece_before(tree: Tree, cut: int, place: Place) -> range | None:
    """The tokens between the cut before the token ``cut`` and that token; None if there are none."""
    start = cut
    names = place.clause.names
    while start > 0 and tree.tokens[start - 1].start >= place.sentence.start:
        if tree.tokens[start - 1].text in ",;:—–«“„" and start - 1 not in names:
            break
        start -= 1
    return range(start, cut) if start < cut else None


def governed(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The nominal run behind a preposition, in the case it asks for."""
    case = place.cue.entry.source_case
    possessives = word_list(pack, "attribution_words", "possessive")
    for at in range(min(place.cue.words), max(place.cue.words)):
        if tree.tokens[at].text.lower() in possessives:
            return tree.tokens[at].span  # "by *his* account"
    last = first = max(place.cue.words) + 1
    while last < place.clause.end and tree.tokens[last].pos == "PART":
        last = first = last + 1
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
