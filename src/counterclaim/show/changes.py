"""A changed document on a terminal: what went and what came, with a few words around it."""

from rich.text import Text

from counterclaim.show.safe import one_line
from counterclaim.values.change import Change, Piece

AROUND = 6
"""Words shown on each side of a change."""


def change_text(change: Change) -> Text:
    """One line: ``line 3: … killed [-12-] {+14+} people …``, as git writes word changes; colours only repeat the marks."""
    shown = Text(f"line {change.line}: ", "dim")
    last = len(change.pieces) - 1
    for at, piece in enumerate(change.pieces):
        if at:
            shown.append(" ")
        if piece.kind == "same":
            shown.append(_around(piece, first=at == 0, last=at == last), "not dim")
        elif piece.kind == "removed":
            shown.append(f"[-{one_line(piece.words)}-]", "not dim red")
        else:
            shown.append(f"{{+{one_line(piece.words)}+}}", "not dim green")
    return shown


def _around(piece: Piece, *, first: bool, last: bool) -> str:
    """What stayed, cut to the words beside the changes."""
    words = one_line(piece.words).split(" ")
    before = [] if first else words[:AROUND]
    after = [] if last else words[-AROUND:]
    if len(words) <= len(before) + len(after):
        return " ".join(words)
    return " ".join([*before, "…", *after])
