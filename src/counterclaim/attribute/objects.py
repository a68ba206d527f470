"""Objects as content: names and judgements ("called the ban unlawful"), prepositions ("accused of"), plain objects."""

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.forms import verb_form
from counterclaim.attribute.taken import Taken, take
from counterclaim.attribute.tree import Tree
from counterclaim.values.span import Span

_VERBAL = ("VERB", "AUX")


def object_and_complement(tree: Tree, cue: Cue) -> Taken | None:
    """Object and complement, or a passive's subject and complement; None if the parse shows neither."""
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
        return take(tree, cue, "as", (Span(spans[0].start, min(spans[0].end, cue.span.start)), spans[1]))
    if small and not complements:
        return take(tree, cue, "as", (tree.run(small[0]),))
    if objects and complements:
        first = min(tree.below(objects[0])[0], tree.below(complements[0])[0])
        last = max(tree.below(objects[0])[-1], tree.below(complements[-1])[-1])
        return take(tree, cue, "as", (Span(tree.tokens[first].start, tree.tokens[last].end),))
    bare = [c for c in complements if not tree.stands(c, "preposition")]
    if bare and not objects and passive is None and cue.entry.object == "content":
        return take(tree, cue, "as", (tree.run(bare[0]),))  # "called *the ban unlawful*", taken for one phrase
    if objects and not complements and any(_renames(tree, objects[0], c) for c in tree.children(objects[0], "apposition")):
        return take(tree, cue, "as", (tree.run(objects[0]),))  # "dubbed *the minister a fox*", taken for an apposition
    if verb_form(tree.tokens[head]) == "participle" and complements and tree.stands(head, "noun_clause"):
        return take(tree, cue, "as", (tree.run(complements[0]),))
    return None


def _renames(tree: Tree, noun: int, apposition: int) -> bool:
    """Whether an apposition follows its noun without a comma: no apposition, then, but what the noun is called."""
    first = tree.tokens[tree.below(apposition)[0]]
    return first.start > tree.tokens[noun].end and "," not in tree.page.text[tree.tokens[noun].end : first.start]


def prepositional(tree: Tree, cue: Cue) -> Taken | None:
    """The object of one of the cue's prepositions, with the cue's target in front where it has one; None without either."""
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
                    return take(tree, cue, "prep", (Span(tree.tokens[tree.below(objects[0])[0]].start, end),))
                if passive is not None:
                    topic = tree.run(passive)
                    return take(tree, cue, "prep", (Span(topic.start, min(topic.end, cue.span.start)), Span(token.start, end)))
            for later in tree.children(owner, "preposition"):
                if objects and tree.tokens[later].start > token.start and tree.tokens[later].lemma == token.lemma:
                    end = tree.tokens[tree.below(later)[-1]].end  # "put the dead *at the mill at* nine": the last one counts
            if objects and cue.entry.object == "content" and owner == head and not set(cue.words[1:]) & set(objects):
                return take(tree, cue, "prep", (Span(tree.tokens[tree.below(objects[0])[0]].start, end),))
            group = Span(cue.span.start, token.end) if not tree.page.text[cue.span.end : token.start].strip() else cue.span
            content = Span(tree.tokens[tree.below(inner)[0]].start, end)
            return take(tree, msgspec.structs.replace(cue, span=group), "prep", (content,), group)
    return None


def plain_object(tree: Tree, cue: Cue) -> Taken | None:
    """The direct object with what follows it unparted, or a passive's subject; None if there is none."""
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
        return take(tree, cue, "np", (Span(span.start, end),))
    described = _described(tree, cue)
    if described is not None:
        return take(tree, cue, "np", (described,))
    passive = tree.first(cue.head, "passive_subject")
    if passive is not None and cue.entry.frames and tree.first(cue.head, "agent") is not None:
        topic = tree.run(passive)
        if tree.stands(cue.head, "noun_clause") and len(tree.below(passive)) == 1:
            return None  # "..., *which* is confirmed by the tape": the words themselves stand elsewhere
        return take(tree, cue, "np", (Span(topic.start, min(topic.end, cue.span.start)),))
    return None


def _described(tree: Tree, cue: Cue) -> Span | None:
    """The noun that a relative clause without an object of its own is about ("*a figure* that Lenn disputes"); None if none."""
    if not tree.stands(cue.head, "noun_clause") or verb_form(tree.tokens[cue.head]) != "finite":
        return None
    noun, doer = tree.tokens[cue.head].head, tree.first(cue.head, "subject")
    if doer is None or not noun < tree.below(doer)[0] == tree.below(cue.head)[0]:
        return None
    start, end = tree.tokens[tree.below(noun)[0]].start, tree.tokens[tree.below(doer)[0]].start
    return None if "," in tree.page.text[start:end] else Span(start, end)
