"""What matching looks at in one document: its sheet, its sentences, and what of them stands in quotation marks."""

import re

import msgspec

from counterclaim.values.attribution import Attribution
from counterclaim.values.quotation import quotations_in
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, merge, overlap
from counterclaim.values.text import ARTICLE_ZONES

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*\s+(?=[\"'“‘«„(\[]*[\w])|\n+")
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")


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


def said_words(text: str, attribution: Attribution) -> str:
    """What is attributed, its parts joined by blanks: the wording whose meaning is compared."""
    return " ".join(span.words(text) for span in attribution.content)


def own_voice(one: Account) -> tuple[Sentence, ...]:
    """The sentences of which nothing is attributed."""
    said = merge(span for attribution in one.sheet.attributions for span in attribution.content)
    return tuple(s for s in one.sentences if not overlap([s.span], said))


def _sentences(text: str, zone: Span) -> list[Sentence]:
    quoted = merge(q.span for q in quotations_in(text, [zone]) if q.closed or q.continues)
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
