"""What a cue takes as its content, by the parse: clauses, infinitives, objects and prepositional phrases."""

from collections.abc import Iterator

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.sources import named, subject, tidy, word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.cues import Frame
from counterclaim.values.span import Span

_VERBAL = ("VERB", "AUX")


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """The content that a cue takes.

    Attributes:
        frame: Which of the cue's frames it fills; ``prep`` for one of its prepositions.
        content: The words, possibly discontinuous.
        cue: The cue's span, with its preposition where that belongs to it ("called for").
    """

    frame: Frame | str
    content: tuple[Span, ...]
    cue: Span


def content_after(tree: Tree, cue: Cue, pack: LanguagePack) -> Taken | None:
    """The content that stands where the parse says it should, mostly behind the cue; None if no frame is filled.

    Frames are tried from the most telling: object and complement, finite clause, infinitive, preposition, gerund, object.
    """
    if cue.entry.kind == "preposition":
        return None
    head = cue.head
    if cue.entry.kind in ("noun", "adjective"):
        return _of_noun(tree, cue)
    frames = cue.entry.frames
    if "as" in frames and (taken := _object_and_complement(tree, cue)):
        return taken
    if "clause" in frames and (taken := _clause(tree, cue, pack)):
        return taken
    if "to" in frames and (taken := _infinitive(tree, cue, pack)):
        return taken
    if cue.entry.preps and (taken := _prepositional(tree, cue)):
        return taken
    if "ing" in frames:
        for child in tree.children(head, "open_clause", "clause"):
            gerund = tree.tokens[child].tag == "VBG" and not any(tree.children(child, "auxiliary"))
            if gerund and tree.tokens[child].start > tree.tokens[head].start:
                return _take(tree, cue, "ing", (tree.run(child),))
    if "np" in frames and (taken := _object(tree, cue)):
        return taken
    return None


def _take(tree: Tree, cue: Cue, frame: str, spans: tuple[Span, ...], group: Span | None = None) -> Taken | None:
    text = tree.page.text
    kept = [span for s in spans if (span := _bare(text, s)) is not None]
    if not kept or any(span.overlaps(cue.span) for span in kept) or all(_is_time(tree, span) for span in kept):
        return None
    return Taken(frame=frame, content=tree.joined(kept), cue=group or cue.span)


def _is_time(tree: Tree, span: Span) -> bool:
    """Whether the words are a mere date or time ("insisted on *Friday*")."""
    words = tree.page.parse.tokens_in(span)
    return bool(words) and all(t.entity in ("DATE", "TIME") or t.pos in ("ADP", "DET") for t in words)


