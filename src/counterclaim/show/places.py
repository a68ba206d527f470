"""Places that a comparison names, as links into the documents' sheets, and the way back.

Evidence that is an attribution or a figure of the sheet has its label in the text already; any other place (the outlet's own
voice, a copied passage) gets a label of its own, ``x1``, ``x2`` ... in each document.
"""

from collections.abc import Mapping

import msgspec

from counterclaim.show.links import Links
from counterclaim.show.marks import Mark
from counterclaim.show.outline import Outline, Place
from counterclaim.values.span import Span, cover


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Where the words of a cell stand: the link's target in the page, and line and column for people."""

    href: str
    place: Place


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """One use the comparison makes of a place, told beside the document's sheet.

    Attributes:
        id: The finding or extra place in this document ("a5", "x1").
        href: Where in the comparison it is used.
        says: As what, in words.
    """

    id: str
    href: str
    says: str


class Places:
    """Collects, while a comparison is laid out, which places need a label and what each document is used for."""

    def __init__(self, links: Links, outlines: Mapping[str, Outline]) -> None:
        """Of ``outlines``, each document's by its id."""
        self._links = links
        self._outlines = outlines
        self._extra: dict[str, dict[Span, str]] = {}
        self._uses: dict[str, dict[Use, None]] = {}
        self._attributions = {name: _attributions(laid) for name, laid in outlines.items()}

    def cell(self, document: str, start: int, end: int, *, attribution: str | None, href: str, says: str) -> Cell | None:
        """The link to a place, which is noted as used at ``href``; None where the document or its text is not at hand."""
        laid = self._outlines.get(document)
        if laid is None or not 0 <= start < end <= len(laid.text):
            return None
        span, said = Span(start, end), self._attributions[document]
        label = next((figure.id for figure in laid.sheet.figures if figure.span == span), None)
        if attribution in said and said[attribution].contains(span):
            label = attribution
        if label is None:
            extra = self._extra.setdefault(document, {})
            label = extra.setdefault(span, f"x{len(extra) + 1}")
        self._uses.setdefault(document, {})[Use(id=label, href=href, says=says)] = None
        return Cell(href=self._links.words(document, label, span), place=laid.place(start))

    def marks(self, document: str) -> tuple[Mark, ...]:
        """The labels this document needs beside those of its own findings."""
        extra = self._extra.get(document, {})
        return tuple(Mark(span=span, of=label, anchor=label, look="placed") for span, label in extra.items())

    def uses(self, document: str) -> tuple[Use, ...]:
        """What the comparison uses of this document, in order of use."""
        return tuple(self._uses.get(document, ()))


def _attributions(laid: Outline) -> dict[str, Span]:
    """The stretch of each attribution whose content carries a label in the text."""
    found: dict[str, Span] = {}
    for attribution in laid.sheet.attributions:
        content = cover(span for span in attribution.content if len(span))
        if content is not None and content.end <= len(laid.text):
            found[attribution.id] = content
    return found
