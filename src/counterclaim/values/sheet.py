"""The claim sheet of one document: what ``counterclaim read`` prints."""

import msgspec

from counterclaim.values.attribution import Attribution
from counterclaim.values.document import Document
from counterclaim.values.figure import Figure
from counterclaim.values.finding import Notice, Verification
from counterclaim.values.party import Source
from counterclaim.values.person_mark import PersonMark
from counterclaim.values.problem import Problem
from counterclaim.values.text import Zone


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything found in one document, in the contract's shape. Offsets index the document's text, in code points.

    Attributes:
        document: What the document is.
        zones: Which part of the text is what; they tile it.
        sources: Who speaks.
        attributions: Who says what, in text order.
        figures: How many of what, in text order.
        verification: What the text says on whether something was checked, in text order.
        notices: What a careful reader should see.
        persons: What names or reaches somebody who must not be exposed, in text order.
        problems: What went wrong while the document was read.
    """

    document: Document
    zones: tuple[Zone, ...] = ()
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    verification: tuple[Verification, ...] = ()
    notices: tuple[Notice, ...] = ()
    persons: tuple[PersonMark, ...] = ()
    problems: tuple[Problem, ...] = ()
