"""What stands between an article's paragraphs and is not the article: links to others, appeals, credits, captions, notes."""

import re

from counterclaim.clean.dates import has_date
from counterclaim.clean.view import HEADLINE_WORDS, TAG, Kinds, View, headline_like

_FURNITURE = ("support", "share", "subscribe", "legal", "advert", "widget", "comment_start", "comment_part")
_MOST_LINKS = 12
"""Lines of the longest list of links under one heading; longer ones are a menu, which the classifier knows."""
_NOTE_WORDS = 100
_APPEAL_WORDS = 30
_BUTTON_WORDS = 6
_SURE = 0.8
"""From this chance on, a phrase that could stand in an article does."""
_CAPTION_WORDS = 60
_SHORTCODE = re.compile(r"^\[[a-zA-Z][\w-]*\s+[\w-]+\s*=[^\[\]]*\](?:.*\])?$|^\[/[\w-]+\]$")
"""``[embedpost slug="..."]``: a publishing system's code that was not carried out."""
_COUNTER = re.compile(r"^[\W\d_]+$|^\W*[\d.,]+\s?\w{0,3}\W*$")
"""A line of digits and signs, or of one amount: ``2,500 $``, ``86%``, ``13``."""
_SET_OFF = (".", "!", "?", "…", "/", "(", "[", "|", "–", "—", "-", "©", '"', "”", "'", "’")
"""What stands before a picture's credit at the end of a caption; without it, the agency is part of the sentence."""
_CODE, _COUNTER_LENGTH = 400, 20
"""Characters of the longest shortcode and counter looked for."""
_PARENTHESIS = re.compile(r"^[(\[].*[)\]]\.?$")


def related(view: View, taken: Kinds) -> Kinds:
    """Links to other articles: lines that begin with such a phrase, and the lines of links below one that stands alone.

    How far a list of links goes is told by its lines' shape: short, no full stop, the same spacing. Above the article a
    phrase without a colon ("All news") is a button, and no list is looked for below it.

    Args:
        view: The text.
        taken: Lines that have a kind already; none of them is a link.
    """
    kinds: Kinds = {}
    first = next((k for k in range(len(view)) if view.long(k) and view.closed(k)), len(view))
    i = 0
    while i < len(view):
        mark = view.marked(i, "related")
        if mark is None or view.quoted(i) or i in taken or not _stands_out(view, i, mark.end):
            i += 1
            continue
        kinds[i] = "related"
        if mark.closes and (view.lines[i].words.endswith(":") or i > first):
            end = _past_links(view, taken, i + 1)
        else:
            end = _past_tagged(view, i + 1)
        kinds |= dict.fromkeys(range(i + 1, end), "related")
        i = end
    return kinds


def _stands_out(view: View, i: int, end: int) -> bool:
    """Whether the line is no sentence of the article that only begins like a heading."""
    return _has_colon(view, i, end) or not view.closed(i) or len(view.words[i]) <= _BUTTON_WORDS


def _past_links(view: View, taken: Kinds, first: int) -> int:
    """The end of the list of links that begins at line ``first``."""
    at = first
    gap = view.lines[first].blanks if first < len(view) else 0
    while at < min(len(view), first + _MOST_LINKS) and at not in taken and _link_like(view, at):
        if at == first + 1:
            gap = max(gap, view.lines[at].blanks) if gap else 0
        if at > first and view.lines[at].blanks > gap:
            break
        at += 1
    last = at - 1
    # A line above a paragraph that keeps more distance than the list's own lines is the article's next subhead.
    if last > first and at < len(view) and view.long(at) and view.lines[last].blanks > view.lines[first + 1].blanks:
        at -= 1
    return at


def _past_tagged(view: View, at: int) -> int:
    while at < len(view) and TAG.search(view.lines[at].words) and headline_like(view, at):
        at += 1
    return at


def _link_like(view: View, i: int) -> bool:
    question = view.lines[i].words.endswith("?") and len(view.words[i]) <= HEADLINE_WORDS
    return headline_like(view, i) or (question and not view.quoted(i))


