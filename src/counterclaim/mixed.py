"""A page in several languages: one view of it for each, read apart, and what they found joined again.

A view is the same text with the same places, in which only the parts in its language are article. So every stage reads a
stretch with the pack of its language and needs to know nothing of it. What this cannot do: names are not joined across the
views, and a pronoun or "this was said by" does not reach from one into the other.
"""

from itertools import pairwise
from typing import Any

import msgspec

from counterclaim.values.attribution import Statement
from counterclaim.values.page import Found, Page
from counterclaim.values.span import Span
from counterclaim.values.syntax import Parse, Token
from counterclaim.values.text import ARTICLE_ZONES, CleanText, Zone

_PREFIXES = {"statements": "a", "sources": "s", "figures": "f", "verification": "v", "persons": "m"}
_REFERENCES = frozenset({"id", "parent", "statement", "source_id", "attribution", "estimator", "part_of", "by", "about"})
"""Fields of findings that hold the id of a finding."""


def view(page: Page, language: str) -> Page:
    """``page`` with the stretches in ``language`` as its article; for the document's own, all but the others' paragraphs."""
    own = page.document.language
    if language == own:
        away = [s.span for s in page.stretches if not s.quoted]
        clean = _article(page.clean, away, inside=False) if away else page.clean
        return msgspec.structs.replace(page, clean=clean)
    document = msgspec.structs.replace(page.document, language=language)
    kept = [s.span for s in page.stretches if s.language == language]
    return msgspec.structs.replace(page, document=document, clean=_article(page.clean, kept, inside=True), found=Found())


def without_stretches(parse: Parse, page: Page) -> Parse:
    """``parse`` with the words of quotations in another language as words it knows nothing of."""
    quoted = [s.span for s in page.stretches if s.quoted and s.language != page.document.language]
    if not quoted:
        return parse
    return Parse.of(tuple(_unknown(t) if any(q.contains(t.span) for q in quoted) else t for t in parse.tokens), parse.sentences)


def _unknown(token: Token) -> Token:
    return msgspec.structs.replace(token, lemma=token.text.lower(), pos="X", tag="", feats="", entity="", entity_start=False)


def joined(page: Page, own: Page, others: tuple[Page, ...]) -> Page:
    """``page`` with what was found in its views: ids apart, in text order.

    A statement or figure inside a quotation belongs to the statement whose content holds it. Of figures and verification in
    the document's own view those in other stretches are dropped: its words were not read for them.
    """
    stretches = [s.span for s in page.stretches]
    found = _without(own.found, stretches)
    for other in others:
        more = _under(_renamed(other.found, found), found)
        found = Found(**{name: getattr(found, name) + getattr(more, name) for name in Found.__struct_fields__})
    tokens = sorted((t for view in (own, *others) for t in view.parse.tokens), key=lambda t: t.start)
    sentences = sorted({s for view in (own, *others) for s in view.parse.sentences})
    ordered = {name: tuple(sorted(getattr(found, name), key=_place)) for name in ("statements", "figures", "verification")}
    return msgspec.structs.replace(
        page, parse=Parse.of(tuple(tokens), tuple(sentences)), found=msgspec.structs.replace(found, **ordered)
    )


def _article(clean: CleanText, spans: list[Span], *, inside: bool) -> CleanText:
    """The text with only what lies inside (or outside) ``spans`` as its article."""
    zones: list[Zone] = []
    for zone in clean.zones:
        if zone.kind not in ARTICLE_ZONES:
            zones.append(zone)
            continue
        edges = {zone.start, zone.end, *(e for s in spans for e in (s.start, s.end) if zone.start < e < zone.end)}
        cuts = sorted(edges)
        for start, end in pairwise(cuts):
            held = any(s.start <= start and end <= s.end for s in spans)
            zones.append(Zone(kind=zone.kind if held == inside else "furniture", start=start, end=end))
    return CleanText(text=clean.text, zones=tuple(zones), alignment=clean.alignment)


def _without(found: Found, stretches: list[Span]) -> Found:
    def stays(finding: Any) -> bool:
        return not any(s.start <= finding.start < s.end for s in stretches)

    return msgspec.structs.replace(
        found,
        figures=tuple(filter(stays, found.figures)),
        verification=tuple(filter(stays, found.verification)),
        persons=tuple(filter(stays, found.persons)),
    )


def _renamed(found: Found, taken: Found) -> Found:
    """``found`` with ids that follow those of ``taken``."""
    names: dict[str, str] = {}
    for kind, prefix in _PREFIXES.items():
        last = max((int(f.id.removeprefix(prefix)) for f in getattr(taken, kind)), default=0)
        names |= {f.id: f"{prefix}{last + n}" for n, f in enumerate(getattr(found, kind), 1)}

    def renamed(value: Any, field: str = "") -> Any:
        if isinstance(value, str):
            return names.get(value, value) if field in _REFERENCES else value
        if isinstance(value, tuple):
            return tuple(renamed(item, field) for item in value)
        if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
            return msgspec.structs.replace(value, **{f: renamed(getattr(value, f), f) for f in value.__struct_fields__})
        return value

    return Found(**{name: renamed(getattr(found, name)) for name in Found.__struct_fields__})


def _under(found: Found, around: Found) -> Found:
    """``found`` with the statements of ``around`` as parents and givers of what stands in their content."""
    holders = {s.id: s for s in around.statements}
    voices = {v.statement: v.source_id for v in around.voices}

    def holder(place: int) -> str | None:
        held = [s for s in holders.values() if any(c.start <= place < c.end for c in s.content)]
        return min(held, key=lambda s: sum(map(len, s.content))).id if held else None

    statements = tuple(
        s if s.parent is not None else msgspec.structs.replace(s, parent=holder(s.content[0].start)) for s in found.statements
    )
    figures = tuple(
        f
        if f.attribution is not None or (held := holder(f.start)) is None
        else msgspec.structs.replace(f, attribution=held, estimator=f.estimator or voices.get(held))
        for f in found.figures
    )
    return msgspec.structs.replace(found, statements=statements, figures=figures)


def _place(finding: Any) -> int:
    if isinstance(finding, Statement):
        return min(span.start for span in (*finding.source, *finding.cue, *finding.content))
    return int(finding.start)
