"""``counterclaim export``: a dossier out of the ledger, masked, and the act written into the log."""

import getpass
import json

import msgspec
from rich.console import Console

from counterclaim.cli.dossiers import the_ledger
from counterclaim.cli.writing import opened
from counterclaim.kit import open_kit
from counterclaim.service.export import Exported, export, exported
from counterclaim.show.comparison_page import comparison_html
from counterclaim.show.outline import outline


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


def as_json(whole: Exported) -> bytes:
    """The export as one JSON object; lone surrogates, which UTF-8 cannot carry, are escaped, and then all that is not ASCII."""
    try:
        encoded = msgspec.json.encode(whole)
    except UnicodeEncodeError:
        encoded = json.dumps(msgspec.to_builtins(whole), ensure_ascii=True).encode("ascii")
    return msgspec.json.format(encoded, indent=1) + b"\n"


def as_html(whole: Exported) -> bytes:
    """The export's comparison as a page that says at its end what it was made from."""
    how = "Those who must not be exposed are hidden." if whole.masked else "Nobody is hidden."
    foot = f"Exported from record {whole.made_from.log} of the log, digest {whole.made_from.chain}. {how}"
    return comparison_html(whole.comparison, [outline(one) for one in whole.sheets], whole.dossier, foot).encode(
        "utf-8", "replace"
    )
