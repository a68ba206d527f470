"""Search in the ledger: by words and by meaning across languages, each hit with its reason."""

from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.kit import Kit, open_kit
from counterclaim.ledger import search as indexed
from counterclaim.ledger.read import dossiers
from counterclaim.ledger.session import Ledger
from counterclaim.match.account import account, own_voice, said_words
from counterclaim.match.spelling import latin, skeleton
from counterclaim.match.vectors import Embedder, SmallE5
from counterclaim.service.kept import judged_sheets, kept_comparison
from counterclaim.service.vectors import KeptVectors
from counterclaim.values.attribution import Act
from counterclaim.values.digest import text_digest
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, cover

NEAR = 0.85
"""Likeness of meaning from which a place is a hit without sharing the words: the small e5 gives unrelated news sentences
about 0.76 and the same claim in two languages about 0.9."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for.

    Attributes:
        text: The words.
        dossier: Only in this one; None for all.
        speaker: Only what somebody of this name says, in any of its spellings and scripts.
        act: Only what is said in this way.
        disputed: Only what stands in a dispute of its dossier.
        since: Only documents published on this ISO date or later; those without a date are left out.
        by_meaning: Whether to look for the same meaning in other words, too.
    """

    text: str
    dossier: str | None = None
    speaker: str | None = None
    act: Act | None = None
    disputed: bool = False
    since: str | None = None
    by_meaning: bool = True


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place found.

    Attributes:
        dossier: The dossier.
        document: The document's id.
        attribution: The attribution's id; None for a sentence of the document.
        speaker: Who says it; None for a sentence, or if not resolved.
        act: How it is said; None for a sentence.
        start: First code point in the document's text.
        end: One past the last.
        words: The text there.
        outlet: The document's outlet.
        published: When it was published.
        language: The document's language.
        reasons: Why it is a hit ("words: ferry, terminal", "meaning 0.91").
        score: What hits are ordered by: 1 for the words, plus the likeness of meaning.
    """

    dossier: str
    document: str
    attribution: str | None
    speaker: str | None
    act: Act | None
    start: int
    end: int
    words: str
    outlet: str | None
    published: str | None
    language: str
    reasons: tuple[str, ...] = ()
    score: float = 0.0


def search(ledger: Ledger, wanted: Wanted, kit: Kit | None = None, embedder: Embedder | None = None) -> tuple[Hit, ...]:
    """The hits, best first.

    What was never searched before is indexed on the way, and its vectors are kept in the ledger. A sentence is left out where
    an attribution in it is a hit; by its meaning it is found only if nothing of it is attributed.

    Raises:
        LedgerError: If there is no such dossier.
    """
    names = [wanted.dossier] if wanted.dossier else [row.name for row in dossiers(ledger)]
    places = [place for name in names for place in _places(ledger, name, wanted, kit)]
    indexed.index(ledger, dict.fromkeys(place.hit.words for place in places))
    asked = tuple(dict.fromkeys(indexed.tokens(wanted.text)))
    with_words = indexed.matching(ledger, asked)
    likeness = _likeness(ledger, wanted.text, places, embedder or SmallE5()) if wanted.by_meaning else {}
    hits = []
    for place in places:
        has_words = text_digest(place.hit.words) in with_words
        alike = likeness.get(place.meaning or "", 0.0)
        reasons = [f"words: {', '.join(asked)}"] if has_words else []
        if alike >= NEAR:
            reasons.append(f"meaning {alike:.2f}")
        if reasons:
            hits.append(msgspec.structs.replace(place.hit, reasons=tuple(reasons), score=round(has_words + alike, 4)))
    return tuple(sorted(_without_repeats(hits), key=lambda hit: (-hit.score, hit.dossier, hit.document, hit.start)))


class _Place(msgspec.Struct, frozen=True):
    """What may be a hit, and the wording whose meaning counts; None where that of an attribution in it does."""

    hit: Hit
    meaning: str | None


def _places(ledger: Ledger, dossier: str, wanted: Wanted, kit: Kit | None) -> Iterable[_Place]:
    """All of a dossier that may be a hit: attributions, and sentences of the article where no speaker or act is asked for."""
    kept = [s for s in judged_sheets(ledger, dossier) if wanted.since is None or (s.document.published or "") >= wanted.since]
    disputed = _disputed(ledger, dossier, kit) if wanted.disputed else None
    for sheet in kept:
        found = [*_said(sheet, dossier, wanted)]
        if wanted.speaker is None and wanted.act is None:
            found += _sentences(sheet, dossier)
        for place in found:
            span = Span(place.hit.start, place.hit.end)
            if disputed is None or any(span.overlaps(evidence) for evidence in disputed.get(sheet.document.id, ())):
                yield place


def _said(sheet: Sheet, dossier: str, wanted: Wanted) -> Iterable[_Place]:
    text = str(sheet.document.text)
    sources = {source.id: source for source in sheet.sources}
    asked = _spelt(wanted.speaker or "")
    for attribution in sheet.attributions:
        source = sources.get(attribution.source_id or "")
        span = cover(span for span in attribution.content if len(span))
        if span is None or (wanted.act is not None and attribution.act != wanted.act):
            continue
        if wanted.speaker is not None and not (source and asked and asked <= _spelt(f"{source.name} {source.role or ''}")):
            continue
        hit = Hit(
            dossier=dossier,
            document=sheet.document.id,
            attribution=attribution.id,
            speaker=source.name if source else None,
            act=attribution.act,
            start=span.start,
            end=span.end,
            words=span.words(text),
            outlet=sheet.document.outlet,
            published=sheet.document.published,
            language=sheet.document.language,
        )
        yield _Place(hit, said_words(text, attribution))


def _sentences(sheet: Sheet, dossier: str) -> Iterable[_Place]:
    one = account(sheet)
    unsaid = set(own_voice(one))
    for sentence in one.sentences:
        hit = Hit(
            dossier=dossier,
            document=sheet.document.id,
            attribution=None,
            speaker=None,
            act=None,
            start=sentence.span.start,
            end=sentence.span.end,
            words=sentence.span.words(str(sheet.document.text)),
            outlet=sheet.document.outlet,
            published=sheet.document.published,
            language=sheet.document.language,
        )
        yield _Place(hit, hit.words if sentence in unsaid else None)


def _spelt(name: str) -> frozenset[str]:
    """What all spellings of a name's words keep, in any script."""
    return frozenset(found for word in latin(name).split() if (found := skeleton(word)))


