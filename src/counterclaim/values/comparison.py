"""A dossier compared: parties, claims, disputes, figures, origins. The shape that ``counterclaim compare`` prints.

It says who says what and who says otherwise; it never says who is right.
"""

from typing import Literal

import msgspec

from counterclaim.values.attribution import Act
from counterclaim.values.figure import Bound
from counterclaim.values.party import SourceKind
from counterclaim.values.problem import Problem

Stance = Literal["asserts", "denies"]
DisputeKind = Literal["denial", "agent", "figure", "polarity"]


class DossierDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One document of the dossier, by the id that all places in a comparison name."""

    id: str
    path: str
    outlet: str | None
    published: str | None
    language: str
    title: str | None


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One speaker across documents and languages.

    Attributes:
        id: ``p1``, ``p2`` ...
        name: The fullest Latin-script name met, else the fullest.
        kind: What it is.
        aliases: Every other form met, in the documents' own words and scripts.
        side: Id of the party it speaks for; None if not known.
        side_reason: Why that side, in words; None without a side.
        merged_because: Why the forms were taken for one party, in words; empty for a single form.
        parts: Ids of those of the parties it names together ("Hamas and Islamic Jihad") that the dossier knows; empty for one.
    """

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    side: str | None = None
    side_reason: str | None = None
    merged_because: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attribution of one document that makes a claim; ``start`` and ``end`` cover its content."""

    document: str
    attribution: str
    source: str | None
    start: int
    end: int
    act: Act


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One claim, however often and in whatever language it was made.

    Attributes:
        id: ``c1``, ``c2`` ...
        text: The words of its first member.
        members: In order of publication, then of input.
        reasons: Why each further member was taken for the same claim, in words, parallel to ``members[1:]``.
    """

    id: str
    text: str
    members: tuple[Member, ...]
    reasons: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place where a position is asserted or denied.

    Attributes:
        document: The document's id.
        attribution: The attribution's id; None where the outlet says it in its own voice.
        start: First code point of the words.
        end: One past the last.
        stance: Whether the words assert or deny the position.
        by: Id of the party that speaks there; None if not resolved.
    """

    document: str
    attribution: str | None
    start: int
    end: int
    stance: Stance
    by: str | None = None


class Position(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer to a dispute's question, who holds it, and every place where it is asserted or denied."""

    label: str
    held_by: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Dispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question to which the dossier's speakers give answers that cannot all hold. No verdict."""

    id: str
    question: str
    kind: DisputeKind
    reason: str
    positions: tuple[Position, ...]


class Point(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure on a ladder; value, low, high and bound as in `Figure`."""

    value: float | None
    low: float | None
    high: float | None
    bound: Bound | None
    by: str | None
    as_of: str | None
    published: str | None
    document: str
    start: int
    end: int
    first_stood_in: str | None = None


class Ladder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All figures of one measure of one event, low to high.

    Attributes:
        measure: What is counted ("killed").
        points: Low to high, then by date.
        revised: Ids of the parties that gave more than one number: revisions, not disagreement.
        event: Day of another event that the figures belong to, and its place if it is another ("2031-03-14, Orvan"); None for
            the event of the dossier.
    """

    measure: str
    points: tuple[Point, ...]
    revised: tuple[str, ...] = ()
    event: str | None = None

    @property
    def title(self) -> str:
        """The measure, with the day of the event where it is not the dossier's."""
        return f"{self.measure} ({self.event})" if self.event else self.measure


class Copied(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A passage that also stands in another document.

    Attributes:
        start: First code point here.
        end: One past the last here.
        from_: Id of the other document (``from`` in JSON).
        from_start: First code point there.
        from_end: One past the last there.
        similarity: Share of the words that agree, 0..1.
        translated: Whether the two stand in different languages.
    """

    start: int
    end: int
    from_: str = msgspec.field(name="from")
    from_start: int
    from_end: int
    similarity: float
    translated: bool = False


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one document rests on.

    Attributes:
        document: The document's id.
        roots: Ids of the parties whose word its account rests on.
        relays: Names of outlets and channels it credits.
        copy_of: Id of the document it is likely a copy of; None if of none.
        credited: Whether it names that document's outlet; None without a copy.
        copy_because: Why it is likely a copy, and why of that one and not the other way round; None without a copy.
        copied: The passages it shares with others.
    """

    document: str
    roots: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    copy_of: str | None = None
    credited: bool | None = None
    copy_because: str | None = None
    copied: tuple[Copied, ...] = ()


class Independence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many documents carry a claim, and on how many independent origins they rest."""

    claim: str
    documents: int
    origins: int
    roots: tuple[str, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One dossier compared: the contract's shape of ``counterclaim compare``."""

    documents: tuple[DossierDocument, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    figures: tuple[Ladder, ...] = ()
    origins: tuple[Origin, ...] = ()
    independent_origins: tuple[Independence, ...] = ()
    problems: tuple[Problem, ...] = ()