def _bare(text: str, span: Span) -> Span | None:
    """Without blanks and the punctuation that parts it from the rest of the sentence; quotation marks stay."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    if start < end and text[end - 1] == "." and not (end - 2 >= start and text[end - 2] == "."):
        end -= 1
    return Span(start, end) if start < end else None


def _clause(tree: Tree, cue: Cue, pack: LanguagePack) -> Taken | None:
    after = tree.tokens[cue.words[-1]].start
    for child in tree.children(cue.head, "clause", "open_clause"):
        if tree.tokens[child].start < after or (tree.stands(child, "open_clause") and not _misread(tree, cue, child)):
            continue
        span = reach(tree, cue, child)
        if span is not None:
            return _take(tree, cue, "clause", (span,))
    if cue.entry.object != "recipient" and _opens_clause(tree, max(cue.words) + 1, cue, pack):
        last = tree.tokens[tree.below(cue.head)[-1]]  # the parser took the clause apart, but not its conjunction
        return _take(tree, cue, "clause", (Span(tree.tokens[max(cue.words) + 1].start, last.end),))
    for child in tree.children(cue.head, "preposition"):
        noun = tree.first(child, "prepositional_object")
        if noun is None or tree.tokens[noun].pos in _VERBAL:
            continue
        for inner in tree.children(noun, "noun_clause"):
            if tree.tokens[child].start > after and _finite_content(tree, inner):
                return _take(tree, cue, "clause", (tree.run(inner),))  # "said *in a statement* that ..."
    return None


def _misread(tree: Tree, cue: Cue, child: int) -> bool:
    """Whether a gerund is really the subject of the clause that the cue takes ("said *legalising it could* help")."""
    gerund = tree.tokens[child].tag == "VBG" and "ing" not in cue.entry.frames
    return gerund and any(tree.stands(c, "clause") for c in tree.children(child))


def _opens_clause(tree: Tree, index: int, cue: Cue, pack: LanguagePack) -> bool:
    """Whether the token right behind the cue is a conjunction below it, with more to come."""
    below = tree.below(cue.head)
    if index not in below or not tree.stands(index, "marker") or below[-1] <= index + 1:
        return False
    return tree.tokens[index].lemma.lower() in word_list(pack, "attribution_words", "bare conjunction")


def reach(tree: Tree, cue: Cue, child: int) -> Span | None:
    """From the clause's first word behind the cue to where the cue's own phrase ends.

    What the parser hangs on the cue behind its clause without a comma is most often the clause's ("said he left *after
    the war*").
    """
    start = next((tree.tokens[i].start for i in tree.below(child) if tree.tokens[i].start >= cue.span.end), None)
    if start is None:
        return None
    end = tree.tokens[tree.below(child)[-1]].end
    for sibling in tree.children(cue.head):
        token = tree.tokens[sibling]
        if token.start < end or tree.stands(sibling, "conjunct", "coordinator", "subject"):
            continue
        first = tree.tokens[tree.below(sibling)[0]].start
        between = tree.page.text[end:first].strip()
        if between or token.pos == "PUNCT" or not tree.stands(sibling, "preposition", "adverb", "adverbial_clause", "object"):
            break
        end = tree.tokens[tree.below(sibling)[-1]].end
    return Span(start, end) if end > start else None


def _infinitive(tree: Tree, cue: Cue, pack: LanguagePack) -> Taken | None:
    after = tree.tokens[cue.head].start
    for child in tree.children(cue.head, "open_clause", "clause", "adverbial_clause"):
        token = tree.tokens[child]
        if token.start < after or not _has_to(tree, child):
            continue
        subjects = [c for c in tree.children(child, "subject", "passive_subject") if tree.tokens[c].start < token.start]
        start = _to_of(tree, child)
        if subjects and cue.entry.object != "recipient":
            start = tree.tokens[tree.below(subjects[0])[0]].start
        elif cue.entry.object == "target":
            objects = [c for c in tree.children(cue.head, "object") if tree.tokens[c].start > after]
            if objects:
                start = tree.tokens[tree.below(objects[0])[0]].start
        spans = [Span(start, tree.tokens[tree.below(child)[-1]].end)]
        raised = tree.first(cue.head, "passive_subject")
        if raised is not None and tree.tokens[raised].lemma.lower() in word_list(pack, "attribution_words", "expletive"):
            raised = None
        elif raised is not None and "clause" not in cue.entry.frames and cue.entry.object == "content":
            return None  # "the road is intended to ..." tells a purpose, not what somebody says
        elif (
            raised is None
            and cue.entry.object == "content"
            and cue.entry.lemma in word_list(pack, "attribution_words", "raising")
        ):
            raised = tree.first(cue.head, "subject")
        if raised is not None and cue.entry.object != "recipient":
            topic = named(tree, raised, cue.span, pack)
            if topic is not None:
                spans.insert(0, topic)
        return _take(tree, cue, "to", tuple(spans))
    return None


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].tag == "TO" for c in tree.children(verb, "auxiliary"))


def _to_of(tree: Tree, verb: int) -> int:
    places = [tree.tokens[c].start for c in tree.children(verb) if tree.tokens[c].tag == "TO"]
    negated = [tree.tokens[c].start for c in tree.children(verb, "auxiliary", "adverb") if tree.tokens[c].start < min(places)]
    return min([*places, *negated[-1:]])


def _object_and_complement(tree: Tree, cue: Cue) -> Taken | None:
    head = cue.head
    after = tree.tokens[head].start
    objects = [c for c in tree.children(head, "object") if tree.tokens[c].start > after]
    complements = [c for c in tree.children(head, "complement") if tree.tokens[c].start > after]
    complements += [
        c
        for c in tree.children(head, "preposition")
        if tree.tokens[c].lemma.lower() in ("as", *cue.entry.preps) and tree.tokens[c].start > after
    ]
    small = [
        c
        for c in tree.children(head, "clause", "open_clause")
        if tree.tokens[c].start > after
        and tree.tokens[c].pos not in _VERBAL
        and not any(tree.children(c, "marker", "auxiliary"))
    ]
    passive = tree.first(head, "passive_subject")
    if passive is not None and (complements or small):
        spans = (tree.run(passive), tree.run((complements or small)[0]))
        return _take(tree, cue, "as", (Span(spans[0].start, min(spans[0].end, cue.span.start)), spans[1]))
    if small and not complements:
        return _take(tree, cue, "as", (tree.run(small[0]),))
    if objects and complements:
        first = min(tree.below(objects[0])[0], tree.below(complements[0])[0])
        last = max(tree.below(objects[0])[-1], tree.below(complements[-1])[-1])
        return _take(tree, cue, "as", (Span(tree.tokens[first].start, tree.tokens[last].end),))
    bare = [c for c in complements if not tree.stands(c, "preposition")]
    if bare and not objects and passive is None and cue.entry.object == "content":
        return _take(tree, cue, "as", (tree.run(bare[0]),))  # "called *the ban unlawful*", taken for one phrase
    if objects and not complements and any(_renames(tree, objects[0], c) for c in tree.children(objects[0], "apposition")):
        return _take(tree, cue, "as", (tree.run(objects[0]),))  # "dubbed *the minister a fox*", taken for an apposition
    if tree.tokens[head].tag == "VBN" and complements and tree.stands(head, "noun_clause"):
        return _take(tree, cue, "as", (tree.run(complements[0]),))
    return None


def _renames(tree: Tree, noun: int, apposition: int) -> bool:
    """Whether an apposition follows its noun without a comma: no apposition, then, but what the noun is called."""
    first = tree.tokens[tree.below(apposition)[0]]
    return first.start > tree.tokens[noun].end and "," not in tree.page.text[tree.tokens[noun].end : first.start]


def _prepositional(tree: Tree, cue: Cue) -> Taken | None:
    after = tree.tokens[cue.words[-1]].start
    head = cue.head
    owners = [head, *(w for w in cue.words[1:])]
    objects = [
        c for c in tree.children(head, "object") if tree.tokens[c].start > tree.tokens[head].start and c not in cue.words
    ]
    owners += objects
    for owner in owners:
        for child in tree.children(owner, "preposition", "particle", "agent"):
            token = tree.tokens[child]
            if token.lemma.lower() not in cue.entry.preps or token.start < after:
                continue
            inner = tree.first(child, "prepositional_object")
            if inner is None:
                continue
            end = tree.tokens[tree.below(child)[-1]].end
            if cue.entry.object == "target" or (objects and owner != head and owner not in cue.words):
                passive = tree.first(head, "passive_subject")
                if objects:
                    return _take(tree, cue, "prep", (Span(tree.tokens[tree.below(objects[0])[0]].start, end),))
                if passive is not None:
                    topic = tree.run(passive)
                    return _take(tree, cue, "prep", (Span(topic.start, min(topic.end, cue.span.start)), Span(token.start, end)))
            for later in tree.children(owner, "preposition"):
                if objects and tree.tokens[later].start > token.start and tree.tokens[later].lemma == token.lemma:
                    end = tree.tokens[tree.below(later)[-1]].end  # "put the dead *at the mill at* nine": the last one counts
            if objects and cue.entry.object == "content" and owner == head and not set(cue.words[1:]) & set(objects):
                return _take(tree, cue, "prep", (Span(tree.tokens[tree.below(objects[0])[0]].start, end),))
            group = Span(cue.span.start, token.end) if not tree.page.text[cue.span.end : token.start].strip() else cue.span
            content = Span(tree.tokens[tree.below(inner)[0]].start, end)
            return _take(tree, msgspec.structs.replace(cue, span=group), "prep", (content,), group)
    return None


def _object(tree: Tree, cue: Cue) -> Taken | None:
    if cue.entry.object == "recipient":
        return None
    after = tree.tokens[cue.words[-1]].start
    found: list[int] = [c for c in tree.children(cue.head, "object") if tree.tokens[c].start > after and c not in cue.words]
    for word in cue.words[1:]:
        found += [c for c in tree.children(word, "prepositional_object", "object") if tree.tokens[c].start > after]
    if found:
        span = tree.run(found[0])
        last = found[-1] if tree.tokens[found[-1]].start < span.end else found[0]
        end = max(span.end, tree.run(last).end)
        for sibling in tree.children(cue.head, "preposition"):
            if tree.tokens[sibling].start >= end and not tree.page.text[end : tree.tokens[sibling].start].strip():
                end = tree.tokens[tree.below(sibling)[-1]].end
        return _take(tree, cue, "np", (Span(span.start, end),))
    passive = tree.first(cue.head, "passive_subject")
    if passive is not None and cue.entry.frames and tree.first(cue.head, "agent") is not None:
        topic = tree.run(passive)
        return _take(tree, cue, "np", (Span(topic.start, min(topic.end, cue.span.start)),))
    return None


def _of_noun(tree: Tree, cue: Cue) -> Taken | None:
    head = cue.head
    after = tree.tokens[head].start
    for child in tree.children(head, "noun_clause", "open_clause"):
        if tree.tokens[child].start < after:
            continue
        if "to" in cue.entry.frames and _has_to(tree, child):
            return _take(tree, cue, "to", (Span(_to_of(tree, child), tree.tokens[tree.below(child)[-1]].end),))
        if "clause" in cue.entry.frames and _finite_content(tree, child):
            return _take(tree, cue, "clause", (tree.run(child),))
    if "clause" in cue.entry.frames and head + 1 < len(tree.tokens) and tree.stands(head + 1, "marker"):
        verb = tree.tokens[head + 1].head  # the parser hung the clause elsewhere, but its conjunction follows the noun
        if verb > head + 1 and _finite_content(tree, verb):
            last = tree.tokens[tree.below(verb)[-1]]
            return _take(tree, cue, "clause", (Span(tree.tokens[head + 1].start, last.end),))
    for child in _prepositions_of_noun(tree, head):
        token = tree.tokens[child]
        inner = tree.first(child, "prepositional_object")
        if token.lemma.lower() in cue.entry.preps and token.start > after and inner is not None:
            below = tree.below(child)
            group = Span(cue.span.start, token.end) if token.start - cue.span.end <= 1 else cue.span
            end = tree.tokens[below[-1]].end
            for behind in tree.children(head, "noun_clause"):
                first = tree.tokens[tree.below(behind)[0]].start
                if first >= end and not tree.page.text[end:first].strip():
                    end = tree.tokens[tree.below(behind)[-1]].end  # "reports of soldiers *refusing to fight*"
            content = Span(token.end, end)
            return _take(tree, msgspec.structs.replace(cue, span=group), "prep", (content,), group)
    return None


def _prepositions_of_noun(tree: Tree, noun: int) -> Iterator[int]:
    """The noun's prepositions, and those that the parser hung on a time between ("reports *in recent weeks* of shelling")."""
    for child in tree.children(noun, "preposition"):
        yield child
        inner = tree.first(child, "prepositional_object")
        if inner is not None and tree.tokens[inner].entity in ("DATE", "TIME"):
            yield from tree.children(inner, "preposition")


def _finite_content(tree: Tree, verb: int) -> bool:
    """Whether the clause at ``verb`` says what the noun is about ("claims *that the hill fell*"), not which noun it is.

    A relative clause lacks the part that its pronoun stands for; so a content clause has its conjunction as a mere marker
    and a subject of its own beside it.
    """
    if not any(tree.children(verb, "marker")):
        return False
    return any(tree.children(verb, "subject", "passive_subject"))


__all__ = ["Taken", "content_after", "reach", "subject", "tidy"]
