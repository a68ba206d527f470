"""Finds the stretches of text in HTML source, with their places, and what stands between them.

No tree is built here: lxml does that, but its trees do not say where a text came from. The scan knows the places,
``html_choose`` numbers them in the copy that the tree is parsed from, and so each text of the tree names its place.
"""

import re

import msgspec

QUOTE_FAILURES = 50
"""After so many tags whose quotation mark never closes, quotation marks in tags are no longer heeded: each such tag costs
a look through the rest of the page, and a page made of them would take quadratic time."""

_TOKEN = re.compile(r"<(?:!--|[!?]|/?[A-Za-z])")
_NAME = re.compile(r"/?[A-Za-z][^\s/>]*+")
_TAG_REST = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
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
    quote_failures = 0
    at, text_from, end = 0, 0, len(source)
    while True:
        found = _TOKEN.search(source, at)
        tag_at = found.start() if found else end
        if tag_at > text_from:
            if source[text_from:tag_at].isspace():
                gap = True
            else:
                runs.append(TextRun(text_from, tag_at, new_line, gap))
                new_line = gap = False
        if found is None:
            return runs
        opener = found.group()
        if opener == "<!--":
            at = _after(source, "-->", tag_at + 2)
        elif opener in ("<!", "<?"):
            at = _after(source, ">", tag_at + 2)
        else:
            named = _NAME.match(source, tag_at + 1)
            name = named.group().lower() if named else ""
            name_end = named.end() if named else tag_at + 1
            rest = _TAG_REST.match(source, name_end) if quote_failures < QUOTE_FAILURES else None
            if rest:
                at = rest.end()
            else:
                quote_failures += 1
                at = _after(source, ">", name_end)
            if name.lstrip("/") in _LINE:
                new_line = True
            if name in _RAW:
                at = _raw_end(source, name, at)
        text_from = at


def _after(source: str, mark: str, start: int) -> int:
    """The place after the next ``mark``; the source's end where there is none."""
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _raw_end(source: str, name: str, start: int) -> int:
    """Where the end tag of the raw element ``name`` begins; the source's end where it is never closed."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, start)
    return found.start() if found else len(source)
