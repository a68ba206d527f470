"""Content in front of its cue, or on both sides of it: "The hill fell, she said, and burned"; "according to"."""

from collections.abc import Sequence

from counterclaim.attribute.around import Around, behind, front, quotation_before, surroundings
from counterclaim.attribute.cues import Cue
from counterclaim.attribute.forms import is_infinitive_mark, verb_form
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_VERBAL = ("VERB", "AUX")


class Peers:
    """The groups of source and cue met so far, so that the next one knows where its own content can begin."""

    def __init__(self) -> None:
        self._last: Span | None = None

    def start(self, tree: Tree, sentence: Span, group: Span, pack: LanguagePack) -> int:
        """Where the content in front of ``group`` begins: at its sentence, or behind the last group where a clause starts anew.

        A new clause is told by a semicolon, or by a conjunction with a subject and verb behind it; a mere verb that goes on
        is not one ("The hill fell, X said, *and burned*, Y reported").
        """
        text = tree.page.text
        start = sentence.start
        cut = text.rfind(";", sentence.start, group.start)
        if cut >= 0 and _has_verb(tree, Span(cut, group.start)):
            start = cut + 1
        last = self._last
        if last is not None and start <= last.start and last.end < group.start and sentence.contains(last):
            words = tree.page.parse.tokens_in(Span(last.end, group.start))
            opening = [t for t in words if t.pos != "PUNCT"][:2]
            joining = word_list(pack, "attribution_words", "joining") | word_list(pack, "attribution_words", "clause break")
            if len(opening) == 2 and opening[0].lemma.lower() in joining and opening[1].pos not in _VERBAL:
                start = opening[0].end
        return start

    def add(self, group: Span) -> None:
        """Remember ``group`` as the last."""
        self._last = group


def is_begun(tree: Tree, around: Around) -> bool:
    """Whether a sentence without its verb yet stands in front of an aside ("*The new mill*, she said, “is a gift”")."""
    lead = Span(around.sentence.start, max(around.sentence.start, around.group.start))
    return is_set_off(tree.page.text, around) and bool(len(lead)) and not _has_verb(tree, lead)


def is_set_off(text: str, around: Around) -> bool:
    """Whether the group stands between commas or dashes, as an aside in the content ("the hill, *he said*, fell")."""
    before = text[around.line.start : around.group.start].rstrip()
    after = text[around.group.end : around.group.end + 3].strip()[:1]
    return before.endswith((",", "—", "–", " -")) and after in (",", "—", "–", "-")


def fronted(
    tree: Tree,
    cue: Cue,
    source: Span | None,
    around: Around,
    mark: Quotation | None,
    marks: Sequence[Quotation],
    pack: LanguagePack,
    peers: Peers,
) -> Reading | None:
    """The reading of a group with its content in front, and behind it where that goes on; None if no content stands there."""
    text = tree.page.text
    start = peers.start(tree, around.sentence, around.group, pack)
    if mark is None and (led := _led_in(tree, around, start, marks, pack)) is not None:
        peers.add(around.group)
        return reading_of(tree, cue.span, source, (led,), marks)
    if mark is None and not _inverted(tree, cue, around, start, pack):
        return None
    content = front(text, around, mark, tree.page.parse.sentence_at(mark.span.start) if mark else None, start)
    if content is None:
        return None
    peers.add(around.group)
    spans = [content]
    rest = behind(text, around, _rest_end(around, marks))
    if rest is not None and _goes_on(tree, content, rest, mark, marks, pack):
        spans.append(rest)
    return reading_of(tree, cue.span, source, spans, marks)


def _led_in(tree: Tree, around: Around, start: int, marks: Sequence[Quotation], pack: LanguagePack) -> Span | None:
    """The sentence behind a parenthetical clause that opens it ("*As the mayor said*, the hill fell"); None if none does."""
    words = tree.page.parse.tokens_in(Span(start, max(start, around.group.start)))
    if len(words) != 1 or words[0].lemma.lower() not in word_list(pack, "attribution_words", "lead-in"):
        return None
    rest = behind(tree.page.text, around, _rest_end(around, marks))
    tokens = tree.page.parse.tokens_in(rest) if rest is not None else ()
    if rest is None or not tokens or verb_form(tokens[0]) != "gerund":
        return rest
    comma = tree.page.text.find(",", rest.start, rest.end)  # "As X reported, *citing a guard*, the hill fell"
    return Span(comma + 1, rest.end).trimmed(tree.page.text) if comma >= 0 else None


