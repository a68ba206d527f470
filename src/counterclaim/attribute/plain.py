"""Readings without a parse: word lists, cases, punctuation and quotation marks alone.

For languages whose pack has no syntax. What the parse would tell is taken from the order of words: a source is the run of
nominal words beside the cue (in the case the cue asks for, where words carry case), a content clause begins at its conjunction
or colon and ends with its sentence, and what stands in front of ", said X" is what X said.
"""

from collections.abc import Sequence

from counterclaim.attribute.around import Around, behind, front, line_at, quotation_after, quotation_before
from counterclaim.attribute.cues import Cue
from counterclaim.attribute.each_cue import first_readings
from counterclaim.attribute.forms import is_infinitive_mark, verb_form
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.runs import NOMINAL, case_of, run_after, run_before, seat_before
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_HELPING = ("AUX", "ADV", "PART")
_NEAR = 6
"""Words that may stand between a cue and the conjunction of its clause (recipients, times)."""


def plain_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """One reading for each cue that finds a content by word order, in order of the cues."""
    return tuple(first_readings(tree, marks, pack, _read))


def _read(tree: Tree, cue: Cue, marks: Sequence[Quotation], pack: LanguagePack) -> Reading | None:
    if cue.entry.kind == "punctuation":
        return None
    if cue.entry.kind == "preposition":
        return _by_preposition(tree, cue, marks)
    group = _verb_group(tree, cue)
    if cue.entry.kind == "noun":
        source = run_after(tree, max(cue.words) + 1, "Gen")
        content = _clause_after(tree, cue, pack, source.end if source else group.end)
        if content is None or not (cue.entry.anonymous or source):
            return None
        return reading_of(tree, group, source, (content,), marks)
    before, after = run_before(tree, group), run_after(tree, max(cue.words) + 1, "Nom")
    text = tree.page.text
    if "quote" in cue.entry.frames or "clause" in cue.entry.frames:
        inverted = _inverted(tree, cue, group, before, after, marks)
        if inverted is not None:
            return inverted
        led = _led_in(tree, cue, group, before or after, marks, pack)
        if led is not None:
            return led
    content = clause = _clause_after(tree, cue, pack, group.end)
    if content is None and "quote" in cue.entry.frames:
        around = _around(tree, group, before)
        mark = quotation_after(text, around, marks, pack)
        content = mark.span if mark is not None else None
    if content is None:
        content = _phrase_after(tree, cue, group)
    before = before or seat_before(tree, group, pack)
    if content is None or (before is None and after is None and clause is None and not _passive(tree, cue)):
        return None
    source = before or (after if after is not None and not after.overlaps(content) else None)
    return reading_of(tree, group, source, (content,), marks)


def _verb_group(tree: Tree, cue: Cue) -> Span:
    """The cue with the helping words right in front of it ("*has never* said")."""
    first = min(cue.words)
    sentence = tree.sentence(cue.head)
    while first > 0 and tree.tokens[first - 1].pos in _HELPING and tree.tokens[first - 1].start >= sentence.start:
        first -= 1
    if cue.entry.kind != "verb":
        first = min(cue.words)
    return Span(tree.tokens[first].start, max(cue.span.end, tree.tokens[max(cue.words)].end))


def _around(tree: Tree, group: Span, source: Span | None) -> Around:
    whole = group if source is None else Span(min(group.start, source.start), max(group.end, source.end))
    sentence = tree.page.parse.sentence_at(group.start) or group
    return Around(group=whole, sentence=sentence, line=line_at(tree.page.text, group.start))


def _led_in(
    tree: Tree, cue: Cue, group: Span, source: Span | None, marks: Sequence[Quotation], pack: LanguagePack
) -> Reading | None:
    """The reading of a parenthetical clause of saying ("*As X writes*, the hill fell"); None if the group is none."""
    text = tree.page.text
    around = _around(tree, group, source)
    before = tree.page.parse.tokens_in(Span(around.sentence.start, max(around.sentence.start, around.group.start)))
    if not before or before[-1].lemma.lower() not in word_list(pack, "attribution_words", "lead-in"):
        return None
    lead = Span(before[-1].start, around.group.end)
    around = Around(group=lead, sentence=around.sentence, line=around.line)
    rest = behind(text, around, around.sentence.end)
    content = front(text, around, quotation_before(text, around, marks), None, around.sentence.start)
    spans = [s for s in (content, rest if content is None or not _has_verb(tree, content) else None) if s is not None]
    return reading_of(tree, group, source, spans, marks) if spans else None


