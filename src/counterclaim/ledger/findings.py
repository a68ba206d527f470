"""A sheet's findings as the ledger keeps them: each named by its content, with its words and the text they stand in.

They are cut out of the sheet's own JSON, byte for byte, so that a later program, whose values have grown a field, still finds
the same names in what an earlier one kept.
"""

from collections.abc import Iterator

import msgspec

from counterclaim.errors import OffsetError
from counterclaim.values.digest import content_digest, text_digest
from counterclaim.values.span import Span, cover


class KeptDocument(msgspec.Struct, frozen=True):
    """What a kept sheet says of its document."""

    id: str
    sha256: str
    text_sha256: str


class Kept(msgspec.Struct, frozen=True):
    """A kept sheet, its findings still in JSON; whatever else it holds is passed over."""

    document: KeptDocument
    attributions: tuple[msgspec.Raw, ...] = ()
    figures: tuple[msgspec.Raw, ...] = ()
    verification: tuple[msgspec.Raw, ...] = ()
    notices: tuple[msgspec.Raw, ...] = ()


class _Place(msgspec.Struct, frozen=True):
    """Where a finding stands: the spans of its content, or its start and end."""

    content: tuple[Span, ...] = ()
    start: int = 0
    end: int = 0


class Row(msgspec.Struct, frozen=True):
    """One finding; the fields are the columns of the table ``finding``."""

    digest: str
    text: str
    kind: str
    start: int
    end: int
    words: bytes
    payload: bytes


def finding_rows(encoded: bytes, body: str) -> tuple[Row, ...]:
    """The findings of an encoded sheet, in its order.

    Args:
        encoded: The sheet in JSON.
        body: The text that its offsets index.

    Raises:
        OffsetError: If a finding lies outside the text.
    """
    digest = text_digest(body)
    return tuple(
        Row(
            digest=finding_digest(kind, digest, span.start, span.end, payload),
            text=digest,
            kind=kind,
            start=span.start,
            end=span.end,
            words=span.words(body).encode("utf-8", "surrogatepass"),
            payload=payload,
        )
        for kind, span, payload in _located(msgspec.json.decode(encoded, type=Kept))
    )


def finding_digests(sheet: Kept, text: str) -> frozenset[str]:
    """The names of a sheet's findings; ``text`` is the digest of the text they stand in."""
    return frozenset(finding_digest(kind, text, span.start, span.end, payload) for kind, span, payload in _located(sheet))


def finding_digest(kind: str, text: str, start: int, end: int, payload: bytes) -> str:
    """The name of a finding: a digest of what it is, where it stands, and what it says."""
    return content_digest("finding-1", kind, text, start, end, payload.decode("utf-8", "replace"))


def place_of(payload: bytes) -> tuple[int, int] | None:
    """Where a finding's own content says that it stands; None if it was changed so that it cannot be read."""
    try:
        place = msgspec.json.decode(payload, type=_Place)
    except (msgspec.DecodeError, OffsetError):
        return None
    span = cover(place.content)
    return (span.start, span.end) if span else (place.start, place.end)


def _located(sheet: Kept) -> Iterator[tuple[str, Span, bytes]]:
    kinds = {
        "attribution": sheet.attributions,
        "figure": sheet.figures,
        "verification": sheet.verification,
        "notice": sheet.notices,
    }
    for kind, found in kinds.items():
        for raw in found:
            place = place_of(bytes(raw))
            assert place is not None  # it was encoded from a span
            yield kind, Span(*place), bytes(raw)
