"""What each line of a page is: body, headline, caption, pasted post, comment, furniture ..."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from counterclaim.clean.html_choose import Meta
from counterclaim.clean.html_lines import HtmlLine, enclosing
from counterclaim.values.text import ZoneKind

_WORD = re.compile(r"\w+")
_CLOSED = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_TITLE_LIKE = 0.6
"""Share of words that a line must have in common with the title (of those in either) to be the headline."""
_HEAD_LINES = 40
"""Headline and byline are looked for in so many lines before the first of the article's text, and no further up."""
_AFTER_LINES = 3
"""A pasted post or caption belongs to the article up to so many lines after its last line."""
_PROSE_WORDS = 8
"""A line of so many words that ends like a sentence is prose; the bound of the furniture benchmark's baselines."""
_CAPTION_WORDS = 40
_LINK_LINE, _LINK_LABEL = 0.9, 0.5
"""Shares of a line inside links from which it is nothing but a link, and a link with a label."""
_LABEL_WORDS, _ROLE_WORDS = 12, 6
"""Words of the longest byline or date line, and of a line beside the byline that does not name the writer: a role, a place."""


def html_zones(lines: Sequence[HtmlLine], words: Sequence[str], meta: Meta) -> tuple[ZoneKind, ...]:
    """The kind of each line.

    The library's choice is the ground; markup names, the page's own title and the place decide where it is silent or
    known to err: pasted posts, captions, link lines inside the text, the headline, text split over several containers.

    Args:
        lines: The page's visible lines.
        words: What they say, without blanks at the ends.
        meta: What the page says of itself.

    Returns:
        All ``furniture`` where nothing is the article.
    """
    kinds: list[ZoneKind | None] = [_by_role(line) for line in lines]
    body = [i for i, line in enumerate(lines) if kinds[i] is None and line.chosen > 0.5]
    _headline(lines, words, meta, kinds, body)
    shared = Counter(line.block for line in lines)
    for i in body:
        if kinds[i] is None:
            pictured = shared[lines[i].block] == 1 and _is_under_picture(lines[i], words[i])
            kinds[i] = "related" if _is_link_line(lines[i], words[i]) else "caption" if pictured else "body"
    _grow(lines, words, kinds)
    _fill(lines, words, kinds)
    _head(lines, words, meta, kinds)
    _bound(kinds)
    return tuple(kind or "furniture" for kind in kinds)


def _by_role(line: HtmlLine) -> ZoneKind | None:
    """What the markup's names say where they overrule the library; None where they do not."""
    if line.role in ("embed", "comment", "caption", "related"):
        return line.role
    return None


def _headline(
    lines: Sequence[HtmlLine], words: Sequence[str], meta: Meta, kinds: list[ZoneKind | None], body: Sequence[int]
) -> None:
    """Finds the headline before or at the beginning of the text; its repetitions there are furniture."""
    prose = next((i for i in body if lines[i].heading == 0 and _is_prose(words[i])), body[0] if body else len(lines))
    near = range(max(0, prose - _HEAD_LINES), min(prose + 1, len(lines)))
    title = _bag(meta.title or "")
    likeness = {i: _likeness(_bag(words[i]), title) for i in near if kinds[i] in (None, "related")}
    alike = [i for i, share in likeness.items() if share >= _TITLE_LIKE]
    top = [i for i in likeness if lines[i].heading == 1]
    best = max(alike, key=lambda i: (lines[i].heading == 1, likeness[i], i), default=top[-1] if top else None)
    for i in alike:
        kinds[i] = "furniture"
    if best is not None:
        kinds[best] = "headline"


def _grow(lines: Sequence[HtmlLine], words: Sequence[str], kinds: list[ZoneKind | None]) -> None:
    """Adds prose from containers that are twins of the one in which the article's text was found.

    Long articles are cut into several containers of one name with adverts between. A twin has the same tag and class, and
    the same parent or grandparent element; whole ``article`` elements side by side are other articles.
    """
    slots = Counter(
        container for i, line in enumerate(lines) if kinds[i] == "body" and (container := _parent(line)) is not None
    )
    if not slots:
        return
    slot = slots.most_common(1)[0][0]
    name = (slot.tag, slot.get("class"))
    around = [e for e in list(enclosing(slot))[1:3] if e.tag not in ("body", "html")]
    if not name[1] or slot.tag == "article":
        return
    for i, line in enumerate(lines):
        container = _parent(line)
        if kinds[i] is not None or container is None or container is slot or (container.tag, container.get("class")) != name:
            continue
        outer = list(enclosing(container))[1:3]
        shared = [e for e in outer if e in around]
        if shared and not any(e.tag == "article" for e in outer[: outer.index(shared[0])]) and _is_own_prose(line, words[i]):
            kinds[i] = "body"


