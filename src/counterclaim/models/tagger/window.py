"""Rows packed into windows, windows into batches of arrays.

A window holds whole consecutive paragraphs, each closed by the separator, so that the encoder sees what stands around a
paragraph; nothing but the encoder's attention crosses from one paragraph to the next.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from counterclaim.models.tagger.words import Row

PAD, START, STOP = 0, 101, 102
"""Vocabulary numbers of [PAD], [CLS] and [SEP] in the uncased BERT vocabulary."""

Ints: TypeAlias = NDArray[np.int64]


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a row stands in its window: `number` of the row, `offset` in pieces of its first piece."""

    number: int
    offset: int


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Consecutive rows read together; `size` in pieces, [CLS] and separators counted."""

    slots: tuple[Slot, ...]
    size: int


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What the network is fed: arrays of windows by pieces; `pieces` is `PAD` where a window has ended."""

    windows: tuple[Window, ...]
    pieces: Ints
    places: Ints
    shapes: Ints


def pack(rows: Sequence[Row], limit: int, first_limit: int | None = None) -> list[Window]:
    """Pack rows, in order, into windows of at most `limit` pieces.

    Args:
        rows: Rows of one document.
        limit: Most pieces of a window; a single longer row gets a window of its own.
        first_limit: Another limit for the first window (training shifts the cuts between epochs with it).
    """
    windows: list[Window] = []
    slots: list[Slot] = []
    size, most = 1, first_limit or limit
    for number, row in enumerate(rows):
        if slots and size + len(row.pieces) + 1 > most:
            windows.append(Window(slots=tuple(slots), size=size))
            slots, size, most = [], 1, limit
        slots.append(Slot(number=number, offset=size))
        size += len(row.pieces) + 1
    if slots:
        windows.append(Window(slots=tuple(slots), size=size))
    return windows


def batches(windows: Sequence[Window], rows: Sequence[Row], budget: int) -> Iterator[Batch]:
    """Batches of windows of like length, longest first, each of at most `budget` pieces, padding counted."""
    ordered = sorted(windows, key=lambda window: -window.size)
    start = 0
    while start < len(ordered):
        count = max(1, budget // ordered[start].size)
        yield fill(ordered[start : start + count], rows)
        start += count


def fill(windows: Sequence[Window], rows: Sequence[Row]) -> Batch:
    """The arrays of some windows over `rows`."""
    size = max(window.size for window in windows)
    pieces = np.full((len(windows), size), PAD, dtype=np.int64)
    places = np.zeros((len(windows), size), dtype=np.int64)
    shapes = np.zeros((len(windows), size), dtype=np.int64)
    for index, window in enumerate(windows):
        pieces[index, 0] = START
        for slot in window.slots:
            row = rows[slot.number]
            end = slot.offset + len(row.pieces)
            owners = np.asarray(row.owners)
            pieces[index, slot.offset : end] = row.pieces
            places[index, slot.offset : end] = np.asarray(row.line.places)[owners]
            shapes[index, slot.offset : end] = np.asarray(row.line.shapes)[owners]
            pieces[index, end] = STOP
    return Batch(windows=tuple(windows), pieces=pieces, places=places, shapes=shapes)
