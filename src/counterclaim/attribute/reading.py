"""What the rules make of one cue: its source and its content, side by side. Detection turns readings into pieces."""

import msgspec

from counterclaim.values.attribution import Piece
from counterclaim.values.span import Span


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as the rules read it.

    Attributes:
        cue: The cue's words; None for a free-standing quotation or a pasted post.
        source: The source's words at this place; None if not named here.
        content: What is attributed; never empty.
        sentence_end: One past the last character of the sentence it ends in: a quotation that begins there goes on with it.
        open_to_more: Whether a quotation that follows in the same line may belong to it.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    sentence_end: int
    open_to_more: bool = True


def pieces_of(readings: tuple[Reading, ...]) -> tuple[Piece, ...]:
    """The spans of ``readings`` as pieces whose heads name the cue they belong to, in text order.

    A reading without a cue uses its content's first character as its head, so that its parts stay together.
    """
    pieces: list[Piece] = []
    for reading in readings:
        head = reading.cue.start if reading.cue is not None else reading.content[0].start
        heads = ((head, 1.0),)
        if reading.cue is not None:
            pieces.append(Piece(role="cue", span=reading.cue, heads=heads))
        if reading.source is not None:
            pieces.append(Piece(role="source", span=reading.source, heads=heads))
        pieces.extend(Piece(role="content", span=span, heads=heads) for span in reading.content)
    return tuple(sorted(pieces, key=lambda p: (p.span.start, p.span.end, p.role)))
