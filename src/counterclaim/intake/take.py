"""Paths, folders, standard input: every document they hold, as snapshots."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.intake.records import record_snapshot
from counterclaim.values.problem import Problem
from counterclaim.values.text import Snapshot


def take_in(paths: Iterable[str]) -> Iterator[Snapshot | Problem]:
    """All documents under ``paths`` in order; a `Problem` for each input that cannot be read at all."""
    for path in paths:
        data = Path(path).read_bytes()
        if path.endswith(".jsonl"):
            for number, line in enumerate(data.splitlines(), 1):
                yield record_snapshot(f"{path}:{number}", line, json.loads(line))
        else:
            yield Snapshot(path=path, data=data, media="text", source=data.decode(), encoding="utf-8")


def take_text(text: str, path: str = "-") -> Snapshot:
    """A snapshot of text that a program already holds."""
    return Snapshot(path=path, data=text.encode("utf-8", "surrogatepass"), media="text", source=text, encoding="utf-8")
