"""How fast documents of each language are read, side by side in one run.

    python -m benchmarks.languages DOCUMENTS.jsonl ... [--rounds N]

Processor seconds (user) of one process, loading left out: every document is read once before the clock starts.
"""

import argparse
import resource
from collections import defaultdict

from counterclaim.intake.take import take_in
from counterclaim.kit import open_kit
from counterclaim.pipeline import read_snapshot
from counterclaim.values.text import Snapshot


def user_seconds() -> float:
    """What this process has spent in its own code so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main(paths: list[str], rounds: int) -> None:
    kit = open_kit()
    by_language: dict[str, list[Snapshot]] = defaultdict(list)
    for snapshot in take_in(paths):
        if isinstance(snapshot, Snapshot):
            by_language[read_snapshot(snapshot, kit).document.language].append(snapshot)
    spent: dict[str, float] = dict.fromkeys(by_language, 0.0)
    for _ in range(rounds):
        for language, snapshots in by_language.items():
            started = user_seconds()
            for snapshot in snapshots:
                read_snapshot(snapshot, kit)
            spent[language] += user_seconds() - started
    for language, snapshots in sorted(by_language.items()):
        documents, letters = len(snapshots) * rounds, sum(len(s.source) for s in snapshots) * rounds
        print(
            f"{language}: {len(snapshots)} documents of {letters // documents} characters, "
            f"{documents / spent[language]:.1f} documents/s, {letters / spent[language] / 1000:.1f} thousand characters/s"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    main(asked.paths, asked.rounds)
