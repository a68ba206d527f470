"""Readings of every cue in a parsed text."""

from collections.abc import Sequence

from counterclaim.attribute.around import Around, behind, front, quotation_after, quotation_before, surroundings
from counterclaim.attribute.clauses import Taken, content_after
from counterclaim.attribute.cues import Cue, cue_book
from counterclaim.attribute.quotes import Quotation
from counterclaim.attribute.reading import Reading
from counterclaim.attribute.sources import source_of, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span


_NOMINAL = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART")
"""Parts of speech of the words of a name or description."""


def parsed_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """One reading for each cue that takes a content, in order of the cues."""
    book = cue_book(pack)
    readings: list[Reading] = []
    free_from = 0
    for index in range(len(tree.tokens)):
        for cue in book.at(tree, index):
            reading = _read(tree, cue, marks, pack, free_from)
            if reading is not None:
                readings.append(reading)
                if cue.entry.kind != "noun":
                    free_from = max([reading.cue.end if reading.cue else 0, reading.source.end if reading.source else 0])
                break
    return tuple(readings)


def _read(tree: Tree, cue: Cue, marks: Sequence[Quotation], pack: LanguagePack, free_from: int) -> Reading | None:
    if cue.entry.kind == "punctuation":
        return None
    source = source_of(tree, cue, pack)
    if cue.entry.kind == "preposition":
        return _by_preposition(tree, cue, source, marks, pack, free_from)
    taken = content_after(tree, cue, pack)
    speaks = "quote" in cue.entry.frames
    if cue.entry.kind == "verb" and speaks:
        around = surroundings(tree, cue, source, free_from)
        text = tree.page.text
        mark = quotation_before(text, around, marks)
        if mark is not None and not _within(around.group, marks) and (taken is None or taken.frame != "clause"):
            return _fronted(tree, cue, source, around, mark, marks, pack)
        if taken is None or taken.frame in ("np", "prep", "to", "ing"):
            after = quotation_after(text, around, marks, pack)
            if after is not None and (taken is None or not _inside(after.span, taken.content)):
                return _reading(tree, cue.span, source, (after.span,), marks)
        if "clause" in cue.entry.frames and source is not None and (taken is None or _set_off(text, around)):
            fronted = _fronted(tree, cue, source, around, None, marks, pack)
            if fronted is not None or taken is None:
                return fronted
    if taken is None or (source is None and not _stands_alone(tree, cue, taken, marks)):
        return None
    content = tuple(_before_next(tree, cue, span, marks, pack) for span in _with_relative(tree, taken, source, pack))
    return _reading(tree, taken.cue, source, content, marks)


def _before_next(tree: Tree, cue: Cue, span: Span, marks: Sequence[Quotation], pack: LanguagePack) -> Span:
    """``span`` cut in front of the next cue of the same sentence where that is no part of it.

    Two forms are told apart from nesting by a comma in front: a participle ("..., *referring to* the siege"), whose subject
    is the speaker, and a new clause of saying joined on ("..., *and the mayor said* ...").
    """
    book = cue_book(pack)
    text = tree.page.text
    if span.start < cue.span.start:
        return span
    for index in tree.page.parse.indices(Span(span.start + 1, span.end)):
        token = tree.tokens[index]
        if token.pos != "VERB" or any(m.span.contains(token.span) and not m.span.contains(cue.span) for m in marks):
            continue
        found = next(book.at(tree, index), None)
        if found is None or found.entry.kind != "verb":
            continue
        if token.tag == "VBG":
            start = found.span.start
        elif tree.stands(index, "conjunct") and "clause" in found.entry.frames:
            doer = tree.first(index, "subject")
            if doer is None or tree.tokens[doer].start > token.start:
                continue
            start = tree.tokens[tree.below(doer)[0]].start
        else:
            continue
        before = text[span.start : start].rstrip()
        words = before.split()
        if words and words[-1].lower() in word_list(pack, "attribution_words", "joining"):
            before = before[: -len(words[-1])].rstrip()
        if before.endswith((",", ";", "—", "–")) and len(before) > 1:
            return Span(span.start, span.start + len(before) - 1)
    return span


