"""One quotation in two wordings: headline against body, body against the pasted post, or twice in the body."""

from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from itertools import combinations

import msgspec

from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span
from counterclaim.values.syntax import Token

FEWEST_WORDS = 4
FEWEST_SHARED = 3
"""Content words two wordings must share: less is a slogan or a turn of phrase."""
LEAST_DICE = 0.6
"""Dice of the content words inside the aligned stretch."""
REPEATED_SHARE = 0.4
"""Share of the shorter wording's words that align where one place repeats the other by its nature (a headline, a subhead, a
pasted post): a translation back and forth leaves about half of the words."""
SPOKEN_SHARE = 0.7
"""The same for two places of the body. People say alike things twice; only what is nearly the same is one quotation."""
_REPEATING = frozenset({"headline", "subhead", "embed"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_GAP = "…"


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One place where words are given as somebody's own.

    Attributes:
        span: The words, quotation marks included.
        words: The words in order, case folded; ``…`` for an ellipsis or an editor's brackets. Not lemmas: taggers go astray in
            a headline's capitals.
        content: Those that carry content, at their places in ``words``; empty strings elsewhere.
        speaker: Source id of the statement there; None if unresolved, or if no words beside the quotation name a speaker.
        repeats: Whether it stands where words of the body are repeated: a headline, a subhead, a pasted post.
    """

    span: Span
    words: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str | None
    repeats: bool = False


def altered(quotes: tuple[Quotation, ...], page: Page) -> Iterator[Notice]:
    """A notice for each pair of wordings of one quotation, at the earlier place, with the later one as ``other``.

    A shorter quotation taken word for word from a longer one is no alteration, nor are differences at an ellipsis or in
    an editor's brackets, in spelling, case or punctuation. Two places of the body whose speakers
    are named and differ are not compared.
    """
    wordings = [_wording(page, q.span) for q in quotes] + [_wording(page, s) for s in _posted(page, quotes)]
    wordings = sorted((w for w in wordings if len(w.words) >= FEWEST_WORDS), key=lambda w: w.span)
    for one, two in combinations(wordings, 2):
        if _of_two_speakers(one, two):
            continue
        if page.zone_at(one.span.start) == page.zone_at(two.span.start) == "embed":
            continue
        if len(set(one.content) & set(two.content) - {""}) >= FEWEST_SHARED and differ(one, two):
            yield Notice(
                kind="quote_altered",
                start=one.span.start,
                end=one.span.end,
                other=two.span,
                message="A quotation seems to stand in this document twice, in different words.",
            )


def _of_two_speakers(one: Wording, two: Wording) -> bool:
    """Whether two people say alike. A headline, subhead or post repeats, whomever its words were given to."""
    return not (one.repeats or two.repeats) and bool(one.speaker and two.speaker) and one.speaker != two.speaker


def differ(one: Wording, two: Wording) -> bool:
    """Whether the two are wordings of one quotation, and not the same words."""
    matcher = SequenceMatcher(None, one.words, two.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    repeats = one.repeats or two.repeats
    shared = sum(b.size for b in blocks)
    if shared < (REPEATED_SHARE if repeats else SPOKEN_SHARE) * min(len(one.words), len(two.words)):
        return False
    mine, theirs = _facing(one, two, blocks)
    common = mine & theirs
    if len(common) < FEWEST_SHARED or 2 * len(common) < LEAST_DICE * (len(mine) + len(theirs)):
        return False
    return _changed(matcher, one, two, ends=repeats)


def _facing(one: Wording, two: Wording, blocks: list[Match]) -> tuple[set[str], set[str]]:
    """The content words of the shorter wording, and of that stretch of the longer one which stands opposite to it."""
    first, last = blocks[0], blocks[-1]
    if len(one.words) <= len(two.words):
        start, end = first.b - first.a, last.b + len(one.words) - last.a
        facing = set(one.content), set(two.content[max(0, start) : end])
    else:
        start, end = first.a - first.b, last.a + len(two.words) - last.b
        facing = set(one.content[max(0, start) : end]), set(two.content)
    return facing[0] - {""}, facing[1] - {""}


def _changed(matcher: "SequenceMatcher[str]", one: Wording, two: Wording, *, ends: bool) -> bool:
    """Whether anything differs but gaps, spellings and what one wording has in front of or behind the other.

    Args:
        matcher: Their alignment.
        one: The earlier wording.
        two: The later.
        ends: Whether a first or last word that was replaced counts, too. In the body it may be where another sentence goes
            its own way.
    """
    codes = matcher.get_opcodes()
    for number, (tag, a0, a1, b0, b1) in enumerate(codes):
        if tag == "equal":
            continue
        mine, theirs = one.words[a0:a1], two.words[b0:b1]
        at_end = number in (0, len(codes) - 1)
        if at_end and (not ends or not mine or not theirs):
            continue
        if _GAP in mine or _GAP in theirs or _spelt_alike(mine, theirs):
            continue
        return True
    return False


def _spelt_alike(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    left, right = "".join(mine), "".join(theirs)
    return left[:1] == right[:1] and SequenceMatcher(None, left, right).ratio() >= 0.85


def _posted(page: Page, quotes: tuple[Quotation, ...]) -> list[Span]:
    """The sentences of pasted posts that stand in no quotation marks: the whole post is its author's words."""
    posts = [z.span for z in page.clean.zones if z.kind == "embed"]
    return [
        s for s in page.parse.sentences if any(p.contains(s) for p in posts) and not any(q.span.overlaps(s) for q in quotes)
    ]


def _wording(page: Page, span: Span) -> Wording:
    words: list[str] = []
    content: list[str] = []
    bracket = False
    for token in page.parse.tokens_in(span):
        opens, closes = "[" in token.text, "]" in token.text
        if opens or closes or bracket or token.text.startswith(("..", "…")):
            if words and words[-1] != _GAP:
                words.append(_GAP)
                content.append("")
            bracket = (bracket or opens) and not closes
            continue
        if any(c.isalnum() for c in token.text):
            word = token.text.casefold().replace("’", "'")
            words.append(word)
            content.append(word if _carries(token) else "")
    return Wording(
        span=span,
        words=tuple(words),
        content=tuple(content),
        speaker=_speaker(page, span),
        repeats=page.zone_at(span.start) in _REPEATING,
    )


def _carries(token: Token) -> bool:
    return token.pos in _CONTENT if token.pos else len(token.text) > 3


def _speaker(page: Page, span: Span) -> str | None:
    voices = {v.statement: v.source_id for v in page.found.voices}
    for statement in page.found.statements:
        if statement.source and any(span.overlaps(c) for c in statement.content):
            return voices.get(statement.id)
    return None
