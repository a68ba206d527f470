"""Bytes to characters: which encoding, and what to say where it is doubtful. Nothing is dropped."""

import codecs
import re

import msgspec
from charset_normalizer import CharsetMatch, from_bytes

from counterclaim.values.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32's before UTF-16's, which it begins with."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.-]+)""", re.I
)
_HEAD = 4096
"""Bytes in which a page's declaration is looked for (the standard says 1024; pages with long comments exceed it)."""
_SAMPLE = 64 * 1024
"""Bytes from which an undeclared encoding is guessed; more makes the guess slower, not better."""
_BROKEN_SHARE = 0.1
"""Up to this share of the non-ASCII sequences may be broken in a text that is still taken for UTF-8 damaged in places."""
_GUESSES = [
    "cp1251", "cp1252", "koi8_r", "koi8_u", "cp866", "cp1250", "cp1253", "cp1254", "cp1256", "cp1255", "cp1257", "iso8859_5",
    "iso8859_2", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
"""Encodings that news has been published in, roughly by how often; of others a guess would be right less often than wrong."""
_SPLIT_WORD = re.compile(r"[^\W\d_](?:[¹²³¿¡¼½¾]|[^\w\s'’‘.,:;/&@+*=|~–—-])[^\W\d_]")
"""A symbol between letters, as in Polish read as Western European."""
_TYPOGRAPHY = bytes(b for b in range(128, 256) if bytes([b]).decode("cp1252", "ignore") in set("€‚„…‘’“”•–—™\xa0£§©«®°»"))
"""Bytes of a text that is ASCII but for its quotation marks and dashes, as typed under Windows."""
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""Declared names that stand for a larger encoding (WHATWG Encoding Standard, 4.2)."""


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """Characters, how they were read, and what is doubtful about them."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """The characters of ``data``.

    In order: a byte order mark, a page's own declaration, UTF-8, a guess. The mark itself is no character of the text:
    it says how the bytes are to be read, and ``Snapshot.data`` keeps it. All else is kept, line ends included.

    Returns:
        With a problem where the encoding was guessed, was declared wrongly, or bytes fit no character; such bytes stand as
        U+FFFD in the text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding) or _damaged(data[len(mark) :], encoding)
    declared = _declaration(data) if html else None
    if declared and (read := _strict(data, declared)):
        return read
    plain = _strict(data, _wide(data) or "utf-8")
    if plain is None:
        plain = _damaged(data, "utf-8") if _is_damaged_utf8(data) else _guessed(data)
    if declared:
        wrong = _problem(
            "wrong_encoding",
            f"the page declares {declared}, but its bytes are not; it was read as {plain.encoding}. "
            "If words look garbled, save it as UTF-8 and read it again.",
        )
        return msgspec.structs.replace(plain, problems=(wrong, *plain.problems))
    return plain


def _declaration(data: bytes) -> str | None:
    """The encoding a page declares, by Python's name; None if none, or one that Python does not know."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        name = codecs.lookup((found.group(1) or found.group(2)).decode("ascii")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # a declaration that could be read is no UTF-16 (WHATWG HTML, 13.2.3.2)
    return _AS_BROWSERS.get(name, name)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """The text if every byte fits."""
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL. None if it does not look so."""
    head = data[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half >= 4 and odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of the sequences beyond ASCII are proper UTF-8: a cut or patched text, not another encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return True
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    proper = sum(1 for char in text if char > "\x7f") - broken
    return broken <= _BROKEN_SHARE * proper


def _damaged(data: bytes, encoding: str) -> Decoded:
    """The text with U+FFFD for what fits no character, and a problem that says where."""
    text = data.decode(encoding, "replace")
    at = text.find("\ufffd")
    count = text.count("\ufffd")
    cut = at >= len(text) - 1
    message = (
        f"the text ends in the middle of a character ({encoding}): it seems cut off. The rest was read; get the whole file."
        if cut
        else f"{count} places hold bytes that are no {encoding}; they are shown as \ufffd, the first at character {at}. "
        "The bytes are kept as they came; if words are lost, get the file in a proper encoding."
    )
    problem = Problem(code="truncated" if cut else "wrong_encoding", message=message, stage="intake", start=at, end=at + 1)
    return Decoded(text=text, encoding=encoding, problems=(problem,) if count else ())


def _guessed(data: bytes) -> Decoded:
    """The text in the encoding that fits best, with a problem that says so."""
    sample = data[:_SAMPLE]
    encoding = "cp1252"
    if sample.translate(None, _TYPOGRAPHY + bytes(range(128))):
        likely = sorted(from_bytes(sample, cp_isolation=_GUESSES), key=lambda match: _unlikeliness(match, sample))
        encoding = likely[0].encoding if likely else encoding
    text = data.decode(encoding, "replace")
    problem = _problem(
        "encoding_guessed",
        f"no encoding is declared and the bytes are not UTF-8; read as {encoding}. "
        "If words look garbled, save the file as UTF-8 and read it again.",
    )
    return Decoded(text=text, encoding=encoding, problems=(problem,))


def _unlikeliness(match: CharsetMatch, sample: bytes) -> tuple[float, int, float, int]:
    """Sorts guesses that the library holds for equally good: fewest odd symbols in words, then the commonest encoding."""
    split = len(_SPLIT_WORD.findall(sample.decode(match.encoding, "replace")))
    return round(match.chaos, 1), split, -round(match.coherence, 1), _GUESSES.index(match.encoding)


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, stage="intake")