def _stands_alone(tree: Tree, cue: Cue, taken: Taken, marks: Sequence[Quotation]) -> bool:
    """Whether a cue without a named source attributes all the same: a passive, some nouns, or words quoted."""
    if cue.entry.kind != "verb":
        return cue.entry.anonymous
    if any(m.span.start == span.start for m in marks for span in taken.content):
        return True
    if tree.tokens[cue.head].tag == "VBN" and any(tree.children(cue.head, "auxiliary")):
        return True
    return tree.first(cue.head, "passive_subject") is not None


def _set_off(text: str, around: Around) -> bool:
    """Whether the group stands between commas or dashes, as an aside in the content: ("the hill, *he said*, fell")."""
    before = text[around.line.start : around.group.start].rstrip()
    return before.endswith((",", "—", "–", " -")) and text[around.group.end : around.group.end + 3].strip()[:1] in (",", "—", "–", "-")


def _with_relative(tree: Tree, taken: Taken, source: Span | None, pack: LanguagePack) -> tuple[Span, ...]:
    """The content with the relative word in front of the source, which is a part of it ("*which* he said *had fallen*")."""
    if taken.frame != "clause" or source is None or source.start > taken.cue.start:
        return taken.content
    before = tree.page.parse.tokens_in(Span(max(0, source.start - 20), source.start))
    if before and before[-1].lemma.lower() in word_list(pack, "attribution_words", "relative"):
        return (before[-1].span, *taken.content)
    return taken.content


def _within(span: Span, marks: Sequence[Quotation]) -> bool:
    return any(m.span.contains(span) for m in marks)


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(c.start <= span.start < c.end for c in content)


def _reading(tree: Tree, cue: Span, source: Span | None, content: Sequence[Span], marks: Sequence[Quotation]) -> Reading | None:
    whole = tuple(_with_whole_quotations(span, cue, marks) for span in content)
    if source is not None and any(source.overlaps(span) for span in whole):
        whole = tuple(s for s in whole if not s.overlaps(source)) or content  # type: ignore[assignment]
        if any(source.overlaps(span) for span in whole):
            source = None
    end = max(span.end for span in whole)
    sentence = tree.page.parse.sentence_at(max(end - 1, 0))
    ends = max(end, sentence.end if sentence else end, cue.end)
    return Reading(cue=cue, source=source, content=tree.joined(whole), sentence_end=ends)


def _with_whole_quotations(span: Span, cue: Span, marks: Sequence[Quotation]) -> Span:
    """``span`` widened so that no quotation is cut in two, unless the cue itself stands in that quotation."""
    for mark in marks:
        if mark.span.overlaps(span) and not mark.span.contains(cue) and not mark.span.overlaps(cue):
            if mark.span.start > cue.end or mark.span.end < cue.start or True:
                span = Span(min(span.start, mark.span.start), max(span.end, mark.span.end))
    return span


def _fronted(
    tree: Tree,
    cue: Cue,
    source: Span | None,
    around: Around,
    mark: Quotation | None,
    marks: Sequence[Quotation],
    pack: LanguagePack,
) -> Reading | None:
    text = tree.page.text
    if mark is not None and source is None:
        source = _named_behind(tree, cue)
        around = surroundings(tree, cue, source, around.free_from)
    if mark is None and not _inverted(tree, cue, around, pack):
        return None
    sentence_of_mark = tree.page.parse.sentence_at(mark.span.start) if mark else None
    content = front(text, around, mark, sentence_of_mark, pack)
    if content is None:
        return None
    spans = [content]
    rest = behind(text, around, _rest_end(tree, around, marks))
    if rest is not None and _goes_on(tree, cue, rest, mark, marks, pack):
        spans.append(rest)
    return _reading(tree, cue.span, source, spans, marks)


