"""The cues' examples, read as one page by the stage that uses them. The parser errs: floors, not every entry."""

import tomllib

import pytest

from counterclaim.attribute.stage import attribute
from counterclaim.kit import Kit
from counterclaim.lexicon.load import raw
from counterclaim.values.page import Page
from tests.built import built
from tests.lexicon.firing import Table

pytestmark = pytest.mark.model
LEAST_FIRING = 0.85
MOST_FALSE = 0.03
SAMPLE = 3
"""Every third entry: enough to hold the floors, and quick."""


def head(entry: Table) -> str:
    return str(entry["lemma"]).split()[0]


def fired(page: Page) -> dict[int, set[str]]:
    """The words of the cues found in each line, lemmas and forms, by the line's number."""
    words: dict[int, set[str]] = {}
    for statement in page.found.statements:
        for cue in statement.cue:
            line = page.text.count("\n", 0, cue.start)
            words.setdefault(line, set()).update(
                w for t in page.parse.tokens_in(cue) for w in (t.lemma.lower(), t.text.lower())
            )
    return words


def test_most_examples_fire_and_hardly_a_counter_does(kit_by_rule: Kit) -> None:
    entries = tomllib.loads(raw("en", "cues"))["entry"][::SAMPLE]
    page = built("\n".join(text for e in entries for text in (e["example"], e["counter"])), kit_by_rule)
    page = page.with_found(attribute(page, kit_by_rule))
    found = fired(page)
    silent = [e["example"] for n, e in enumerate(entries) if head(e) not in found.get(2 * n, ())]
    loud = [e["counter"] for n, e in enumerate(entries) if head(e) in found.get(2 * n + 1, ())]
    assert len(silent) <= (1 - LEAST_FIRING) * len(entries), silent
    assert len(loud) <= MOST_FALSE * len(entries), loud
