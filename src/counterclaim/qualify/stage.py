"""The qualify stage: how firmly each statement is made, and what was verified."""

from counterclaim.kit import Kit
from counterclaim.qualify.acts import act_of, distance_of
from counterclaim.qualify.hedges import hedges_of
from counterclaim.qualify.layers import Layers
from counterclaim.qualify.verification import verification
from counterclaim.values.attribution import Firmness
from counterclaim.values.page import Found, Page

VERSION = 2


def qualify(page: Page, kit: Kit) -> Found:
    """Firmness of every statement, and the document's sentences on verification.

    Returns:
        One firmness for each statement, in their order. Where a language's lists are missing, acts are ``states``, distances
        ``neutral``, and nothing is found on verification.
    """
    pack = kit.pack(page.document.language)
    layers = Layers(page)
    firmness = tuple(
        Firmness(
            statement=statement.id,
            act=act_of(statement, page, pack, layers),
            distance=distance_of(statement, page, pack),
            hedges=hedges_of(statement, page, pack, layers),
        )
        for statement in page.found.statements
    )
    return Found(firmness=firmness, verification=verification(page, pack))
