from pathlib import Path

import pytest

from quality import floors, gate
from quality.case import Result, Strength


def result(name: str, passed: bool, *, stage: str = "speaker", strength: Strength = "must") -> Result:
    return Result(name=name, stage=stage, strength=strength, passed=passed, found="x")


THREE = [result("a", True), result("b", True), result("c", False), result("d", False, strength="should")]


def test_shares_are_by_stage_and_strength() -> None:
    measured = floors.shares(THREE)
    assert {key: share.value for key, share in measured.items()} == {"speaker must": 0.666, "speaker should": 0.0}


def test_a_floor_that_holds_is_silent_and_one_that_does_not_says_by_how_much() -> None:
    measured = floors.shares(THREE)
    assert floors.broken(measured, {"speaker must": 0.666}) == []
    assert floors.broken(measured, {"speaker must": 0.7}) == ["speaker must: 2 of 3 is 0.666, below the floor of 0.700"]
    assert floors.broken(measured, {"zones must": 0.1}) == ["zones must: its cases are gone"]


def test_floors_rise_by_themselves_and_fall_only_when_told() -> None:
    measured = floors.shares(THREE)
    before = {"speaker must": 0.9, "speaker should": 0.0, "zones must": 0.5}
    assert floors.raised(measured, before) == before
    assert floors.raised(measured, {"speaker must": 0.5})["speaker must"] == 0.666
    assert floors.raised(measured, before, lower=True) == {"speaker must": 0.666, "speaker should": 0.0}


def test_a_change_names_what_it_gained_and_lost() -> None:
    changed = floors.change(THREE, {"a": False, "b": True, "c": True, "z": True})
    assert changed == floors.Change(gained=("a",), lost=("c",), new=("d",), gone=("z",))


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "RUN", tmp_path / "run.json")
    monkeypatch.setattr(gate, "measure", lambda: THREE)


@pytest.mark.usefixtures("files")
def test_the_gate_from_first_run_to_a_loss(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main([]) == 0
    assert gate.main(["--accept"]) == 0
    worse = [result("a", True), result("b", False), *THREE[2:]]
    monkeypatch.setattr(gate, "measure", lambda: worse)
    capsys.readouterr()
    assert gate.main(["--accept"]) == 1, "a run below a floor is not accepted"
    out = capsys.readouterr().out
    assert "lost: 1\n  b  [found: x]" in out
    assert "BELOW THE FLOOR: speaker must" in out
    assert gate.main(["--lower", "b was wrong gold"]) == 0
    assert "b was wrong gold" in gate.FLOORS.read_text()
    assert gate.main([]) == 0
