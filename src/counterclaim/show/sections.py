"""The parts of a comparison as plain dictionaries of safe words, for templates: disputes, figures, origins, timeline, speakers.

Both the page that stands for itself and the desk show them; they differ in where a link leads (`Links`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from counterclaim.show import labels
from counterclaim.show.ladders import NO_SOURCE, ladder_chart
from counterclaim.show.laid import Laid, amount
from counterclaim.show.links import Links
from counterclaim.show.places import Cell, Places
from counterclaim.show.relays import Graph, relay_graph
from counterclaim.show.safe import one_line, shortened
from counterclaim.show.timeline import days, timeline
from counterclaim.show.tracks import Chart
from counterclaim.values.comparison import Claim, Dispute, Evidence, Independence, Ladder, Origin, Party, Position

LONGEST_WORDS = 280
"""Characters of a place's words in a cell; the whole is one click away."""

AROUND = 40
"""Characters shown on either side of a figure's words: "14" alone says little."""

MOST_CLAIMS = 100
"""Shared claims listed: those in most documents. The JSON holds all."""

MOST_PASSAGES = 12
"""Passages set side by side for each document. The JSON holds all."""


class Sections:
    """Lays out one comparison, part by part; every place it names is noted in ``places``."""

    def __init__(self, laid: Laid, places: Places, links: Links) -> None:
        self._laid = laid
        self._places = places
        self._links = links
        self._cells: dict[tuple[str, str], Cell] = {}

    def summary(self) -> str:
        """The comparison in one line: how many documents, speakers, claims and disputes."""
        comparison = self._laid.comparison
        languages = ", ".join(sorted({one_line(d.language) for d in comparison.documents}))
        counted = (
            f"{labels.count(len(comparison.documents), 'document')} ({languages})",
            labels.count(len(comparison.parties), "speaker"),
            labels.count(len(comparison.claims), "claim"),
            f"{len(comparison.disputes)} in dispute",
        )
        return " · ".join(counted)

    def disputes(self, chosen: Iterable[Dispute]) -> list[dict[str, Any]]:
        """The disputes with their positions side by side."""
        return [self._dispute(dispute) for dispute in chosen]

    def ladders(self, chosen: Mapping[str, Ladder]) -> list[dict[str, Any]]:
        """The ladders by key, each with its chart and its rows."""
        return [self._ladder(key, ladder) for key, ladder in chosen.items()]

    def origins(self, chosen: Iterable[Origin]) -> list[dict[str, Any]]:
        """What each of these documents rests on, and what it shares with others."""
        return [self._origin(origin) for origin in chosen]

    def claims(self, chosen: Iterable[Independence]) -> list[dict[str, Any]]:
        """Claims with all their places, how many documents carry them and on how many origins they rest."""
        by_id = {claim.id: claim for claim in self._laid.comparison.claims}
        return [
            {
                **self._claim(by_id[one.claim]),
                "documents": one.documents,
                "origins": one.origins,
                "roots": [self._party(root) for root in one.roots],
            }
            for one in chosen
            if one.claim in by_id
        ]

    def shared(self) -> list[Independence]:
        """Claims in more than one document, those in most first."""
        shared = (one for one in self._laid.comparison.independent_origins if one.documents > 1)
        return sorted(shared, key=lambda one: (-one.documents, one.origins))

    def graph(self) -> Graph | None:
        """The drawing of who is heard through whom."""
        return relay_graph(self._laid, self._links, [name for name in self._laid.documents if name in self._laid.sheets])

    def timeline(self, listed: set[str]) -> Chart | None:
        """The chart of documents and shared claims; ``listed`` are the ids of claims that may be drawn."""
        return timeline(self._laid, self._links, self._cells, listed)

    def days(self) -> list[dict[str, Any]]:
        """The documents by the day they came out."""
        return [
            {"date": day.date, "documents": [self._document(name) for name in day.documents if name in self._laid.sheets]}
            for day in days(self._laid)
        ]

    def parties(self) -> list[dict[str, Any]]:
        """The parties by the number of documents they are heard in; those heard in one only are marked for folding."""
        heard: dict[str, set[str]] = {}
        for claim in self._laid.comparison.claims:
            for member in claim.members:
                if member.source:
                    heard.setdefault(member.source, set()).add(member.document)
        order = sorted(self._laid.comparison.parties, key=lambda party: -len(heard.get(party.id, ())))
        return [self._party_row(party, len(heard.get(party.id, ()))) for party in order]

    def _document(self, name: str) -> dict[str, Any]:
        document = self._laid.documents[name]
        return {
            "href": self._links.document(name),
            "outlet": self._laid.outlet(name),
            "title": one_line(document.title or document.id),
            "published": one_line(document.published or ""),
            "language": one_line(document.language),
        }

    def _party(self, party: str | None) -> dict[str, Any]:
        return {
            "name": self._laid.name(party),
            "href": self._links.party(party) if party is not None and party in self._laid.parties else None,
        }

    def _words(self, document: str, start: int, end: int, cell: Cell | None) -> dict[str, Any]:
        """The words of a place with all that stands beside them."""
        return {
            "words": self._laid.words(document, start, end, LONGEST_WORDS),
            "cell": cell,
            "language": one_line(self._laid.language(document)),
            "outlet": self._laid.outlet(document),
            "published": one_line(self._laid.published(document) or ""),
        }

    def _dispute(self, dispute: Dispute) -> dict[str, Any]:
        return {
            "id": dispute.id,
            "kind": labels.DISPUTES[dispute.kind],
            "question": one_line(dispute.question),
            "reason": one_line(dispute.reason),
            "positions": [self._position(dispute, position) for position in dispute.positions],
        }

    def _position(self, dispute: Dispute, position: Position) -> dict[str, Any]:
        speakers: dict[tuple[bool, str | None, str], list[Evidence]] = {}
        for evidence in sorted(position.evidence, key=lambda one: one.stance == "denies"):
            speaker = self._laid.speaker(evidence)
            named = evidence.by if evidence.by in self._laid.parties else None
            speakers.setdefault((evidence.stance == "denies", named, speaker), []).append(evidence)
        return {
            "label": one_line(position.label),
            "held_by": [self._party(party) for party in position.held_by],
            "denied_by": [self._party(party) for party in position.denied_by],
            "own_voice": self._laid.own_voice(position, "asserts"),
            "denied_in_own_voice": self._laid.own_voice(position, "denies"),
            "speakers": [
                {
                    "denies": denies,
                    "name": name,
                    "href": self._links.party(party) if party else None,
                    "evidence": [self._evidence(dispute, position, one) for one in every],
                }
                for (denies, party, name), every in speakers.items()
            ],
        }

    def _evidence(self, dispute: Dispute, position: Position, evidence: Evidence) -> dict[str, Any]:
        cell = self._places.cell(
            evidence.document,
            evidence.start,
            evidence.end,
            attribution=evidence.attribution,
            href=self._links.part("dispute", dispute.id),
            says=f"{evidence.stance} “{one_line(position.label)}” in “{one_line(dispute.question)}”",
        )
        return self._words(evidence.document, evidence.start, evidence.end, cell)

    def _ladder(self, key: str, ladder: Ladder) -> dict[str, Any]:
        measure, href = one_line(ladder.title), self._links.part("figure", key)
        cells = [
            self._places.cell(p.document, p.start, p.end, attribution=None, href=href, says=f"figure: {measure}")
            for p in ladder.points
        ]
        return {
            "key": f"figure-{key}",
            "measure": measure,
            "revised": [self._party(party) for party in ladder.revised],
            "chart": ladder_chart(ladder, tuple(cell.href if cell else None for cell in cells), self._laid, self._links),
            "rows": [
                {
                    "amount": amount(point),
                    "by": self._party(point.by) if point.by in self._laid.parties else {"name": NO_SOURCE, "href": None},
                    "first": self._laid.outlet(point.first_stood_in) if point.first_stood_in else "",
                    "as_of": one_line(point.as_of or ""),
                    "around": self._laid.around(point.document, point.start, point.end, AROUND),
                    **self._words(point.document, point.start, point.end, cell),
                }
                for point, cell in zip(ladder.points, cells, strict=True)
            ],
        }

    def _origin(self, origin: Origin) -> dict[str, Any]:
        href = self._links.part("origin", origin.document)
        return {
            "key": href.rpartition("#")[2],
            "document": self._document(origin.document),
            "roots": [self._party(root) for root in origin.roots],
            "relays": [one_line(relay) for relay in origin.relays],
            "copy_of": self._document(origin.copy_of) if origin.copy_of in self._laid.sheets else None,
            "copy_because": origin.copy_because,
            "passages": [
                {
                    "share": f"{passage.similarity:.0%}",
                    "translated": passage.translated,
                    "here": self._side(origin.document, passage.start, passage.end, href),
                    "there": self._side(passage.from_, passage.from_start, passage.from_end, href),
                }
                for passage in origin.copied[:MOST_PASSAGES]
            ],
            "more_passages": max(len(origin.copied) - MOST_PASSAGES, 0),
        }

    def _side(self, document: str, start: int, end: int, href: str) -> dict[str, Any]:
        cell = self._places.cell(document, start, end, attribution=None, href=href, says="a passage that also stands elsewhere")
        return self._words(document, start, end, cell)

    def _claim(self, claim: Claim) -> dict[str, Any]:
        members = []
        for member, reason in zip(claim.members, ("", *claim.reasons), strict=False):
            cell = self._places.cell(
                member.document,
                member.start,
                member.end,
                attribution=member.attribution,
                href=self._links.part("claim", claim.id),
                says="the same claim elsewhere",
            )
            if cell:
                self._cells.setdefault((member.document, member.attribution), cell)
            members.append(
                {
                    **self._words(member.document, member.start, member.end, cell),
                    "by": self._party(member.source) if member.source in self._laid.parties else None,
                    "act": labels.ACTS[member.act],
                    "reason": one_line(reason),
                }
            )
        return {"id": claim.id, "text": shortened(claim.text, LONGEST_WORDS), "members": members}

    def _party_row(self, party: Party, documents: int) -> dict[str, Any]:
        return {
            "id": party.id,
            "name": one_line(party.name),
            "kind": labels.KINDS[party.kind],
            "aliases": [one_line(alias) for alias in party.aliases],
            "side": self._party(party.side) if party.side in self._laid.parties else None,
            "side_reason": one_line(party.side_reason or ""),
            "merged_because": [one_line(reason) for reason in party.merged_because],
            "documents": documents,
            "main": documents > 1 or bool(party.aliases),
        }
