"""Posts pasted into an article: their text, link and signature are a zone of their own, for their author speaks there."""

import re

from counterclaim.clean.view import OPENING, Kinds, View

LONGEST_POST = 280
"""Characters of a post on the platform most often pasted; links are not counted."""
POST_LINE = 100
"""Characters of a line above a post's last line that may still be the post's; an article's paragraphs are longer."""
_LINK = (
    r"(?:https?://)?(?:www\.|mobile\.|m\.)?(?:(?:pic\.twitter\.com|t\.co)/\w+|t\.me/(?:s/)?\w+/\d+|(?:twitter|x)\.com/\w+/status/\d+"
    r"|instagram\.com/(?:p|reel)/[\w-]+|tiktok\.com/@[\w.]+/video/\d+|facebook\.com/\S*(?:posts|videos|permalink|story)\S*)\S*"
)
"""Addresses of single posts; an account's page is not one."""
_SIGNATURE = re.compile(r"^\s*(?:[—–―]|--?)\s*[^()]{1,80}\(@[\w.]{1,40}\)[^.!?]{0,40}$")
"""``— Name (@handle) March 2, 2022``; the date may be in any language."""
_SHARED = re.compile(r"\(@[\w.]{1,40}\)[^.!?]{0,60}$")
_HEADER = re.compile(r"^\S[^\[\]]{1,60}, \[[^\[\]]*\d[^\[\]]*\]:?$")
"""``Channel name, [02.03.2022 14:05]``: how one messenger copies a message."""
_HANDLE = re.compile(r"^\S?[^@()\n]{0,60}?\(?@[\w.]{2,40}\)?(?:\s*[·•|,]\s*.{1,20})?$")
"""``Name @handle`` or the handle alone: the head of a post as a page shows it."""
_STAMP = re.compile(r"^(?=.*\d{1,2}[:.]\d\d)(?=.*\b(?:19|20)\d\d\b).{8,60}$")
"""``4:12 PM · Mar 14, 2031``: time and year under a post's text."""
_NAME_WORDS = 5
_POST_LINES = 5
_STAMP_LINES = 6
_ONLY_LINK = re.compile(rf"^(?:{_LINK}\s*)+$")
_LAST_LINK = re.compile(rf"\S\s+{_LINK}$")


def posts(view: View, kinds: Kinds) -> tuple[range, ...]:
    """The lines of each pasted post, in order.

    A post ends with its author's signature, begins with a messenger's header, or stands between a handle and a time stamp;
    without any, a line that is only a link to a post is one, with the lines above it that a colon introduces. Lines that
    already have a kind are never part of a post.
    """
    found: list[range] = []
    for i in range(len(view)):
        if i in kinds or (found and i < found[-1].stop):
            continue
        words = view.lines[i].words
        floor = found[-1].stop if found else 0
        if _SIGNATURE.match(words) or (view.marked(i, "embed") and _SHARED.search(words)):
            found.append(range(_first_line(view, kinds, i, floor), _past_links(view, kinds, i + 1)))
        elif _HEADER.match(words):
            found.append(range(i, _past_message(view, kinds, i + 1)))
        elif _HANDLE.match(words) and (end := _past_stamp(view, i + 1)):
            named = i - 1 >= floor and i - 1 not in kinds and len(view.words[i - 1]) <= _NAME_WORDS and not view.closed(i - 1)
            found.append(range(i - 1 if named else i, end))
        elif view.marked(i, "embed"):
            found.append(range(i, i + 1))
    taken = {i for post in found for i in post}
    for i in range(len(view)):
        if i not in kinds and i not in taken and _ONLY_LINK.match(view.lines[i].words):
            found.append(range(_introduced(view, kinds | dict.fromkeys(taken, "embed"), i), i + 1))
    return tuple(sorted(found, key=lambda post: post.start))


def _first_line(view: View, kinds: Kinds, signature: int, floor: int) -> int:
    """Where the post begins that is signed in line ``signature``.

    Its text is the line before, and short lines before that as far as a post is long. A text line that ends with the link is
    the whole post; blank lines, a line of another kind, one that introduces (ends with a colon) or quotes in passing end it.
    """
    at = signature
    while at - 1 >= floor and at - 1 not in kinds and _ONLY_LINK.match(view.lines[at - 1].words):
        at -= 1
    room = LONGEST_POST
    spaced = view.lines[signature].blanks > 0
    while at - 1 >= floor and at - 1 not in kinds:
        words = view.lines[at - 1].words
        room -= len(re.sub(_LINK, "", words))
        more = at < signature and not _ONLY_LINK.match(view.lines[at].words)
        if room < 0 or words.endswith(":") or _speaks(words) or (more and len(words) > POST_LINE):
            break
        at -= 1
        if _LAST_LINK.search(words) or (view.lines[at].blanks and not (spaced and at == signature - 1)):
            break
    return at


def _introduced(view: View, kinds: Kinds, link: int) -> int:
    """The first line of a post above its bare link, where a line with a colon introduces it; the link's own where none does."""
    room = LONGEST_POST
    for at in range(link - 1, max(-1, link - 1 - _POST_LINES), -1):
        words = view.lines[at].words
        room -= len(words)
        if words.endswith(":") and at + 1 < link:
            return at + 1
        if at in kinds or room < 0:
            break
    return link


def _speaks(words: str) -> bool:
    """Whether the line opens a quotation and goes on after it in the writer's words, as an article does."""
    return words[0] in OPENING and re.search(r"[\"'”’»],?\s+\w+", words[1:]) is not None


def _past_links(view: View, kinds: Kinds, at: int) -> int:
    while at < len(view) and at not in kinds and _ONLY_LINK.match(view.lines[at].words):
        at += 1
    return at


def _past_stamp(view: View, first: int) -> int | None:
    """The end of a post whose head stands before line ``first``: past its time and date; None if none follow soon."""
    for at in range(first, min(first + _STAMP_LINES, len(view))):
        if _STAMP.match(view.lines[at].words) and not view.closed(at):
            return at + 1
    return None


def _past_message(view: View, kinds: Kinds, at: int) -> int:
    """The end of a message that began under a header: the next blank line or header."""
    first = at
    while at < len(view) and at not in kinds and not _HEADER.match(view.lines[at].words):
        if at > first and view.lines[at].blanks:
            break
        at += 1
    return at