def _fill(lines: Sequence[HtmlLine], words: Sequence[str], kinds: list[ZoneKind | None]) -> None:
    """Adds what the library left out in the middle of the text: prose, and short lines beside the text's own paragraphs."""
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    said = {words[i] for i in body}
    running = " ".join(words[i] for i in body)
    for before, after in pairwise(body):
        siblings = {_parent(lines[before]), _parent(lines[after])}
        for i in range(before + 1, after):
            line = lines[i]
            if kinds[i] is not None or line.role not in (None, "subhead") or line.linked > 0.5 or words[i] in said:
                continue
            beside = _parent(line) in siblings or line.block.getparent() in siblings
            pulled = words[i].strip("\"“”«»„'‘’ ") in running
            if not pulled and (_is_own_prose(line, words[i]) or (beside and _bag(words[i]))):
                kinds[i] = "body"


def _head(lines: Sequence[HtmlLine], words: Sequence[str], meta: Meta, kinds: list[ZoneKind | None]) -> None:
    """Standfirst, byline and date line stand before the text; after it the same names mean furniture."""
    first = next(
        (i for i, kind in enumerate(kinds) if kind == "body" and not lines[i].heading and lines[i].role != "subhead"), 0
    )
    headline = next((i for i, kind in enumerate(kinds) if kind == "headline"), max(0, first - _HEAD_LINES))
    authors = [bag for name in (meta.author or "").split(";") if (bag := _bag(name))]
    description = _bag(meta.description or "")
    for i in range(max(0, min(headline, first) - _AFTER_LINES), min(len(lines), first + _AFTER_LINES)):
        line, bag = lines[i], _bag(words[i])
        if kinds[i] not in (None, "body") or line.role == "furniture":
            continue
        short = sum(bag.values()) <= _LABEL_WORDS
        named = any(not name - bag for name in authors)
        if short and (named or (line.role == "byline" and (not authors or len(bag) <= _ROLE_WORDS))):
            kinds[i] = "byline"
        elif short and line.role == "dateline":
            kinds[i] = "dateline"
        elif headline < i < first and _is_standfirst(line, bag, description):
            kinds[i] = "subhead"


def _bound(kinds: list[ZoneKind | None]) -> None:
    """Pasted posts and captions far from the article's text are furniture."""
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    top = next((i for i, kind in enumerate(kinds) if kind == "headline"), body[0] if body else 0)
    last = body[-1] if body else -1
    for i, kind in enumerate(kinds):
        if kind in ("embed", "caption"):
            if top <= i <= last + _AFTER_LINES:
                last = max(last, i)
            else:
                kinds[i] = "furniture"


def _parent(line: HtmlLine) -> HtmlElement | None:
    """The container of the line's block."""
    return line.block.getparent()


def _is_link_line(line: HtmlLine, words: str) -> bool:
    """Whether a line of running text is a link and no sentence: the title of another article, with a label perhaps."""
    return not line.heading and (line.linked >= _LINK_LINE or (line.linked >= _LINK_LABEL and not _CLOSED.search(words)))


def _is_under_picture(line: HtmlLine, words: str) -> bool:
    """Whether a short line that has its block to itself shares it with a picture: the caption, though nothing says so."""
    count = len(_WORD.findall(words))
    return (
        not line.heading
        and line.block.tag != "p"
        and count <= _CAPTION_WORDS
        and next(line.block.iter("img", "picture"), None) is not None
    )


def _is_standfirst(line: HtmlLine, bag: Counter[str], description: Counter[str]) -> bool:
    """Whether a line between headline and text is named so, is a heading, or says what the page's description says."""
    return bool(bag) and (line.role == "subhead" or line.heading > 0 or _likeness(bag, description) >= _TITLE_LIKE)


def _is_prose(words: str) -> bool:
    return len(_WORD.findall(words)) >= _PROSE_WORDS and bool(_CLOSED.search(words))


def _is_own_prose(line: HtmlLine, words: str) -> bool:
    """Prose that is no link and bears no other name."""
    return line.role is None and line.linked < 0.5 and _is_prose(words)


def _bag(words: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(words))


def _likeness(one: Counter[str], two: Counter[str]) -> float:
    """Share of words common to both of those in either; 0 if either is empty. A title with the outlet's name behind it
    is compared by what the shorter has.
    """
    if not one or not two:
        return 0.0
    common = sum((one & two).values())
    either = sum((one | two).values())
    return common / either
