"""What the ids and places of a comparison stand for: names, outlets, words, amounts; shared by the terminal and the page."""

from collections.abc import Sequence

from counterclaim.show import labels
from counterclaim.show.safe import one_line, shortened
from counterclaim.values.comparison import Comparison, DossierDocument, Evidence, Party, Point, Position, Stance
from counterclaim.values.sheet import Sheet

OUTLET_ITSELF = "the outlet itself"
"""Who speaks where a document says something in its own voice."""


class Laid:
    """A comparison with the names and words that its ids and places stand for. All names come back safe to show."""

    def __init__(self, comparison: Comparison, sheets: Sequence[Sheet]) -> None:
        self.comparison = comparison
        self.parties: dict[str, Party] = {p.id: p for p in comparison.parties}
        self.documents: dict[str, DossierDocument] = {d.id: d for d in comparison.documents}
        self.sheets: dict[str, Sheet] = {}
        for sheet in sheets:
            self.sheets.setdefault(sheet.document.id, sheet)  # of two documents of one id the first was compared
        self.texts = {name: str(sheet.document.text) for name, sheet in self.sheets.items()}

    def name(self, party: str | None) -> str:
        """The party's name; `OUTLET_ITSELF` where there is none."""
        return one_line(self.parties[party].name) if party in self.parties else OUTLET_ITSELF

    def speaker(self, evidence: Evidence) -> str:
        """Who speaks at a piece of evidence: a party, the outlet in its own voice, or somebody who stayed unresolved."""
        if evidence.by in self.parties:
            return self.name(evidence.by)
        return OUTLET_ITSELF if evidence.attribution is None else labels.NOBODY.lower()

    def own_voice(self, position: Position, stance: Stance) -> tuple[str, ...]:
        """The outlets that assert or deny the position in their own voice, by name."""
        found = {e.document for e in position.evidence if e.attribution is None and e.by is None and e.stance == stance}
        return tuple(sorted({self.outlet(document) for document in found}))

    def outlet(self, document: str) -> str:
        """What people call the document: its outlet, else its id."""
        known = self.documents.get(document)
        return one_line((known.outlet if known else None) or document)

    def published(self, document: str) -> str | None:
        """When the document was published, as it says."""
        known = self.documents.get(document)
        return known.published if known else None

    def language(self, document: str) -> str:
        """The document's language, ``und`` if not known."""
        known = self.documents.get(document)
        return known.language if known else "und"

    def words(self, document: str, start: int, end: int, most: int) -> str:
        """The words of one place, cut to ``most`` characters; empty where the place is in no document at hand."""
        return shortened(self.texts.get(document, "")[start:end], most)

    def around(self, document: str, start: int, end: int, most: int) -> tuple[str, str]:
        """What stands before and after a place in its line, with the blanks beside it: whole words, at most ``most`` long."""
        text = self.texts.get(document, "")
        before = text[max(0, start - most) : start].rpartition("\n")[2]
        after = text[end : end + most].partition("\n")[0]
        if len(before) == most and start > most and not text[start - most - 1].isspace():
            before = "…" + before.partition(" ")[2]
        if len(after) == most and end + most < len(text) and not text[end + most].isspace():
            after = after.rpartition(" ")[0] + "…"
        return one_line(before) + " " * before[-1:].isspace(), " " * after[:1].isspace() + one_line(after)


def amount(point: Point) -> str:
    """The number as people write it: "at least 39", "100 to 300", "dozens" as "no number"."""
    if point.value is not None:
        return f"{labels.BOUNDS.get(point.bound or '', '')} {labels.number(point.value)}".strip()
    if point.low is not None and point.high is not None:
        return f"{labels.number(point.low)} to {labels.number(point.high)}"
    if point.low is not None:
        return f"{labels.number(point.low)} or more"
    if point.high is not None:
        return f"{labels.number(point.high)} or fewer"
    return "no number"
