"""A comparison as one self-contained page: disputes, figures, origins, timeline, parties, and under them the documents' sheets.

Whatever it says leads to the words that say it. It keeps the promises of the sheets' page (`page`): nothing is fetched, the
policy names the one style and the one script, every word of a document is escaped and made safe to look at.
"""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from markupsafe import Markup

from counterclaim.show import labels
from counterclaim.show.ladders import NO_SOURCE, ladder_chart
from counterclaim.show.laid import Laid, amount
from counterclaim.show.outline import Outline
from counterclaim.show.page import document_context, environment, part, policy
from counterclaim.show.places import Cell, Places
from counterclaim.show.relays import COLUMNS, relay_graph
from counterclaim.show.safe import one_line, shortened
from counterclaim.show.timeline import days, timeline
from counterclaim.values.comparison import Claim, Comparison, Dispute, Evidence, Ladder, Origin, Party, Position

LONGEST_WORDS = 280
"""Characters of a place's words in a cell; the whole is one click away."""

AROUND = 40
"""Characters shown on either side of a figure's words: "14" alone says little."""

MOST_CLAIMS = 100
"""Shared claims listed: those in most documents. The JSON holds all."""

MOST_PASSAGES = 12
"""Passages set side by side for each document. The JSON holds all."""


def comparison_html(comparison: Comparison, outlines: Iterable[Outline], name: str | None = None) -> str:
    """The page.

    Args:
        comparison: What was compared.
        outlines: The sheets it was made from, laid out.
        name: The dossier's, if it has one.
    """
    known: dict[str, Outline] = {}
    for one in outlines:
        known.setdefault(one.sheet.document.id, one)
    laid = Laid(comparison, [one.sheet for one in known.values()])
    shown = {name: known[name] for name in laid.documents if name in known}
    page = _Page(laid, shown)
    style, script = part("page.css") + part("comparison.css"), part("page.js") + part("comparison.js")
    sections = page.sections()
    return (
        environment()
        .get_template("comparison.html")
        .render(
            title=f"{one_line(name)}, compared" if name else "Comparison",
            heading=one_line(name) if name else f"{labels.count(len(comparison.documents), 'document')} compared",
            policy=policy(style, script),
            style=Markup(style),  # ours, not a document's
            script=Markup(script),
            version=version("counterclaim"),
            summary=page.summary(),
            columns=COLUMNS,
            documents=page.sheets(),  # last: by now every place that needs a label is known
            problems=[one_line(problem.message) for problem in comparison.problems],
            **sections,
        )
    )


