"""``counterclaim search``: what the ledger holds on some words, each hit with its reason and its place."""

import sys
from collections.abc import Iterator

import msgspec
from rich.console import Console
from rich.text import Text

from counterclaim.cli.dossiers import the_ledger
from counterclaim.cli.writing import on_terminal, print_to
from counterclaim.service.search import Hit, Wanted, search
from counterclaim.show import labels
from counterclaim.show.safe import escaped, one_line, shortened

LONGEST_WORDS = 240
"""Characters of a hit's words shown; jsonl holds all."""


def search_ledger(wanted: Wanted, ledger: str | None, *, form: str, most: int) -> int:
    """Prints the best ``most`` hits as text or jsonl; 0 whether there are any or not."""
    errors = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
    with errors.status("searching"):
        hits = search(the_ledger(ledger), wanted)
    if form == "jsonl":
        for hit in hits[:most]:
            line = msgspec.json.encode(hit).decode() + "\n"
            sys.stdout.buffer.write((escaped(line) if on_terminal(None) else line).encode())
    else:
        print_to(_shown(hits, most), sys.stdout.buffer, None)
    return 0


def _shown(hits: tuple[Hit, ...], most: int) -> Iterator[Text]:
    for hit in hits[:most]:
        line = Text()
        if hit.attribution is not None:
            line.append(one_line(hit.speaker or labels.NOBODY), "bold").append(f" {labels.ACTS[hit.act or 'states']}  ")
        where = f"{hit.dossier} · {hit.document}:{hit.start}"
        line.append(" · ".join(one_line(part) for part in (hit.outlet, hit.published, where) if part), "dim")
        line.append(f"\n  “{shortened(hit.words, LONGEST_WORDS)}”").append(f"\n  {' · '.join(hit.reasons)}\n", "dim")
        yield line
    if not hits:
        yield Text("nothing found")
    elif len(hits) > most:
        yield Text(f"… and {len(hits) - most} more", "dim")
