"""Content by its place: in front of the group of source and cue, behind it, or on both sides."""

import re
from collections.abc import Sequence

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Relation, Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_SENTENCE_END = re.compile(r"[.?!…][\"”»’')]*\s+(?=\W*[A-ZА-ЯЁІЇЄҐ\d])|[.?!…][\"”»’')]*\s+$")
_BOUNDS = ",—–-?!…"
"""What may part content from the group behind it, a closing quotation mark aside."""
_IN_PASSING = 5
"""Words up to which a quotation without a comma behind it is taken for a part of the sentence."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """A group of source and cue with the sentence and line it stands in.

    Attributes:
        group: From the first to the last of source and cue, with what hangs on the cue ("told reporters on Friday").
        sentence: The parser's sentence.
        line: The line (paragraph).
    """

    group: Span
    sentence: Span
    line: Span


def line_at(text: str, position: int) -> Span:
    """The line of ``text`` that holds ``position``, without blanks at its ends."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return Span(start, len(text) if end < 0 else end).trimmed(text)


def surroundings(tree: Tree, cue: Cue, source: Span | None) -> Around:
    """The group of ``cue`` and ``source`` with its surroundings."""
    text = tree.page.text
    start, end = cue.span.start, max(cue.span.end, tree.tokens[max(cue.words)].end)
    if source is not None and not _parted(tree, cue, source):
        start, end = min(start, source.start), max(end, source.end)
    hanging: tuple[Relation, ...] = ("preposition", "adverb")
    if cue.entry.object == "recipient":
        hanging = (*hanging, "object")
    for child in tree.children(cue.head, *hanging):
        below = tree.below(child)
        first, last = tree.tokens[below[0]], tree.tokens[below[-1]]
        if first.start >= end and not text[end : first.start].strip() and not _marks(text, Span(first.start, last.end)):
            end = last.end
    sentence = tree.sentence(cue.head)
    return Around(group=Span(start, end), sentence=sentence, line=line_at(text, cue.span.start))


def _parted(tree: Tree, cue: Cue, source: Span) -> bool:
    """Whether quoted words or another verb stand between source and cue ("the guard *told* us, citing ...")."""
    low, high = min(cue.span.end, source.end), max(cue.span.start, source.start)
    if low >= high:
        return False
    between = Span(low, high)
    return _marks(tree.page.text, between) or any(t.pos == "VERB" for t in tree.page.parse.tokens_in(between))


def _marks(text: str, span: Span) -> bool:
    return any(mark in text[span.start : span.end] for mark in ("“", "”", '"', "''", "«"))


def quotation_before(text: str, around: Around, marks: Sequence[Quotation]) -> Quotation | None:
    """The quotation that ends right in front of the group, at most a comma or a dash between them."""
    for mark in reversed(marks):
        if mark.span.end <= around.group.start:
            gap = text[mark.span.end : around.group.start].strip()
            near = mark.span.start >= around.line.start and gap in ("", ",", "—", "–", "-", ", —", ".", ",—")
            inner = text[mark.span.start : mark.span.end].rstrip("”\"'»’“ ")
            # Without a mark between, few words are quoted in passing: 'was "glad" to announce'.
            said = gap != "" or inner[-1:] in ",.?!…—–-" or len(inner.split()) > _IN_PASSING
            return mark if near and said and mark.closed else None
    return None


def quotation_after(text: str, around: Around, marks: Sequence[Quotation], pack: LanguagePack) -> Quotation | None:
    """The quotation that begins right behind the group, at most a comma, a colon or a conjunction between them."""
    for mark in marks:
        if mark.span.start >= around.group.end:
            gap = text[around.group.end : mark.span.start]
            words = gap.strip().strip(",:—–-").strip().lower()
            joined = words == "" or words in word_list(pack, "attribution_words", "complementizer")
            if joined and mark.span.start <= around.line.end:
                return mark
            if words == "" and ":" in gap and gap.count("\n") <= 2:
                return mark
            return None
    return None


def front(text: str, around: Around, mark: Quotation | None, sentence_of_mark: Span | None, free_from: int) -> Span | None:
    """The content in front of the group, from its quotation's or its sentence's beginning; None if nothing stands there.

    ``free_from`` is where the sentence is not yet taken by a group before.
    """
    if mark is not None:
        start = mark.span.start
        lead = sentence_of_mark.start if sentence_of_mark is not None else start
        lead = max(lead, free_from if free_from <= start else lead, around.line.start)
        ended = list(_SENTENCE_END.finditer(text[lead:start]))
        lead += ended[-1].end() if ended else 0  # the parser misses sentence ends in front of quotation marks
        between = text[lead:start]
        if (
            lead < start
            and between.strip()
            and not between.rstrip().endswith((":", ","))
            and not _marks(text, Span(lead, start))
        ):
            start = lead
        return _tidied(text, Span(start, mark.span.end))
    before = text[around.line.start : around.group.start].rstrip()
    if not before or before[-1] not in _BOUNDS:
        return None
    start = max(around.sentence.start, free_from, around.line.start)
    if start >= around.group.start:
        return None
    return _tidied(text, Span(start, around.group.start))


def _tidied(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–-."):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return Span(start, end) if start < end else None


def behind(text: str, around: Around, limit: int) -> Span | None:
    """The rest of the sentence behind the group and its comma, up to ``limit``; None if nothing stands there."""
    start = around.group.end
    if start >= len(text) or text[start] not in ",—–":
        return None
    end = min(limit, around.line.end)
    while start < end and (text[start].isspace() or text[start] in ",—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",.;:—–-"):
        end -= 1
    return Span(start, end) if start < end else None
