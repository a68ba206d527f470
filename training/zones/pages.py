"""The training pages: public pages with gold, and what the same articles look like without layout or without furniture."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from counterclaim.clean.lines import Line, split_lines
from counterclaim.clean.marks import Marks
from counterclaim.clean.shape import Table, look


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One page as the classifier sees it.

    Attributes:
        page: The id of the page it was made from.
        site: Its site; all samples of a site stand on the same side of a split.
        variant: ``raw``, or how the page was changed.
        lines: Its lines.
        table: Their features.
        body: Whether more than half of a line's characters are the article's.
        size: Characters of each line.
    """

    page: str
    site: str
    variant: str
    lines: tuple[Line, ...]
    table: Table
    body: Any
    size: Any


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def samples(folder: Path, marks: Marks) -> Iterator[Sample]:
    """All samples of the bench's public half, page by page."""
    texts = {row["doc_id"]: row["text"] for row in read_jsonl(folder / "docs.jsonl")}
    for row in read_jsonl(folder / "gold.jsonl"):
        for variant, text, ranges in variants(texts[row["doc_id"]], row["body"], row.get("neutral", [])):
            lines = split_lines(text)
            body = labels(lines, ranges)
            table = look(lines, [marks.of(line.words) for line in lines])
            size = np.array([len(line.words) for line in lines], dtype=float)
            yield Sample(page=row["doc_id"], site=row["site"], variant=variant, lines=lines, table=table, body=body, size=size)


def variants(text: str, body: list[list[int]], neutral: list[list[int]]) -> Iterator[tuple[str, str, list[list[int]]]]:
    """The page as it is; without blank lines; and its article alone, with headline and blank lines or without.

    Scrapers give all of these, and an article without furniture must stay whole.
    """
    yield "raw", text, body
    yield "flat", *_rebuilt(text, body, [[0, len(text)]], "\n")
    first = neutral[:1] if neutral and neutral[0][0] == 0 else []
    article = [[min(s for s, _ in body), max(e for _, e in body)]]
    yield "article", *_rebuilt(text, body, first + body, "\n\n")
    yield "article flat", *_rebuilt(text, body, body, "\n")
    yield "article with inside", *_rebuilt(text, body, article, "\n")


def _rebuilt(text: str, body: list[list[int]], kept: list[list[int]], gap: str) -> tuple[str, list[list[int]]]:
    out: list[str] = []
    ranges: list[list[int]] = []
    at = 0
    for line in split_lines(text):
        inside = [(max(s, line.span.start), min(e, line.span.end)) for s, e in kept]
        if not any(s < e for s, e in inside):
            continue
        if _covered(line, body) > 0.5:
            ranges.append([at, at + len(line.words)])
        out.append(line.words)
        at += len(line.words) + len(gap)
    return gap.join(out), ranges


def _covered(line: Line, ranges: list[list[int]]) -> float:
    shared = sum(max(0, min(e, line.span.end) - max(s, line.span.start)) for s, e in ranges)
    return shared / len(line.words)


def labels(lines: tuple[Line, ...], ranges: list[list[int]]) -> Any:
    """Whether more than half of each line lies in ``ranges``."""
    return np.array([_covered(line, ranges) > 0.5 for line in lines])


def fold_of(site: str, folds: int) -> int:
    """The fold of a site, the same in every run."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds
