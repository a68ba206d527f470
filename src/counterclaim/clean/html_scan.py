"""Finds the stretches of text in HTML source, with their places, and what stands between them.

No tree is built here: lxml does that, but its trees do not say where a text came from. The scan knows the places,
``html_choose`` numbers them in the copy that the tree is parsed from, and so each text of the tree names its place.
"""

import re

import msgspec

QUOTE_FAILURES = 50
"""After so many tags whose quotation mark never closes, quotation marks in tags are no longer heeded: each such tag costs
a look through the rest of the page, and a page made of them would take quadratic time."""

_TAG = re.compile(r"""<(?:(/?[A-Za-z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>|!--|[!?]|/?[A-Za-z])""")
"""A whole tag with its name, or the beginning of a comment, declaration or tag that has no end."""
_PLAIN_TAG = re.compile(r"<(?:(/?[A-Za-z][^\s/>]*+)[^>]*+>|!--|[!?]|/?[A-Za-z])")
"""The same, quotation marks not heeded."""
_SUBSET = re.compile(r"<!doctype[^<>\[]{0,200}\[(?:[^\]<>]++|<![^<>]*+>|<\?[^<>]*+>)*+\]\s*>", re.IGNORECASE)
"""A document type with declarations inside, as XML allows; HTML does not, and its entities are never expanded."""
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup (HTML Living Standard, 13.2.5: raw text and escapable raw text)."""

_LINE = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "object", "ol",
    "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul", "video", "audio",
})  # fmt: skip
"""Elements that begin and end a line (HTML Living Standard, 15.3: ``display: block``, list items, table parts)."""


class TextRun(msgspec.Struct, frozen=True, gc=False):
    """A stretch of source without tags that holds more than blanks.

    Attributes:
        start: First code point of the source.
        end: One past the last.
        new_line: Whether a block's tag or ``<br>`` stands between it and the run before.
        gap: Whether only blanks (and tags) stood between it and the run before, so that the words do not touch.
    """

    start: int
    end: int
    new_line: bool
    gap: bool


def scan(source: str) -> list[TextRun]:
    """The text runs of ``source`` in order; markup, comments, scripts and styles left out.

    Never fails: what is no proper tag is text, as in a browser, and an unfinished tag or comment ends the text. Linear in
    the length of the source.
    """
    runs: list[TextRun] = []
    new_line, gap = True, False
    failures = 0
    text_from, end = 0, len(source)
    while True:
        found = (_TAG if failures < QUOTE_FAILURES else _PLAIN_TAG).search(source, text_from)
        tag_at = found.start() if found else end
        if tag_at > text_from:
            if source[text_from:tag_at].isspace():
                gap = True
            else:
                runs.append(TextRun(text_from, tag_at, new_line, gap))
                new_line = gap = False
        if found is None:
            return runs
        text_from = found.end()
        name = found.group(1)
        if name is None:
            opener = found.group()
            if opener == "<!--":
                text_from = _after(source, "-->", tag_at + 2)
                continue
            subset = _SUBSET.match(source, tag_at) if opener == "<!" else None
            text_from = subset.end() if subset else _after(source, ">", text_from)
            if opener in ("<!", "<?"):
                continue
            failures += 1
            name = source[tag_at + 1 : text_from].rstrip(">").split(maxsplit=1)[0]
        name = name.lower()
        if name.lstrip("/") in _LINE:
            new_line = True
        if name in _RAW:
            text_from = _raw_end(source, name, text_from)


def _after(source: str, mark: str, start: int) -> int:
    """The place after the next ``mark``; the source's end where there is none."""
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _raw_end(source: str, name: str, start: int) -> int:
    """Where the end tag of the raw element ``name`` begins; the source's end where it is never closed."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start)
    return found.start() if found else len(source)
