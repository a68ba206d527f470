"""What differs between two versions of a text, word by word."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from rapidfuzz.distance import Indel

PieceKind = Literal["same", "removed", "added"]

REWRITTEN = 0.4
"""Paragraphs that share less than this of their words, in order, are shown as replaced whole: woven together, nobody can read
them."""

ISLAND = 2
"""Fewer words than this that stayed between two changes are shown with them ("the" between two new sentences)."""

MOST_STEPS = 400_000_000
"""Words of the old passage times words of the new from which on no words are compared: the table would fill the memory."""


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stayed, went, or came; blanks between them are single spaces."""

    kind: PieceKind
    words: str


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One passage that differs: whole paragraphs, all of whose words stand in its pieces.

    Attributes:
        line: The first line concerned in the new text, from 1; for what was only taken out, the line it stood before.
        pieces: In reading order; what went stands before what came in its place.
    """

    line: int
    pieces: tuple[Piece, ...]


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The passages in which ``after`` differs from ``before``, in order; blanks and empty lines do not count."""
    old = [line.split() for line in before.splitlines() if line.strip()]
    new = [(number, line.split()) for number, line in enumerate(after.splitlines(), 1) if line.strip()]
    found = []
    for i, j, k, m in _blocks([" ".join(words) for words in old], [" ".join(words) for _, words in new]):
        if j - i == m - k:  # as many lines as before: each against its own
            rows = [(old[i + at], new[k + at][1], k + at) for at in range(j - i)]
        else:
            rows = [([word for words in old[i:j] for word in words], [word for _, words in new[k:m] for word in words], k)]
        for gone, come, at in rows:
            line = new[min(at, len(new) - 1)][0] if new else 1
            found.append(Change(line=line, pieces=tuple(_pieces(gone, come))))
    return tuple(found)


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ: stretches of each, as (start, end, start, end), with something the same between them."""
    at = (0, 0)
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            if (step.src_start, step.dest_start) != at:
                yield at[0], step.src_start, at[1], step.dest_start
            at = (step.src_end, step.dest_end)
    if at != (len(old), len(new)):
        yield at[0], len(old), at[1], len(new)


def _pieces(gone: list[str], come: list[str]) -> Iterator[Piece]:
    if len(gone) * len(come) > MOST_STEPS or Indel.normalized_similarity(gone, come) < REWRITTEN:
        blocks = [(0, len(gone), 0, len(come))]
    else:
        blocks = []
        for block in _blocks(gone, come):
            if blocks and block[0] - blocks[-1][1] < ISLAND:
                block = (blocks[-1][0], block[1], blocks.pop()[2], block[3])
            blocks.append(block)
    at = 0
    for i, j, k, m in blocks:
        if at < i:
            yield Piece("same", " ".join(gone[at:i]))
        if i < j:
            yield Piece("removed", " ".join(gone[i:j]))
        if k < m:
            yield Piece("added", " ".join(come[k:m]))
        at = j
    if at < len(gone):
        yield Piece("same", " ".join(gone[at:]))
