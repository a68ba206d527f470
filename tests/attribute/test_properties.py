"""Laws of the room: no text raises, spans hold their words, a paragraph in front only shifts."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit
from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span
from tests.attribute.reading import page_of, statements_of
from tests.gold.marked import load

pytestmark = pytest.mark.model
CASES = load(Path(__file__).parents[1] / "gold" / "attribution_en.txt")
NEUTRAL = "The river is long.\n\n"
PIECES = st.sampled_from(
    [c.text for c in CASES]
    + ["“", "”", '"', "''", "«", "»", "\n", ": ", ", ", " said ", " according to ", "— A (@a)", "é̄", "X: "]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=4).map("".join))
SLOW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def spans(statement: Statement) -> tuple[Span, ...]:
    return (*statement.source, *statement.cue, *statement.content, *((statement.context,) if statement.context else ()))


@SLOW
@given(TEXTS)
def test_no_text_raises_and_every_span_lies_in_it(kit: Kit, text: str) -> None:
    found = statements_of(page_of(text, kit), kit)
    ids = {s.id for s in found}
    for statement in found:
        assert all(0 <= span.start < span.end <= len(text) for span in spans(statement))
        assert list(statement.content) == sorted(statement.content)
        assert statement.parent is None or (statement.parent in ids and statement.parent != statement.id)
        assert not any(text[span.start].isspace() or text[span.end - 1].isspace() for span in statement.content)


@SLOW
@given(st.integers(0, len(CASES) - 1))
def test_a_neutral_paragraph_in_front_only_shifts(kit: Kit, number: int) -> None:
    text = CASES[number].text
    plain = statements_of(page_of(text, kit, (("headline", len(text)),)), kit)
    longer = NEUTRAL + text
    moved = statements_of(page_of(longer, kit, (("body", len(NEUTRAL)), ("headline", len(longer)))), kit)
    assert [[s.shifted(len(NEUTRAL)) for s in spans(p)] for p in plain] == [[*spans(m)] for m in moved]
    assert [(p.id, p.mode, p.parent) for p in plain] == [(m.id, m.mode, m.parent) for m in moved]


def test_parents_form_no_circle(kit: Kit) -> None:
    text = " ".join(c.text for c in CASES)
    found = {s.id: s for s in statements_of(page_of(text, kit), kit)}
    for statement in found.values():
        seen = set()
        at: Statement | None = statement
        while at is not None:
            assert at.id not in seen
            seen.add(at.id)
            at = found[at.parent] if at.parent else None
