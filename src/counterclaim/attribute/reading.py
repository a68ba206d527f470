"""What the rules make of one cue: its source and its content, side by side. Detection turns readings into pieces."""

from collections.abc import Sequence

import msgspec

from counterclaim.attribute.tree import Tree
from counterclaim.values.attribution import Piece
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as the rules read it.

    Attributes:
        cue: The cue's words; None for a free-standing quotation or a pasted post.
        source: The source's words at this place; None if not named here.
        content: What is attributed; never empty.
        sentence_end: One past the last character of the sentence it ends in: a quotation that begins there goes on with it.
        score: How sure the tagger is, 0 to 1; 1.0 for a rule.
    """

    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    sentence_end: int
    score: float = 1.0

    def with_source(self, source: Span) -> "Reading":
        """The same with another source."""
        return msgspec.structs.replace(self, source=source)


def reading_of(
    tree: Tree, cue: Span | None, source: Span | None, content: Sequence[Span], marks: Sequence[Quotation]
) -> Reading | None:
    """A reading with its content widened to whole quotations, kept inside one zone, and apart from its source.

    Returns:
        None if no content is left.
    """
    whole = tuple(_with_whole_quotations(span, cue, marks) for span in content)
    if source is not None and any(source.overlaps(span) for span in whole):
        kept = tuple(span for span in whole if not source.overlaps(span))
        whole = kept or tuple(content)
        if any(source.overlaps(span) for span in whole):
            source = None
    anchor = cue or whole[0]
    bounds = [z for z in tree.page.article_spans() if z.start <= anchor.start < z.end]
    bounds += [m.span for m in marks if cue is not None and m.span.contains(cue)]
    whole = tuple(s for span in whole if (s := _inside(span, bounds)) is not None)
    if not whole or not bounds:
        return None
    end = max(span.end for span in whole)
    sentence = tree.page.parse.sentence_at(max(end - 1, 0))
    ends = max(end, sentence.end if sentence else end, anchor.end)
    return Reading(cue=cue, source=source, content=tree.joined(whole), sentence_end=ends)


def _inside(span: Span, bounds: Sequence[Span]) -> Span | None:
    """The part of ``span`` that lies in all of ``bounds``; None if there is none."""
    start = max([span.start, *(b.start for b in bounds)])
    end = min([span.end, *(b.end for b in bounds)])
    return Span(start, end) if start < end else None


def _with_whole_quotations(span: Span, cue: Span | None, marks: Sequence[Quotation]) -> Span:
    """``span`` widened so that no quotation is cut in two, unless the cue itself touches that quotation."""
    for mark in marks:
        if mark.span.overlaps(span) and (cue is None or not mark.span.overlaps(cue)):
            span = Span(min(span.start, mark.span.start), max(span.end, mark.span.end))
    return span


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
