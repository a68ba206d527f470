"""A small dossier to judge in; its country and people do not exist."""

import msgspec

from counterclaim.ledger.session import Ledger
from counterclaim.ledger.write import write
from counterclaim.service.targets import targets
from counterclaim.values.judgement import Target
from counterclaim.values.sheet import Sheet
from tests.match.dossier import Draft

MILL = "Mayor Ana Pell said the mill was shelled.\nGeneral Oskar Veld denied that 12 people died there.\nRain is expected."
LATER = "The mill was hit, officials said.\nThe army of Lodva denied it."


def mill(text: str = MILL, name: str = "mill", *, veld: str = "Oskar Veld", figure: bool = True) -> Sheet:
    draft = Draft(name, text, published="2031-03-14", outlet="The Quay")
    if "the mill was shelled" in text:
        draft.says(draft.source("Ana Pell"), "the mill was shelled")
    if "that 12 people died there" in text:
        by = draft.source(veld)
        draft.says(by, "that 12 people died there", act="denies")
        if figure:
            draft.figure("12", 12, by=by)
            start = text.index("that 12 people died there") + len("that ")  # the number may stand elsewhere as well
            draft.figures[-1] = msgspec.structs.replace(draft.figures[-1], start=start, end=start + 2)
    return draft.sheet()


def later() -> Sheet:
    draft = Draft("later", LATER, published="2031-03-15", outlet="Meridian")
    draft.says(draft.source("officials", kind="unnamed"), "The mill was hit")
    draft.says(draft.source("Lodva army", kind="organisation"), "it", act="denies")
    return draft.sheet()


def keep(ledger: Ledger, sheet: Sheet, fingerprint: str = "kit-1", dossier: str = "mill") -> Sheet:
    """Keeps the sheet as read by that kit."""
    write(ledger, dossier, str(sheet.document.text).encode(), sheet, fingerprint=fingerprint, program="test")
    return sheet


def target(sheet: Sheet, identity: str) -> Target:
    return targets(sheet)[identity]