def _named_behind(tree: Tree, cue: Cue) -> Span | None:
    """The words right behind an inverted cue ("...," *added another guard*.), up to the next mark or verb; None if none."""
    first = max(cue.words) + 1
    last = first
    while last < len(tree.tokens) and tree.tokens[last].pos in _NOMINAL:
        last += 1
    if last == first or not any(t.pos in ("NOUN", "PROPN", "PRON") for t in tree.tokens[first:last]):
        return None
    if tree.tokens[first].start - cue.span.end > 1:
        return None
    return Span(tree.tokens[first].start, tree.tokens[last - 1].end)


def _rest_end(tree: Tree, around: Around, marks: Sequence[Quotation]) -> int:
    end = around.sentence.end
    for mark in marks:
        if around.group.end <= mark.span.start < end:
            end = max(end, mark.span.end)
    return end


def _goes_on(
    tree: Tree, cue: Cue, rest: Span, mark: Quotation | None, marks: Sequence[Quotation], pack: LanguagePack
) -> bool:
    """Whether what stands behind the group's comma is content again."""
    if any(m.span.start == rest.start for m in marks):
        return True
    if mark is not None:
        return False
    words = tree.page.parse.tokens_in(rest)
    if not words or words[0].lemma.lower() in word_list(pack, "attribution_words", "clause break") or words[0].tag == "VBG":
        return False
    return True


def _inverted(tree: Tree, cue: Cue, around: Around, pack: LanguagePack) -> bool:
    """Whether a clause without quotation marks in front of the group is what the cue reports ("The hill fell, she said")."""
    if any(
        tree.tokens[c].lemma.lower() not in word_list(pack, "attribution_words", "lead-in")
        for c in tree.children(cue.head, "marker")
    ):
        return False
    if _set_off(tree.page.text, around):
        return True
    start = max(around.sentence.start, around.free_from)
    if any(start <= tree.tokens[c].start < around.group.start for c in tree.children(cue.head, "clause")):
        return True
    if tree.tokens[cue.head].tag not in ("VBD", "VBZ", "VBP", "VB", ""):
        return False
    if not tree.stands(cue.head, "aside", "conjunct", "adverbial_clause") and tree.tokens[cue.head].head != cue.head:
        return False
    rest = tree.page.text[around.group.end : around.sentence.end].strip(" .,;\n")
    before = [t for t in tree.page.parse.tokens_in(Span(start, max(start, around.group.start))) if t.pos in ("VERB", "AUX")]
    return not rest and bool(before)


def _by_preposition(
    tree: Tree, cue: Cue, source: Span | None, marks: Sequence[Quotation], pack: LanguagePack, free_from: int
) -> Reading | None:
    """ "According to X": the clause that it stands beside, without itself."""
    if source is None:
        return None
    text = tree.page.text
    around = surroundings(tree, cue, source, free_from)
    group = Span(min(cue.span.start, source.start), max(cue.span.end, source.end))
    around = Around(group=group, sentence=around.sentence, line=around.line, free_from=free_from)
    spans: list[Span] = []
    mark = quotation_before(text, around, marks)
    sentence_of_mark = tree.page.parse.sentence_at(mark.span.start) if mark else None
    before = front(text, around, mark, sentence_of_mark, pack)
    if before is None:
        start = max(around.sentence.start, free_from)
        lead = Span(start, max(start, group.start)).trimmed(text)
        before = lead if len(lead) and any(t.pos in ("VERB", "AUX") for t in tree.page.parse.tokens_in(lead)) else None
    if before is not None:
        spans.append(before)
    rest = behind(text, around, _rest_end(tree, around, marks))
    if rest is not None:
        words = tree.page.parse.tokens_in(rest)
        starts_new = words and words[0].lemma.lower() in word_list(pack, "attribution_words", "clause break")
        if before is None or not (starts_new or words[0].tag == "VBG"):
            spans.append(rest)
    if not spans:
        return None
    return _reading(tree, cue.span, source, spans, marks)


__all__ = ["Taken", "parsed_readings"]
