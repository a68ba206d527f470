"""Words that judge a party by naming it, where nobody but the document itself says them."""

from collections.abc import Iterator

from counterclaim.language.pack import LanguagePack
from counterclaim.values.finding import Notice
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

ZONES = frozenset({"headline", "subhead", "body"})
_SAYS = {
    "name": "names a party by a judgement",
    "term": "uses one party's term for what is disputed",
}


def loaded_words(quotes: tuple[Quotation, ...], page: Page, pack: LanguagePack) -> Iterator[Notice]:
    """A notice for each such expression, at its first place in the document's own voice, in text order.

    What stands in quotation marks, or in the content of any statement, is somebody else's and is passed over.
    """
    foreign = [q.span for q in quotes] + [c for s in page.found.statements for c in s.content]
    places: dict[tuple[str, str], list[Span]] = {}
    for zone in page.clean.zones:
        if zone.kind not in ZONES:
            continue
        for found in pack.phrases("loaded").find(page.text, zone.start, zone.end):
            if found.entry.category in _SAYS and not any(f.overlaps(found.span) for f in foreign):
                places.setdefault((found.span.words(page.text).casefold(), found.entry.category), []).append(found.span)
    for (_, category), spans in places.items():
        times = "" if len(spans) == 1 else f", {len(spans)} times"
        yield Notice(
            kind="loaded_language",
            start=spans[0].start,
            end=spans[0].end,
            message=f"The document {_SAYS[category]} in its own voice: “{spans[0].words(page.text)}”{times}.",
        )
