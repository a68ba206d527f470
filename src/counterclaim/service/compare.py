"""Compare a dossier: all its documents held against each other."""

from collections.abc import Iterable

import msgspec

from counterclaim.kit import Kit, open_kit
from counterclaim.match.compare import compare
from counterclaim.service.read import read_paths
from counterclaim.values.comparison import Comparison
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison with the sheets it was made from, texts included, and the inputs that could not be read."""

    comparison: Comparison
    sheets: tuple[Sheet, ...]
    unread: tuple[Problem, ...] = ()


def compare_paths(paths: Iterable[str], kit: Kit | None = None) -> Compared:
    """The comparison of all documents under ``paths`` as one dossier."""
    kit = kit or open_kit()
    read = list(read_paths(paths, kit, with_text=True))
    sheets = tuple(one for one in read if isinstance(one, Sheet))
    unread = tuple(one for one in read if isinstance(one, Problem))
    return Compared(comparison=compare(sheets, kit), sheets=sheets, unread=unread)
