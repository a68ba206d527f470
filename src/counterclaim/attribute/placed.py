"""A cue with its clause, and what its surroundings tell, for languages that are read by case."""

import msgspec

from counterclaim.attribute.around import line_at
from counterclaim.attribute.cues import Cue
from counterclaim.attribute.segments import Clause
from counterclaim.attribute.sources import word_list
from counterclaim.attribute.tree import Tree
from counterclaim.language.pack import LanguagePack
from counterclaim.values.quotation import Quotation
from counterclaim.values.span import Span

EDGES = " \n\t,;:—–-"
CLOSING = '»”“"'
MARKS = EDGES + '«»“”„"'
DASHES = "—–-"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A cue with its clause and sentence.

    Attributes:
        cue: The cue.
        group: Its words with the helping words in front of them.
        clause: The piece of the sentence it stands in.
        sentence: Its sentence.
        around: The quotation that holds the cue; None outside one.
    """

    cue: Cue
    group: Span
    clause: Clause
    sentence: Span
    around: Quotation | None


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without blanks, commas, dashes and a full stop at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES + ".":
        start += 1
    while start < end and text[end - 1] in EDGES + ".":
        end -= 1
    return Span(start, end) if any(letter.isalnum() for letter in text[start:end]) else None


def last_piece(tree: Tree, front: Span) -> Span:
    """What of ``front`` stands behind its last comma, colon or dash; all of it where it has none."""
    inside = tree.page.parse.indices(front)
    at = inside.stop
    while at > inside.start and tree.tokens[at - 1].text not in ",;:—–":
        at -= 1
    return Span(tree.tokens[at].start, front.end) if at < inside.stop else front


def quoted_before(tree: Tree, place: Place) -> bool:
    """Whether a quotation ends right in front of the clause."""
    text = tree.page.text
    start = tree.tokens[place.clause.start].start
    line = line_at(text, start)
    at = place.clause.start - 1
    while at > 0 and tree.tokens[at].text in EDGES:
        at -= 1
    if at in place.clause.names:
        return False  # the marks are a name's
    return text[line.start : start].rstrip(EDGES)[-1:] in tuple(CLOSING)


def has_conjunction(tree: Tree, indices: range, pack: LanguagePack) -> bool:
    """Whether a conjunction that opens a content clause stands among the tokens."""
    known = word_list(pack, "attribution_words", "complementizer")
    return any(tree.tokens[i].lemma.lower() in known or tree.tokens[i].text.lower() in known for i in indices)


def is_plural(tree: Tree, place: Place) -> bool:
    """Whether the cue is a verb in the plural, which can do without a subject ("in the ministry *they said*")."""
    return "Number=Plur" in tree.tokens[place.cue.head].feats


def is_thing(tree: Tree, span: Span) -> bool:
    """Whether the first noun in ``span`` is inanimate, where the language marks it."""
    nouns = [t for t in tree.page.parse.tokens_in(span) if t.pos == "NOUN"]
    return bool(nouns) and "Animacy=Inan" in nouns[0].feats


def impersonal(tree: Tree, place: Place) -> bool:
    """Whether the cue needs nobody who says it: a passive, or one that its list marks so."""
    return place.cue.entry.anonymous or "Voice=Pass" in tree.tokens[place.cue.head].feats


def is_passive(tree: Tree, place: Place) -> bool:
    """Whether the cue is a passive that names what is said as its subject ("*confirmed were* nine deaths")."""
    return "Voice=Pass" in tree.tokens[place.cue.head].feats and not place.cue.entry.anonymous
