"""Sheets of invented articles, built by hand: no model is loaded."""

from collections.abc import Sequence

from counterclaim.values.attribution import Act, Attribution
from counterclaim.values.digest import bytes_digest, text_digest
from counterclaim.values.document import Document
from counterclaim.values.figure import Bound, Figure
from counterclaim.values.party import Source, SourceKind
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span
from counterclaim.values.text import Zone


class Draft:
    """One article in the making: spans are given as words, which must stand once in the text."""

    def __init__(self, name: str, text: str, *, published: str | None = None, outlet: str | None = None, language: str = "en"):
        self.name, self.text, self.published, self.outlet, self.language = name, text, published, outlet, language
        self.sources: list[Source] = []
        self.attributions: list[Attribution] = []
        self.figures: list[Figure] = []

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def source(self, name: str, kind: SourceKind = "person", side: str | None = None, mentions: Sequence[str] = ()) -> str:
        places = tuple(sorted(self.at(words) for words in mentions))
        source = Source(id=f"s{len(self.sources) + 1}", name=name, kind=kind, side=side, mentions=places)
        self.sources.append(source)
        return source.id

    def says(self, source: str | None, content: str, act: Act = "states", parent: str | None = None) -> str:
        attribution = Attribution(
            id=f"a{len(self.attributions) + 1}",
            source_id=source,
            source=(),
            cue=(),
            content=(self.at(content),),
            mode="indirect",
            act=act,
            distance="neutral",
            hedges=(),
            via=(),
            parent=parent,
        )
        self.attributions.append(attribution)
        return attribution.id

    def figure(
        self,
        words: str,
        value: float,
        bound: Bound = "exact",
        by: str | None = None,
        measure: str = "deaths",
        as_of: str | None = None,
        part_of: str | None = None,
    ) -> None:
        span = self.at(words)
        self.figures.append(
            Figure(
                id=f"f{len(self.figures) + 1}",
                start=span.start,
                end=span.end,
                value=value,
                bound=bound,
                counted="children" if part_of else "people",
                measure=measure,
                estimator=by,
                as_of=as_of,
                part_of=part_of,
            )
        )

    def sheet(self) -> Sheet:
        return Sheet(
            document=Document(
                id=self.name,
                path=self.name,
                sha256=bytes_digest(self.text.encode()),
                text_sha256=text_digest(self.text),
                text=self.text,
                language=self.language,
                published=self.published,
                outlet=self.outlet,
            ),
            zones=(Zone(kind="body", start=0, end=len(self.text)),),
            sources=tuple(self.sources),
            attributions=tuple(self.attributions),
            figures=tuple(self.figures),
        )


def sheets(drafts: Sequence[Draft]) -> list[Sheet]:
    return [draft.sheet() for draft in drafts]
