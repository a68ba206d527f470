"""The sentences marked up by hand: tests/gold/attribution_LANGUAGE.txt, one case a line."""

from collections.abc import Iterator

from counterclaim.kit import Kit
from quality.case import Result
from quality.dossier import ROOT
from tests.attribute.reading import page_of, statements_of
from tests.gold.marked import load, missed

GOLD = ROOT / "tests" / "gold"


def results(kit: Kit) -> Iterator[Result]:
    """Every must and should of every language that ``kit`` reads; a may is shown by nobody and held by nothing."""
    for path in sorted(GOLD.glob("attribution_*.txt")):
        language = path.stem.removeprefix("attribution_")
        if not kit.reads(language):
            continue
        for case in load(path):
            if case.strength == "may":
                continue
            fault = missed(case, statements_of(page_of(case.text, kit, language=language), kit))
            yield Result(
                name=f"{path.stem} · {case.text}",
                stage=f"sentences {language}",
                strength=case.strength,
                passed=not fault,
                found=fault,
            )
