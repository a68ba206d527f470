"""Vectors are made once for each wording, and kept."""

import msgspec
import numpy as np
import pytest
import sqlalchemy as sa

from counterclaim.kit import Kit
from counterclaim.ledger import tables
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.service import dossier, vectors
from counterclaim.service.vectors import KeptVectors, wordings
from tests.match.dossier import Draft
from tests.service.test_search import Bag


def test_what_is_kept_is_not_made_again_and_comes_in_the_order_asked_for(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "AT_ONCE", 2)
    ledger, bag = open_ledger(where), Bag()
    told: list[tuple[int, int]] = []
    texts = ["the mill burns", "the pier", "the mill burns", "a ferry sank today"]
    found = KeptVectors(ledger, bag, lambda done, of: told.append((done, of))).embed(texts)
    assert np.array_equal(found, Bag().embed(texts))
    assert (bag.asked, told) == (3, [(2, 3), (3, 3)])
    assert np.array_equal(KeptVectors(ledger, bag).embed(texts[::-1]), found[::-1])
    assert bag.asked == 3
    assert KeptVectors(ledger, bag).embed([]).shape == (0, 64)
    ledger.close()


def test_a_sheets_wordings_are_its_statements_and_the_sentences_without_one() -> None:
    draft = Draft("one", "The mill is old. Ana Pell said it burns, and that it will fall.")
    draft.says(draft.source("Ana Pell"), "it burns")
    (said,) = draft.attributions
    parted = msgspec.structs.replace(said, content=(*said.content, draft.at("that it will fall")))
    draft.attributions = [parted]
    assert wordings(draft.sheet()) == ["it burns that it will fall", "The mill is old."]


@pytest.mark.model
def test_adding_makes_the_vectors_that_comparing_needs(where: str, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    bag = Bag()
    monkeypatch.setattr(dossier, "KeptVectors", lambda ledger: KeptVectors(ledger, bag))
    ledger: Ledger = open_ledger(where)
    given = [("one.txt", b"The mill is old. Ana Pell said that it burns.")]
    assert [getattr(one, "outcome", None) for one in dossier.add_files(given, "mill", ledger, kit)] == ["added"]
    assert bag.asked == 2
    with ledger.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.vector)).scalar_one() == 2
    assert [getattr(one, "outcome", None) for one in dossier.add_files(given, "mill", ledger, kit)] == ["known"]
    assert bag.asked == 2
    ledger.close()
