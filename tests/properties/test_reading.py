"""Laws of the whole row of stages, on any text and on the invented dossier."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.kit import Kit
from counterclaim.service.read import read, read_paths
from counterclaim.values.sheet import Sheet
from tests.conftest import EXAMPLES

pytestmark = pytest.mark.model

WORDS = [
    "said",
    '"',
    "“",
    "”",
    "'",
    "«",
    "»",
    "the ministry",
    "Ana Pell",
    "he",
    "denied",
    "that",
    "12",
    "killed",
    ",",
    ".",
    "\n",
    ":",
    " ",
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
)


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_no_stage_stops_on_any_text_and_every_span_lies_in_it(kit: Kit, text: str) -> None:
    sheet = read(text, kit=kit)
    assert [problem.message for problem in sheet.problems if problem.code == "stage_failed"] == []
    assert "".join(zone.span.words(text) for zone in sheet.zones) == text
    for attribution in sheet.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content, *attribution.hedges):
            assert span.words(text).strip()
    places = [(found.start, found.end) for found in sheet.figures]
    places += [(found.start, found.end) for found in sheet.verification]
    places += [(found.start, found.end) for found in sheet.notices]
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_the_order_of_documents_changes_nothing(kit: Kit, dossier: tuple[Sheet, ...]) -> None:
    paths = sorted({sheet.document.path.split(":")[0] for sheet in dossier}, reverse=True)
    again = {sheet.document.id: sheet for sheet in read_paths(paths, kit, with_text=True) if isinstance(sheet, Sheet)}
    assert len(paths) == len(list(EXAMPLES.iterdir()))
    assert [again[sheet.document.id] for sheet in dossier] == list(dossier)
