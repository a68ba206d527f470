"""Why a source is not named, where the document says so."""

from counterclaim.resolve.ground import Ground
from counterclaim.resolve.parties import Party
from counterclaim.values.attribution import Statement
from counterclaim.values.span import Span

BOUNDS = frozenset('"“”„«»;:.!?')
"""Characters that end the words of a stated reason."""


def anonymity(ground: Ground, sentence: Span | None, party: Party, statement: Statement) -> str | None:
    """The words of the sentence that say the speaker stays unnamed, with the reason where one follows; None otherwise.

    Only for a party without a name, and only where such words stand in the speaker's own sentence. The reason ends where the
    statement's cue or content begins.
    """
    if sentence is None or party.kind not in {"unnamed", "group"}:
        return None
    for match in ground.anonymity:
        if not sentence.contains(match.span):
            continue
        end = match.span.end
        if match.entry.category == "reason":
            stop = min((s.start for s in (*statement.cue, *statement.content) if s.start >= end), default=sentence.end)
            while (
                end < min(stop, sentence.end)
                and ground.text[end] not in BOUNDS
                and not ground.text.startswith((", ", " ("), end)
            ):
                end += 1
        return " ".join(Span(match.span.start, end).trimmed(ground.text).words(ground.text).split())
    return None
