"""Readings looked up by their place, so that a long text costs no more than its length."""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.attribute.reading import Reading
from counterclaim.values.span import Span, cover

_BLOCK = 512
"""Code points of a block by which readings are looked up."""


class Nearby:
    """Readings by where they stand.

    Attributes:
        readings: All of them, in the order given.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = tuple(readings)
        self._blocks: dict[int, list[int]] = defaultdict(list)
        for at, reading in enumerate(self.readings):
            for block in _blocks(_whole(reading)):
                self._blocks[block].append(at)

    def numbers(self, span: Span) -> list[int]:
        """Numbers of all readings that touch ``span``, and of some others near it, ascending."""
        return sorted({at for block in _blocks(span) for at in self._blocks.get(block, ())})

    def to(self, reading: Reading) -> list[Reading]:
        """All readings that share a place with ``reading``, and some others near it, in order."""
        return [self.readings[at] for at in self.numbers(_whole(reading))]


def _whole(reading: Reading) -> Span:
    parts = [*reading.content, *(part for part in (reading.cue, reading.source) if part is not None)]
    return cover(parts) or Span(0, 0)


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, span.end // _BLOCK + 1)
