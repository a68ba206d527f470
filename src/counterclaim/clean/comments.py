"""The readers' comments: from where they begin, nothing up to the end is the article's."""

import re

from counterclaim.clean.view import View

_NAME_WORDS = 4
"""Words of the longest nickname; longer lines without a full stop are headlines."""
_NEAR = 8
"""Lines in which a second sign of a comment form must follow the first."""
_DATED = re.compile(r"\d")
_SIGNED = re.compile(r"^[\w.-]{2,24}(?: [\w.-]{1,24})?: \S")
"""A comment on one line with its nickname."""


def comments(view: View) -> range:
    """The lines of the comments, which run to the end of the text or the page's footer; empty where there are none.

    A phrase such as "13 Comments" alone proves nothing (it also stands beside the byline): the article must stand before it,
    and behind it another sign of a comment form, nicknames that alternate with texts, or a nickname with its text.
    """
    starts = [i for i in range(len(view)) if view.marked(i, "comment_start") and (_short(view, i) or not view.closed(i))]
    parts = [i for i in range(len(view)) if view.marked(i, "comment_start", "comment_part") and _short(view, i)]
    inline = [i for i in range(len(view)) if _SIGNED.match(view.lines[i].words)]
    for i in starts:
        if not _prose(view, 0, i):
            continue
        form = any(i < k <= i + _NEAR for k in parts) or i + 1 in inline
        if _turns(view, i + 1) >= 2 or (form and _prose(view, i, len(view)) < _prose(view, 0, i) / 4):
            return range(_with_widgets(view, i), _footer(view, i))
    signed = _signed(view)
    if parts and signed:
        return range(signed, _footer(view, signed))
    return range(len(view), len(view))


def _short(view: View, i: int) -> bool:
    return len(view.words[i]) <= 2 * _NAME_WORDS


def _turns(view: View, first: int) -> int:
    """How many nicknames with a text below follow closely on each other from ``first`` on."""
    turns = 0
    quiet = 0
    for i in range(first, len(view) - 1):
        name = len(view.words[i]) <= _NAME_WORDS and not view.closed(i) and bool(view.words[i])
        text = len(view.words[i + 1]) > _NAME_WORDS or view.closed(i + 1)
        if name and text and view.repeats[view.folded[i + 1]] == 1:
            turns += 1
            quiet = 0
        else:
            quiet += 1
        if quiet > 2 * _NEAR:
            break
    return turns


def _prose(view: View, first: int, end: int) -> int:
    """Characters of paragraphs that the classifier gives to the article, from line ``first`` to before line ``end``."""
    lines = (k for k in range(first, end) if view.long(k) and view.closed(k) and view.chances[k] >= 0.5)
    return sum(len(view.lines[k].words) for k in lines)


def _with_widgets(view: View, i: int) -> int:
    """The line, and those of the comment form and its buttons just before it."""
    while i > 0 and view.marked(i - 1, "comment_start", "comment_part", "subscribe") and _short(view, i - 1):
        i -= 1
    return i


def _footer(view: View, first: int) -> int:
    """Where the page's footer begins below the comments: its last lines, as far as phrases open them; else the end."""
    at = len(view)
    while at > first + 1 and view.marked(at - 1, "legal", "share", "subscribe"):
        at -= 1
    return at


def _signed(view: View) -> int | None:
    """The first of at least three lines that end alike but for their digits, each with a date: "Ana on 3 May at 4:47 said:"."""
    tails: dict[str, list[int]] = {}
    for i in range(len(view)):
        words = view.lines[i].words
        if 4 <= len(view.words[i]) <= 16 and words.endswith(":") and len(_DATED.findall(words)) >= 3:
            tails.setdefault(view.words[i][-1].casefold(), []).append(i)
    heads = max(tails.values(), key=len, default=[])
    return heads[0] if len(heads) >= 3 and heads[0] > 0 else None
