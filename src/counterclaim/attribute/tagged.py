"""Readings by the learned tagger, and what of the rules' readings stands beside them.

The tagger was trained on outermost attributions, with cues unlike any list; the rules read what lies inside a content, what the
layout says, and quotations without a cue. Which is better where was measured on PolNeAR's dev part: see docs/decisions.md.
"""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.learned import groups
from counterclaim.attribute.nearby import Nearby
from counterclaim.attribute.quotes import near
from counterclaim.attribute.reading import Reading, reading_of
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import SpanTagger
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span, overlap
from counterclaim.values.syntax import Parse

SURE = 0.55
"""Least score of a reading that no rule supports. At 0.6 precision on PolNeAR's dev part is 0.4 points higher and full F1 0.4
lower; in reporting that the tagger never saw, what falls away is mostly plain action taken for speech."""

NEARLY = 0.8
"""Share of two contents' union from which they are the same content."""

MOST_OF = 0.6
"""Share of a piece that a rule's content must cover to take it over."""

TOUCHING = 2
"""Code points between a source and its cue at most, for the two to touch: a blank, or a comma and a blank."""


def tagged_readings(tree: Tree, tagger: SpanTagger, marks: Sequence[Quotation]) -> tuple[Reading, ...]:
    """One reading for each cue to which the tagger gives a content, in order of the cues.

    Contents are widened to whole quotations and kept inside their zone, as the rules' are.
    """
    page = tree.page
    lines = page.paragraphs()
    headlines = {at for at, line in enumerate(lines) if page.zone_at(line.start) == "headline"}
    found = []
    for group in groups(tagger.read(page.text, [(line.start, line.end) for line in lines], headlines)):
        reading = reading_of(tree, group.cue, group.source[0] if group.source else None, group.content, marks)
        if reading is not None:
            found.append(msgspec.structs.replace(reading, score=group.score))
    return tuple(found)


def beside_tagged(by_rule: Sequence[Reading], tagged: Sequence[Reading]) -> tuple[Reading, ...]:
    """The rules' readings that say something the tagger's do not: wholly inside one content of the tagger's, or apart from all.

    On PolNeAR's dev part those apart cost 0.2 points of full F1 and bring one point of recall; in war reporting, which the
    tagger was not trained on, they bring more.
    """
    nearby = Nearby(tagged)
    out = []
    for rule in by_rule:
        close = nearby.to(rule)
        if any(_inside(rule, t) for t in close) or not any(_overlap(rule, t) for t in close):
            out.append(rule)
    return tuple(out)


def settled(
    tagged: Sequence[Reading], by_rule: Sequence[Reading], text: str, prepositions: frozenset[str]
) -> tuple[Reading, ...]:
    """The tagger's readings, with what the rules know better of the same cue.

    A reading that the tagger is not sure of stands only where the rules see the same cue. The rules give the whole reading
    where the tagger finds no source and they do, where its unsure cue is only a part of theirs ("*as* per"), and where they see
    a nearer cue of the same content ("strayed from Venn's *claim* that ..."); a source that touches the cue, where the tagger's
    stands apart from it; and, where the cue is a preposition ("according to"), a content on one side of it, where the tagger's
    lies on both. Each of the last two is worth 0.1 points of full F1 on PolNeAR's dev part, as is the first.
    """
    nearby = Nearby(by_rule)
    out: list[Reading] = []
    for reading in tagged:
        rules = nearby.to(reading)
        same = _same_cue(reading, rules)
        if reading.score < SURE and same is None:
            continue
        nearest = _nearest(reading, rules)
        if same is not None and reading.score < SURE and _is_part(reading, same):
            out.append(same)
        elif nearest is not reading:
            out.append(nearest)
        else:
            out.append(_settled(reading, same, text, prepositions))
    return tuple(out)


def within(
    tagged: Sequence[Reading], by_rule: Sequence[Reading], parse: Parse, marks: Sequence[Quotation]
) -> tuple[Reading, ...]:
    """The tagger's readings, with indirect contents kept out of a sentence that somebody else's cue rules.

    "Oost put the toll at nine. Two boats sank, he said": the second sentence's content does not begin in the first, where the
    rules see a cue with a source of its own. Quotations may run on over sentences.
    """
    nearby = Nearby(by_rule)
    out = []
    for reading in tagged:
        cue = reading.cue
        own = parse.sentence_at(cue.start) if cue is not None else None
        if own is not None and cue is not None and own.contains(cue):
            ruled = [r.cue for r in nearby.to(reading) if r.cue and r.source and not own.contains(r.cue)]
            kept = []
            for part in reading.content:
                if (
                    part.overlaps(own)
                    and any(part.contains(c) for c in ruled)
                    and not any(m.span.overlaps(part) for m in near(marks, part))
                ):
                    part = Span(max(part.start, own.start), min(part.end, own.end))
                kept.append(part)
            reading = msgspec.structs.replace(reading, content=tuple(kept))
        out.append(reading)
    return tuple(out)


