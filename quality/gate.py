"""The gate: ``python -m quality.gate`` (or ``make quality``) reads the gold and says what a change gained and lost.

It fails below a floor (quality/floors.json). ``--accept`` writes the run down (quality/run.json) and raises the floors to it.
``--lower "why"`` writes floors that are lower than they were, with the reason beside them: there is no quieter way.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from counterclaim.kit import Kit, open_kit
from counterclaim.service.read import read_paths
from counterclaim.values.sheet import Sheet
from quality import dossier, floors, sentences
from quality.case import Result

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
RUN = HERE / "run.json"


def measure(kit: Kit | None = None, sheets: Sequence[Sheet] | None = None) -> list[Result]:
    """All cases, answered.

    Args:
        kit: An open kit; one is opened where none is given.
        sheets: The dossier's sheets, if they have been read already.
    """
    kit = kit or open_kit()
    if sheets is None:
        read = read_paths([str(dossier.EXAMPLES)], kit, with_text=True)
        sheets = [sheet for sheet in read if isinstance(sheet, Sheet)]
    return [*dossier.results(sheets), *sentences.results(kit)]


def report(results: Sequence[Result], *, show_missed: bool = False) -> tuple[str, list[str]]:
    """The report for people, and the floors that do not hold."""
    measured = floors.shares(results)
    known: dict[str, float] = _load(FLOORS).get("floors", {})
    changed = floors.change(results, _load(RUN))
    lines = [
        f"{key:<24}{share.passed:>5} of {share.cases:<5}{share.value:>7.3f}   floor {known.get(key, 0.0):.3f}"
        for key, share in measured.items()
    ]
    found = {result.name: result.found for result in results}
    if changed.new:
        lines += ["", f"new: {len(changed.new)}"]
    for title, names in (("gained", changed.gained), ("lost", changed.lost), ("gone", changed.gone)):
        if names:
            lines += ["", f"{title}: {len(names)}", *(f"  {_line(name, found.get(name, ''))}" for name in names)]
    if show_missed:
        missed = [result for result in results if not result.passed]
        lines += ["", f"missed: {len(missed)}"]
        lines += [f"  {result.strength:<6} {_line(result.name, result.found)}" for result in missed]
    return "\n".join(lines), floors.broken(measured, known)


def accept(results: Sequence[Result], *, lower: str | None = None) -> None:
    """Write the run down, and the floors: raised, or with the reason ``lower`` set to what was measured."""
    kept = _load(FLOORS)
    kept["floors"] = floors.raised(floors.shares(results), kept.get("floors", {}), lower=lower is not None)
    if lower is not None:
        kept["lowered"] = [*kept.get("lowered", []), lower]
    _save(FLOORS, kept)
    _save(RUN, {result.name: result.passed for result in sorted(results, key=lambda result: result.name)})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 1 if a floor does not hold."""
    parser = argparse.ArgumentParser(prog="python -m quality.gate", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write the run down and raise the floors to it")
    parser.add_argument("--lower", metavar="WHY", help="write the run down and set the floors to it, lower ones too")
    parser.add_argument("--missed", action="store_true", help="list every case that is not passed")
    chosen = parser.parse_args(arguments)
    results = measure()
    text, faults = report(results, show_missed=chosen.missed)
    print(text)
    if chosen.lower or (chosen.accept and not faults):
        accept(results, lower=chosen.lower)
        return 0
    for fault in faults:
        print(f"BELOW THE FLOOR: {fault}")
    return 1 if faults else 0


def _line(name: str, found: str) -> str:
    shown = f"{name}  [found: {found}]" if found else name
    return " / ".join(shown.splitlines())


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return loaded


def _save(path: Path, value: dict[str, Any]) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
