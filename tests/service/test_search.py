"""Search over a small ledger made by hand; meaning is a bag of words here, so that no model is loaded."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
import pytest

from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.write import write
from counterclaim.match.vectors import Vectors
from counterclaim.service import search as searching
from counterclaim.service.compare import Compared
from counterclaim.service.kept import Kept
from counterclaim.service.search import Hit, Wanted, search
from counterclaim.values.comparison import Comparison, Dispute, Evidence, Position
from tests.match.dossier import Draft


class Bag:
    """A bag of words as a vector; counts the texts it was asked for."""

    name = "bag"

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += len(texts)
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                row[crc32(word.strip(".,").encode()) % 64] += 1
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    one = Draft(
        "one", "Volodymyr Hrytsko said a missile hit the mill. The mill is old.", published="2031-03-14", outlet="Meridian"
    )
    one.says(one.source("Volodymyr Hrytsko"), "a missile hit the mill")
    two = Draft("two", "Володимир Грицько заперечив, що млин обстріляли.", published="2031-03-16", language="uk")
    two.says(two.source("Володимир Грицько"), "млин обстріляли", act="denies")
    three = Draft("three", "Fares at the mill rise.")
    opened = open_ledger(where)
    for draft, dossier in ((one, "mill"), (two, "mill"), (three, "other")):
        write(opened, dossier, draft.text.encode(), draft.sheet(), fingerprint="kit", program="test")
    yield opened
    opened.close()


def found(ledger: Ledger, text: str, **more: object) -> tuple[Hit, ...]:
    return search(ledger, Wanted(text=text, **more), embedder=Bag())  # type: ignore[arg-type]


def test_a_hit_says_why_and_where(ledger: Ledger) -> None:
    (hit, *rest) = found(ledger, "missile mill", by_meaning=False)
    assert not rest
    assert (hit.dossier, hit.document, hit.attribution, hit.speaker, hit.act) == (
        "mill",
        "one",
        "a1",
        "Volodymyr Hrytsko",
        "states",
    )
    assert hit.words == "a missile hit the mill"
    assert hit.reasons == ("words: missile, mill",)


def test_a_sentence_is_left_out_where_an_attribution_in_it_is_a_hit(ledger: Ledger) -> None:
    assert [(hit.document, hit.attribution) for hit in found(ledger, "mill", by_meaning=False)] == [
        ("one", "a1"),
        ("one", None),
        ("three", None),
    ]


def test_the_same_meaning_in_other_words_is_a_hit_with_its_likeness(ledger: Ledger) -> None:
    (hit, *_) = found(ledger, "the missile hit a mill yesterday")
    assert hit.attribution == "a1"
    assert hit.reasons[0].startswith("meaning 0.9")


def test_a_speaker_is_found_in_another_script(ledger: Ledger) -> None:
    assert [hit.document for hit in found(ledger, "млин", speaker="Hrytsko")] == ["two"]
    assert found(ledger, "млин", speaker="Mayor") == ()
    assert found(ledger, "млин", speaker="…") == ()


def test_the_act_the_date_and_the_dossier_narrow_it(ledger: Ledger) -> None:
    assert [hit.document for hit in found(ledger, "млин", act="denies")] == ["two"]
    assert found(ledger, "млин", act="states") == ()
    assert found(ledger, "mill", since="2031-03-15") == ()
    assert {hit.document for hit in found(ledger, "mill", dossier="other")} == {"three"}


def test_only_what_is_disputed(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = Evidence(document="one", attribution="a1", start=25, end=30, stance="asserts")
    dispute = Dispute(
        id="d1", question="?", kind="agent", reason="", positions=(Position(label="", held_by=(), evidence=(evidence,)),)
    )

    def compared(*_: object) -> Kept:
        return Kept(compared=Compared(comparison=Comparison(disputes=(dispute,)), sheets=()), state="", fresh=True)

    monkeypatch.setattr(searching, "kept_comparison", compared)
    monkeypatch.setattr(searching, "open_kit", lambda: None)
    assert [hit.attribution for hit in found(ledger, "mill", dossier="mill", disputed=True)] == ["a1"]


def test_a_vector_is_made_once(ledger: Ledger) -> None:
    bag = Bag()
    first = search(ledger, Wanted(text="mill"), embedder=bag)
    made = bag.asked
    assert search(ledger, Wanted(text="mill"), embedder=bag) == first
    assert bag.asked == made + 1  # the query alone


def test_speaker_act_date_and_dispute_narrow_it_together(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = Evidence(document="two", attribution="a1", start=28, end=40, stance="denies")
    dispute = Dispute(
        id="d1", question="?", kind="agent", reason="", positions=(Position(label="", held_by=(), evidence=(evidence,)),)
    )
    made = Kept(compared=Compared(comparison=Comparison(disputes=(dispute,)), sheets=()), state="", fresh=True)
    monkeypatch.setattr(searching, "kept_comparison", lambda *_: made)
    monkeypatch.setattr(searching, "open_kit", lambda: None)
    wanted = {"speaker": "Hrytsko", "act": "denies", "since": "2031-03-15", "disputed": True, "dossier": "mill"}
    assert [(hit.document, hit.attribution) for hit in found(ledger, "млин", **wanted)] == [("two", "a1")]
    for narrower in ({"speaker": "Pell"}, {"act": "states"}, {"since": "2031-03-17"}, {"dossier": "other"}):
        assert found(ledger, "млин", **{**wanted, **narrower}) == ()


def test_a_sentence_with_a_statement_in_it_is_found_by_its_words_alone(ledger: Ledger) -> None:
    bag = Bag()
    hits = search(ledger, Wanted(text="said"), embedder=bag)
    assert [(hit.document, hit.attribution, hit.reasons) for hit in hits] == [("one", None, ("words: said",))]
    assert bag.asked == 4 + 1  # two statements, two sentences in the outlets' own voice; the query
