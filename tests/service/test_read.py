import pytest

import counterclaim
from counterclaim.errors import ModelError
from counterclaim.service import read as service
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Snapshot


def snapshots(*texts: str) -> list[Snapshot]:
    return [Snapshot(path=f"{text}.txt", data=text.encode(), media="text", source=text, encoding="utf-8") for text in texts]


def test_a_document_that_stops_us_is_a_problem_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_snapshot(snapshot: Snapshot, kit: object) -> object:
        if snapshot.source == "bad":
            raise RecursionError("too deep")
        return snapshot

    def assemble(page: Snapshot, *, with_text: bool) -> str:
        return page.source

    monkeypatch.setattr(service, "take_in", lambda paths: snapshots("bad", "good"))
    monkeypatch.setattr(service, "read_snapshot", read_snapshot)
    monkeypatch.setattr(service, "assemble", assemble)
    first, second = service.read_paths(["x"])
    assert isinstance(first, Problem)
    assert first.message.startswith("bad.txt: reading stopped (RecursionError: too deep)")
    assert str(second) == "good"


def test_what_we_cannot_go_on_after_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_snapshot(snapshot: Snapshot, kit: object) -> object:
        raise ModelError("missing")

    monkeypatch.setattr(service, "take_in", lambda paths: snapshots("a"))
    monkeypatch.setattr(service, "read_snapshot", read_snapshot)
    with pytest.raises(ModelError):
        list(service.read_paths(["x"]))


@pytest.mark.model
def test_the_door_for_python(kit: counterclaim.Kit) -> None:
    sheet = counterclaim.read('"We saw nothing," Mayor Ana Pell said.', kit=kit)
    assert isinstance(sheet, Sheet)
    assert sheet.document.text == '"We saw nothing," Mayor Ana Pell said.'


def test_the_doors_names_are_those_it_lists() -> None:
    for name in counterclaim.__all__:
        assert getattr(counterclaim, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = counterclaim.nothing  # type: ignore[attr-defined]
