"""What was checked or not, and what a careful reader should notice."""

from typing import Literal

import msgspec

from counterclaim.values.span import Span

VerificationKind = Literal[
    "not_verified", "verified", "evidence_supports", "evidence_contradicts", "evidence_demanded", "access_denied"
]


class Verification(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of the document on whether something was verified.

    Attributes:
        id: ``v1``, ``v2`` ... in text order.
        start: First code point of the words that say so.
        end: One past the last.
        by: Id of the source that verified, could not, or demands it; None if not said.
        about: Ids of the attributions it concerns; empty if it is general.
        kind: What it says.
    """

    id: str
    start: int
    end: int
    by: str | None = None
    about: tuple[str, ...] = ()
    kind: VerificationKind


class Notice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a careful reader should see; never a verdict.

    Attributes:
        kind: ``missing_number``, ``quote_altered``, ``unclosed_quote``, ``unnamed_source``, ``disclosure``, ``one_sided``,
            ``no_sources``, ``unresolved_speaker`` ...: the list is in docs/notices.md.
        start: First code point concerned.
        end: One past the last.
        other: The second place, where two are compared.
        message: One sentence for the reader.
    """

    kind: str
    start: int
    end: int
    other: Span | None = None
    message: str
