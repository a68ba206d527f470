"""Readings of every cue in a parsed text."""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.around import quotation_after, quotation_before, surroundings
from counterclaim.attribute.clauses import content_after
from counterclaim.attribute.cues import Cue, cue_book
from counterclaim.attribute.forms import verb_form
from counterclaim.attribute.inverted import Peers, by_preposition, fronted, is_begun, is_set_off
from counterclaim.attribute.quotes import ink_before, near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.sources import source_before, source_behind, source_between, source_of, word_list
from counterclaim.attribute.taken import Taken
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_CLOSE = 12
"""Readings on either side among which one may relay another: more cues do not stand in a sentence."""
_SHORT = 4
"""Words that may stand between a cue of naming and the quoted name."""


def parsed_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """One reading for each cue that takes a content, in order of the cues."""
    book = cue_book(pack)
    readings: list[Reading] = []
    peers = Peers()
    for index in range(len(tree.tokens)):
        for cue in book.at(tree, index):
            reading = _read(tree, cue, near(marks, tree.sentence(index)), pack, peers)
            if reading is not None:
                if not _told_already(reading, readings):
                    readings.append(_as_aside(tree, cue, reading, readings))
                break
    return tuple(
        _without_later_group(tree, reading, readings[max(0, at - _CLOSE) : at + _CLOSE], pack)
        for at, reading in enumerate(readings)
    )


def _read(tree: Tree, cue: Cue, marks: Sequence[Quotation], pack: LanguagePack, peers: Peers) -> Reading | None:
    if cue.entry.kind == "punctuation":
        return None
    if cue.entry.kind == "preposition":
        return by_preposition(tree, cue, source_of(tree, cue, pack), marks, pack, peers)
    source = source_of(tree, cue, pack)
    taken = content_after(tree, cue, pack)
    if source is None and taken is not None and taken.frame == "clause":
        source = source_before(tree, cue)
    if cue.entry.kind == "verb" and {"quote", "as"} & set(cue.entry.frames) and _finite(tree, cue, source):
        text = tree.page.text
        behind = source_behind(tree, cue, marks)
        if behind is not None and (source is None or source.start < cue.span.start):
            source, taken = behind, None
        if source is None or any(m.span.contains(source) and not m.span.contains(cue.span) for m in marks):
            source = source_between(tree, cue, marks) or source
        around = surroundings(tree, cue, source)
        mark = quotation_before(text, around, marks)
        if (
            mark is not None
            and "quote" in cue.entry.frames
            and not _within(around.group, marks)
            and (taken is None or taken.frame != "clause")
        ):
            return fronted(tree, cue, source, around, mark, marks, pack, peers)
        if taken is None or taken.frame in ("np", "prep", "to", "ing"):
            after = quotation_after(text, around, marks, pack) if "quote" in cue.entry.frames else None
            if after is not None and (taken is None or not _begins_inside(after.span, taken.content)):
                begun = fronted(tree, cue, source, around, None, marks, pack, peers) if is_begun(tree, around) else None
                return begun or reading_of(tree, cue.span, source, (after.span,), marks)
            if taken is None and "as" in cue.entry.frames and (naming := _naming(tree, cue, marks)) is not None:
                return reading_of(tree, cue.span, source, (naming,), marks)
        if "clause" in cue.entry.frames and source is not None and (taken is None or is_set_off(text, around)):
            found = fronted(tree, cue, source, around, None, marks, pack, peers)
            if found is not None or taken is None:
                return found
    if taken is None or (source is None and not _stands_alone(tree, cue, taken, marks)):
        return None
    content = tuple(_before_next(tree, cue, span, marks, pack) for span in _with_relative(tree, taken, source, pack))
    if taken.frame == "clause":
        content = (*content[:-1], _with_second_clause(tree, content[-1], pack))
    return reading_of(tree, taken.cue, source, content, marks)


