"""How fast documents of each language are read, side by side in one run.

    python -m benchmarks.languages DOCUMENTS.jsonl ...

Processor seconds (user) of one process. Loading is left out: one document of each language is read before the clock starts.
"""

import resource
import sys
from collections import defaultdict

from counterclaim.clean.page import clean
from counterclaim.intake.take import take_in
from counterclaim.kit import open_kit
from counterclaim.pipeline import read_snapshot
from counterclaim.values.text import Snapshot


def user_seconds() -> float:
    """What this process has spent in its own code so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main(paths: list[str]) -> None:
    kit = open_kit()
    by_language: dict[str, list[Snapshot]] = defaultdict(list)
    for snapshot in take_in(paths):
        if isinstance(snapshot, Snapshot):
            by_language[clean(snapshot, kit).document.language].append(snapshot)
    for language, snapshots in sorted(by_language.items()):
        read_snapshot(snapshots[0], kit)
        started = user_seconds()
        for snapshot in snapshots[1:]:
            read_snapshot(snapshot, kit)
        spent = user_seconds() - started
        documents, letters = len(snapshots) - 1, sum(len(s.source) for s in snapshots[1:])
        if documents:
            print(
                f"{language}: {documents} documents of {letters // documents} characters, "
                f"{documents / spent:.1f} documents/s, {letters / spent / 1000:.1f} thousand characters/s"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