def notes(view: View) -> Kinds:
    """Disclaimers, credits, appeals, widgets and captions, each known by what a line says and where it stands."""
    kinds: Kinds = {}
    last = max((i for i in range(len(view)) if view.chances[i] >= 0.5), default=-1)
    for i in range(len(view)):
        words = view.lines[i].words
        if (len(words) <= _CODE and _SHORTCODE.match(words)) or (
            len(words) <= _COUNTER_LENGTH and _COUNTER.match(words) and not has_date(words)
        ):
            kinds[i] = "furniture"
        elif _is_note(view, i, "disclaimer", last):
            kinds[i] = "disclaimer"
        elif _is_note(view, i, "credit", last):
            kinds[i] = "credit"
        elif _is_appeal(view, i) or (i >= last and view.marked(i, "share", opening=False)):
            kinds[i] = "furniture"
        elif _is_caption(view, i):
            kinds[i] = "caption"
    return kinds


def _is_note(view: View, i: int, category: str, last: int) -> bool:
    """Whether the line is a note of such a kind.

    A line with a colon after the phrase is, and a line in brackets; another one that opens with it ("The report was published
    ...") or only holds it may be the article's, unless it stands at the article's end, or the classifier doubts it.
    """
    if view.quoted(i) or len(view.words[i]) > _NOTE_WORDS:
        return False
    opens = view.marked(i, category)
    mark = opens or view.marked(i, category, opening=False)
    if mark is None:
        return False
    if (opens and _has_colon(view, i, mark.end)) or i >= last or _PARENTHESIS.match(view.lines[i].words):
        return True
    return bool(view.chances[i] < (_SURE if opens else 0.5))


def _has_colon(view: View, i: int, end: int) -> bool:
    words = view.lines[i].words
    return words[:end].rstrip().endswith(":") or words[end : end + 1] == ":"


def _is_appeal(view: View, i: int) -> bool:
    """Whether the line asks the reader to do something, or is a button.

    A phrase that is the whole line is believed where the line repeats or the classifier doubts it; an opening phrase of three
    words or more, or of two in a line without a full stop, or two phrases, unless the line is long. Offers and terms in the
    middle of a line are believed where the classifier doubts the line.
    """
    if view.quoted(i) or len(view.words[i]) > _APPEAL_WORDS:
        return False
    mark = view.marked(i, *_FURNITURE)
    if mark is None:
        return view.chances[i] < _SURE and view.marked(i, "subscribe", "legal", opening=False) is not None
    if sum(m.category in _FURNITURE for m in view.marks[i]) > 1:
        return True
    phrase = len(view.lines[i].words[mark.start : mark.end].split())
    if (
        mark.closes
        and len(view.words[i]) <= _BUTTON_WORDS
        and (view.repeats[view.folded[i]] > 1 or view.chances[i] < _SURE or mark.category != "support")
    ):
        return True
    return phrase >= 3 or (phrase == 2 and not view.closed(i)) or view.chances[i] < 0.5


def _is_caption(view: View, i: int) -> bool:
    """Whether the line begins as captions do, or is a sentence or two that end in a picture's credit."""
    if len(view.words[i]) > _CAPTION_WORDS or view.quoted(i):
        return False
    opens = view.marked(i, "caption")
    if opens and (_has_colon(view, i, opens.end) or not view.closed(i) or view.chances[i] < _SURE):
        return True
    words = view.lines[i].words
    marks = [m for m in view.marks[i] if m.category == "caption" and words[: m.start].rstrip().endswith(_SET_OFF)]
    tail = any(len(words) - m.end <= max(40, m.start // 2) for m in marks)
    return tail and (view.chances[i] < 0.9 or not _between_paragraphs(view, i))


def _between_paragraphs(view: View, i: int) -> bool:
    """Whether paragraphs stand right before the line, so that it may be one whose last words are a credit."""
    return i > 0 and view.long(i - 1) and view.closed(i - 1) and len(view.words[i]) >= 30
