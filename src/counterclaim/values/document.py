"""What a document is: its names, digests and dates."""

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One document as the contract prints it.

    Attributes:
        id: The record's own id, else the file name's stem, else a prefix of the digest.
        path: Where it was taken from, for people.
        sha256: Of the bytes taken in.
        text_sha256: Of ``text`` in UTF-8.
        text: The whole text, only where asked for.
        language: ISO 639-1 code; ``und`` if it could not be told.
        title: The headline.
        outlet: Who published it.
        published: ISO 8601 date or time.
        url: Where it was published.
        author: The byline's name.
    """

    id: str
    path: str
    sha256: str
    text_sha256: str
    text: str | msgspec.UnsetType = msgspec.UNSET
    language: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
