"""What a cue takes as its content, by the parse: clauses, infinitives, objects and prepositional phrases."""

from collections.abc import Iterator

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.forms import is_infinitive_mark, verb_form
from counterclaim.attribute.objects import object_and_complement, plain_object, prepositional
from counterclaim.attribute.sources import named, word_list
from counterclaim.attribute.taken import Taken, take
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.span import Span

_VERBAL = ("VERB", "AUX")


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
    if "as" in frames and (taken := object_and_complement(tree, cue)):
        return taken
    if "clause" in frames and (taken := _clause(tree, cue, pack)):
        return taken
    if "to" in frames and (taken := _infinitive(tree, cue, pack)):
        return taken
    if cue.entry.preps and (taken := prepositional(tree, cue)):
        return taken
    if "ing" in frames:
        for child in tree.children(head, "open_clause", "clause"):
            gerund = verb_form(tree.tokens[child]) == "gerund" and not any(tree.children(child, "auxiliary"))
            if gerund and tree.tokens[child].start > tree.tokens[head].start:
                return take(tree, cue, "ing", (tree.run(child),))
    if "np" in frames and (taken := plain_object(tree, cue)):
        return taken
    return None


def _clause(tree: Tree, cue: Cue, pack: LanguagePack) -> Taken | None:
    after = tree.tokens[cue.words[-1]].start
    for child in tree.children(cue.head, "clause", "open_clause"):
        if tree.tokens[child].start < after or (tree.stands(child, "open_clause") and not _misread(tree, cue, child)):
            continue
        span = reach(tree, cue, child)
        if span is not None:
            return take(tree, cue, "clause", (span,))
    if cue.entry.object != "recipient" and _opens_clause(tree, max(cue.words) + 1, cue, pack):
        last = tree.tokens[tree.below(cue.head)[-1]]  # the parser took the clause apart, but not its conjunction
        return take(tree, cue, "clause", (Span(tree.tokens[max(cue.words) + 1].start, last.end),))
    for child in tree.children(cue.head, "preposition"):
        noun = tree.first(child, "prepositional_object")
        if noun is None or tree.tokens[noun].pos in _VERBAL:
            continue
        for inner in tree.children(noun, "noun_clause"):
            if tree.tokens[child].start > after and _finite_content(tree, inner):
                return take(tree, cue, "clause", (tree.run(inner),))  # "said *in a statement* that ..."
    return None


def _misread(tree: Tree, cue: Cue, child: int) -> bool:
    """Whether a gerund is really the subject of the clause that the cue takes ("said *legalising it could* help")."""
    gerund = verb_form(tree.tokens[child]) == "gerund" and "ing" not in cue.entry.frames
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
        if raised is not None and cue.entry.object != "recipient":
            topic = named(tree, raised, cue.span, pack)
            if topic is not None:
                spans.insert(0, topic)
        return take(tree, cue, "to", tuple(spans))
    return None


def _has_to(tree: Tree, verb: int) -> bool:
    return any(is_infinitive_mark(tree.tokens[c]) for c in tree.children(verb, "auxiliary"))


def _to_of(tree: Tree, verb: int) -> int:
    places = [tree.tokens[c].start for c in tree.children(verb) if is_infinitive_mark(tree.tokens[c])]
    negated = [tree.tokens[c].start for c in tree.children(verb, "auxiliary", "adverb") if tree.tokens[c].start < min(places)]
    return min([*places, *negated[-1:]])


def _of_noun(tree: Tree, cue: Cue) -> Taken | None:
    head = cue.head
    after = tree.tokens[head].start
    for child in tree.children(head, "noun_clause", "open_clause"):
        if tree.tokens[child].start < after:
            continue
        if "to" in cue.entry.frames and _has_to(tree, child):
            return take(tree, cue, "to", (Span(_to_of(tree, child), tree.tokens[tree.below(child)[-1]].end),))
        if "clause" in cue.entry.frames and _finite_content(tree, child):
            return take(tree, cue, "clause", (tree.run(child),))
    if "clause" in cue.entry.frames and head + 1 < len(tree.tokens) and tree.stands(head + 1, "marker"):
        verb = tree.tokens[head + 1].head  # the parser hung the clause elsewhere, but its conjunction follows the noun
        if verb > head + 1 and _finite_content(tree, verb):
            last = tree.tokens[tree.below(verb)[-1]]
            return take(tree, cue, "clause", (Span(tree.tokens[head + 1].start, last.end),))
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
            return take(tree, msgspec.structs.replace(cue, span=group), "prep", (content,), group)
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
