"""The marked sentences of languages without a parser: every "must" holds, and most of what should."""

import tomllib
from pathlib import Path

import pytest

from counterclaim.kit import Kit
from counterclaim.lexicon.load import raw
from tests.attribute.reading import page_of, statements_of
from tests.gold.marked import Case, load, missed

LANGUAGES = ("ru", "uk")
CASES = {code: load(Path(__file__).parents[1] / "gold" / f"attribution_{code}.txt") for code in LANGUAGES}
SHOULD_HOLD = 0.8
MOST_FALSE = 0.03
"""Share of the cues whose counter-example, mostly the same word in another use, may be misread."""
LEAST_FIRING = 0.92
"""Share of the cues whose example must attribute by that cue; nouns without their clause, and rare readings, do not."""


def fault(case: Case, language: str, kit: Kit) -> str:
    return missed(case, statements_of(page_of(case.text, kit, language=language), kit))


@pytest.mark.model
@pytest.mark.parametrize(("language", "case"), [(c, m) for c in LANGUAGES for m in CASES[c] if m.strength == "must"], ids=str)
def test_must(language: str, case: Case, kit: Kit) -> None:
    assert fault(case, language, kit) == ""


@pytest.mark.model
@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_what_should(language: str, kit: Kit) -> None:
    cases = [c for c in CASES[language] if c.strength == "should"]
    wrong = [f"{c.line}: {m}" for c in cases if (m := fault(c, language, kit))]
    assert len(wrong) <= (1 - SHOULD_HOLD) * len(cases), "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_cases(language: str) -> None:
    assert len(CASES[language]) >= 150


def cues_that_fire(sentence: str, entry: dict[str, str], language: str, kit: Kit) -> bool:
    """Whether the entry's head is a cue of a statement in the sentence."""
    page = page_of(sentence, kit, language=language)
    cues = [c for s in statements_of(page, kit) for c in s.cue]
    words = {w for c in cues for t in page.parse.tokens_in(c) for w in (t.lemma.lower(), t.text.lower())}
    return entry["lemma"].split()[0] in words


@pytest.mark.model
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_cues_attribute_and_the_counters_do_not(language: str, kit: Kit) -> None:
    entries = tomllib.loads(raw(language, "cues"))["entry"]
    silent = [e["example"] for e in entries if not cues_that_fire(e["example"], e, language, kit)]
    loud = [e["counter"] for e in entries if cues_that_fire(e["counter"], e, language, kit)]
    assert len(silent) <= (1 - LEAST_FIRING) * len(entries), silent
    assert len(loud) <= MOST_FALSE * len(entries), loud
