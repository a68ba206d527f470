"""Dossiers: add documents to one, look at it, take documents out, check the ledger."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from counterclaim.intake.take import take_in
from counterclaim.kit import Kit
from counterclaim.ledger.session import Ledger
from counterclaim.ledger.write import Written, known_document, write
from counterclaim.pipeline import VERSIONS, assemble, read_snapshot
from counterclaim.values.problem import Problem


def add(paths: Iterable[str], dossier: str, ledger: Ledger, kit: Kit) -> Iterator[Written | Problem]:
    """Reads the documents under ``paths`` and keeps each in the ledger before the next is read.

    Stopped at any moment, the ledger holds whole documents only, and the same call goes on where it stopped: what this kit has
    read already is told and not read again.

    Yields:
        What became of each document; a `Problem` for an input that cannot be read.
    """
    fingerprint = kit.fingerprint(VERSIONS)
    for taken in take_in(paths):
        if isinstance(taken, Problem):
            yield taken
            continue
        known = known_document(ledger, dossier, taken.sha256, fingerprint)
        if known is not None:
            yield known
            continue
        sheet = assemble(read_snapshot(taken, kit), with_text=True)
        yield write(ledger, dossier, taken.data, sheet, fingerprint=fingerprint, program=version("counterclaim"))
