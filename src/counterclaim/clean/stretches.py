"""Stretches of an article in another language than the document's: whole paragraphs, and quotations inside a paragraph."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.clean.language_of import decided_language
from counterclaim.kit import Kit
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation, quotations
from counterclaim.values.span import Span
from counterclaim.values.text import Stretch

WORDS = 4
"""Words from which on a quotation is something said rather than a name or a term."""
_MARKS = "«»“”„\"'’‘ "
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.com|\.ru|\.ua|\.org)\S*")


def stretches_of(page: Page, kit: Kit) -> tuple[Stretch, ...]:
    """The stretches of ``page`` that are in another language, in text order; none where nothing tells them apart.

    Languages of one script are told by letters that one of them has and the other lacks, so that a short quotation without
    such a letter stays in the document's language.
    """
    return tuple(_stretches(page, kit)) if kit.reads(page.document.language) else ()


def _stretches(page: Page, kit: Kit) -> Iterator[Stretch]:
    own, text = page.document.language, page.text
    marks = quotations(page)
    for paragraph in page.paragraphs():
        language = _language(_unquoted(paragraph, marks, text), own, kit)
        words = any(mark.span.contains(paragraph) for mark in marks) or page.zone_at(paragraph.start) == "embed"
        if language is not None:  # a post or a quotation is somebody's words, whom the document names in its own language
            yield Stretch(start=paragraph.start, end=paragraph.end, language=language, quoted=words)
            continue
        for mark in marks:
            if paragraph.contains(mark.span) and (inner := _inside(text, mark.span)) is not None:
                language = _language(inner.words(text), own, kit)
                if language is not None:
                    yield Stretch(start=inner.start, end=inner.end, language=language, quoted=True)


def _unquoted(paragraph: Span, marks: Sequence[Quotation], text: str) -> str:
    """The paragraph's words outside quotation marks; all of them where it is one quotation."""
    inside = [m.span for m in marks if paragraph.contains(m.span) and m.span != paragraph]
    left, at = "", paragraph.start
    for span in inside:
        left += text[at : span.start] + " "
        at = max(at, span.end)
    return left + text[at : paragraph.end]


def _language(words: str, own: str, kit: Kit) -> str | None:
    """The other language that ``words`` are in; None where they are in the document's own or too few to tell."""
    words = _ADDRESS.sub(" ", words)
    if len(words.split()) < WORDS:
        return None
    found = decided_language(words, kit, own)
    return None if found == own else found


def _inside(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else None
