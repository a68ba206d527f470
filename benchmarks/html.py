"""Pages a second, beside trafilatura: text, zones, alignment, metadata and language against text alone.

    python -m benchmarks.html FOLDER        # FOLDER/html/*.html.gz, as in scrapinghub/article-extraction-benchmark

Both read each page in turn, so that what else the machine does weighs on both alike; the first round does not count.
"""

import gzip
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from counterclaim.clean.page import clean
from counterclaim.kit import open_kit
from quality.article import snapshot

ROUNDS = 3


def main() -> None:
    """Prints seconds of processor time and pages a second for each."""
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(Path(sys.argv[1]).glob("html/*.html.gz"))]
    kit = open_kit()
    readers: dict[str, Callable[[bytes], object]] = {
        "counterclaim": lambda data: clean(snapshot("page", data), kit),
        "trafilatura, text": lambda data: trafilatura.extract(data, include_comments=False),
        "trafilatura, text and metadata": lambda data: trafilatura.bare_extraction(data, with_metadata=True),
    }
    spent = dict.fromkeys(readers, 0.0)
    for number in range(ROUNDS + 1):
        for data in pages:
            for name, read in readers.items():
                start = time.process_time()
                read(data)
                spent[name] += (time.process_time() - start) if number else 0.0
    for name, seconds in spent.items():
        print(f"{name}: {len(pages) * ROUNDS / seconds:.1f} pages a second")


if __name__ == "__main__":
    main()
