"""The claim sheet of one document: what ``counterclaim read`` prints."""

import msgspec

from counterclaim.values.attribution import Attribution
from counterclaim.values.document import Document
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.party import Source
from counterclaim.values.problem import Problem
from counterclaim.values.text import Zone


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything found in one document, in the contract's shape. Offsets index the document's text."""

    document: Document
    zones: tuple[Zone, ...] = ()
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    verification: tuple[Verification, ...] = ()
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()
