"""The last comparison of each dossier, kept so that opening a dossier does not compare it again."""

import zlib

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.values.comparison import Comparison
from counterclaim.values.digest import bytes_digest


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison and what it was made from.

    Attributes:
        state: The digest of all it depends on.
        readings: The readings whose sheets were compared, in order.
        judgements: The highest number of a judgement or undo that there was.
        second_look: Whether a second look was required.
        comparison: What came of it.
    """

    state: str
    readings: tuple[int, ...]
    judgements: int
    second_look: bool
    comparison: Comparison


def keep_comparison(connection: Connection, dossier: str, made: Made) -> None:
    """Puts a comparison in the place of the one kept before, inside the caller's writing transaction."""
    body = zlib.compress(msgspec.json.encode(made))
    connection.execute(sa.delete(tables.comparison).where(tables.comparison.c.dossier == dossier))
    connection.execute(
        tables.comparison.insert().values(dossier=dossier, state=made.state, sha256=bytes_digest(body), body=body)
    )


def kept_comparison(connection: Connection, dossier: str, state: str | None = None) -> Made | None:
    """The comparison that is kept of a dossier; None where none is, or its bytes are not what was kept.

    Args:
        connection: A connection to the ledger.
        dossier: The dossier's name.
        state: Only one made from this state; None for any.
    """
    query = sa.select(tables.comparison).where(tables.comparison.c.dossier == dossier)
    row = connection.execute(query if state is None else query.where(tables.comparison.c.state == state)).first()
    if row is None or bytes_digest(row.body) != row.sha256:
        return None
    try:
        return msgspec.json.decode(zlib.decompress(row.body), type=Made)
    except msgspec.ValidationError:  # kept by a release with other values: it is made again
        return None