def _disputed(ledger: Ledger, dossier: str, kit: Kit | None) -> dict[str, list[Span]]:
    """By document, the places that are evidence in a dispute."""
    found: dict[str, list[Span]] = {}
    for dispute in kept_comparison(ledger, dossier, kit or open_kit()).compared.comparison.disputes:
        for position in dispute.positions:
            for evidence in position.evidence:
                found.setdefault(evidence.document, []).append(Span(evidence.start, evidence.end))
    return found


def _likeness(ledger: Ledger, text: str, places: Iterable[_Place], embedder: Embedder) -> dict[str, float]:
    """The likeness of each wording's meaning to that of ``text``, whose own vector is not kept."""
    wordings = list(dict.fromkeys(place.meaning for place in places if place.meaning is not None))
    if not wordings:
        return {}
    alike = KeptVectors(ledger, embedder).embed(wordings) @ embedder.embed([text])[0]
    return {words: float(value) for words, value in zip(wordings, alike, strict=True)}


def _without_repeats(hits: Sequence[Hit]) -> list[Hit]:
    """The hits without the sentences in which an attribution is a hit."""
    said: dict[tuple[str, str], list[Span]] = {}
    for hit in hits:
        if hit.attribution is not None:
            said.setdefault((hit.dossier, hit.document), []).append(Span(hit.start, hit.end))
    return [
        hit
        for hit in hits
        if hit.attribution is not None
        or not any(Span(hit.start, hit.end).overlaps(span) for span in said.get((hit.dossier, hit.document), ()))
    ]
