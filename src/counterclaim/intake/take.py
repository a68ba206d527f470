"""Paths, folders, standard input: every document they hold, as snapshots."""

import gzip
import io
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from counterclaim.intake.encoding import decode
from counterclaim.intake.media import GZIP, RECORD_SUFFIXES, foreign, media_of
from counterclaim.intake.records import record, records_in
from counterclaim.intake.repair import fit_for_text
from counterclaim.values.problem import Problem
from counterclaim.values.text import Snapshot

FILE_LIMIT = 256 * 1024 * 1024
"""Bytes of one document, unpacked. A hundred times the longest newspaper page; more would only fill the memory."""
_KINDS = {
    stat.S_ISFIFO: "a pipe",
    stat.S_ISSOCK: "a socket",
    stat.S_ISCHR: "a device",
    stat.S_ISBLK: "a device",
}


def take_in(paths: Iterable[str]) -> Iterator[Snapshot | Problem]:
    """All documents under ``paths``, in order.

    A folder gives what is in it and below, sorted by name, hidden files passed over. ``-`` is standard input.

    Returns:
        One at a time: a snapshot for each document, a problem for each input that cannot be read at all. What could be
        read with reservations is a snapshot that carries its problems.
    """
    for path in paths:
        if path == "-":
            yield from _documents("-", sys.stdin.buffer.read(FILE_LIMIT + 1))
        else:
            yield from _under(Path(path))


def take_bytes(name: str, data: bytes) -> Iterator[Snapshot | Problem]:
    """The documents in bytes that a program already holds, as if they were a file of this name."""
    yield from _documents(name, data)


def take_text(text: str, path: str = "-") -> Snapshot:
    """A snapshot of text that a program already holds."""
    source, problems = fit_for_text(text)
    data = text.encode("utf-8", "surrogatepass")
    return Snapshot(path=path, data=data, media="text", source=source, encoding="utf-8", problems=problems)


def _under(place: Path) -> Iterator[Snapshot | Problem]:
    """The documents of a file or folder."""
    path = _shown(place)
    try:
        mode = place.stat().st_mode
        odd = next((name for is_kind, name in _KINDS.items() if is_kind(mode)), None)
        if odd:
            yield _problem("not_a_file", f"{path} is {odd}; expected a file or folder. To read a stream, pipe it in and give -")
        elif stat.S_ISDIR(mode):
            yield from _in_folder(place)
        elif place.suffix.lower() in RECORD_SUFFIXES:
            with place.open("rb") as lines:
                if kind := foreign(lines.read(4096)):
                    yield _problem("not_text", f"{path} is {kind}; expected JSON Lines")
                else:
                    lines.seek(0)
                    yield from records_in(path, lines)
        else:
            with place.open("rb") as file:
                data = file.read(FILE_LIMIT + 1)
            yield from _documents(path, data)
    except FileNotFoundError:
        yield _problem("not_found", f"{path} does not exist; check the spelling, and the folder you are in ({Path.cwd()})")
    except PermissionError:
        yield _problem("not_permitted", f"{path} may not be read by this user; change its permissions or copy it")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        yield _problem("unreadable", f"{path!r} cannot be read: {error}")


def _in_folder(place: Path) -> Iterator[Snapshot | Problem]:
    """The documents in a folder and below; a problem where there are none."""
    inner = sorted(found for found in place.iterdir() if not found.name.startswith("."))
    if not inner:
        yield _problem("empty", f"{_shown(place)} holds no files (hidden ones are passed over)")
    for found in inner:
        if not (found.is_symlink() and found.is_dir()):  # a link back up would never end
            yield from _under(found)


def _documents(path: str, data: bytes) -> Iterator[Snapshot | Problem]:
    """What one file's bytes hold: a document, or records."""
    if data.startswith(GZIP):
        unpacked = _unpack(path, data)
        if isinstance(unpacked, Problem):
            yield unpacked
            return
        data = unpacked
    if len(data) > FILE_LIMIT:
        yield _problem("too_large", f"{path} is larger than {FILE_LIMIT} bytes, more than any article; split it into documents")
    elif not data.strip():
        yield _empty(path)
    elif kind := foreign(data):
        yield _problem("not_text", f"{path} is {kind}; expected text, HTML or JSON Lines. Convert it to text first")
    elif media_of(path, data) != "records":
        yield _document(path, data)
    elif PurePath(path.removesuffix(".gz")).suffix.lower() == ".json":
        yield record(path, data)
    else:
        yield from records_in(path, io.BytesIO(data))


def _document(path: str, data: bytes) -> Snapshot | Problem:
    """The snapshot of one text or page; a problem where nothing but a byte order mark and blanks is left of it."""
    media = "html" if media_of(path, data) == "html" else "text"
    decoded = decode(data, html=media == "html")
    source, problems = fit_for_text(decoded.text)
    if not source.strip():
        return _empty(path)
    return Snapshot(
        path=path,
        data=data,
        media="html" if media == "html" else "text",
        source=source,
        encoding=decoded.encoding,
        problems=(*decoded.problems, *problems),
    )


def _unpack(path: str, data: bytes) -> bytes | Problem:
    """The content of a gzip file, up to one byte past the limit. The archive is a wrapping; the document is what is in it."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            return packed.read(FILE_LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        return _problem("truncated", f"{path} is a gzip archive that cannot be unpacked ({error}); get the whole file")


def _empty(path: str) -> Problem:
    named = "standard input" if path == "-" else path
    return _problem("empty", f"{named} is empty; expected an article as text, HTML or JSON Lines")


def _shown(place: Path) -> str:
    """The path as it can be printed: bytes of a file name that are no UTF-8 are shown as question marks."""
    return str(place).encode("utf-8", "replace").decode("utf-8")


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message, stage="intake")
