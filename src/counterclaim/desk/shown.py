"""A dossier's comparison, laid out for the desk's pages and kept in memory for as long as it is the newest."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from counterclaim.desk.filters import Filters, Narrowing, narrowed
from counterclaim.desk.jobs import Job, Jobs
from counterclaim.desk.links import DeskLinks
from counterclaim.service.compare import Compared
from counterclaim.service.judge import judgements
from counterclaim.service.kept import Kept, kept_comparison, last_comparison, state
from counterclaim.service.mask import masked_compared
from counterclaim.service.open import Kit, Ledger
from counterclaim.show.laid import Laid
from counterclaim.show.outline import Outline, bare_outline
from counterclaim.show.places import Places, Use
from counterclaim.show.sections import Sections
from counterclaim.values.comparison import Comparison, Independence, Ladder

KEPT = 4
"""Dossiers whose comparison stays in memory."""


class Shown:
    """One comparison with its sheets, ready to be laid out in parts.

    Attributes:
        dossier: The dossier's name.
        state: The digest of what it was made from.
        compared: The comparison and its sheets, as they are kept.
        comparison: What is shown: all of it, or what filters left.
        links: Where its parts are on the desk.
        laid: Names and words.
        places: Where its words stand.
        sections: Lays its parts out.
        narrowed: Whether filters left something out.
    """

    def __init__(
        self, dossier: str, state: str, compared: Compared, comparison: Comparison, outlines: Mapping[str, Outline]
    ) -> None:
        self.dossier = dossier
        self.state = state
        self.compared = compared
        self.comparison = comparison
        self._outlines = outlines
        self.links = DeskLinks(dossier, comparison)
        self.laid = Laid(comparison, compared.sheets)
        self.places = Places(self.links, outlines)
        self.sections = Sections(self.laid, self.places, self.links)
        self.narrowed = comparison is not compared.comparison
        self._uses: dict[str, tuple[Use, ...]] | None = None
        self._hidden: Shown | None = None
        self._lock = Lock()

    @classmethod
    def of(cls, dossier: str, kept: Kept) -> "Shown":
        """The whole of a kept comparison."""
        compared = kept.compared
        return cls(dossier, kept.state, compared, compared.comparison, outlines_of(compared))

    def narrowed_to(self, comparison: Comparison) -> "Shown":
        """The same, of which only ``comparison`` is shown."""
        return Shown(self.dossier, self.state, self.compared, comparison, self._outlines)

    def hidden(self) -> "Shown":
        """The same with those hidden who must not be exposed; made once."""
        with self._lock:
            if self._hidden is None:
                compared = masked_compared(self.compared)
                self._hidden = Shown(self.dossier, self.state, compared, compared.comparison, outlines_of(compared))
        return self._hidden

    def ladders(self) -> dict[str, Ladder]:
        """The ladders by the key their address carries, which filters leave as it is."""
        return {str(number): ladder for number, ladder in enumerate(self.comparison.figures, 1)}

    def found(self, document: str) -> dict[str, int]:
        """How many statements, figures and words on verification were found in a document."""
        sheet = self.laid.sheets.get(document)
        if sheet is None:
            return {}
        return {
            "statements": len(sheet.attributions),
            "figures": len(sheet.figures),
            "on verification": len(sheet.verification),
        }

    def uses(self, document: str) -> tuple[Use, ...]:
        """What the comparison uses of a document; everything is laid out once to know it."""
        with self._lock:
            if self._uses is None:
                sections, comparison = self.sections, self.comparison
                sections.disputes(comparison.disputes)
                sections.ladders(self.ladders())
                sections.claims([one for one in comparison.independent_origins if one.documents > 1])
                self._uses = {one.id: self.places.uses(one.id) for one in comparison.documents}
        return self._uses.get(document, ())

    def speaker(self, party: str | None) -> dict[str, str] | None:
        """A party's name and address, for a link; None for none, or one that is not shown."""
        if party is None or party not in self.laid.parties:
            return None
        return {"name": self.laid.name(party), "href": self.links.party(party)}

    def independence(self, claim: str) -> Independence:
        """How many documents carry a claim; one where nothing more is known."""
        found = (one for one in self.comparison.independent_origins if one.claim == claim)
        return next(found, Independence(claim=claim, documents=1, origins=1))


def outlines_of(compared: Compared) -> dict[str, Outline]:
    """The sheets laid out, by document; of two documents of one id the first was compared."""
    return {sheet.document.id: bare_outline(sheet) for sheet in reversed(compared.sheets)}


class Comparisons:
    """The comparisons of a desk: the newest of each dossier at hand, a new one made in the background."""

    def __init__(self, ledger: Ledger, kit: Kit, jobs: Jobs) -> None:
        self._ledger = ledger
        self._kit = kit
        self._jobs = jobs
        self._shown: OrderedDict[str, Shown] = OrderedDict()
        self._lock = Lock()

    def newest(self, dossier: str, asked_by: str) -> tuple[Shown | None, Job | None]:
        """The newest comparison there is, None where there is none yet; and the job that makes a newer one where need be.

        Raises:
            LedgerError: If there is no such dossier.
        """
        now = state(self._ledger, dossier, self._kit)
        with self._lock:
            known = self._shown.get(dossier)
            if known is not None and known.state == now:
                self._shown.move_to_end(dossier)
                return known, None
        if known is None and (kept := last_comparison(self._ledger, dossier, self._kit)) is not None:
            known = self._keep(dossier, kept)
            if kept.fresh:
                return known, None
        return known, self._jobs.submit(asked_by, f"Comparing {dossier}", lambda job: self._compare(dossier), key=dossier)

    def at_hand(self, dossier: str) -> Shown | None:
        """The newest comparison there is, without making one: for pages on which it is a by-matter.

        Raises:
            LedgerError: If there is no such dossier.
        """
        with self._lock:
            known = self._shown.get(dossier)
        if known is not None:
            return known
        kept = last_comparison(self._ledger, dossier, self._kit)
        return self._keep(dossier, kept) if kept is not None else None

    def filtered(self, shown: Shown, filters: Filters) -> Shown:
        """The same comparison, narrowed; itself where nothing is asked for."""
        if not filters:
            return shown
        narrowing = Narrowing(shown.compared, filters, judgements(self._ledger, shown.dossier))
        return shown.narrowed_to(narrowed(shown.comparison, narrowing))

    def _compare(self, dossier: str) -> None:
        self._keep(dossier, kept_comparison(self._ledger, dossier, self._kit))

    def _keep(self, dossier: str, kept: Kept) -> Shown:
        made = Shown.of(dossier, kept)
        with self._lock:
            self._shown[dossier] = made
            self._shown.move_to_end(dossier)
            while len(self._shown) > KEPT:
                self._shown.popitem(last=False)
        return made
