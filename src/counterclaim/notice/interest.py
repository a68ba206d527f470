"""Disclosures: what the document itself says of its makers' interests."""

from collections.abc import Iterator

from counterclaim.language.pack import LanguagePack
from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation
from counterclaim.values.text import ARTICLE_ZONES

ZONES = ARTICLE_ZONES | {"byline", "credit", "disclaimer"}
_SAYS = {
    "travel": "who took the reporter there",
    "access": "under whose eyes it was reported",
    "money": "who paid for it",
    "tie": "what its makers have to do with a party",
}


def disclosures(quotes: tuple[Quotation, ...], page: Page, pack: LanguagePack) -> Iterator[Notice]:
    """A notice for each disclosure in the outlet's own voice, in text order. What somebody says in quotation is theirs."""
    for zone in page.clean.zones:
        if zone.kind not in ZONES:
            continue
        for found in pack.phrases("disclosures").find(page.text, zone.start, zone.end):
            if any(q.span.contains(found.span) for q in quotes):
                continue
            says = _SAYS.get(found.entry.category, "an interest of its makers")
            yield Notice(
                kind="disclosure", start=found.span.start, end=found.span.end, message=f"The document discloses {says}."
            )
