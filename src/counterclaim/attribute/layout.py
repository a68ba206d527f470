"""Attribution by layout alone: pasted posts with their signature, scripts and interviews, headlines with colon or dash."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.attribute.quotes import near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.runs import case_of
from counterclaim.attribute.sources import can_speak, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

_SIGNATURE = re.compile(r"^[—–-]*[^\S\n]*(?P<name>[^\s—–-][^()\n]{0,60}?)[^\S\n]*\((?P<handle>@\w+)\)[^\n]*$", re.MULTILINE)
""" "— Name (@handle) 2 March 2022" below a pasted post."""
_LINK_LINE = re.compile(r"^\s*(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S*\s*$")
_SCRIPT = re.compile(
    r"^(?P<name>[^\W\d_a-zа-яё][^\na-zа-яёіїєґ:,;!?\"“”«»]{2,40}?)(?P<colon>:)[^\S\n]+(?P<text>\S[^\n]*)$", re.MULTILINE
)
""" "NAME: text" in a line of its own, the name in capitals. "Q:" and "A:" name nobody and are left out."""
_SCRIPT_LINES = 2
"""Lines of that shape from which a text counts as a script: one alone is a heading."""
_TITLED = re.compile(r"^(?P<name>[^\n:]{2,60}?)(?P<colon>:)[^\S\n]+(?P<text>[^\n]{8,})$")
_DASHED = re.compile(r"^(?P<text>[^\n]{12,}?)[^\S\n]+(?P<dash>[-—–])[^\S\n]+(?P<name>[^\n:\"“”«»—–]{2,50})$")
_SPEAKERS = ("PERSON", "ORG", "NORP")
_HEADLINES = ("headline", "subhead")


def layout_readings(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> tuple[Reading, ...]:
    """Readings that the layout gives away, in text order. Only zones of the article are looked at."""
    found = [*_posts(tree, marks), *_scripts(tree, marks), *_headlines(tree, marks, pack)]
    return tuple(sorted(found, key=lambda r: r.content[0].start))


def _posts(tree: Tree, marks: Sequence[Quotation]) -> Iterator[Reading]:
    """A pasted post: its text is the content, the name of its signature the source; there is no cue."""
    text = tree.page.text
    for zone in tree.page.clean.zones:
        if zone.kind != "embed":
            continue
        start = zone.start
        for match in _SIGNATURE.finditer(text, zone.start, zone.end):
            source = Span(match.start("name"), match.end("name")).trimmed(text)
            body = tuple(_lines_of_post(text, Span(start, match.start())))
            start = match.end()
            if body and len(source):
                reading = reading_of(tree, None, source, body, near(marks, zone.span))
                if reading is not None:
                    yield reading


def _lines_of_post(text: str, span: Span) -> Iterator[Span]:
    """The post's words without its links, as few spans as can be."""
    at = span.start
    for line in span.words(text).splitlines(keepends=True):
        place = Span(at, at + len(line)).trimmed(text)
        at += len(line)
        if len(place) and not _LINK_LINE.match(place.words(text)):
            yield place


def _scripts(tree: Tree, marks: Sequence[Quotation]) -> Iterator[Reading]:
    text = tree.page.text
    lines = [
        match for zone in tree.page.clean.zones if zone.kind == "body" for match in _SCRIPT.finditer(text, zone.start, zone.end)
    ]
    if len(lines) < _SCRIPT_LINES or len({m["name"] for m in lines}) == len(lines) > _SCRIPT_LINES:
        return
    for match in lines:
        source = Span(match.start("name"), match.end("name")).trimmed(text)
        content = Span(match.start("text"), match.end("text")).trimmed(text)
        reading = reading_of(tree, Span(match.start("colon"), match.end("colon")), source, (content,), near(marks, content))
        if reading is not None:
            yield reading


def _headlines(tree: Tree, marks: Sequence[Quotation], pack: LanguagePack) -> Iterator[Reading]:
    text = tree.page.text
    for line in _headline_lines(tree):
        words = line.words(text)
        for pattern, sign in ((_TITLED, "colon"), (_DASHED, "dash")):
            match = pattern.match(words)
            if match is None:
                continue
            name = Span(line.start + match.start("name"), line.start + match.end("name"))
            content = Span(line.start + match.start("text"), line.start + match.end("text"))
            cue = Span(line.start + match.start(sign), line.start + match.end(sign))
            quoted = sign == "colon" and any(m.span.start == content.start for m in near(marks, content))
            clause = any(t.pos in ("VERB", "AUX") for t in tree.page.parse.tokens_in(name))
            if clause or _is_label(name.words(text), pack) or not (quoted or _is_speaker(tree, name, pack)):
                continue
            reading = reading_of(tree, cue, name, (_without_stop(text, content),), near(marks, content))
            if reading is not None:
                yield reading
                break


def _headline_lines(tree: Tree) -> Iterator[Span]:
    """Headlines and subheads; where no zone is marked so, the first line of the article if it is short enough for one."""
    text = tree.page.text
    zones = [z for z in tree.page.clean.zones if z.kind in _HEADLINES]
    for zone in zones:
        at = zone.start
        for line in zone.span.words(text).splitlines(keepends=True):
            yield Span(at, at + len(line)).trimmed(text)
            at += len(line)
    if not zones and (spans := tree.page.article_spans()):
        whole = spans[0].trimmed(text)
        end = text.find("\n", whole.start, whole.end)
        if end >= 0 and end - whole.start <= 160:
            yield Span(whole.start, end).trimmed(text)


def _without_stop(text: str, span: Span) -> Span:
    return Span(span.start, span.end - 1) if text[span.end - 1] == "." else span


def _is_label(name: str, pack: LanguagePack) -> bool:
    """Whether the words in front of a headline's colon say what kind of piece it is ("LIVE", "Exclusive")."""
    return bool(set(name.lower().split()) & word_list(pack, "attribution_words", "headline label"))


def _is_speaker(tree: Tree, name: Span, pack: LanguagePack) -> bool:
    """Whether the words are a person's or organisation's name, with at most titles in front.

    A thing that stands at, in or against something ("Strike on the Tarsk depot") or bears a name ("Tarsk station") is none.
    """
    words = tree.page.parse.tokens_in(name)
    if not words or len(words) > 7:
        return False
    body = case_of(words[0]) == "Nom" and can_speak(words[0], pack) and words[-1].entity == "GPE"  # "the police of Tarsk"
    if not body and not {words[0].entity, words[-1].entity} & set(_SPEAKERS):
        return False
    if not words[0].entity:
        belonging = word_list(pack, "prepositions", "belonging")
        if any(t.pos == "ADP" and t.lemma.lower() not in belonging for t in words):
            return False
        thing = next((t for t in words if t.pos == "NOUN"), words[-1])
        if "Animacy=Inan" in thing.feats and not can_speak(thing, pack):
            return False
    return all(t.entity or t.pos in ("PROPN", "NOUN", "ADJ", "PUNCT", "DET", "ADP") for t in words)
