"""``counterclaim export``: a dossier out of the ledger, masked, and the act written into the log."""

import getpass

from rich.console import Console

from counterclaim.cli.dossiers import the_ledger
from counterclaim.cli.writing import opened
from counterclaim.kit import open_kit
from counterclaim.service.export import export, exported
from counterclaim.service.laying_out import as_html, as_json


def export_dossier(dossier: str, ledger: str | None, *, form: str, output: str | None, masked: bool) -> int:
    """Writes the export and then the record of it; 0.

    Args:
        dossier: The dossier's name.
        ledger: The ledger the user names; None for the usual one.
        form: ``json`` or ``html``.
        output: The file to write; standard output where None or ``-``.
        masked: Whether to hide those who must not be exposed.

    Raises:
        LedgerError: If the dossier cannot be exported.
    """
    kept = the_ledger(ledger)
    errors = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
    with errors.status("comparing"):
        whole = export(kept, dossier, open_kit(), masked=masked)
    given = as_json(whole) if form == "json" else as_html(whole)
    with opened(output) as out:
        out.write(given)
        out.flush()
        exported(kept, dossier, given, masked=masked, form=form, by=f"{getpass.getuser()} at the command line")
    return 0
