"""PolNeAR articles as rows with targets.

Every word has one tag (BIO over source, cue and content) and, if it belongs to a source or a content, the words that start
the cues it belongs to: usually one, more for a shared source, none where the cue stands in another paragraph.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from tokenizers import Tokenizer

from counterclaim.models.tagger.words import Row, read_line, rows_of

ROLES = ("source", "cue", "content")
OUTSIDE = 0


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a row should be read as.

    Attributes:
        tags: For each word 0, or 1 + 2 * role for a span's first word and 2 + 2 * role for its other words.
        heads: For each word, indexes in the row of the first words of its cues.
    """

    tags: tuple[int, ...]
    heads: tuple[tuple[int, ...], ...]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A document in rows, each with its target; `record` is the corpus's own JSON object."""

    record: dict[str, Any]
    rows: tuple[Row, ...]
    targets: tuple[Target, ...]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of `text` that is not blank, in code points."""
    found = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def read_articles(path: Path, tokenizer: Tokenizer, limit: int | None = None) -> list[Article]:
    """The articles of a JSONL file, the first `limit` of them if given."""
    lines = path.read_text(encoding="utf-8").split("\n")
    records = [json.loads(line) for line in lines if line.strip()]
    return [article_of(record, tokenizer) for record in records[:limit]]


def article_of(record: dict[str, Any], tokenizer: Tokenizer) -> Article:
    """Rows and targets of one record of the corpus."""
    text = record["text"]
    lines = [read_line(text, start, end, headline=not index) for index, (start, end) in enumerate(paragraphs(text))]
    rows = rows_of(lines, tokenizer)
    roles: list[int | None] = [None] * len(text)
    owners: list[frozenset[int]] = [frozenset()] * len(text)
    heads: dict[int, int] = {}
    for number, attribution in enumerate(record["attributions"]):
        for role, name in enumerate(ROLES):
            for start, end in attribution[name]:
                for index in range(start, end):
                    if roles[index] not in (None, role):
                        continue
                    roles[index] = role
                    owners[index] |= {number}
        if attribution["cue"]:
            heads[number] = min(start for start, _ in attribution["cue"])
    return Article(record=record, rows=tuple(rows), targets=tuple(_target(row, roles, owners, heads) for row in rows))


def _target(row: Row, roles: list[int | None], owners: list[frozenset[int]], heads: dict[int, int]) -> Target:
    spans = list(zip(row.line.starts, row.line.ends, strict=True))
    at = {index: word for word, (start, end) in enumerate(spans) for index in range(start, end)}
    tags: list[int] = []
    pointers: list[tuple[int, ...]] = []
    before: tuple[int, frozenset[int]] | None = None
    for start, end in spans:
        index = next((i for i in range(start, end) if roles[i] is not None), None)
        role = None if index is None else roles[index]
        if index is None or role is None:
            tags.append(OUTSIDE)
            pointers.append(())
            before = None
            continue
        state = (role, owners[index])
        tags.append(2 + 2 * role if state == before else 1 + 2 * role)
        before = state
        own: Iterable[int] = () if role == 1 else (at[heads[n]] for n in owners[index] if heads.get(n) in at)
        pointers.append(tuple(sorted(own)))
    return Target(tags=tuple(tags), heads=tuple(pointers))
