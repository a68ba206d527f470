"""Which statement stands inside another's content."""

from collections import defaultdict

import msgspec

from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span, cover

_BLOCK = 4_096
"""Code points of a block by which contents are looked up, so that a long text costs no more than its length."""


def with_parents(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """``statements`` with ``parent`` set to the smallest statement whose content holds their cue, or all of a cueless one."""
    blocks: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        for block in sorted({b for s in statement.content for b in range(s.start // _BLOCK, (s.end - 1) // _BLOCK + 1)}):
            blocks[block].append(statement)
    return tuple(msgspec.structs.replace(s, parent=_parent(s, blocks)) for s in statements)


def _parent(statement: Statement, blocks: dict[int, list[Statement]]) -> str | None:
    place = _anchor(statement)
    around = [
        other
        for other in blocks.get(place.start // _BLOCK, ())
        if other is not statement and _holds(other, place) and not _holds(statement, _anchor(other))
    ]
    if not around:
        return None
    return min(around, key=lambda other: sum(map(len, other.content))).id


def _anchor(statement: Statement) -> Span:
    """What must lie in another's content for the statement to be inside it."""
    return cover(statement.cue) or cover(statement.content) or statement.content[0]


def _holds(statement: Statement, place: Span) -> bool:
    return any(span.contains(place) for span in statement.content)
