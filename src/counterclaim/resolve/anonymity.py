"""Why a source is not named, where the document says so."""

from counterclaim.resolve.mentions import Mention
from counterclaim.resolve.parties import Party
from counterclaim.resolve.reader import Reader
from counterclaim.values.span import Span

BOUNDS = frozenset('"“”„«»;:.!?')
"""Characters that end the words of a stated reason."""


def anonymity(reader: Reader, sentence: Span | None, party: Party, mention: Mention, extent: Span) -> str | None:
    """The words of the sentence that say the speaker stays unnamed, with the reason where one follows; None otherwise.

    Only for a party without a name, and only where such words stand in the speaker's own sentence.
    """
    if sentence is None or party.kind not in {"unnamed", "group"}:
        return None
    for match in reader.lexicon.anonymity.find(reader.text, sentence.start, sentence.end):
        end = match.span.end
        if match.entry.category == "reason":
            while end < sentence.end and reader.text[end] not in BOUNDS and not reader.text.startswith((", ", " ("), end):
                end += 1
        return " ".join(Span(match.span.start, end).trimmed(reader.text).words(reader.text).split())
    return None
