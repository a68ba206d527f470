"""Names by content: SHA-256 digests of bytes, texts and canonical arrays."""

import hashlib

import msgspec


def bytes_digest(data: bytes) -> str:
    """SHA-256 of ``data`` in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_digest(text: str) -> str:
    """SHA-256 of ``text`` in UTF-8 (lone surrogates kept), in lower-case hexadecimal."""
    return bytes_digest(text.encode("utf-8", "surrogatepass"))


def content_digest(*parts: str | int | float | None) -> str:
    """SHA-256 of a canonical JSON array of ``parts``.

    An array, not a joined string: ``("a", "bc")`` and ``("ab", "c")`` must not collide.
    """
    return bytes_digest(msgspec.json.encode(list(parts)))
