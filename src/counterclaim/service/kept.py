"""A dossier's comparison, kept in the ledger under the state it was made from."""

import msgspec

from counterclaim.kit import Kit
from counterclaim.ledger.session import Ledger
from counterclaim.match.vectors import Embedder
from counterclaim.service.compare import Compared


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison as the ledger keeps it.

    Attributes:
        compared: The comparison and the judged sheets it was made from; every place in it indexes their texts.
        state: The digest of what it was made from.
        fresh: Whether it was made from what the ledger holds now.
    """

    compared: Compared
    state: str
    fresh: bool


def state(ledger: Ledger, dossier: str, kit: Kit) -> str:
    """The digest of all that a comparison of the dossier depends on: newest readings, judgements that change something, the
    policy, the kit and how matching works. Quick: no sheet is read.

    Raises:
        LedgerError: If there is no such dossier.
    """
    raise NotImplementedError


def kept_comparison(ledger: Ledger, dossier: str, kit: Kit, embedder: Embedder | None = None) -> Kept:
    """The comparison of the dossier as it is now: the kept one where it was made from this state, else made and kept.

    Raises:
        LedgerError: If there is no such dossier.
    """
    raise NotImplementedError


def last_comparison(ledger: Ledger, dossier: str, kit: Kit) -> Kept | None:
    """The comparison that is kept, fresh or not, without making one; None where none is kept.

    One that is not fresh comes with the sheets it was made from, so that its places are still those of the words.

    Raises:
        LedgerError: If there is no such dossier.
    """
    raise NotImplementedError
