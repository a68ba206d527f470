"""Counterclaim: who claims what, on whose word, and who says otherwise.

``counterclaim.read(text)`` returns a `Sheet`; ``open_kit`` opens languages and models once for many documents.
"""

from counterclaim.kit import Kit, open_kit
from counterclaim.service.read import read
from counterclaim.values.sheet import Sheet

__all__ = ["Kit", "Sheet", "open_kit", "read"]
