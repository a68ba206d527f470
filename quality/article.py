"""How well the article is told from its page: the measure of scrapinghub/article-extraction-benchmark, and more.

    python -m quality.article FOLDER [--peer]

FOLDER holds ``ground-truth.json`` and ``html/ID.html.gz`` as that benchmark has them. Printed are F1 over 4-word shingles
(each page counts alike; precision over the pages with any output, recall over all), the quotations of the true article that
are left in the program's, and pages a second. ``--peer`` measures trafilatura beside it.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from counterclaim.clean.page import clean
from counterclaim.intake.encoding import decode
from counterclaim.kit import Kit, open_kit
from counterclaim.values.page import Page
from counterclaim.values.text import Snapshot

T = TypeVar("T")
_TOKEN = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"]([^“”\"]{15,400})[”\"]")
_SHINGLE = 4
ARTICLE = ("body", "embed")
"""Zones that the benchmark's article text has; headlines, standfirsts and captions it leaves out."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Means over pages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words with their counts; one shorter run for a text of fewer words."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[i : i + _SHINGLE]) for i in range(max(1, len(tokens) - _SHINGLE + 1)))


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """The benchmark's measure for pairs of true and extracted text."""
    precisions, recalls = [], []
    for true, found in pairs:
        one, two = shingles(true), shingles(found)
        common = sum((one & two).values())
        if two:
            precisions.append(common / sum(two.values()))
        if one:
            recalls.append(common / sum(one.values()))
    return Score(precision=_mean(precisions), recall=_mean(recalls))


def article(page: Page) -> str:
    """The article's text, as the benchmark understands it."""
    return "\n".join(page.text[z.start : z.end] for z in page.clean.zones if z.kind in ARTICLE)


def lost_quotations(true: str, page: Page) -> list[str]:
    """Quotations of the true article that stand in the page's text but not in what the stages read of it."""
    read = _words("\n".join(span.words(page.text) for span in page.article_spans()))
    whole = _words(page.text)
    return [q for q in _QUOTED.findall(true) if _words(q) in whole and _words(q) not in read]


def snapshot(name: str, data: bytes) -> Snapshot:
    """A page as intake takes it in."""
    read = decode(data, html=True)
    return Snapshot(path=name, data=data, media="html", source=read.text, encoding=read.encoding, problems=read.problems)


def main() -> None:
    """Prints the measures."""
    parser = argparse.ArgumentParser(description="Article text from HTML: F1, quotations kept, pages a second.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", action="store_true", help="measure trafilatura beside it")
    asked = parser.parse_args()
    truth = json.loads((asked.folder / "ground-truth.json").read_text("utf-8"))
    data = {name: gzip.decompress((asked.folder / "html" / f"{name}.html.gz").read_bytes()) for name in truth}
    kit = open_kit()
    clean(snapshot("warm", next(iter(data.values()))), kit)
    pages = _timed("counterclaim", data, lambda name: _read(name, data[name], kit))
    _show("body and embeds", score((truth[n]["articleBody"], article(p)) for n, p in pages.items()))
    body = {n: "\n".join(p.text[z.start : z.end] for z in p.clean.zones if z.kind == "body") for n, p in pages.items()}
    _show("body alone", score((truth[n]["articleBody"], text) for n, text in body.items()))
    lost = [q for n, p in pages.items() for q in lost_quotations(truth[n]["articleBody"], p)]
    print(
        f"quotations of the article lost: {len(lost)} of {sum(len(_QUOTED.findall(t['articleBody'])) for t in truth.values())}"
    )
    if asked.peer:
        import trafilatura

        found = _timed("trafilatura", data, lambda n: trafilatura.extract(data[n], include_comments=False) or "")
        _show("trafilatura", score((truth[n]["articleBody"], text) for n, text in found.items()))


def _read(name: str, data: bytes, kit: Kit) -> Page:
    return clean(snapshot(name, data), kit)


def _timed(title: str, names: Iterable[str], work: Callable[[str], T]) -> dict[str, T]:
    start = time.process_time()
    done = {name: work(name) for name in names}
    print(f"{title}: {len(done) / (time.process_time() - start):.1f} pages a second of processor time")
    return done


def _show(title: str, found: Score) -> None:
    print(f"{title}: F1 {found.f1:.4f}, precision {found.precision:.4f}, recall {found.recall:.4f}")


def _words(text: str) -> str:
    return " ".join(_TOKEN.findall(text.casefold()))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    main()
