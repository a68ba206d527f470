"""Counterclaim: who claims what, on whose word, and who says otherwise.

``counterclaim.read(text)`` returns a `Sheet`; ``open_kit`` opens languages and models once for many documents.

The names below are looked up when they are first used, so that ``import counterclaim`` and ``counterclaim --help`` load
neither a stage nor a model.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.kit import Kit, open_kit
    from counterclaim.service.read import read, read_paths
    from counterclaim.values.problem import Problem
    from counterclaim.values.sheet import Sheet

__all__ = ["Kit", "Problem", "Sheet", "open_kit", "read", "read_paths"]

_HOMES = {
    "Kit": "counterclaim.kit",
    "Problem": "counterclaim.values.problem",
    "Sheet": "counterclaim.values.sheet",
    "open_kit": "counterclaim.kit",
    "read": "counterclaim.service.read",
    "read_paths": "counterclaim.service.read",
}


if not TYPE_CHECKING:  # a checker that saw this would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'counterclaim' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
