"""Readings by case and punctuation, for languages whose words carry case and whose pack has no syntax.

A cue's clause is cut out at commas, dashes, colons and quotation marks. Who stands in it in the nominative speaks; what is
said stands in front of the clause ("..., said X"), on both sides ("A, said X, B"), behind its conjunction, colon or quotation
mark, in its own object, or in the sentences before it that it refers to ("X said *this*").
"""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.around import line_at
from counterclaim.attribute.cues import Cue, cue_book
from counterclaim.attribute.quotes import Quotation, near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.referring import Referring, refers
from counterclaim.attribute.runs import NOMINAL, case_of, run_after
from counterclaim.attribute.segments import UNFINISHED, Clause, clause_of, has_verb, owner_in, seat_in, span_of, subject_in
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span

_HELPING = ("AUX", "ADV", "PART")
_DASHES = "—–-"
_EDGES = " \n\t,;:—–-"
_CLOSING = '»”“"'
_MARKS = _EDGES + '«»“”„"'
_NEAR = 3
"""Words of a following piece among which its conjunction stands ("that", "in which")."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A cue with its clause and sentence.

    Attributes:
        cue: The cue.
        group: Its words with the helping words in front of them.
        clause: The piece of the sentence it stands in.
        sentence: Its sentence.
        around: The quotation that holds the cue; None outside one.
    """

    cue: Cue
    group: Span
    clause: Clause
    sentence: Span
    around: Quotation | None


def cased_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """One reading for each cue that finds a content, in order of the cues."""
    readings: list[Reading] = []
    book = cue_book(pack)
    for index in range(len(tree.tokens)):
        for cue in book.at(tree, index):
            reading = _read(tree, cue, near(marks, tree.sentence(index)), pack)
            if reading is not None:
                readings.append(reading)
                break
    return tuple(_apart(tree, readings))


