"""``counterclaim compare``: a dossier in, the comparison out in the form asked for."""

from collections.abc import Sequence

import msgspec
from rich.console import Console

from counterclaim.cli.dossiers import the_ledger
from counterclaim.cli.writing import opened, print_to
from counterclaim.kit import open_kit
from counterclaim.service.compare import compare_paths
from counterclaim.service.kept import kept_comparison
from counterclaim.service.mask import masked_compared
from counterclaim.service.vectors import KeptVectors
from counterclaim.show.comparison import comparison_text
from counterclaim.show.comparison_page import comparison_html
from counterclaim.show.outline import outline
from counterclaim.show.safe import one_line


def compare_documents(
    paths: Sequence[str], dossier: str | None, ledger: str | None, *, form: str, output: str | None, mask: bool = False
) -> int:
    """Compare ``paths``, or a dossier of the ledger, and write the comparison.

    Args:
        paths: Files, folders, or ``-`` for standard input; empty where ``dossier`` is given.
        dossier: The name of a dossier of the ledger.
        ledger: The ledger the user names; None for the usual one.
        form: ``text``, ``json`` or ``html``.
        output: The file to write; standard output where None or ``-``.
        mask: Whether to hide those who must not be exposed.

    Returns:
        0 if everything was read, 1 if some inputs could not be.
    """
    errors = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
    with errors.status("reading and comparing") as status:
        if dossier:
            kept = the_ledger(ledger)
            vectors = KeptVectors(kept, told=lambda done, of: status.update(f"comparing: {done} of {of} vectors made"))
            compared = kept_comparison(kept, dossier, open_kit(), vectors).compared
        else:
            compared = compare_paths(paths)
    if mask:
        compared = masked_compared(compared)
    for problem in (*compared.unread, *compared.comparison.problems):
        errors.print(f"counterclaim: {one_line(problem.message)}")
    with opened(output) as out:
        if form == "json":
            out.write(msgspec.json.format(msgspec.json.encode(compared.comparison), indent=1) + b"\n")
        elif form == "html":
            page = comparison_html(compared.comparison, [outline(sheet) for sheet in compared.sheets], dossier)
            out.write(page.encode("utf-8", "replace"))
        else:
            print_to([comparison_text(compared.comparison, compared.sheets)], out, output)
    return 1 if compared.unread else 0
