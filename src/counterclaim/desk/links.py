"""Where the links of a comparison lead on the desk: to pages of their own."""

from counterclaim.desk import addresses
from counterclaim.show.links import PartKind
from counterclaim.values.comparison import Comparison
from counterclaim.values.span import Span


class DeskLinks:
    """The addresses of one dossier's parts."""

    def __init__(self, dossier: str, comparison: Comparison) -> None:
        self._dossier = dossier
        self._documents = {document.id for document in comparison.documents}
        self._parties = {party.id: party.name for party in comparison.parties}
        self._claims = {claim.id: claim.members[0] for claim in comparison.claims if claim.members}

    def document(self, name: str) -> str | None:
        """The document's page."""
        return addresses.document(self._dossier, name) if name in self._documents else None

    def words(self, document: str, label: str, span: Span) -> str:
        """The words on the document's page; what only the comparison names is marked there for the occasion."""
        if label.startswith("x"):
            return addresses.document(self._dossier, document, at=span)
        return addresses.document(self._dossier, document, label)

    def party(self, party: str) -> str:
        """The party's page."""
        return addresses.party(self._dossier, self._parties[party])

    def part(self, kind: PartKind, key: str) -> str:
        """The dispute's or claim's page, or the place in the list of figures or origins."""
        if kind == "dispute":
            return addresses.dispute(self._dossier, key)
        if kind == "claim":
            first = self._claims[key]
            return addresses.claim(self._dossier, first.document, first.start, first.end)
        if kind == "figure":
            return f"{addresses.dossier(self._dossier, 'figures')}#figure-{key}"
        return f"{addresses.dossier(self._dossier, 'origins')}#origin-{addresses.segment(key)}"
