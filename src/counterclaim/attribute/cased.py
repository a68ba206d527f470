"""Readings by case and punctuation, for languages whose words carry case and whose pack has no syntax.

A cue's clause is cut out at commas, dashes, colons and quotation marks. Who stands in it in the nominative speaks; what is
said stands in front of the clause ("..., said X"), on both sides ("A, said X, B"), behind its conjunction, colon or quotation
mark, in its own object, or in the sentences before it that it refers to ("X said *this*").
"""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.each_cue import first_readings
from counterclaim.attribute.following import complement, fronted, infinitive, object_of, opened_behind
from counterclaim.attribute.inserted import front_and_rest, opens_with_cue
from counterclaim.attribute.placed import (
    EDGES,
    Place,
    has_conjunction,
    impersonal,
    is_passive,
    is_plural,
    quoted_before,
    trimmed,
)
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.referring import Referring, refers
from counterclaim.attribute.runs import case_of, run_after
from counterclaim.attribute.segments import clause_of, owner_in
from counterclaim.attribute.sources import can_speak, word_list
from counterclaim.attribute.speakers import governed, speaker
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_HELPING = ("AUX", "ADV", "PART")
_AHEAD = 8
"""Further cues that may stand in one sentence."""


def cased_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """One reading for each cue that finds a content, in order of the cues."""
    return tuple(_apart(tree, first_readings(tree, marks, pack, _read)))


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
    if entry.kind == "adjective" and _describes_noun(tree, place.cue.head):
        return None
    source = speaker(tree, place, pack)
    led = bool(len(clause.left)) and tree.tokens[clause.left.start].lemma.lower() in word_list(
        pack, "attribution_words", "lead-in"
    )
    if entry.anonymous and not led and has_conjunction(tree, clause.left, pack):
        return None  # "*what* is known": asks, and says nothing
    turning = "VerbForm=Conv" in feats
    said = "clause" in entry.frames or "quote" in entry.frames
    if "VerbForm=Inf" in feats and place.group.start < tree.tokens[place.cue.head].start:
        return None  # "asked *not to name* him": what is not said
    called = "as" in entry.frames and complement(tree, place, marks) is not None
    referring = None
    if said and not called:
        referring = refers(tree, clause, place.sentence, pack, takes_object="np" in entry.frames)
    behind = opened_behind(tree, place, marks, pack)
    if referring is not None and behind is None:
        return _of_before(tree, place, referring, source) if place.around is None else None
    inserted = said and not turning and (led or opens_with_cue(tree, place, source, pack))
    if inserted and not (behind is not None and not led and not quoted_before(tree, place)):
        spans = front_and_rest(tree, place, marks, pack, led=led)
        if spans:
            return _reading(tree, place, source, spans, marks)
    if not is_plural(tree, place) and source is None and not impersonal(tree, place):
        return None
    if source is not None and behind is None and _is_mute(tree, source, pack):
        return None  # "the repair *demanded* two weeks"
    content = _content(tree, place, source, behind, marks, pack)
    if not content or (source is None and behind is None and not impersonal(tree, place)):
        return None
    return _reading(tree, place, source, content, marks)


def _is_mute(tree: Tree, source: Span, pack: LanguagePack) -> bool:
    """Whether the subject is a thing without a name that no list knows as one that speaks."""
    words = tree.page.parse.tokens_in(source)
    noun = next((t for t in words if t.pos == "NOUN"), None)
    if noun is None or "Animacy=Inan" not in noun.feats or any(t.entity for t in words):
        return False
    return not can_speak(noun, pack)


def _describes_noun(tree: Tree, at: int) -> bool:
    """Whether the adjective belongs to the noun behind it ("a *sure* voice") and says nothing of who is sure."""
    behind = tree.tokens[at + 1] if at + 1 < len(tree.tokens) else None
    return behind is not None and behind.pos == "NOUN" and case_of(behind) == case_of(tree.tokens[at]) != ""


def _content(
    tree: Tree, place: Place, source: Span | None, behind: Span | None, marks: Sequence[Quotation], pack: LanguagePack
) -> tuple[Span, ...]:
    """What the cue takes, in one or two pieces; empty if nothing."""
    entry = place.cue.entry
    wanted = infinitive(tree, place) if "to" in entry.frames else None
    if wanted is not None or is_passive(tree, place):
        found = (wanted or behind,)
        return tuple(span for span in found if span is not None)
    end = place.clause.end
    if "np" in entry.frames and end < len(tree.tokens) and tree.tokens[end].text == ":":  # "rejected *the charges*: ..."
        behind = object_of(tree, place, source, marks) or behind
    before = None
    if (behind is None and "np" in entry.frames) or "as" in entry.frames:
        before = fronted(tree, place, source)
    if "as" in entry.frames and (named := complement(tree, place, marks)) is not None:
        if before is not None:
            return before, named
        if "np" not in entry.frames:
            whole = object_of(tree, place, source, marks)
            return (whole,) if whole is not None and whole.contains(named) else (named,)
    elif "as" in entry.frames and "np" not in entry.frames and not entry.preps and behind is None:
        return ()  # "counts *money*": held to be nothing
    found = (behind or object_of(tree, place, source, marks) or before,)
    return tuple(span for span in found if span is not None)


