"""Who speaks: sources as one document shows them."""

from typing import Literal

import msgspec

from counterclaim.values.span import Span

SourceKind = Literal["person", "group", "organisation", "state", "outlet", "document", "unnamed"]


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party to whom at least one statement of the document is given.

    Attributes:
        id: ``s1``, ``s2`` ... in order of first mention.
        name: Canonical: the fullest name in the document ("Dmitry Peskov", not "he"); an unnamed source's description.
        kind: What it is.
        role: Title or apposition in the document's words ("Kremlin spokesperson"); None if none stands there.
        mentions: Places where it is named or meant, pronouns included; code points of the document's text, sorted.
        side: Id or name of the state or organisation it speaks for ("Russia" for the Kremlin); None if not known.
        anonymity: The stated reason why an unnamed source is not named, in the document's words; None if not stated.
    """

    id: str
    name: str
    kind: SourceKind
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    side: str | None = None
    anonymity: str | None = None