def by_preposition(
    tree: Tree, cue: Cue, source: Span | None, marks: Sequence[Quotation], pack: LanguagePack, peers: Peers
) -> Reading | None:
    """The reading of "according to X": the clause that it stands beside, without itself; None if no clause stands there."""
    if source is None:
        return None
    text = tree.page.text
    wide = surroundings(tree, cue, source)
    group = Span(min(cue.span.start, source.start), max(cue.span.end, source.end))
    around = Around(group=group, sentence=wide.sentence, line=wide.line)
    start = peers.start(tree, around.sentence, group, pack)
    mark = quotation_before(text, around, marks)
    before = front(text, around, mark, tree.page.parse.sentence_at(mark.span.start) if mark else None, start)
    if before is None:
        lead = Span(start, max(start, group.start)).trimmed(text)
        before = lead if len(lead) and _has_verb(tree, lead) else None
    rest = behind(text, around, _rest_end(around, marks))
    if before is not None and rest is not None and not _goes_on(tree, before, rest, mark, marks, pack):
        rest = None
    spans = [span for span in (before, rest) if span is not None]
    if not spans:
        return None
    peers.add(group)
    return reading_of(tree, cue.span, source, spans, marks)


def _has_verb(tree: Tree, span: Span) -> bool:
    return any(t.pos in _VERBAL for t in tree.page.parse.tokens_in(span))


def _rest_end(around: Around, marks: Sequence[Quotation]) -> int:
    end = around.sentence.end
    for mark in marks:
        if around.group.end <= mark.span.start < end:
            end = max(end, mark.span.end)
    return end


def _goes_on(
    tree: Tree, before: Span, rest: Span, mark: Quotation | None, marks: Sequence[Quotation], pack: LanguagePack
) -> bool:
    """Whether ``rest``, behind the group's comma, is content again.

    It is where it is quoted, where ``before`` is no sentence without it, and where a conjunction joins it on.
    """
    if any(m.span.start == rest.start for m in marks):
        return True
    words = tree.page.parse.tokens_in(rest)
    if mark is not None or not words:
        return False
    first = words[0].lemma.lower()
    lead = tree.page.parse.tokens_in(before)[:1]
    breaks = word_list(pack, "attribution_words", "clause break")
    if any(t.pos in ("ADP", "SCONJ") or verb_form(t) == "gerund" or t.lemma.lower() in breaks for t in lead):
        return True  # "By noon, *he said*, the hill had fallen"
    if first in breaks or verb_form(words[0]) == "gerund":
        return False
    last = tree.page.parse.tokens_in(before)[-1:]
    absolute = any(verb_form(t) == "gerund" for t in words)  # "with both sides blaming each other"
    if words[0].pos == "ADP" and not absolute and any(t.pos in _VERBAL for t in last):
        return True  # "The mine would be shut, *he said*, by May"
    if is_infinitive_mark(words[0]):
        return True
    if first in word_list(pack, "attribution_words", "joining") or first in word_list(
        pack, "attribution_words", "bare conjunction"
    ):
        return True
    return not _has_verb(tree, before)


def _inverted(tree: Tree, cue: Cue, around: Around, start: int, pack: LanguagePack) -> bool:
    """Whether a clause without quotation marks in front of the group is what the cue reports ("The hill fell, she said")."""
    for child in tree.children(cue.head, "marker"):
        if tree.tokens[child].lemma.lower() not in word_list(pack, "attribution_words", "lead-in"):
            return False
    if is_set_off(tree.page.text, around):
        return True
    if any(start <= tree.tokens[c].start < around.group.start for c in tree.children(cue.head, "clause")):
        return True
    if verb_form(tree.tokens[cue.head]) in ("gerund", "participle"):
        return False
    rest = tree.page.text[around.group.end : around.sentence.end].strip(" .,;\n")
    before = Span(start, max(start, around.group.start))
    return not rest.split(",")[0] and _has_verb(tree, before)