class _Page:
    """What the template shows, as plain dictionaries of safe words."""

    def __init__(self, laid: Laid, outlines: dict[str, Outline]) -> None:
        self._laid = laid
        self._outlines = outlines
        self._keys = {name: f"doc{number}" for number, name in enumerate(outlines, 1)}
        self._places = Places(self._keys, outlines)

    def summary(self) -> str:
        comparison = self._laid.comparison
        languages = ", ".join(sorted({one_line(d.language) for d in comparison.documents}))
        counted = (
            f"{labels.count(len(comparison.documents), 'document')} ({languages})",
            labels.count(len(comparison.parties), "speaker"),
            labels.count(len(comparison.claims), "claim"),
            f"{len(comparison.disputes)} in dispute",
        )
        return " · ".join(counted)

    def sections(self) -> dict[str, Any]:
        comparison = self._laid.comparison
        disputes = [self._dispute(d) for d in comparison.disputes]
        ladders = [self._ladder(f"figure-{number}", ladder) for number, ladder in enumerate(comparison.figures, 1)]
        origins = [self._origin(origin) for origin in comparison.origins if origin.document in self._keys]
        shared = sorted((i for i in comparison.independent_origins if i.documents > 1), key=lambda i: (-i.documents, i.origins))
        by_id = {claim.id: claim for claim in comparison.claims}
        cells: dict[tuple[str, str], Cell] = {}
        claims = [
            {
                **self._claim(by_id[one.claim], cells),
                "documents": one.documents,
                "origins": one.origins,
                "roots": [self._party(root) for root in one.roots],
            }
            for one in shared[:MOST_CLAIMS]
            if one.claim in by_id
        ]
        return {
            "disputes": disputes,
            "ladders": [ladder for ladder in ladders if len(ladder["rows"]) > 1],
            "once": [ladder for ladder in ladders if len(ladder["rows"]) == 1],
            "graph": relay_graph(self._laid, self._keys),
            "origins": origins,
            "claims": claims,
            "more_claims": max(len(shared) - MOST_CLAIMS, 0),
            "timeline": timeline(self._laid, self._keys, cells, {claim["id"] for claim in claims}),
            "days": [
                {"date": day.date, "documents": [self._document(name) for name in day.documents if name in self._keys]}
                for day in days(self._laid)
            ],
            "parties": self._parties(),
        }

    def sheets(self) -> list[dict[str, Any]]:
        """Each document's sheet, with what the comparison uses of it."""
        return [
            document_context(self._keys[name], laid, self._places.marks(name), self._places.uses(name))
            for name, laid in self._outlines.items()
        ]

    def _document(self, name: str) -> dict[str, Any]:
        document = self._laid.documents[name]
        return {
            "href": f"#{self._keys[name]}" if name in self._keys else None,
            "outlet": self._laid.outlet(name),
            "title": one_line(document.title or document.id),
            "published": one_line(document.published or ""),
            "language": one_line(document.language),
        }

    def _party(self, party: str | None) -> dict[str, Any]:
        return {"name": self._laid.name(party), "href": f"#party-{party}" if party in self._laid.parties else None}

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
                    "href": f"#party-{party}" if party else None,
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
            href=f"#dispute-{dispute.id}",
            says=f"{evidence.stance} “{one_line(position.label)}” in “{one_line(dispute.question)}”",
        )
        return self._words(evidence.document, evidence.start, evidence.end, cell)

    def _ladder(self, key: str, ladder: Ladder) -> dict[str, Any]:
        measure = one_line(ladder.measure)
        cells = [
            self._places.cell(p.document, p.start, p.end, attribution=None, href=f"#{key}", says=f"figure: {measure}")
            for p in ladder.points
        ]
        return {
            "key": key,
            "measure": measure,
            "revised": [self._party(party) for party in ladder.revised],
            "chart": ladder_chart(ladder, tuple(cell.href if cell else None for cell in cells), self._laid),
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
        key = self._keys[origin.document]
        return {
            "key": f"origin-{key}",
            "document": self._document(origin.document),
            "roots": [self._party(root) for root in origin.roots],
            "relays": [one_line(relay) for relay in origin.relays],
            "copy_of": self._document(origin.copy_of) if origin.copy_of in self._keys else None,
            "credited": origin.credited,
            "passages": [
                {
                    "share": f"{passage.similarity:.0%}",
                    "translated": passage.translated,
                    "here": self._side(origin.document, passage.start, passage.end, f"#origin-{key}"),
                    "there": self._side(passage.from_, passage.from_start, passage.from_end, f"#origin-{key}"),
                }
                for passage in origin.copied[:MOST_PASSAGES]
            ],
            "more_passages": max(len(origin.copied) - MOST_PASSAGES, 0),
        }

    def _side(self, document: str, start: int, end: int, href: str) -> dict[str, Any]:
        cell = self._places.cell(document, start, end, attribution=None, href=href, says="a passage that also stands elsewhere")
        return self._words(document, start, end, cell)

    def _claim(self, claim: Claim, cells: dict[tuple[str, str], Cell]) -> dict[str, Any]:
        members = []
        for member, reason in zip(claim.members, ("", *claim.reasons), strict=False):
            cell = self._places.cell(
                member.document,
                member.start,
                member.end,
                attribution=member.attribution,
                href=f"#claim-{claim.id}",
                says="the same claim elsewhere",
            )
            if cell:
                cells.setdefault((member.document, member.attribution), cell)
            members.append(
                {
                    **self._words(member.document, member.start, member.end, cell),
                    "by": self._party(member.source) if member.source in self._laid.parties else None,
                    "act": labels.ACTS[member.act],
                    "reason": one_line(reason),
                }
            )
        return {"id": claim.id, "text": shortened(claim.text, LONGEST_WORDS), "members": members}

    def _parties(self) -> list[dict[str, Any]]:
        """The parties by the number of documents they are heard in; those heard in one only are marked for folding."""
        heard: dict[str, set[str]] = {}
        for claim in self._laid.comparison.claims:
            for member in claim.members:
                if member.source:
                    heard.setdefault(member.source, set()).add(member.document)
        order = sorted(self._laid.comparison.parties, key=lambda party: -len(heard.get(party.id, ())))
        return [self._party_row(party, len(heard.get(party.id, ()))) for party in order]

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
