"""Dossiers: add documents to one, look at it, take documents out, check the ledger."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from counterclaim.intake.take import take_bytes, take_in
from counterclaim.kit import Kit
from counterclaim.ledger.read import DocumentRow, DossierRow, documents, dossiers, sheet, sheets
from counterclaim.ledger.session import Ledger
from counterclaim.ledger.write import Written, known_document, remove, write
from counterclaim.pipeline import VERSIONS, assemble, read_snapshot
from counterclaim.service.vectors import AT_ONCE, KeptVectors, wordings
from counterclaim.values.problem import Problem
from counterclaim.values.text import Snapshot

__all__ = [
    "DocumentRow",
    "DossierRow",
    "Written",
    "add",
    "add_files",
    "documents",
    "dossiers",
    "remove",
    "sheet",
    "sheets",
]


def add(paths: Iterable[str], dossier: str, ledger: Ledger, kit: Kit) -> Iterator[Written | Problem]:
    """Reads the documents under ``paths`` and keeps each in the ledger before the next is read.

    Stopped at any moment, the ledger holds whole documents only, and the same call goes on where it stopped: what this kit has
    read already is told and not read again. The vectors by which documents are compared and searched are made on the way, so
    that neither has to wait for them; those that a stop leaves out are made when they are first needed.

    Yields:
        What became of each document; a `Problem` for an input that cannot be read.
    """
    yield from _keep(take_in(paths), dossier, ledger, kit)


def add_files(files: Iterable[tuple[str, bytes]], dossier: str, ledger: Ledger, kit: Kit) -> Iterator[Written | Problem]:
    """Does as ``add`` does with files that were handed over, each by its name and its bytes."""
    yield from _keep((taken for name, data in files for taken in take_bytes(name, data)), dossier, ledger, kit)


def _keep(all_taken: Iterable[Snapshot | Problem], dossier: str, ledger: Ledger, kit: Kit) -> Iterator[Written | Problem]:
    fingerprint = kit.fingerprint(VERSIONS)
    waiting: list[str] = []
    for taken in all_taken:
        if isinstance(taken, Problem):
            yield taken
            continue
        known = known_document(ledger, dossier, taken.sha256, fingerprint)
        if known is not None:
            yield known
            continue
        read = assemble(read_snapshot(taken, kit), with_text=True)
        yield write(ledger, dossier, taken.data, read, fingerprint=fingerprint, program=version("counterclaim"))
        waiting += wordings(read)
        if len(waiting) >= AT_ONCE:
            KeptVectors(ledger).embed(waiting)
            waiting.clear()
    if waiting:
        KeptVectors(ledger).embed(waiting)
