"""Figures, verification, acts and hedges of the languages without a parser, held against sentences marked by hand."""

from pathlib import Path

import pytest

from counterclaim.kit import Kit
from counterclaim.pipeline import assemble, read_snapshot
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Hints, Snapshot

pytestmark = pytest.mark.model
LANGUAGES = ("ru", "uk")


def load(language: str) -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parents[1] / "gold" / f"facts_{language}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(kind, sentence, wanted) for kind, sentence, wanted in rows]


def read(text: str, language: str, kit: Kit) -> Sheet:
    hints = Hints(language=language)
    return assemble(read_snapshot(Snapshot(path="t", data=b"", media="text", source=text, encoding="utf-8", hints=hints), kit))


def figures(sheet: Sheet, text: str) -> set[str]:
    return {f"{f.span.words(text)} = {_value(f.value, f.low, f.high)} {f.bound}" for f in sheet.figures} or {"none"}


def _value(value: float | None, low: float | None, high: float | None) -> str:
    if value is not None:
        return f"{value:g}" if value < 1e6 else str(int(value))
    return f"{low:g}..{high:g}" if low is not None and high is not None else f"{low:g}+" if low is not None else "?"


def found(kind: str, sheet: Sheet, text: str) -> set[str]:
    if kind == "figure":
        return figures(sheet, text)
    if kind == "verification":
        return {v.kind for v in sheet.verification} or {"none"}
    if kind == "act":
        return {a.act for a in sheet.attributions}
    return {h.words(text) for a in sheet.attributions for h in a.hedges}


@pytest.mark.parametrize(("language", "case"), [(c, case) for c in LANGUAGES for case in load(c)])
def test_what_must_come_out(language: str, case: tuple[str, str, str], kit: Kit) -> None:
    kind, text, wanted = case
    assert wanted in found(kind, read(text, language, kit), text)
