"""What people judged: accepted, rejected, put right, grouped; edges beside what the machine found, never in its place."""

from typing import Literal

import msgspec

from counterclaim.values.attribution import Act
from counterclaim.values.figure import Bound
from counterclaim.values.party import SourceKind
from counterclaim.values.span import Span

TargetKind = Literal["attribution", "figure", "verification", "notice", "person", "claim", "party", "document"]

Verdict = Literal["accept", "reject", "correct", "same", "not_same", "unsure", "merge", "split", "checked", "undo"]
"""``accept``: the finding is right as the machine made it. ``checked``: we looked into the matter itself; ``why`` says how."""

Role = Literal["reader", "reviewer", "admin"]
"""What a user may do: look; judge as well; also keep users, take back others' judgements, ask for a second look."""

ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")
"""From the one who may do least to the one who may do most; each may do what those before it may."""


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of one document, named so that they can be found again when it is read again.

    Attributes:
        document: The document's id in its dossier.
        text_sha256: Of the text that the offsets index.
        start: First code point; 0 for the whole document.
        end: One past the last; 0 for the whole document.
        words: The text there; empty for the whole document.
    """

    document: str
    text_sha256: str
    start: int = 0
    end: int = 0
    words: str = ""

    @property
    def span(self) -> Span:
        """The place in its text."""
        return Span(self.start, self.end)


class Target(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is judged.

    Attributes:
        kind: What it is.
        id: Its id in the sheet or comparison in which it was judged, for people: a later reading may number otherwise.
        place: Its words; for an attribution from the first to the last character of its content. None for a party.
        other: The second place, where two utterances are judged to make the same claim or not.
        names: For a party, the name it keeps and then the names that are taken to it (``merge``) or out of it (``split``).
        said: What the machine said there, in one line ("Oskar Veld · denies"): a later reading that says otherwise about the
            same words was not what was accepted or rejected.
    """

    kind: TargetKind
    id: str
    place: Place | None = None
    other: Place | None = None
    names: tuple[str, ...] = ()
    said: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a reviewer puts in place of what the machine found; what is None stays as it is.

    Attributes:
        speaker: Whose voice it is, by name; empty for "nobody can be told". For a figure, who gives it.
        speaker_kind: What that speaker is, where the document does not know them yet.
        start: First code point of the words, in the text that the target's place names; for an attribution, of its content.
        end: One past the last.
        act: What the speaker does with it.
        bound: How the number limits the truth.
        value: The number.
        low: Lower end of a range.
        high: Upper end of a range.
    """

    speaker: str | None = None
    speaker_kind: SourceKind | None = None
    start: int | None = None
    end: int | None = None
    act: Act | None = None
    bound: Bound | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One judgement: who, what, when and why. It is never changed; ``undo`` is a further one.

    Attributes:
        id: Its number in the ledger.
        dossier: The dossier.
        target: What is judged.
        verdict: How.
        correction: What is put in place, for ``correct``.
        why: The reviewer's reason; may be empty.
        evidence: A link (http or https), shown and never fetched.
        by: The reviewer's name.
        at: When, ISO 8601 in UTC.
        undoes: The number of the judgement that an ``undo`` takes back.
    """

    id: int
    dossier: str
    target: Target
    verdict: Verdict
    correction: Correction | None = None
    why: str = ""
    evidence: str | None = None
    by: str
    at: str
    undoes: int | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one thing stands after all judgements on it.

    Attributes:
        target: What was judged, as the newest judgement names it.
        judgements: All that were not taken back, oldest first.
        earlier: The numbers of those that judged another reading of the same words: shown, never applied.
        lost: Why they attach to nothing now, in a sentence; None where they attach.
        agreed: The newest of the judgements that are applied; None where nobody decided, reviewers disagree or a second look is
            missing.
        correction: What is put in place, all agreed corrections together.
        disagree: Whether two reviewers contradict each other; then neither is applied.
        waiting: Whether something is decided and waits for a second reviewer.
    """

    target: Target
    judgements: tuple[Judgement, ...]
    earlier: tuple[int, ...] = ()
    lost: str | None = None
    agreed: Judgement | None = None
    correction: Correction | None = None
    disagree: bool = False
    waiting: bool = False


class Pair(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two attributions that people judged to make the same claim, or not, each by document and attribution id.

    Attributes:
        one: The attribution that was judged.
        two: The one it was held against.
        because: By whom and why, in words.
    """

    one: tuple[str, str]
    two: tuple[str, str]
    because: str


class Naming(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two names that people judged to be one party, or not.

    Attributes:
        kept: The name the party keeps.
        other: The name that is taken to it, or out of it.
        judgement: The number of the judgement; names that one judgement takes out stay together.
        because: By whom and why, in words.
    """

    kept: str
    other: str
    judgement: int
    because: str


class Decided(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What people decided about the grouping of a dossier: applied where it is compared."""

    merged: tuple[Naming, ...] = ()
    split: tuple[Naming, ...] = ()
    same: tuple[Pair, ...] = ()
    not_same: tuple[Pair, ...] = ()
