"""What a cue takes as its content, as the frames of the parse give it."""

import msgspec

from counterclaim.attribute.cues import Cue
from counterclaim.attribute.tree import Tree
from counterclaim.lexicon.cues import Frame
from counterclaim.values.span import Span


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """The content that a cue takes.

    Attributes:
        frame: Which of the cue's frames it fills; ``prep`` for one of its prepositions.
        content: The words, possibly discontinuous.
        cue: The cue's span, with its preposition where that belongs to it ("called for").
    """

    frame: Frame | str
    content: tuple[Span, ...]
    cue: Span


def take(tree: Tree, cue: Cue, frame: str, spans: tuple[Span, ...], group: Span | None = None) -> Taken | None:
    """The content ``spans`` without the marks at their ends; None if nothing, a mere time, or the cue itself is among them."""
    text = tree.page.text
    kept = [span for s in spans if (span := _bare(text, s)) is not None]
    if not kept or any(span.overlaps(cue.span) for span in kept) or all(_is_time(tree, span) for span in kept):
        return None
    return Taken(frame=frame, content=tree.joined(kept), cue=group or cue.span)


def _is_time(tree: Tree, span: Span) -> bool:
    """Whether the words are a mere date or time ("insisted on *Friday*")."""
    words = tree.page.parse.tokens_in(span)
    return bool(words) and all(t.entity in ("DATE", "TIME") or t.pos in ("ADP", "DET") for t in words)


def _bare(text: str, span: Span) -> Span | None:
    """Without blanks and the punctuation that parts it from the rest of the sentence; quotation marks stay."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    if start < end and text[end - 1] == "." and not (end - 2 >= start and text[end - 2] == "."):
        end -= 1
    return Span(start, end) if start < end else None