def _reading(
    tree: Tree, place: Place, source: Span | None, content: Sequence[Span], marks: Sequence[Quotation]
) -> Reading | None:
    if place.cue.entry.source_case and source is None:
        return reading_of(tree, None, None, content, marks)  # words cited without their owner: whoever spoke before
    return reading_of(tree, place.group, source, content, marks)


def _turn_of(tree: Tree, content: Span, cue: Span) -> Span | None:
    """``content`` up to the comma in front of the clause that ``cue`` opens; None if it opens none there."""
    at = tree.page.parse.indices(cue).start
    while at > 0 and tree.tokens[at - 1].pos in ("CCONJ", *_HELPING):
        at -= 1
    comma = tree.tokens[at - 1] if at else None
    if comma is None or comma.text != "," or not content.start < comma.start < content.end:
        return None
    return Span(content.start, comma.start)


def _of_before(tree: Tree, place: Place, referring: Referring, source: Span | None) -> Reading | None:
    owner = owner_in(tree, referring.owned, "Gen") if len(referring.owned) else None
    speaker = owner or source
    if not referring.content or (speaker is None and not impersonal(tree, place)):
        return None
    end = max(place.sentence.end, referring.content[-1].end)
    return Reading(cue=place.group, source=speaker, content=tree.joined(referring.content), sentence_end=end)


def _by_noun(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    if any("VerbForm=Fin" in tree.tokens[at].feats for at in place.clause.right):
        return None  # what follows is the verb's: "*the rumours* they denied: ..."
    source = run_after(tree, max(place.cue.words) + 1, "Gen")
    behind = opened_behind(tree, place, marks, pack)
    if behind is None or not (place.cue.entry.anonymous or source):
        return None
    return reading_of(tree, place.group, source, (behind,), marks)


def _by_preposition(tree: Tree, place: Place, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    """The reading of "according to X": the source is the run behind it, the content what the phrase is put into."""
    place = msgspec.structs.replace(place, sentence=Span(_opening(tree, place), place.sentence.end))
    text, clause = tree.page.text, place.clause
    source = governed(tree, place, pack)
    if source is None:
        return None
    whole = Span(place.group.start, max(source.end, place.group.end))
    indices = tree.page.parse.indices(whole)
    framed = msgspec.structs.replace(place, clause=msgspec.structs.replace(clause, start=indices.start, end=indices.stop))
    if place.around is None and (not len(clause.left) or clause.end == indices.stop):
        before = Span(min(place.sentence.start, whole.start), whole.start)
        rest = Span(whole.end, place.sentence.end)
        if not before.words(text).strip(EDGES) or (not len(clause.left) and indices.stop == clause.end):
            spans = front_and_rest(tree, framed, marks, pack, led=True)
            if spans:
                return reading_of(tree, place.group, source, spans, marks)
        if not before.words(text).strip(EDGES):
            content = trimmed(text, rest)
            return reading_of(tree, place.group, source, (content,), marks) if content is not None else None
    content = trimmed(text, Span(place.sentence.start, whole.start)) if indices.stop == clause.end else None
    content = content or trimmed(text, Span(whole.end, place.sentence.end))
    if content is None or (place.around is not None and not place.around.span.contains(content)):
        return None
    return reading_of(tree, place.group, source, (content,), marks)


def _opening(tree: Tree, place: Place) -> int:
    """Where what the cue's clause belongs to begins: behind a colon or semicolon, else its sentence's start."""
    first = place.clause.start
    if first > 0 and tree.tokens[first - 1].text in (":", ";") and tree.tokens[first - 1].start >= place.sentence.start:
        return tree.tokens[first].start
    return place.sentence.start


def _apart(tree: Tree, readings: list[Reading]) -> list[Reading]:
    """Contents cut where a clause of saying closes their sentence from outside ("A said that B, *reports C*"), and where the
    same speaker goes on to another clause ("A said that B, *and called* on all to stay").
    """
    out: list[Reading] = []
    for number, reading in enumerate(readings):
        content = list(reading.content)
        for other in readings[number + 1 : number + 1 + _AHEAD]:  # they stand in the order of their cues
            if other.cue is None or reading.cue is None:
                continue
            if other.cue.start >= content[-1].end:
                break
            if other.source == reading.source and (first := _turn_of(tree, content[-1], other.cue)) is not None:
                content[-1] = first
                break
            held = any(span.contains(reading.cue) and span.end < other.cue.start for span in other.content)
            last = content[-1]
            if held and last.contains(other.cue) and last.start < other.content[-1].end < last.end:
                content[-1] = Span(last.start, other.content[-1].end)
        out.append(msgspec.structs.replace(reading, content=tuple(content)))
    return out
