"""How comparing grows with the dossier: processor seconds by step, memory, and the ratio for each doubling.

    python -m benchmarks.invented 2000 > DOCUMENTS.jsonl
    counterclaim read DOCUMENTS.jsonl --format jsonl --with-text -o SHEETS.jsonl
    python -m benchmarks.comparing SHEETS.jsonl [COUNT ...]

Each count takes the first of the sheets. A wording's vector is made once, when its document is added, and kept; so here bags of
words stand in for them, and how fast the real ones are made is measured on a sample. Quote ratios: machines differ.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import numpy as np

from counterclaim.kit import open_kit
from counterclaim.match import compare as comparing
from counterclaim.match.vectors import SmallE5, Vectors
from counterclaim.values.sheet import Sheet

COUNTS = (250, 500, 1000, 2000)
SAMPLE = 256


class Bags:
    """Bags of words as vectors: alike where the words are, as copies and rewrites are."""

    name = "bags of words"

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked.update(texts)
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                row[crc32(word.encode()) % 384] += 1
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1), dtype=np.float32)


def main(path: str, counts: Sequence[int]) -> None:
    """Prints a line for each count, and what its steps took."""
    kit = open_kit()
    spent: Counter[str] = Counter()

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            started = time.process_time()
            try:
                return step(*given, **named)
            finally:
                spent[name] += time.process_time() - started

        return run

    for name, step in list(vars(comparing).items()):
        home = getattr(step, "__module__", "")
        if callable(step) and home.startswith("counterclaim.match.") and home != comparing.__name__:
            setattr(comparing, name, timed(name, step))
    before = 0.0
    bags = Bags()
    for count in counts:
        with Path(path).open("rb") as lines:
            sheets = [msgspec.json.decode(line, type=Sheet) for line in islice(lines, count)]
        for sheet in sheets:
            kit.pack(sheet.document.language).phrases("events")
        spent.clear()
        bags = Bags()
        started = time.process_time()
        found = comparing.compare(sheets, kit, bags)
        seconds = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        said = sum(len(sheet.attributions) for sheet in sheets)
        ratio = f", {seconds / before:.1f} times the one before" if before else ""
        print(f"{len(sheets)} documents, {said} statements: {seconds:.1f} s{ratio}; {memory:.0f} MiB")
        print("  " + ", ".join(f"{name} {took:.1f}" for name, took in spent.most_common(7)))
        print(f"  {len(found.parties)} parties, {len(found.claims)} claims, {len(found.disputes)} disputes", flush=True)
        before = seconds
    sample = sorted(bags.asked, key=lambda text: crc32(text.encode()))[:SAMPLE]
    model = SmallE5()
    started = time.process_time()
    model.embed(sample)
    rate = len(sample) / (time.process_time() - started)
    print(f"{len(bags.asked)} wordings; {rate:.0f} vectors a processor second: {len(bags.asked) / rate:.0f} s, once")


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]] or COUNTS)
