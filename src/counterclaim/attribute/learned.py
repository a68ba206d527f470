"""Linking of the learned tagger's pieces: sources and contents meet at the cue they point to."""

import msgspec

from counterclaim.values.attribution import Piece
from counterclaim.values.span import Span

SHARE = 0.01
"""A source serves a second cue, one left without a source, if its pointer gives that cue at least this share of what it
gives to its own. So low because the pointer puts nearly all on one cue; tuned on PolNeAR's dev part (0.25 there: 1.5 points
of F1 less)."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """What belongs together, in code points of the document's text.

    Attributes:
        cue: The cue's span.
        source: The source's spans; empty if none was found.
        content: The content's spans in text order, never empty.
        score: The least of the parts' own scores and of the links' probabilities, 0 to 1.
    """

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


def groups(pieces: tuple[Piece, ...], share: float = SHARE) -> tuple[Group, ...]:
    """The attributions that `pieces` make, by the cue's position.

    Every content goes to the first of its heads. A cue keeps one source, the likeliest of those that name it first; a cue
    left without takes one that names it second (`share`), be it another cue's or one that lost to a likelier. A cue
    without content makes no group, nor do sources and contents without a head: rules may use those.
    """
    cues = {piece.span.start: piece for piece in pieces if piece.role == "cue"}
    contents: dict[int, list[Piece]] = {}
    sources: dict[int, tuple[float, Piece]] = {}
    for piece in pieces:
        if not piece.heads or piece.heads[0][0] not in cues:
            continue
        head, weight = piece.heads[0]
        if piece.role == "content":
            contents.setdefault(head, []).append(piece)
        elif head not in sources or weight * piece.score > sources[head][0]:
            sources[head] = (weight * piece.score, piece)
    lent: dict[int, tuple[float, Piece]] = {}
    for piece in pieces:
        if piece.role != "source" or not piece.heads:
            continue
        for head, weight in piece.heads[1:]:
            enough = head in contents and head not in sources and weight >= share * piece.heads[0][1]
            if enough and (head not in lent or weight * piece.score > lent[head][0]):
                lent[head] = (weight * piece.score, piece)
    made = []
    for head, parts in sorted(contents.items()):
        parts.sort(key=lambda piece: piece.span)
        source = sources.get(head) or lent.get(head)
        scores = [cues[head].score, *(part.score * part.heads[0][1] for part in parts)]
        made.append(
            Group(
                cue=cues[head].span,
                source=(source[1].span,) if source else (),
                content=tuple(part.span for part in parts),
                score=min([*scores, source[0]] if source else scores),
            )
        )
    return tuple(made)
