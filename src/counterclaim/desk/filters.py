"""A comparison narrowed to what somebody looks for: by party, side, language, outlet, date, verification, reviewed or not."""

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from counterclaim.service.compare import Compared
from counterclaim.values.comparison import Comparison, DossierDocument
from counterclaim.values.judgement import Judgement
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, cover

REVIEWED = {"yes": "reviewed", "no": "not reviewed yet"}


class Filters(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked for; empty stands for all.

    Attributes:
        party: The name of the party that speaks.
        side: The name of the party spoken for.
        language: The document's language.
        outlet: The document's outlet.
        since: Published on this ISO date or later.
        until: Published on this ISO date or earlier.
        verification: What the text says on checking: a kind of `Verification`, or ``any`` or ``none``.
        reviewed: ``yes`` or ``no``: whether somebody has judged the words.
    """

    party: str = ""
    side: str = ""
    language: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    verification: str = ""
    reviewed: str = ""

    def query(self) -> str:
        """As the query of an address; empty where nothing is asked for."""
        asked = {name: value for name in self.__struct_fields__ if (value := getattr(self, name))}
        return f"?{urlencode(asked, errors='replace')}" if asked else ""

    def __bool__(self) -> bool:
        return bool(self.query())


class Narrowing:
    """Decides for each document and place whether it is asked for."""

    def __init__(self, compared: Compared, filters: Filters, judgements: tuple[Judgement, ...]) -> None:
        comparison = compared.comparison
        self._filters = filters
        self._parties = {party.id: party for party in comparison.parties}
        self._documents = {d.id for d in comparison.documents if self._is_asked(d)}
        self._checks = _checks(compared.sheets) if filters.verification else {}
        self._reviewed = _places(judgements) if filters.reviewed else {}

    def document(self, id: str) -> bool:
        """Whether the document is asked for."""
        return id in self._documents

    def place(self, document: str, span: Span, party: str | None) -> bool:
        """Whether words of ``document`` that ``party`` says are asked for."""
        filters = self._filters
        if document not in self._documents:
            return False
        if filters.party and (party not in self._parties or self._parties[party].name != filters.party):
            return False
        if filters.side and filters.side not in self._sides(party):
            return False
        if filters.verification:
            kinds = {kind for at, kind in self._checks.get(document, ()) if at.overlaps(span)}
            wanted = filters.verification
            if not ((wanted == "none" and not kinds) or (wanted == "any" and kinds) or wanted in kinds):
                return False
        if filters.reviewed:
            seen = any(at.overlaps(span) for at in self._reviewed.get(document, ()))
            return seen == (filters.reviewed == "yes")
        return True

    def _sides(self, party: str | None) -> set[str]:
        """The names of a party and of all it speaks for."""
        names: set[str] = set()
        while party in self._parties and self._parties[party].name not in names:
            names.add(self._parties[party].name)
            party = self._parties[party].side
        return names

    def _is_asked(self, document: DossierDocument) -> bool:
        filters, published = self._filters, (document.published or "")[:10]
        return (
            (not filters.language or document.language == filters.language)
            and (not filters.outlet or (document.outlet or document.id) == filters.outlet)
            and (not filters.since or published >= filters.since)
            and (not filters.until or ("" < published <= filters.until))
        )


def narrowed(comparison: Comparison, narrowing: Narrowing) -> Comparison:
    """The comparison with the places that are asked for; what has none left is left out. All ids stay."""
    replace = msgspec.structs.replace
    disputes = []
    for dispute in comparison.disputes:
        positions = [
            replace(p, evidence=tuple(e for e in p.evidence if narrowing.place(e.document, Span(e.start, e.end), e.by)))
            for p in dispute.positions
        ]
        if any(position.evidence for position in positions):
            disputes.append(replace(dispute, positions=tuple(positions)))
    ladders = [
        replace(ladder, points=tuple(p for p in ladder.points if narrowing.place(p.document, Span(p.start, p.end), p.by)))
        for ladder in comparison.figures
    ]
    claims = []
    for claim in comparison.claims:
        kept = [m for m in claim.members if narrowing.place(m.document, Span(m.start, m.end), m.source)]
        reasons = dict(zip(claim.members[1:], claim.reasons, strict=False))
        if kept:
            claims.append(replace(claim, members=tuple(kept), reasons=tuple(reasons.get(m, "") for m in kept[1:])))
    speaking = {member.source for claim in claims for member in claim.members}
    known = {claim.id: {member.document for member in claim.members} for claim in claims}
    return replace(
        comparison,
        documents=tuple(d for d in comparison.documents if narrowing.document(d.id)),
        parties=comparison.parties,
        claims=tuple(claims),
        disputes=tuple(disputes),
        figures=tuple(ladders),
        origins=tuple(o for o in comparison.origins if narrowing.document(o.document) and speaking & {*o.roots, None}),
        independent_origins=tuple(
            replace(one, documents=len(known[one.claim])) for one in comparison.independent_origins if one.claim in known
        ),
    )


def _checks(sheets: tuple[Sheet, ...]) -> dict[str, list[tuple[Span, str]]]:
    """By document, where something is said on checking or is spoken of by it, and what."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for sheet in sheets:
        contents = {a.id: cover(span for span in a.content if len(span)) for a in sheet.attributions}
        for check in sheet.verification:
            for span in (Span(check.start, check.end), *(contents.get(id) for id in check.about)):
                if span is not None:
                    found.setdefault(sheet.document.id, []).append((span, check.kind))
    return found


def _places(judgements: tuple[Judgement, ...]) -> Mapping[str, list[Span]]:
    """By document, the words that somebody has judged and not taken back."""
    undone = {judgement.undoes for judgement in judgements}
    found: dict[str, list[Span]] = {}
    for judgement in judgements:
        if judgement.verdict != "undo" and judgement.id not in undone:
            for place in (judgement.target.place, judgement.target.other):
                if place is not None:
                    found.setdefault(place.document, []).append(place.span)
    return found
