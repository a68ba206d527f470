"""Clauses of saying that are put into what is said: "A, said X", "A, said X, B", "as X said, A"."""

from collections.abc import Sequence

from counterclaim.attribute.around import line_at
from counterclaim.attribute.cues import cue_book
from counterclaim.attribute.placed import DASHES, EDGES, MARKS, Place, last_piece, quoted_before, trimmed
from counterclaim.attribute.segments import UNFINISHED, has_verb
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span


def opens_with_cue(tree: Tree, place: Place, source: Span | None, pack: LanguagePack) -> bool:
    """Whether the clause is put in or behind what is said: the cue opens it, or closes it behind its subject alone."""
    clause = place.clause
    if clause.start == 0 or tree.tokens[clause.start - 1].start < place.sentence.start:
        return quoted_before(tree, place)
    if not len(clause.left):
        return source is None or source.end > tree.tokens[clause.start].start  # else what stands in front is its subject
    relative = word_list(pack, "attribution_words", "relative pronoun")
    if any(tree.tokens[i].lemma.lower() in relative for i in clause.left[:2]):
        return False  # "with whom X *spoke*": describes somebody
    if tree.tokens[clause.left.start].text.lower() in word_list(pack, "attribution_words", "clause break"):
        return False  # "«...», but later *admitted*": a clause of its own
    if source is not None and source.start == tree.tokens[clause.start].start and source.end <= place.group.start:
        return quoted_before(tree, place) or (not len(clause.right) and has_verb(tree, _before(tree, place)))
    return quoted_before(tree, place) or tree.tokens[clause.start - 1].text in DASHES


def _before(tree: Tree, place: Place) -> Span:
    start = tree.tokens[place.clause.start].start
    return Span(min(place.sentence.start, start), start)


def front_and_rest(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack, *, led: bool) -> tuple[Span, ...]:
    """What the clause is put into: in front of it, behind it, or both where neither is whole without the other."""
    text, clause = tree.page.text, place.clause
    first, last = tree.tokens[clause.start].start, tree.tokens[clause.end - 1].end
    limit = line_at(text, first)
    for mark in reversed(marks):
        inside = mark is place.around
        if inside or not mark.closed or mark.span.end > first or text[mark.span.end : first].strip(MARKS):
            continue
        if mark.span.start >= limit.start:
            more = next((m.span for m in marks if m.span.start >= last and not text[last : m.span.start].strip(EDGES)), None)
            return (_lead_of(tree, mark), more) if more is not None else (_lead_of(tree, mark),)
    start = place.around.span.start if place.around is not None else place.sentence.start
    end = place.around.span.end if place.around is not None else place.sentence.end
    front, rest = trimmed(text, Span(start, first)), None
    gap = text[last:end].lstrip()
    if (place.around is not None and gap[:1] in (",", ".", "!", "?") and gap[1:].lstrip()[:1] in tuple(DASHES)) or (
        gap[:1] in (",", *DASHES) and place.around is None
    ):
        rest = trimmed(text, Span(last, end))
    if front is None:
        return (rest,) if rest is not None and led and not _refers_only(tree, rest, pack) else ()
    if place.around is not None:
        return (front, rest) if rest is not None else (front,)
    if _refers_only(tree, front, pack):
        return ()  # "X said this, reports Y": the first clause is the one that attributes
    piece = last_piece(tree, front)
    if rest is not None and not has_verb(tree, piece) and not _opens_clause(tree, rest, pack):
        return (rest,) if _is_linking(tree, piece, pack) else (piece, rest)
    further = _further_speech(tree, place, first)
    return (front, further) if further is not None else (front,)


def _further_speech(tree: Tree, place: Place, first: int) -> Span | None:
    """The next sentence of a speech that dashes alone set off ("A, — said X. — *B.*"); None where none does."""
    text = tree.page.text
    behind = text[place.sentence.end : line_at(text, first).end]
    if text[:first].rstrip()[-1:] not in tuple(DASHES) or behind.lstrip()[:1] not in tuple(DASHES):
        return None
    start = place.sentence.end + len(behind) - len(behind.lstrip())
    sentence = tree.page.parse.sentence_at(start)
    return trimmed(text, sentence) if sentence is not None else None


def _lead_of(tree: Tree, mark: Quotation) -> Span:
    """The quotation with the words of its sentence in front of it, unless they introduce it."""
    sentence = tree.page.parse.sentence_at(mark.span.start)
    if sentence is None or sentence.start >= mark.span.start:
        return mark.span
    lead = tree.page.text[sentence.start : mark.span.start].rstrip()
    return mark.span if not lead or lead[-1] in EDGES else Span(sentence.start, mark.span.end)


def _is_linking(tree: Tree, piece: Span, pack: LanguagePack) -> bool:
    """Whether the piece only joins what follows to what stands before ("by which", "but")."""
    linking = word_list(pack, "attribution_words", "relative") | word_list(pack, "attribution_words", "clause break")
    return any(t.lemma.lower() in linking for t in tree.page.parse.tokens_in(piece)[:2])


def _opens_clause(tree: Tree, span: Span, pack: LanguagePack) -> bool:
    """Whether the words are a clause of their own, or one that hangs on the cue ("..., *adding* that")."""
    words = tree.page.parse.tokens_in(span)
    if not words or ("Variant=Short" not in words[0].feats and any(mark in words[0].feats for mark in UNFINISHED)):
        return True
    return words[0].lemma.lower() in word_list(pack, "attribution_words", "clause break")


def _refers_only(tree: Tree, span: Span, pack: LanguagePack) -> bool:
    """Whether the words are a clause of saying that points back itself."""
    words = span.words(tree.page.text).lower()
    if not any(words.startswith(phrase) for phrase in word_list(pack, "attribution_words", "reference")):
        return False
    book = cue_book(pack)
    return any(book.named(tree, index) for index in tree.page.parse.indices(span))