def _told_already(reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether a cue before it has the same content already ("said in a *statement* that ...")."""
    return reading.source is None and any(r.content == reading.content for r in before[-3:])


def _finite(tree: Tree, cue: Cue, source: Span | None) -> bool:
    """Whether the cue may have its content in front: not a bare participle that describes a noun ("words *written* on it")."""
    return verb_form(tree.tokens[cue.head]) != "participle" or source is not None or any(tree.children(cue.head, "auxiliary"))


def _naming(tree: Tree, cue: Cue, marks: Sequence[Quotation]) -> Span | None:
    """The quoted name behind a cue of naming, with article or pronoun in front of it ("dubbed *a “den of thieves”*")."""
    first = max(cue.words) + 1
    for mark in marks:
        if mark.span.start >= cue.span.end:
            between = tree.page.parse.tokens_in(Span(cue.span.end, mark.span.start))
            if len(between) <= _SHORT and all(t.pos in ("DET", "PRON", "ADP", "PROPN", "NOUN") for t in between):
                return Span(tree.tokens[first].start, mark.span.end) if first < len(tree.tokens) else None
            return None
    return None


def _within(span: Span, marks: Sequence[Quotation]) -> bool:
    return any(m.span.contains(span) for m in marks)


def _begins_inside(span: Span, content: Sequence[Span]) -> bool:
    return any(c.start <= span.start < c.end for c in content)


def _stands_alone(tree: Tree, cue: Cue, taken: Taken, marks: Sequence[Quotation]) -> bool:
    """Whether a cue without a named source attributes all the same: a passive, some nouns, or words quoted."""
    if cue.entry.kind != "verb":
        return cue.entry.anonymous
    described = verb_form(tree.tokens[cue.head]) == "participle" and not any(tree.children(cue.head, "auxiliary"))
    if any(m.span.start == span.start for m in marks for span in taken.content):
        return not described
    if verb_form(tree.tokens[cue.head]) == "participle" and not described:
        return True
    return tree.first(cue.head, "passive_subject") is not None


def _with_relative(tree: Tree, taken: Taken, source: Span | None, pack: LanguagePack) -> tuple[Span, ...]:
    """The content with the relative word in front of the source, which is a part of it ("*which* he said *had fallen*")."""
    if taken.frame != "clause" or source is None or source.start > taken.cue.start:
        return taken.content
    before = tree.page.parse.tokens_in(Span(max(0, source.start - 20), source.start))
    if before and before[-1].lemma.lower() in word_list(pack, "attribution_words", "relative"):
        return (before[-1].span, *taken.content)
    return taken.content


def _with_second_clause(tree: Tree, span: Span, pack: LanguagePack) -> Span:
    """``span`` with a clause joined on by a repeated conjunction ("that the hill fell, *but that nobody died*")."""
    sentence = tree.page.parse.sentence_at(max(span.start, span.end - 1))
    words = tree.page.parse.tokens_in(Span(span.end, max(span.end, sentence.end if sentence else 0)))
    opening = [t for t in words if t.text not in ",”\"'»"][:2]
    joining = word_list(pack, "attribution_words", "joining")
    repeated = word_list(pack, "attribution_words", "bare conjunction")
    if len(opening) == 2 and opening[0].lemma.lower() in joining and opening[1].lemma.lower() in repeated:
        ink = [t for t in words if t.pos != "PUNCT"]
        return Span(span.start, ink[-1].end)
    return span


def _as_aside(tree: Tree, cue: Cue, reading: Reading, before: Sequence[Reading]) -> Reading:
    """``reading`` with the source of the cue before it, where it goes on with the same speaker ("..., *adding* that ...").

    A participle of saying behind a comma belongs to whoever speaks in the sentence, though the parser likes to hang it on
    the verb of what is said.
    """
    if verb_form(tree.tokens[cue.head]) != "gerund" or cue.entry.kind != "verb" or not before:
        return reading
    text = tree.page.text
    if text[ink_before(text, cue.span.start) - 1 : cue.span.start].strip() not in (",", "”", '"', "'"):
        return reading
    for last in reversed(before):
        if last.cue is None or not tree.sentence(cue.head).contains(last.cue):
            break
        ended = max(s.end for s in last.content) <= cue.span.start and last.cue.end <= cue.span.start
        nested = any(span.contains(last.cue) for other in before for span in other.content if other is not last)
        behind = tree.page.parse.tokens_in(Span(last.cue.end, max(last.cue.end, cue.span.start)))
        near_by = last.cue.end <= cue.span.start and len(behind) <= _SHORT and not any(t.pos == "VERB" for t in behind)
        if last.source is not None and (ended or near_by) and not nested:
            return reading.with_source(last.source)
    return reading


def _without_later_group(tree: Tree, reading: Reading, readings: Sequence[Reading], pack: LanguagePack) -> Reading:
    """``reading`` without the group at its end that relays it as a whole ("A, the army said, and B, *the agency reported*")."""
    last = reading.content[-1]
    for other in readings:
        if reading.cue is None or other.cue is None or other.source is None or other is reading:
            continue
        start = min(other.cue.start, other.source.start)
        if not last.contains(other.cue) or not last.contains(other.source):
            continue
        after = tree.page.parse.tokens_in(Span(max(other.cue.end, other.source.end), last.end))
        relays = any(span.contains(reading.cue) for span in other.content) and not any(t.pos in ("VERB", "AUX") for t in after)
        if not relays:
            if len(reading.content) == 1 or not last.contains(other.content[0]) or other.content[0].end > start:
                continue
            start = other.content[0].start  # a sentence of its own: "A, the army said, and *B, the mayor said*"
        kept = _trimmed_end(tree, Span(last.start, start), pack)
        if kept is None and len(reading.content) == 1:
            continue
        return msgspec.structs.replace(reading, content=(*reading.content[:-1], *([kept] if kept else [])))
    return reading


def _trimmed_end(tree: Tree, span: Span, pack: LanguagePack) -> Span | None:
    """``span`` without the comma and the conjunction at its end; None if no more is left."""
    words = tree.page.parse.tokens_in(span)
    while words and (words[-1].text in ",;:—–-" or words[-1].lemma.lower() in word_list(pack, "attribution_words", "joining")):
        words = words[:-1]
    return Span(words[0].start, words[-1].end) if words else None


def _before_next(tree: Tree, cue: Cue, span: Span, marks: Sequence[Quotation], pack: LanguagePack) -> Span:
    """``span`` cut in front of the next cue of the same sentence where that is no part of it.

    Two forms are told apart from nesting by a comma in front: a participle ("..., *referring to* the siege"), whose subject
    is the speaker, and a new clause of saying joined on ("..., *and the mayor said* ...").
    """
    if span.start < cue.span.start:
        return span
    book = cue_book(pack)
    for index in tree.page.parse.indices(Span(span.start + 1, span.end)):
        token = tree.tokens[index]
        if token.pos != "VERB" or any(m.span.contains(token.span) and not m.span.contains(cue.span) for m in marks):
            continue
        found = next(book.at(tree, index), None)
        if found is None or found.entry.kind != "verb":
            continue
        if verb_form(token) == "gerund":
            start = found.span.start
        elif tree.stands(index, "conjunct") and "clause" in found.entry.frames:
            doer = tree.first(index, "subject")
            if doer is None or tree.tokens[doer].start > token.start:
                continue
            start = tree.tokens[tree.below(doer)[0]].start
        else:
            continue
        before = tree.page.text[span.start : start].rstrip()
        words = before.split()
        if words and words[-1].lower() in word_list(pack, "attribution_words", "joining"):
            before = before[: -len(words[-1])].rstrip()
        if before.endswith((",", ";", "—", "–")) and len(before) > 1:
            return Span(span.start, span.start + len(before) - 1)
    return span
