"""What stands above an article: its headline, standfirst, byline and dates; and subheads within it."""

import re

from counterclaim.clean.dates import Months, find_date, is_date_line
from counterclaim.clean.view import HEADLINE_WORDS, Kinds, View, headline_like

_HEAD_LINES = 12
"""A headline that is not repeated is looked for in so many lines before the article, and in a text's first line."""
_HEAD_WORDS = 4
"""Words of the shortest headline believed; shorter lines above an article are sections and buttons."""
_TITLE_CASE = 0.6
"""The share of capitals from which a first line with a full stop is a headline written as titles are."""
_ABOUT = 0.3
"""The share of its words from which a line above the article is about the same."""
_STANDFIRST_LINES = 4
_DOUBT = 0.3
"""A chance from which the classifier's no is weak enough for a standfirst."""
_SCRAP_WORDS = 4
"""A line of so few words between headline and text is a section, an agency or a button, not a standfirst."""
_DATE_WORDS = 16
_SOME_YEAR = 2000
"""Stands in for the year of dates without one; a leap year, so that every day exists."""
_BYLINE_WORDS = 30
_SUBHEAD_WORDS = 14
_QUOTED_WHOLE = re.compile(r"^[\"'“‘„«][^\"“”„«»]*[^.!?…\"'”’»][\"'”’»]$")
_BULLET = re.compile(r"^(?:[-–—•*·▪]|\d+[.)])\s")


def headline(view: View, kinds: Kinds, body: list[int]) -> Kinds:
    """The headline, once; its repetitions are furniture.

    Returns:
        Nothing where the text begins with its first paragraph.
    """
    if not body:
        return {}
    first = next((i for i in body if view.long(i) and view.closed(i)), body[0])
    chosen = _repeated(view, kinds, first)
    if chosen is None:
        chosen = _best(view, kinds, first)
    if chosen is None:
        return {}
    same = (i for i in range(len(view)) if i != chosen and i not in kinds and _same(view, i, chosen))
    again = [i for i in same if not view.closed(i) or view.folded[i] == view.folded[chosen]]
    return {chosen: "headline", **dict.fromkeys(again, "furniture")}


def _repeated(view: View, kinds: Kinds, first: int) -> int | None:
    """The first of the lines above the article that are each other's repetition, in its barest form (no site's name)."""
    heads = [i for i in range(first) if i not in kinds and _HEAD_WORDS <= len(view.words[i]) <= HEADLINE_WORDS + 5]
    for i in reversed(heads):
        alike = [k for k in heads if k != i and _same(view, k, i)]
        if alike and not view.closed(i):
            return min([*alike, i], key=lambda k: (len(view.folded[k]), k))
    return None


def _same(view: View, i: int, k: int) -> bool:
    """Whether one line is the other, or begins with it and goes on for less than half as long again."""
    one, two = sorted((view.folded[i], view.folded[k]), key=len)
    return len(one) > 0 and two.startswith(one) and (len(two) <= 1.5 * len(one) + 3)


def _best(view: View, kinds: Kinds, first: int) -> int | None:
    """The line above the article that is most like a headline: of those with words of the article, the first."""
    said = _said(view, first)
    near = [0, *range(max(1, first - _HEAD_LINES), first)] if first else [0]
    options = [i for i in near if i not in kinds and _may_head(view, i, first)]
    return next((i for i in options if _topical(view, i, said) >= _ABOUT), options[0] if options else None)


def _said(view: View, first: int) -> set[str]:
    """The longer words of all longer lines from ``first`` on."""
    return {w.casefold() for i in range(first, len(view)) if view.long(i) for w in view.words[i] if len(w) > 3}


def _topical(view: View, i: int, said: set[str]) -> float:
    """The share of a line's longer words that the article uses, too."""
    own = {w.casefold() for w in view.words[i] if len(w) > 3}
    return len(own & said) / len(own) if own else 0.0


def _may_head(view: View, i: int, first: int) -> bool:
    if (
        not _HEAD_WORDS <= len(view.words[i]) <= HEADLINE_WORDS
        or view.marked(i, "byline", "date")
        or (_QUOTED_WHOLE.match(view.lines[i].words) and i > 0)
    ):
        return False
    if headline_like(view, i):
        return i < first or len(view) == 1 or _stands_above(view, i)
    titled = view.capitals(i) >= _TITLE_CASE and not view.quoted(i)
    return i == 0 and len(view) > 1 and (titled or view.lines[i].words[-1] in "?!;,") and _stands_above(view, i)


def _stands_above(view: View, i: int) -> bool:
    """Whether what follows is longer, as an article is."""
    return i + 1 < len(view) and any(view.long(k) for k in range(i + 1, min(len(view), i + 6)))