def _read(tree: Tree, cue: Cue, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    kind = cue.entry.kind
    if kind == "punctuation":
        return None
    group = _group(tree, cue)
    place = Place(
        cue=cue,
        group=group,
        clause=clause_of(tree, group, marks),
        sentence=tree.sentence(cue.head),
        around=next((m for m in marks if m.span.contains(group)), None),
    )
    if kind == "preposition":
        return _by_preposition(tree, place, marks, pack)
    if kind == "noun":
        return _by_noun(tree, place, marks, pack)
    return _by_verb(tree, place, marks, pack)


def _group(tree: Tree, cue: Cue) -> Span:
    """The cue with the helping words right in front of a verb ("*never* said")."""
    first, sentence = min(cue.words), tree.sentence(cue.head)
    if cue.entry.kind == "verb":
        while first > 0 and tree.tokens[first - 1].pos in _HELPING and tree.tokens[first - 1].start >= sentence.start:
            first -= 1
    return Span(tree.tokens[first].start, tree.tokens[max(cue.words)].end)


def _by_verb(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    entry, clause = place.cue.entry, place.clause
    feats = tree.tokens[place.cue.head].feats
    if "VerbForm=Part" in feats and "Variant=Short" not in feats:
        return None  # a participle that describes its noun: "the *confirmed* figures"
    source = _source(tree, place, pack)
    said = "clause" in entry.frames or "quote" in entry.frames
    referring = refers(tree, clause, place.sentence, pack, takes_object="np" in entry.frames) if said else None
    behind = _behind(tree, place, marks, pack)
    if referring is not None and behind is None:
        return _of_before(tree, place, referring, source, marks)
    led = bool(len(clause.left)) and tree.tokens[clause.left.start].lemma.lower() in word_list(
        pack, "attribution_words", "lead-in"
    )
    inserted = said and (led or _opens_with_cue(tree, place, source))
    if inserted and not (behind is not None and not led and not _quoted_before(tree, place)):
        spans = _front_and_rest(tree, place, marks, pack, led=led)
        if spans:
            return _reading(tree, place, source, spans, marks)
    content = (_infinitive(tree, place) if "to" in entry.frames else None) or behind or _object(tree, place, source, marks)
    if content is None or (source is None and behind is None and not _impersonal(tree, place)):
        return None
    if source is None and not _impersonal(tree, place) and not _is_plural(tree, place):
        return None
    return _reading(tree, place, source, (content,), marks)


def _reading(
    tree: Tree, place: Place, source: Span | None, content: Sequence[Span], marks: Sequence[Quotation]
) -> Reading | None:
    if place.cue.entry.source_case and source is None:
        return reading_of(tree, None, None, content, marks)  # words cited without their owner: whoever spoke before
    return reading_of(tree, place.group, source, content, marks)


def _source(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """Who speaks: behind the cue where it opens its clause, else in front, else in whose seat it is said."""
    clause, entry = place.clause, place.cue.entry
    if entry.source_case and entry.kind == "verb":
        return owner_in(tree, clause.right, entry.source_case)
    front, back = subject_in(tree, clause.left, clause, pack), subject_in(tree, clause.right, clause, pack)
    if front is None and back is not None and "np" in entry.frames and _is_thing(tree, back):
        seat = seat_in(tree, clause.left, clause, pack) if _is_plural(tree, place) else None
        if seat is not None:
            return seat  # "in the ministry they rejected *the charges*": what looks like the subject is the object
    if front is not None and entry.object == "target" and _is_plural(tree, place) and _is_thing(tree, front):
        return None  # "*the damage* they put at three million": an object in front of its verb
    if front is None and not _impersonal(tree, place):
        front = _apposed(tree, place, pack)
    if front is not None or back is not None:
        return front or back
    if not _is_plural(tree, place) and not _impersonal(tree, place):
        return None
    return seat_in(tree, clause.right, clause, pack) or seat_in(tree, clause.left, clause, pack)


def _apposed(tree: Tree, place: Place, pack: LanguagePack) -> Span | None:
    """The subject in front of what is put between commas ("*Ilan Dorev, the mayor*, said"); None if a clause stands there."""
    start = place.clause.start
    if start == 0 or tree.tokens[start - 1].text != "," or _has_conjunction(tree, place.clause.left, pack):
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


def _opens_with_cue(tree: Tree, place: Place, source: Span | None) -> bool:
    """Whether the clause is put in or behind what is said: the cue opens it, or closes it behind its subject alone."""
    clause = place.clause
    if clause.start == 0 or tree.tokens[clause.start - 1].start < place.sentence.start:
        return _quoted_before(tree, place)
    if not len(clause.left):
        return True
    if source is not None and source.start == tree.tokens[clause.start].start and source.end <= place.group.start:
        return _quoted_before(tree, place) or (not len(clause.right) and has_verb(tree, _before(tree, place)))
    return _quoted_before(tree, place) or tree.tokens[clause.start - 1].text in _DASHES


def _before(tree: Tree, place: Place) -> Span:
    start = tree.tokens[place.clause.start].start
    return Span(min(place.sentence.start, start), start)


def _quoted_before(tree: Tree, place: Place) -> bool:
    """Whether a quotation ends right in front of the clause."""
    text = tree.page.text
    start = tree.tokens[place.clause.start].start
    line = line_at(text, start)
    return text[line.start : start].rstrip(_EDGES)[-1:] in tuple(_CLOSING)


def _front_and_rest(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack, *, led: bool) -> tuple[Span, ...]:
    """What the clause is put into: in front of it, behind it, or both where neither is whole without the other."""
    text, clause = tree.page.text, place.clause
    first, last = tree.tokens[clause.start].start, tree.tokens[clause.end - 1].end
    limit = line_at(text, first)
    for mark in reversed(marks):
        inside = mark is place.around
        if inside or not mark.closed or mark.span.end > first or text[mark.span.end : first].strip(_MARKS):
            continue
        if mark.span.start >= limit.start:
            more = next((m.span for m in marks if m.span.start >= last and not text[last : m.span.start].strip(_EDGES)), None)
            return (_lead_of(tree, mark), more) if more is not None else (_lead_of(tree, mark),)
    start = place.around.span.start if place.around is not None else place.sentence.start
    end = place.around.span.end if place.around is not None else place.sentence.end
    front, rest = _trimmed(text, Span(start, first)), None
    gap = text[last:end].lstrip()
    if place.around is not None and gap[:1] in (",", ".", "!", "?") and gap[1:].lstrip()[:1] in tuple(_DASHES):
        rest = _trimmed(text, Span(last, end), keep=_CLOSING)
    elif gap[:1] in (",", *_DASHES) and place.around is None:
        rest = _trimmed(text, Span(last, end))
    if front is None:
        return (rest,) if rest is not None and led and not _refers_only(tree, rest, pack) else ()
    if place.around is not None:
        return (front, rest) if rest is not None else (front,)
    if _refers_only(tree, front, pack):
        return ()  # "X said this, reports Y": the first clause is the one that attributes
    piece = _last_piece(tree, front)
    if rest is not None and not has_verb(tree, piece) and not _opens_clause(tree, rest, pack):
        return (rest,) if _is_linking(tree, piece, pack) else (piece, rest)
    return (front,)


def _lead_of(tree: Tree, mark: Quotation) -> Span:
    """The quotation with the words of its sentence in front of it, unless they introduce it."""
    sentence = tree.page.parse.sentence_at(mark.span.start)
    if sentence is None or sentence.start >= mark.span.start:
        return mark.span
    lead = tree.page.text[sentence.start : mark.span.start].rstrip()
    return mark.span if not lead or lead[-1] in _EDGES else Span(sentence.start, mark.span.end)


def _last_piece(tree: Tree, front: Span) -> Span:
    inside = tree.page.parse.indices(front)
    at = inside.stop
    while at > inside.start and tree.tokens[at - 1].text not in ",;:—–":
        at -= 1
    return Span(tree.tokens[at].start, front.end) if at < inside.stop else front


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


def _has_conjunction(tree: Tree, indices: range, pack: LanguagePack) -> bool:
    known = word_list(pack, "attribution_words", "complementizer")
    return any(tree.tokens[i].lemma.lower() in known or tree.tokens[i].text.lower() in known for i in indices)


def _refers_only(tree: Tree, span: Span, pack: LanguagePack) -> bool:
    """Whether the words are a clause of saying that points back itself."""
    words = span.words(tree.page.text).lower()
    if not any(words.startswith(phrase) for phrase in word_list(pack, "attribution_words", "reference")):
        return False
    book = cue_book(pack)
    return any(book.named(tree, index) for index in tree.page.parse.indices(span))


def _behind(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Span | None:
    """What a conjunction, a colon or a quotation mark opens right behind the clause."""
    text, clause, entry = tree.page.text, place.clause, place.cue.entry
    if clause.end >= len(tree.tokens):
        return None
    cut = tree.tokens[clause.end]
    if cut.start >= place.sentence.end:
        return None
    limit = place.around.span.end if place.around is not None else place.sentence.end
    if cut.text == "," and "clause" in entry.frames:
        first = clause.end + 1
        if _has_conjunction(tree, range(first, min(first + _NEAR, len(tree.tokens))), pack):
            return _trimmed(text, Span(tree.tokens[first].start, max(place.sentence.end, tree.tokens[first].end)))
    opened = cut.end if cut.text in (":", *_DASHES) else cut.start
    if "quote" in entry.frames:
        for mark in marks:
            if mark.span.start >= opened and not text[opened : mark.span.start].strip():
                return mark.span if cut.text[:1] not in _DASHES or cut.text == ":" else None
            if mark.span.start >= opened:
                break
        if cut.text == ":" and cut.end < limit:
            return _trimmed(text, Span(cut.end, limit))
    return None


def _infinitive(tree: Tree, place: Place) -> Span | None:
    """What somebody wants or orders to be done: from the infinitive in the cue's clause to the sentence's end."""
    for at in place.clause.right:
        if "VerbForm=Inf" in tree.tokens[at].feats:
            limit = place.around.span.end if place.around is not None else place.sentence.end
            return _trimmed(tree.page.text, Span(tree.tokens[at].start, limit))
    return None


def _object(tree: Tree, place: Place, source: Span | None, marks: Sequence[Quotation]) -> Span | None:
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
            return _trimmed(text, Span(whole.start if entry.object == "target" else token.end, whole.end))
    first = tree.tokens[inside[0]]
    takes = "np" in entry.frames or "as" in entry.frames
    spoken_for = source is not None and source.end <= place.group.start  # then a nominative is an accusative that looks so
    if takes and first.pos in NOMINAL and (case_of(first) != "Nom" or spoken_for):
        return _trimmed(text, whole)
    return None


def _joins_clause(tree: Tree, at: int) -> bool:
    """Whether a conjunction stands there with a finite verb right behind it ("... *and called* on all to stay")."""
    return tree.tokens[at].pos == "CCONJ" and "VerbForm=Fin" in tree.tokens[at + 1].feats


def _is_plural(tree: Tree, place: Place) -> bool:
    return "Number=Plur" in tree.tokens[place.cue.head].feats


def _is_thing(tree: Tree, span: Span) -> bool:
    nouns = [t for t in tree.page.parse.tokens_in(span) if t.pos == "NOUN"]
    return bool(nouns) and "Animacy=Inan" in nouns[0].feats


def _impersonal(tree: Tree, place: Place) -> bool:
    """Whether the cue needs nobody who says it: a passive, or one that its list marks so."""
    return place.cue.entry.anonymous or "Voice=Pass" in tree.tokens[place.cue.head].feats


def _of_before(
    tree: Tree, place: Place, referring: Referring, source: Span | None, marks: Sequence[Quotation]
) -> Reading | None:
    owner = owner_in(tree, referring.owned, "Gen") if len(referring.owned) else None
    speaker = owner or source
    if not referring.content or (speaker is None and not _impersonal(tree, place)):
        return None
    end = max(place.sentence.end, referring.content[-1].end)
    return Reading(
        cue=place.group, source=speaker, content=tree.joined(referring.content), sentence_end=end, open_to_more=False
    )


def _by_noun(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    source = run_after(tree, max(place.cue.words) + 1, "Gen")
    behind = _behind(tree, place, marks, pack)
    if behind is None or not (place.cue.entry.anonymous or source):
        return None
    return reading_of(tree, place.group, source, (behind,), marks)


def _by_preposition(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    """The reading of "according to X": the source is the run behind it, the content what the phrase is put into."""
    text, clause = tree.page.text, place.clause
    source = _governed(tree, place)
    if source is None:
        return None
    whole = Span(place.group.start, max(source.end, place.group.end))
    indices = tree.page.parse.indices(whole)
    framed = msgspec.structs.replace(place, clause=msgspec.structs.replace(clause, start=indices.start, end=indices.stop))
    if place.around is None and (not len(clause.left) or clause.end == indices.stop):
        before = Span(min(place.sentence.start, whole.start), whole.start)
        rest = Span(whole.end, place.sentence.end)
        if not before.words(text).strip(_EDGES) or (not len(clause.left) and indices.stop == clause.end):
            spans = _front_and_rest(tree, framed, marks, pack, led=True)
            if spans:
                return reading_of(tree, place.group, source, spans, marks)
        if not before.words(text).strip(_EDGES):
            content = _trimmed(text, rest)
            return reading_of(tree, place.group, source, (content,), marks) if content is not None else None
    content = _trimmed(text, Span(place.sentence.start, whole.start)) if indices.stop == clause.end else None
    content = content or _trimmed(text, Span(whole.end, place.sentence.end))
    if content is None or (place.around is not None and not place.around.span.contains(content)):
        return None
    return reading_of(tree, place.group, source, (content,), marks)


def _governed(tree: Tree, place: Place) -> Span | None:
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


def _apart(tree: Tree, readings: list[Reading]) -> list[Reading]:
    """Contents cut where a clause of saying closes their sentence from outside ("A said that B, *reports C*")."""
    out: list[Reading] = []
    for reading in readings:
        content = list(reading.content)
        for other in readings:
            if other is reading or other.cue is None or reading.cue is None or other.cue.start < reading.cue.end:
                continue
            held = any(span.contains(reading.cue) and span.end < other.cue.start for span in other.content)
            last = content[-1]
            if held and last.contains(other.cue) and other.content[-1].end < last.end and other.content[-1].end > last.start:
                content[-1] = Span(last.start, other.content[-1].end)
        out.append(msgspec.structs.replace(reading, content=tuple(content)))
    return out


def _trimmed(text: str, span: Span, keep: str = "") -> Span | None:
    """``span`` without blanks, commas, dashes and a full stop at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES + ".":
        start += 1
    while start < end and text[end - 1] in _EDGES + ".":
        end -= 1
    return Span(start, end) if any(letter.isalnum() for letter in text[start:end]) else None
