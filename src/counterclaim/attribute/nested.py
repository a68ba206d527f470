"""Which statement stands inside another's content."""

import msgspec

from counterclaim.values.attribution import Statement
from counterclaim.values.span import cover


def with_parents(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """``statements`` with ``parent`` set to the smallest statement whose content holds their cue, or all of a cueless one."""
    out: list[Statement] = []
    for statement in statements:
        anchor = statement.cue or statement.content
        place = cover(anchor)
        best: Statement | None = None
        for other in statements:
            if other is statement or place is None:
                continue
            inside = any(span.contains(place) for span in other.content) and not _holds(statement, other)
            if inside and (best is None or _size(other) < _size(best)):
                best = other
        out.append(msgspec.structs.replace(statement, parent=best.id if best else None))
    return tuple(out)


def _holds(one: Statement, two: Statement) -> bool:
    """Whether the cue of ``two`` stands inside the content of ``one``: then ``one`` is no child of it."""
    place = cover(two.cue)
    return place is not None and any(span.contains(place) for span in one.content)


def _size(statement: Statement) -> int:
    return sum(len(span) for span in statement.content)
