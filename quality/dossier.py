"""The invented dossier, read and held against its gold: tests/gold/tarnholm.toml says what the columns mean."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.values.attribution import Attribution
from counterclaim.values.figure import Figure
from counterclaim.values.sheet import Sheet
from counterclaim.values.span import Span, overlap
from quality.case import Result, Strength

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold" / "tarnholm.toml"
EXAMPLES = ROOT / "examples" / "tarnholm"

LEAST_SHARE = 0.5
"""How much of the gold words a content must cover, and how much of a short content must lie in them: one half, as the
acceptance of the seeds has it."""


def results(sheets: Iterable[Sheet]) -> Iterator[Result]:
    """Every case of the gold, answered by ``sheets``.

    Raises:
        ValueError: If the gold names words that its document does not have, or a document that is not there.
    """
    read = {sheet.document.id: sheet for sheet in sheets}
    for document, gold in tomllib.loads(GOLD.read_text("utf-8")).items():
        if document not in read:
            raise ValueError(f"{GOLD.name} speaks of {document}, which was not read")
        sheet = read[document]
        for words, speaker, acts in gold.get("claims", ()):
            yield from _claim(sheet, words, speaker, acts)
        for words in gold.get("own", ()):
            inside = [a for a in sheet.attributions if overlap(a.content, (_place(sheet, words),))]
            yield _result(sheet, "abstaining", words, not inside, ", ".join(a.id for a in inside))
        for words, value, bound in gold.get("figures", ()):
            yield _figure(sheet, words, value, bound)
        for words, kind in gold.get("checks", ()):
            span = _place(sheet, words)
            kinds = [check.kind for check in sheet.verification if Span(check.start, check.end).overlaps(span)]
            yield _result(sheet, "verification", words, kind in kinds, ", ".join(kinds))
        for words, allowed in gold.get("zones", ()):
            span = _place(sheet, words)
            found = sorted({zone.kind for zone in sheet.zones if zone.span.overlaps(span)})
            yield _result(sheet, "zones", words, set(found) <= set(allowed.split("|")), ", ".join(found))


def _claim(sheet: Sheet, words: str, speaker: str, acts: str) -> Iterator[Result]:
    """Three cases: the content was found; it has the right speaker; and the right act."""
    span = _place(sheet, words)
    near = [a for a in sheet.attributions if _covers(a, span)]
    names = {source.id: source.name for source in sheet.sources}
    spoken = [names.get(a.source_id or "", "") for a in near]
    right = [bool(re.search(speaker, name)) if speaker else not name for name in spoken]
    best = near[right.index(True)] if True in right else near[0] if near else None
    yield _result(sheet, "attribution", words, bool(near), "")
    yield _result(sheet, "speaker", words, True in right, " / ".join(name or "nobody" for name in spoken))
    yield _result(sheet, "act", words, best is not None and best.act in acts.split("|"), best.act if best else "")


def _covers(attribution: Attribution, gold: Span) -> bool:
    shared = overlap(attribution.content, (gold,))
    shorter = min(len(gold), sum(len(span) for span in attribution.content))
    return shared >= LEAST_SHARE * len(gold) and shared >= LEAST_SHARE * shorter


def _figure(sheet: Sheet, words: str, value: float | list[float], bound: str) -> Result:
    span = _place(sheet, words)
    near = [figure for figure in sheet.figures if figure.span.overlaps(span)]
    return _result(sheet, "figures", words, any(_same(figure, value, bound) for figure in near), ", ".join(map(_shown, near)))


def _same(figure: Figure, value: float | list[float], bound: str) -> bool:
    if isinstance(value, list):
        return [figure.low, figure.high] == value and figure.bound == bound
    return figure.value is not None and abs(figure.value - value) <= 0.001 * value and figure.bound == bound


def _shown(figure: Figure) -> str:
    return f"{figure.bound} {figure.value if figure.value is not None else (figure.low, figure.high)}"


def _place(sheet: Sheet, words: str) -> Span:
    pattern = r"\s+".join(re.escape(word) for word in words.removeprefix("!").split())
    text = sheet.document.text
    found = re.search(pattern, text) if isinstance(text, str) else None
    if found is None:
        raise ValueError(f"{sheet.document.id} has no words {words!r}")
    return Span(*found.span())


def _result(sheet: Sheet, stage: str, words: str, passed: bool, found: str) -> Result:
    strength: Strength = "must" if words.startswith("!") else "should"
    name = f"{sheet.document.id} · {stage} · {words.removeprefix('!')}"
    return Result(name=name, stage=stage, strength=strength, passed=passed, found=found)
