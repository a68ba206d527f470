"""Read documents: each becomes a claim sheet."""

from collections.abc import Iterable, Iterator

from counterclaim.intake.take import take_in, take_text
from counterclaim.kit import Kit, open_kit
from counterclaim.pipeline import assemble, read_snapshot
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet


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
        if isinstance(taken, Problem):
            yield taken
        else:
            yield assemble(read_snapshot(taken, kit), with_text=with_text)