def parted(tagged: Sequence[Reading], by_rule: Sequence[Reading]) -> tuple[Reading, ...]:
    """The tagger's readings, with a content in pieces parted where the rules see a second cue ("A, she said, and B, he added").

    The rule's cue must stand apart from all that the tagger found, and its content be one of the pieces. Worth 0.2 points of
    full F1 on PolNeAR's dev part.
    """
    out = list(tagged)
    nearby = Nearby(tagged)
    for rule in by_rule:
        if rule.cue is None or rule.source is None or any(_claims(t, rule.cue) for t in nearby.to(rule)):
            continue
        for at in nearby.numbers(Span(rule.content[0].start, rule.content[-1].end)):
            reading = out[at]
            taken = tuple(c for c in reading.content if any(c.overlaps(x) for x in rule.content))
            left = tuple(c for c in reading.content if c not in taken)
            if taken and left and sum(map(len, rule.content)) >= MOST_OF * sum(map(len, taken)):
                out[at] = msgspec.structs.replace(reading, content=left)
                out.append(rule)
                break
    return tuple(out)


def _claims(reading: Reading, span: Span) -> bool:
    return any(part.overlaps(span) for part in (*reading.content, *([reading.cue] if reading.cue else [])))


def _is_part(one: Reading, two: Reading) -> bool:
    """Whether the cue of ``one`` is a part of that of ``two``, which finds a source."""
    return bool(one.cue and two.cue and two.source and two.cue.contains(one.cue) and one.cue != two.cue)


def _settled(tagged: Reading, rule: Reading | None, text: str, prepositions: frozenset[str]) -> Reading:
    if rule is None or tagged.cue is None:
        return tagged
    if rule.source and tagged.source is None and _overlap(rule, tagged):
        return rule
    if rule.source and tagged.source and not rule.source.overlaps(tagged.source):
        near, far = _gap(rule.source, tagged.cue), _gap(tagged.source, tagged.cue)
        if near <= TOUCHING < far - near:
            tagged = tagged.with_source(rule.source)
    one_sided = len(rule.content) < len(tagged.content) and all(
        any(c.overlaps(x) for x in tagged.content) for c in rule.content
    )
    if one_sided and tagged.cue is not None and tagged.cue.words(text).casefold() in prepositions:
        tagged = msgspec.structs.replace(tagged, content=rule.content)
    return tagged


def _nearest(tagged: Reading, by_rule: Sequence[Reading]) -> Reading:
    """The rules' reading of nearly the same content whose cue stands nearer to it; else ``tagged``."""
    best = tagged
    for rule in by_rule:
        if rule.cue is None or rule.source is None or best.cue is None or rule.cue.overlaps(best.cue):
            continue
        if not _overlap(rule, best):
            continue
        shared = overlap(rule.content, best.content)
        whole = sum(map(len, rule.content)) + sum(map(len, best.content)) - shared
        if shared >= NEARLY * whole and _to_content(rule) < _to_content(best):
            best = rule
    return best


def _to_content(reading: Reading) -> int:
    cue = reading.cue
    return 0 if cue is None else min(_gap(cue, part) for part in reading.content)


def _same_cue(tagged: Reading, by_rule: Sequence[Reading]) -> Reading | None:
    return next((r for r in by_rule if r.cue and tagged.cue and r.cue.overlaps(tagged.cue)), None)


def _gap(one: Span, two: Span) -> int:
    return min(abs(one.start - two.end), abs(two.start - one.end))


def _overlap(one: Reading, two: Reading) -> bool:
    return any(a.overlaps(b) for a in one.content for b in two.content)


def _inside(inner: Reading, outer: Reading) -> bool:
    parts = [*inner.content, *([inner.cue] if inner.cue else [])]
    return all(any(span.contains(part) for span in outer.content) for part in parts) and inner.content != outer.content
