"""What the document says was checked, could not be, or must be: sentences on verification."""

from collections.abc import Iterator

import msgspec

from counterclaim.language.pack import LanguagePack
from counterclaim.lexicon.phrases import Match, PhraseEntry, Phrases
from counterclaim.qualify.negation import EVERY, negations
from counterclaim.qualify.passages import clause, sentences, unquoted
from counterclaim.qualify.referents import Referents
from counterclaim.values.finding import Verification, VerificationKind
from counterclaim.values.page import Page
from counterclaim.values.span import Span
from counterclaim.values.text import ARTICLE_ZONES

ZONES = ARTICLE_ZONES | {"disclaimer"}
_FLIPPED: VerificationKind = "evidence_contradicts"


class VerificationEntry(PhraseEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase on checking; ``category`` is its kind where nothing negates it, ``none`` if it then says nothing.

    Attributes:
        negated: The kind where a word of ``negations`` stands before it in its clause, or inside it; empty for no difference.
        negators: The categories of ``negations`` that count; empty for all.
        near: Categories of ``evidence``, one of which must stand in the sentence; empty for no condition.
        unless: Categories of ``moods`` that cancel the entry when they stand in its clause.
        flips: Whether a ``flip`` of ``moods`` behind it turns support into contradiction.
        by: Who checks: the ``subject`` before the phrase, an ``agent`` behind it ("by the BBC"), ``either``.
    """

    negated: str = ""
    negators: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    flips: bool = False
    by: str = "agent"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One phrase that fired: the entry, its words, its clause and the kind it comes to."""

    entry: VerificationEntry
    span: Span
    clause: Span
    kind: VerificationKind


def verification(page: Page, pack: LanguagePack) -> tuple[Verification, ...]:
    """All statements on verification in the article's zones and its disclaimers, in text order.

    Returns:
        One finding for each kind that a clause speaks of. It spans the sentence, or the clause where the sentence speaks of
        several. ``by`` and ``about`` are filled in only where the text points at a source or statement of the page.
    """
    text = unquoted(page.text)
    referents = Referents(page, pack)
    found: list[Verification] = []
    for sentence in sentences(page, ZONES):
        readings = _distinct(readings_in(text, sentence, pack))
        for reading in readings:
            span = sentence if len(readings) == 1 else reading.clause
            by = referents.by(sentence, reading.clause, reading.span, reading.entry.by)
            found.append(
                Verification(
                    id=f"v{len(found) + 1}",
                    start=span.start,
                    end=span.end,
                    by=by,
                    about=referents.about(sentence, reading.clause, reading.span, by),
                    kind=reading.kind,
                )
            )
    return tuple(found)


def readings_in(text: str, sentence: Span, pack: LanguagePack) -> Iterator[Reading]:
    """The phrases of ``verification`` that fire in ``sentence`` of ``text`` (quotation marks blanked), in order."""
    for match in _phrases(pack).find(text, sentence.start, sentence.end):
        scope = clause(text, sentence, match.span, pack)
        kind = _kind(match, text, sentence, scope, pack)
        if kind is not None:
            yield Reading(entry=_entry(match), span=match.span, clause=scope, kind=kind)


def _phrases(pack: LanguagePack) -> Phrases:
    return pack.once("compiled verification", lambda: Phrases(pack.entries("verification", VerificationEntry)))


def _entry(match: Match) -> VerificationEntry:
    assert isinstance(match.entry, VerificationEntry)
    return match.entry


def _kind(match: Match, text: str, sentence: Span, scope: Span, pack: LanguagePack) -> VerificationKind | None:
    entry = _entry(match)
    if entry.near and not _has(pack, "evidence", entry.near, text, sentence):
        return None
    if entry.unless and _has(pack, "moods", entry.unless, text, scope):
        return None
    kind = entry.category
    if entry.negated and negations(text, scope, match.span, pack, frozenset(entry.negators) or EVERY):
        kind = entry.negated
    elif entry.flips and _has(pack, "moods", ("flip",), text, Span(match.span.end, sentence.end)):
        kind = _FLIPPED
    return None if kind == "none" else msgspec.convert(kind, VerificationKind)


def _has(pack: LanguagePack, name: str, categories: tuple[str, ...], text: str, span: Span) -> bool:
    return any(m.entry.category in categories for m in pack.phrases(name).find(text, span.start, span.end))


def _distinct(readings: Iterator[Reading]) -> list[Reading]:
    """The first reading of each kind in each clause."""
    kept: dict[tuple[Span, str], Reading] = {}
    for reading in readings:
        kept.setdefault((reading.clause, reading.kind), reading)
    return list(kept.values())
