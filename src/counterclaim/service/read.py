"""Read documents: each becomes a claim sheet."""

from collections.abc import Iterable, Iterator

from counterclaim.errors import CounterclaimError
from counterclaim.intake.take import take_bytes, take_in, take_text
from counterclaim.kit import Kit, open_kit
from counterclaim.pipeline import assemble, read_snapshot
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet
from counterclaim.values.text import Snapshot


def read(text: str, *, kit: Kit | None = None) -> Sheet:
    """The claim sheet of one article given as text, its text included.

    Args:
        text: The article, furniture and comments included.
        kit: An open kit; one is opened where none is given, which takes about a second. Open one with ``open_kit`` and pass
            it in where there are many documents.
    """
    return assemble(read_snapshot(take_text(text), kit or open_kit()), with_text=True)


def read_paths(paths: Iterable[str], kit: Kit | None = None, *, with_text: bool = False) -> Iterator[Sheet | Problem]:
    """The sheets of all documents under ``paths``, in input order, one at a time; a `Problem` for each unreadable input.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        kit: An open kit; one is opened where none is given.
        with_text: Whether each sheet's document carries its text. Whoever shows a sheet needs it.
    """
    kit = kit or open_kit()
    for taken in take_in(paths):
        yield taken if isinstance(taken, Problem) else _sheet(taken, kit, with_text=with_text)


def read_files(files: Iterable[tuple[str, bytes]], kit: Kit) -> Iterator[Sheet | Problem]:
    """The sheets, texts included, of all documents in files that were handed over, each by its name and its bytes."""
    for name, data in files:
        for taken in take_bytes(name, data):
            yield taken if isinstance(taken, Problem) else _sheet(taken, kit, with_text=True)


def _sheet(snapshot: Snapshot, kit: Kit, *, with_text: bool) -> Sheet | Problem:
    """The sheet of one document; a `Problem` if it cannot even be made a page, so that the others are still read."""
    try:
        return assemble(read_snapshot(snapshot, kit), with_text=with_text)
    except CounterclaimError:
        raise
    except Exception as error:  # material must never stop the run; stages are guarded by the runner, this guards the rest
        return Problem(
            code="reading_failed",
            message=f"{snapshot.path}: reading stopped ({type(error).__name__}: {error}); please report it with the document",
            stage="service",
        )