def lead_lines(view: View, kinds: Kinds, head: int | None, body: list[int], months: Months) -> Kinds:
    """Bylines and dates; and what stands above the first paragraph: standfirst, sections, breadcrumbs."""
    found: Kinds = {}
    for i in range(len(view)):
        if i in kinds:
            continue
        if _is_date(view, i, months):
            found[i] = "dateline"
        elif _is_byline(view, i):
            found[i] = "byline"
    if head is None:
        if 0 not in kinds | found and _opens_with_standfirst(view, kinds | found):
            found[0] = "subhead"
        return found
    chosen = set(body)
    stands = True
    said = _said(view, head + 1)
    for i in range(_first_paragraph(view, kinds | found, head, body)):
        if i in kinds or i in found:
            continue
        scrap = not _is_text(view, i) and view.lines[i].words[-1] not in ":,;"
        near = head < i <= head + _STANDFIRST_LINES and len(view.words[i]) > _SCRAP_WORDS
        if scrap and len(view.words[i]) <= _DATE_WORDS and find_date(view.lines[i].words, months):
            found[i] = "dateline"
        elif near and stands and (i in chosen or (scrap and view.chances[i] >= _DOUBT and _topical(view, i, said) >= _ABOUT)):
            found[i] = "subhead"
            stands = False
        elif scrap or i not in chosen:
            found[i] = "furniture"
    return found


def _opens_with_standfirst(view: View, kinds: Kinds) -> bool:
    """Whether the text, its headline lost, begins with a sentence on the article's matter above its picture."""
    above = len(view) > 1 and kinds.get(1) == "caption" and view.closed(0) and len(view.words[0]) > _SCRAP_WORDS
    return above and _topical(view, 0, _said(view, 1)) > 0


def _is_text(view: View, i: int) -> bool:
    """Whether the line ends like a sentence, or is longer than any headline."""
    return view.closed(i) or len(view.words[i]) > HEADLINE_WORDS


def _is_date(view: View, i: int, months: Months) -> bool:
    """Whether the line is a date, or begins with "Published" and holds one."""
    words = view.lines[i].words
    if view.quoted(i) or (view.long(i) and view.closed(i)):
        return False
    if view.marked(i, "date") and len(view.words[i]) <= _DATE_WORDS:
        return find_date(words, months, _SOME_YEAR) is not None or is_date_line(words, months)
    return is_date_line(words, months)


def _first_paragraph(view: View, kinds: Kinds, head: int, body: list[int]) -> int:
    """The line with which the article's text begins; what is above a headline is none of it.

    A sentence below the headline is its standfirst where byline or date stand between it and the next, or a picture, unless
    byline or date stood before it.
    """
    texts = [i for i in body if i > head and i not in kinds and _is_text(view, i)]
    if len(texts) < 2:
        return texts[0] if texts else head
    one, two = texts[:2]
    before = {kinds.get(i) for i in range(head, one)} & {"byline", "dateline"}
    between = {kinds.get(i) for i in range(one, two)} & {"byline", "dateline", "caption"}
    return two if between - {"caption"} or (between and not before) else one


def _is_byline(view: View, i: int) -> bool:
    """Whether the line names its writer: "By" and a name, "Written by" and more."""
    mark = view.marked(i, "byline")
    if mark is None or len(view.words[i]) > _BYLINE_WORDS or (view.closed(i) and len(view.words[i]) > 12):
        return False
    rest = view.lines[i].words[mark.start :].split()
    if len(view.lines[i].words[mark.start : mark.end].split()) > 1:
        return any(word[:1].isupper() for word in rest[2:4])
    return len(view.words[i]) <= _DATE_WORDS and sum(word[:1].isupper() for word in rest[:3]) > 1 and not view.closed(i)


def subheads(view: View, kinds: Kinds, body: list[int]) -> Kinds:
    """Short lines without a full stop that stand alone between paragraphs; lists and introducing lines are body.

    A line that is wholly a quotation without a full stop is one, too, whatever the classifier says of it: papers set quotations
    as subheads.
    """
    inside = set(body) - kinds.keys()
    found: Kinds = {}
    for i in range(len(view)):
        words = view.lines[i].words
        if i in kinds:
            continue
        quoted = view.chances[i] >= 0.15 and _QUOTED_WHOLE.match(words) is not None and len(view.words[i]) <= HEADLINE_WORDS
        plain = len(view.words[i]) <= _SUBHEAD_WORDS and not view.quoted(i) and not _BULLET.match(words)
        if not (quoted or (plain and i in inside)) or view.closed(i) or words[-1] in ":,;…" or not view.words[i]:
            continue
        before, after = i - 1, i + 1
        if (
            after in inside
            and view.long(after)
            and ((before in inside and view.closed(before)) or (before not in inside and before >= 0))
        ):
            found[i] = "subhead"
    return found
