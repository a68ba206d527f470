"""What the ledger holds of a dossier's judgements, read for ``standing``."""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from counterclaim.ledger.judgements import judgements, second_look
from counterclaim.ledger.kept import kept_comparison
from counterclaim.ledger.read import ReadingRow, require, sheets_of, texts_of
from counterclaim.service.agreeing import live
from counterclaim.service.standing import Case
from counterclaim.values.sheet import Sheet


def case_of(
    connection: Connection, dossier: str, *, document: str | None = None, upto: int | None = None, with_texts: bool = True
) -> Case:
    """All that was judged in a dossier, for ``standing``.

    Args:
        connection: A connection to the ledger.
        dossier: The dossier's name.
        document: Only what was judged in this document.
        upto: Leave out judgements with a higher number.
        with_texts: Whether to read the texts that judgements name; without them nothing can be attached.

    Raises:
        LedgerError: If there is no such dossier.
    """
    require(connection, dossier)
    everything = judgements(connection, dossier, upto)
    found = live(everything)
    if document is not None:
        found = tuple(one for one in found if one.target.place and one.target.place.document == document)
    places = [place for one in found for place in (one.target.place, one.target.other) if place is not None]
    texts = texts_of(connection, {place.text_sha256 for place in places} if with_texts else ())
    return Case(
        judgements=found,
        texts=texts,
        second_look=second_look(connection, dossier),
        last=max((one.id for one in everything), default=0),
    )


def judged_in(connection: Connection, readings: Sequence[ReadingRow], case: Case) -> tuple[Sheet, ...]:
    """The sheets of the documents in which something was judged; all of them where names were, which may stand in any."""
    places = [place for one in case.judgements for place in (one.target.place, one.target.other) if place is not None]
    documents = {place.document for place in places}
    everywhere = any(one.target.kind == "party" for one in case.judgements)
    return sheets_of(connection, [row.reading for row in readings if everywhere or row.document in documents])


def party_names(connection: Connection, dossier: str, case: Case) -> frozenset[str]:
    """The parties' names in the last comparison: some are what all languages share for an institution, and stand in no text.

    Empty where no names were judged.
    """
    judged_names = any(one.target.kind == "party" for one in case.judgements)
    made = kept_comparison(connection, dossier) if judged_names else None
    parties = made.comparison.parties if made is not None else ()
    return frozenset(name for party in parties for name in (party.name, *party.aliases))
