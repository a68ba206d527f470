"""The whole comparison on invented dossiers; the vectors are made by hand, the word lists are real."""

from collections.abc import Sequence

import numpy as np
import pytest

from counterclaim.kit import Kit
from counterclaim.match.compare import compare
from counterclaim.match.vectors import Vectors
from counterclaim.values.comparison import Comparison
from tests.match.dossier import Draft, sheets


class WordVectors:
    """Likeness by shared words: enough to propose, so that the reasons decide."""

    name = "words"

    def embed(self, texts: Sequence[str]) -> Vectors:
        words = sorted({w for t in texts for w in t.casefold().split()})
        rows = np.array([[t.casefold().split().count(w) for w in words] for t in texts], dtype=np.float32).reshape(
            len(texts), -1
        )
        unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return unit


def told(*drafts: Draft, kit: Kit) -> Comparison:
    return compare(sheets(drafts), kit, WordVectors())


def wire() -> Draft:
    draft = Draft("wire", "Norwegian rockets hit the pier, said the harbour master. Norway denied any role in the strike.")
    draft.says(draft.source("Mira Velm"), "Norwegian rockets hit the pier")
    draft.says(draft.source("Norway", "state"), "any role in the strike", "denies")
    return draft


def rival() -> Draft:
    draft = Draft("rival", "The pier was hit by a Danish drone, Oslo said.")
    draft.says(draft.source("Norway", "state"), "The pier was hit by a Danish drone")
    return draft


@pytest.mark.model
def test_who_did_it_shows_each_position_with_its_holders_and_its_denials(kit: Kit) -> None:
    found = told(wire(), rival(), kit=kit)
    names = {p.id: p.name for p in found.parties}
    dispute = found.disputes[0]
    positions = {p.label: p for p in dispute.positions}
    assert dispute.kind == "agent"
    assert [names[h] for h in positions["Norway"].held_by] == ["Mira Velm"]
    assert [names[h] for h in positions["Norway"].denied_by] == ["Norway"]
    assert [names[h] for h in positions["Denmark"].held_by] == ["Norway"]


@pytest.mark.model
@pytest.mark.parametrize(
    "words",
    [
        "The Norwegian forces carried out no strikes on the pier",
        "A mission found no trace of Norwegian rockets at the pier",
        "The Norwegian forces did not shell the pier",
        "Reports about Norwegian rockets do not correspond to reality",
    ],
)
def test_words_that_take_a_deed_away_deny_it(words: str, kit: Kit) -> None:
    draft = Draft("denial", f"{words}.")
    draft.says(draft.source("Oslo ministry", "organisation"), words)
    (dispute,) = told(wire(), draft, kit=kit).disputes
    stances = {e.stance for p in dispute.positions for e in p.evidence if e.document == "denial"}
    assert stances == {"denies"}


@pytest.mark.model
def test_one_version_that_nobody_denies_is_no_dispute(kit: Kit) -> None:
    draft = Draft("one", "Norwegian rockets hit the pier, said the harbour master.")
    draft.says(draft.source("Mira Velm"), "Norwegian rockets hit the pier")
    assert told(draft, kit=kit).disputes == ()


@pytest.mark.model
def test_the_same_words_with_another_doer_are_not_the_same_claim(kit: Kit) -> None:
    drafts = []
    for number, people in enumerate(("Norwegian", "Danish")):
        draft = Draft(f"d{number}", f"{people} rockets hit the old ferry pier of the town on Monday")
        draft.says(draft.source(f"Speaker {people}"), draft.text)
        drafts.append(draft)
    assert len(told(*drafts, kit=kit).claims) == 2


@pytest.mark.model
def test_copies_of_one_wire_count_as_one_origin(kit: Kit) -> None:
    text = "Two boats sank off the pier, the harbour master said. Smoke rose from the hall all evening and trams stood still."
    drafts = []
    for day in range(1, 5):
        draft = Draft(f"d{day}", text, published=f"2031-05-0{day}")
        draft.says(draft.source("Mira Velm"), "Two boats sank off the pier")
        drafts.append(draft)
    found = told(*drafts, kit=kit)
    assert [(i.documents, i.origins) for i in found.independent_origins] == [(4, 1)]


@pytest.mark.model
def test_two_documents_of_one_id_are_told_apart(kit: Kit) -> None:
    found = told(wire(), wire(), kit=kit)
    assert [p.code for p in found.problems] == ["document_twice"]
    assert len(found.documents) == 1
