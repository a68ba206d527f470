"""Links sources, cues and contents that belong together into statements."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from counterclaim.attribute.context import context_of
from counterclaim.attribute.nested import with_parents
from counterclaim.attribute.quotes import near, quoted
from counterclaim.attribute.tree import Tree
from counterclaim.kit import Kit
from counterclaim.values.attribution import Mode, Piece, Statement
from counterclaim.values.page import Page
from counterclaim.values.quotation import Quotation, quotations
from counterclaim.values.span import Span, merge


def link(pieces: tuple[Piece, ...], page: Page, kit: Kit) -> tuple[Statement, ...]:
    """Statements made of ``pieces``, in text order.

    A piece belongs to the head that it names first. A cue without content makes no statement.
    """
    parts: dict[int, dict[str, list[Span]]] = defaultdict(lambda: {"source": [], "cue": [], "content": []})
    for piece in pieces:
        head = piece.heads[0][0] if piece.heads else piece.span.start
        parts[head][piece.role].append(piece.span)
    marks = quotations(page)
    made: list[Statement] = []
    for part in parts.values():
        content = _joined(page.text, part["content"])
        if content:
            made.append(
                Statement(
                    id="",
                    source=merge(part["source"]),
                    cue=merge(part["cue"]),
                    content=content,
                    mode=mode_of(page.text, content, marks),
                )
            )
    made.sort(key=lambda s: (s.content[0].start, s.cue[0].start if s.cue else -1, s.content[-1].end))
    nested = with_parents(tuple(msgspec.structs.replace(s, id=f"a{n}") for n, s in enumerate(made, 1)))
    pack = kit.pack(page.document.language)
    tree = Tree(page, pack)
    out: list[Statement] = []
    for statement in nested:
        context = context_of(statement, out, tree, pack)
        out.append(msgspec.structs.replace(statement, context=context) if context else statement)
    return tuple(out)


def mode_of(text: str, content: tuple[Span, ...], marks: Sequence[Quotation]) -> Mode:
    """``direct`` if all letters of ``content`` stand in quotation marks, ``mixed`` if some do, else ``indirect``."""
    marks = near(marks, Span(content[0].start, content[-1].end))
    if not quoted(content, marks):
        return "indirect"
    for span in content:
        at = span.start
        for mark in marks:
            if any(letter.isalnum() for letter in text[at : min(mark.span.start, span.end)]):
                return "mixed"
            at = max(at, mark.span.end)
        if any(letter.isalnum() for letter in text[at : span.end]):
            return "mixed"
    return "direct"


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in merge(spans):
        if out and not text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
