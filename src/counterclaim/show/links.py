"""Where the links of a comparison lead: to places of the one page that holds all, or to pages of the desk."""

from collections.abc import Mapping
from typing import Literal, Protocol

from counterclaim.values.span import Span

PartKind = Literal["dispute", "figure", "origin", "claim"]


class Links(Protocol):
    """Addresses of everything a comparison names; None where a thing is not to be had."""

    def document(self, name: str) -> str | None:
        """The document ``name``."""
        ...

    def words(self, document: str, label: str, span: Span) -> str:
        """The words of ``span`` in a document, which carry ``label`` there."""
        ...

    def party(self, party: str) -> str:
        """The party of this id."""
        ...

    def part(self, kind: PartKind, key: str) -> str:
        """A dispute, ladder, document's origin (``key`` is the document) or claim."""
        ...


class PageLinks:
    """Links within one page."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        """Of ``keys``, each document's key in the page by its id."""
        self._keys = keys

    def document(self, name: str) -> str | None:
        """The document's section; None where the page does not hold it."""
        return f"#{self._keys[name]}" if name in self._keys else None

    def words(self, document: str, label: str, span: Span) -> str:
        """The label in the document's text."""
        return f"#w-{self._keys[document]}-{label}"

    def party(self, party: str) -> str:
        """The party in the list of speakers."""
        return f"#party-{party}"

    def part(self, kind: PartKind, key: str) -> str:
        """The part's section or row."""
        return f"#{kind}-{self._keys.get(key, key) if kind == 'origin' else key}"
