"""Who says what: the statement as found, and what later stages add to it.

Stages only add, so an attribution is built from parts that name the statement they belong to; ``pipeline.assemble``
joins them into the `Attribution` that the contract prints.
"""

from typing import Literal

import msgspec

from counterclaim.values.span import Span

Mode = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "states", "denies", "confirms", "accuses", "demands", "asks", "orders", "promises", "warns", "believes", "doubts", "other"
]
Distance = Literal["neutral", "distancing", "endorsing"]
Role = Literal["source", "cue", "content"]


class Piece(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One span that detection found, not yet linked to others.

    Attributes:
        role: What the span is.
        span: Its place in the document's text.
        score: Confidence in 0..1; 1.0 for a rule without a score.
        heads: For a source or content: starts of cue spans it may belong to, best first, with a score each.
    """

    role: Role
    span: Span
    score: float = 1.0
    heads: tuple[tuple[int, float], ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source, a cue and a content that belong together; any of source and cue may be absent.

    Attributes:
        id: ``a1``, ``a2`` ... in order of the first character of content.
        source: Where the source is named at this place ("he", "the ministry"); possibly discontinuous.
        cue: The words that attribute.
        content: What is attributed, quotation marks included; possibly discontinuous, sorted, never empty.
        mode: ``direct`` if all content stands in quotation marks, ``mixed`` if some does.
        parent: Id of the statement inside whose content this one stands; None at the top.
        context: Where the speaker is found although it stands elsewhere: for a free-standing quotation, the source span
            of the sentence before. None if ``source`` says it.
    """

    id: str
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...]
    mode: Mode = "indirect"
    parent: str | None = None
    context: Span | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement without content is no statement")


class Voice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose voice a statement is; ``source_id`` None where it stays unresolved."""

    statement: str
    source_id: str | None


class Relay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step between the speaker and this outlet.

    Attributes:
        name: The outlet, channel or interceptor ("The Washington Post", "Telegram").
        medium: How it passed on ("statement", "tweet", "report", "call"); None if not said.
        source_id: The source this relay is in the same document; None if it is not one.
        start: Where it is named, in code points.
        end: One past the last.
    """

    name: str
    medium: str | None = None
    source_id: str | None = None
    start: int
    end: int


class Chain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a statement came here: relays from the speaker outwards, ending next to this outlet."""

    statement: str
    via: tuple[Relay, ...]


class Firmness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How firmly a statement is made, and how the writer stands to it."""

    statement: str
    act: Act = "states"
    distance: Distance = "neutral"
    hedges: tuple[Span, ...] = ()


class Attribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement with all that the stages found about it: the contract's shape.

    Attributes:
        id: ``a1``, ``a2`` ... in order of the first character of content.
        source_id: Id of the source whose statement it is; None where it stays unresolved.
        source: Where the source is named at this place ("he", "the ministry"); possibly discontinuous, empty if not named.
        cue: The words that attribute; empty if there are none.
        content: What is attributed, quotation marks included; possibly discontinuous, never empty.
        mode: ``direct`` if all content stands in quotation marks, ``mixed`` if some does.
        act: What the speaker does with it.
        distance: How the writer stands to it: said, claimed, revealed.
        hedges: Words that make it less firm ("reportedly").
        via: Through whom it came, nearest to the speaker first, ending next to this outlet, which is never in it.
        parent: Id of the attribution inside whose content this one stands; None at the top.
    """

    id: str
    source_id: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    distance: Distance
    hedges: tuple[Span, ...]
    via: tuple[Relay, ...]
    parent: str | None
