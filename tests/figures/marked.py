"""Sentences with their figures marked, and the figures read from them, in one shape that can be compared.

``[12 at_least; people killed|At least 12] people were killed.`` marks a figure: its value (``low..high`` for a range,
``12+`` for a vague word whose least is 12), its bound (``exact`` if left out), and behind the semicolon what is counted.
"""

import re

from counterclaim.figures.stage import figures
from counterclaim.kit import Kit, Language
from counterclaim.language.pack import LanguagePack
from counterclaim.values.document import Document
from counterclaim.values.figure import Figure
from counterclaim.values.page import Page
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse
from counterclaim.values.text import Alignment, CleanText, Zone

_MARK = re.compile(r"\[(?P<value>[-\d.+]+)(?: (?P<bound>\w+))?; ?(?P<counted>[^|\]]*)\|(?P<words>[^\]]*)\]")

Row = tuple[str, str, str, str]
"""The figure's words, its value, its bound, what is counted."""


def page_of(text: str, kit: Kit | None = None, *, parse: Parse | None = None, published: str | None = None) -> Page:
    """A page of one body zone; with a kit it is analysed."""
    document = Document(id="t", path="t.txt", sha256="", text_sha256="", language="en", published=published)
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    clean = CleanText(text=text, zones=zones, alignment=Alignment.identity(len(text)))
    if kit is not None:
        parse = kit.pack("en").analyze(text, [Span(0, len(text))])
    return Page(document=document, clean=clean, parse=parse or Parse())


def read(text: str, kit: Kit, published: str | None = None) -> tuple[Figure, ...]:
    """The figures of ``text``."""
    return figures(page_of(text, kit, published=published), kit).figures


def unmarked(marked: str) -> tuple[str, list[Row]]:
    """The sentence without its marks, and the rows that the marks say."""
    rows = [
        (m["words"], m["value"], m["bound"] or ("range" if ".." in m["value"] else "exact"), m["counted"])
        for m in _MARK.finditer(marked)
    ]
    return _MARK.sub(lambda m: m["words"], marked), rows


def rows_of(text: str, found: tuple[Figure, ...]) -> list[Row]:
    """The figures found, as rows."""
    return [(f.span.words(text), _value(f), f.bound or "", f.counted) for f in found]


def _value(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value:.12g}"
    return f"{figure.low:.12g}..{figure.high:.12g}" if figure.high is not None else f"{figure.low:.12g}+"


def open_toy() -> LanguagePack:
    """English with its word lists and no model."""
    return LanguagePack("en", frozenset({"sentences"}), lambda text, spans: Parse())


def toy_kit() -> Kit:
    """A kit that reads English by its word lists alone."""
    return Kit({"en": Language(module=__name__, opener=open_toy.__name__, packages=())})