def _has_verb(tree: Tree, span: Span) -> bool:
    return any(t.pos in ("VERB", "AUX") for t in tree.page.parse.tokens_in(span))


def _inverted(
    tree: Tree, cue: Cue, group: Span, before: Span | None, after: Span | None, marks: Sequence[Quotation]
) -> Reading | None:
    """What stands in front of "..., said X" or "..., X said"; None unless mark or comma part it from the group."""
    text = tree.page.text
    for source in (after, before):
        around = _around(tree, group, source)
        mark = quotation_before(text, around, marks)
        if mark is None and ("clause" not in cue.entry.frames or source is None):
            continue
        rest = text[around.group.end : around.sentence.end].strip(" .\n")
        if mark is None and (rest or around.group.start <= around.sentence.start):
            continue
        content = front(
            text, around, mark, tree.page.parse.sentence_at(mark.span.start) if mark else None, around.sentence.start
        )
        if content is None:
            continue
        spans = [content]
        more = behind(text, around, around.sentence.end)
        if more is not None and any(m.span.start == more.start for m in marks):
            spans.append(more)
        return reading_of(tree, group, source, spans, marks)
    return None


def _clause_after(tree: Tree, cue: Cue, pack: LanguagePack, start: int) -> Span | None:
    """The clause that a conjunction or a colon opens soon behind ``start``, to its sentence's end; None if none does."""
    if "clause" not in cue.entry.frames:
        return None
    text = tree.page.text
    sentence = tree.sentence(cue.head)
    conjunctions = word_list(pack, "attribution_words", "complementizer")
    for place in list(tree.page.parse.indices(Span(start, max(start, sentence.end))))[:_NEAR]:
        token = tree.tokens[place]
        if token.text == ":" or token.lemma.lower() in conjunctions or token.text.lower() in conjunctions:
            from_here = token.end if token.text == ":" else token.start
            return _to_end(text, Span(from_here, sentence.end))
        if token.pos == "VERB" or token.text in ("»", "”", ";"):
            return None
    return None


def _to_end(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;:—–-"):
        end -= 1
    return Span(start, end) if start < end else None


def _phrase_after(tree: Tree, cue: Cue, group: Span) -> Span | None:
    """An infinitive, a preposition's object or an object behind the cue, up to the next comma; None if none stands there."""
    text = tree.page.text
    sentence = tree.sentence(cue.head)
    places = list(tree.page.parse.indices(Span(group.end, max(group.end, sentence.end))))
    clause: list[int] = []
    for place in places:
        if tree.tokens[place].text in (",", ";", ":", "—", "–"):
            break
        clause.append(place)
    if not clause:
        return None
    whole = Span(tree.tokens[clause[0]].start, tree.tokens[clause[-1]].end)
    for place in clause:
        token = tree.tokens[place]
        infinitive = is_infinitive_mark(token) or verb_form(token) == "infinitive"
        if "to" in cue.entry.frames and infinitive:
            return _to_end(text, Span(token.start, sentence.end))
        if token.lemma.lower() in cue.entry.preps:
            start = whole.start if cue.entry.object == "target" else token.end
            return _to_end(text, Span(start, whole.end))
    if "np" in cue.entry.frames and tree.tokens[clause[0]].pos in NOMINAL and case_of(tree.tokens[clause[0]]) != "Nom":
        return _to_end(text, whole)
    return None


def _passive(tree: Tree, cue: Cue) -> bool:
    """Whether the cue can do without a named source: a passive, by its features or its helping verb."""
    token = tree.tokens[cue.head]
    if "Voice=Pass" in token.feats:
        return True
    return verb_form(token) == "participle" and cue.head > 0 and tree.tokens[cue.head - 1].pos == "AUX"


def _by_preposition(tree: Tree, cue: Cue, marks: Sequence[Quotation]) -> Reading | None:
    """The reading of "according to X": the source is the run behind it, the content the rest of the sentence."""
    text = tree.page.text
    span = Span(tree.tokens[min(cue.words)].start, tree.tokens[max(cue.words)].end)
    source = run_after(tree, max(cue.words) + 1, cue.entry.source_case)
    if source is None:
        return None
    around = _around(tree, span, source)
    mark = quotation_before(text, around, marks)
    content = front(text, around, mark, tree.page.parse.sentence_at(mark.span.start) if mark else None, around.sentence.start)
    rest = behind(text, around, around.sentence.end)
    spans = [s for s in (content, rest if content is None or not _has_verb(tree, content) else None) if s is not None]
    return reading_of(tree, span, source, spans, marks) if spans else None
