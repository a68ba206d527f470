"""What matching looks at in one document: its sheet, its sentences, and what of them stands in quotation marks."""

import re

import msgspec

from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, merge, overlap
from counterclaim.values.text import ARTICLE_ZONES

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*\s+(?=[\"'“‘«„(\[]*[\w])|\n+")
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_QUOTED = re.compile(r"[“„]([^“”„\n]+)[”“]|«([^«»\n]+)»|\"([^\"\n]+)\"")


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of an article zone.

    Attributes:
        span: Its place in the document's text.
        words: Its words in lower case, in order.
        quoted: Share of its characters that stand in quotation marks, 0..1.
    """

    span: Span
    words: tuple[str, ...]
    quoted: float


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One document ready for matching; every span indexes ``text``."""

    sheet: Sheet
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.sheet.document.id

    @property
    def language(self) -> str:
        """The document's language."""
        return self.sheet.document.language


def account(sheet: Sheet) -> Account:
    """The account of a sheet that carries its text.

    Raises:
        ValueError: If the sheet was made without its text.
    """
    text = sheet.document.text
    if isinstance(text, msgspec.UnsetType):
        raise ValueError(f"{sheet.document.id}: comparing needs the text; read with with_text=True")
    sentences: list[Sentence] = []
    for zone in sheet.zones:
        if zone.kind in ARTICLE_ZONES:
            sentences += _sentences(text, zone.span)
    return Account(sheet=sheet, text=text, sentences=tuple(sentences))


def quotations(text: str, within: Span) -> tuple[Span, ...]:
    """What stands in double quotation marks inside ``within``, marks excluded; a mark never closed quotes nothing."""
    return merge(Span(*m.span(m.lastindex or 0)) for m in _QUOTED.finditer(text, within.start, within.end))


def _sentences(text: str, zone: Span) -> list[Sentence]:
    quoted = quotations(text, zone)
    found: list[Sentence] = []
    at = zone.start
    ends = [m.end() for m in _SENTENCE_END.finditer(text, zone.start, zone.end)] + [zone.end]
    for end in ends:
        span = Span(at, max(at, end)).trimmed(text)
        at = end
        words = tuple(w.group().casefold() for w in _WORD.finditer(text, span.start, span.end))
        if words:
            found.append(Sentence(span=span, words=words, quoted=overlap([span], quoted) / len(span)))
    return found
