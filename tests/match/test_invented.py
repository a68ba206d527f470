"""Invented dossiers of other kinds than any the rules were tried on first, read and compared from their texts alone.

A position counts as found when one position of one dispute shares a quoted line with it, more than with any other position of
that question, and is held by somebody whom the gold names. The floors are what is reached; what is missed is a general gap, not
a slip.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from counterclaim.intake.records import record
from counterclaim.kit import Kit
from counterclaim.match.compare import compare
from counterclaim.pipeline import assemble, read_snapshot
from counterclaim.values.comparison import Comparison, Position
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Snapshot
from tests.match.test_compare import WordVectors

HERE = Path(__file__).parent / "invented"
FLOORS = {"dam": 10, "election": 10}
"""Positions found, of 11 and 12."""


@pytest.fixture(scope="module", params=sorted(FLOORS))
def compared(request: pytest.FixtureRequest, kit: Kit) -> tuple[str, dict[str, Any], Comparison]:
    gold = tomllib.loads((HERE / f"{request.param}.toml").read_text(encoding="utf-8"))
    return request.param, gold, compare([_read(d, kit) for d in gold["document"]], kit, WordVectors())


@pytest.mark.model
def test_positions_are_found_with_a_holder(compared: tuple[str, dict[str, Any], Comparison]) -> None:
    name, gold, found = compared
    texts = {d["id"]: d["text"] for d in gold["document"]}
    parties = {p.id: {p.name, *p.aliases} for p in found.parties}
    missed = []
    for question in gold["dispute"]:
        reached = [_reached(question["position"], list(d.positions), texts, parties) for d in found.disputes]
        best = max(reached, key=len, default=set())
        missed += [f"{question['question']} {p['label']}" for n, p in enumerate(question["position"]) if n not in best]
    total = sum(len(q["position"]) for q in gold["dispute"])
    assert total - len(missed) >= FLOORS[name], missed


@pytest.mark.model
def test_another_event_joins_no_dispute(compared: tuple[str, dict[str, Any], Comparison]) -> None:
    _, gold, found = compared
    others = {d["id"] for d in gold["document"] if d.get("distractor")}
    assert not [e for d in found.disputes for p in d.positions for e in p.evidence if e.document in others]


def _read(document: dict[str, Any], kit: Kit) -> Sheet:
    fields = {k: v for k, v in document.items() if k != "distractor"}
    taken = record(document["id"], json.dumps(fields).encode())
    assert isinstance(taken, Snapshot)
    return assemble(read_snapshot(taken, kit), with_text=True)


def _reached(
    wanted: list[dict[str, Any]], given: list[Position], texts: dict[str, str], parties: dict[str, set[str]]
) -> set[int]:
    """Which of the wanted positions a dispute has, each by a position of its own."""
    shared = [[sum(_quotes(line, p, texts) for line in w["evidence"]) for p in given] for w in wanted]
    reached = set()
    for n, row in enumerate(shared):
        for at, position in enumerate(given):
            rivals = [shared[m][at] for m in range(len(wanted)) if m != n]
            names = {name.casefold() for party in position.held_by for name in parties[party]}
            held = any(h.casefold() in name or name in h.casefold() for h in wanted[n]["held_by"] for name in names)
            if row[at] > max(rivals, default=0) and held:
                reached.add(n)
    return reached


def _quotes(line: list[str], position: Position, texts: dict[str, str]) -> bool:
    document, words = line
    start = texts[document].index(words)
    return any(e.document == document and e.start < start + len(words) and start < e.end for e in position.evidence)
