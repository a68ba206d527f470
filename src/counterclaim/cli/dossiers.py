"""``counterclaim add``, ``list``, ``show``, ``remove``, ``verify``, ``compare``: dossiers and the ledger that keeps them."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
import msgspec
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text

from counterclaim.cli.writing import print_to
from counterclaim.errors import LedgerError
from counterclaim.ledger.read import documents, dossiers, sheet, sheets
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.ledger.versions import Version, versions
from counterclaim.ledger.write import remove
from counterclaim.show.changes import change_text
from counterclaim.show.safe import one_line
from counterclaim.values.change import Change
from counterclaim.values.problem import Problem
from counterclaim.values.sheet import Sheet

VARIABLE = "COUNTERCLAIM_LEDGER"
"""The environment variable that names the ledger where ``--ledger`` does not."""


def the_ledger(named: str | None, *, make: bool = False) -> Ledger:
    """The ledger the user names, by option or environment, else the one in their data folder.

    Raises:
        LedgerError: If it cannot be opened, or is not there and ``make`` does not say to make it.
    """
    import platformdirs

    where = named or os.environ.get(VARIABLE) or str(Path(platformdirs.user_data_dir("counterclaim")) / "ledger.db")
    return open_ledger(where, make=make)


def add_documents(paths: Iterable[str], dossier: str, ledger: Ledger) -> int:
    """Reads and keeps documents; tells what became of each. 0, or 1 if some input could not be read."""
    from counterclaim.kit import open_kit
    from counterclaim.service.dossier import add

    errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    failed = False
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=errors, transient=True) as progress:
        task = progress.add_task("opening", total=None)
        for number, one in enumerate(add(paths, dossier, ledger, open_kit()), 1):
            if isinstance(one, Problem):
                failed = True
                errors.print(f"counterclaim: {one_line(one.message)}")
                continue
            progress.update(task, description=f"{number} done, last {one_line(one.name)}")
            click.echo(f"{one.outcome:<12} {one_line(one.name)}" + (f" (version {one.version})" if one.version > 1 else ""))
            if one.outcome == "new version":
                print_to(_changed(one.changes, one.version - 1), sys.stdout.buffer, None)
    return 1 if failed else 0


def list_dossiers(ledger: Ledger) -> int:
    """Prints all dossiers with their sizes."""
    found = dossiers(ledger)
    for one in found:
        click.echo(f"{one.documents:>6}  {one_line(one.name)}")
    if not found:
        click.echo("no dossier yet; make one with: counterclaim add PATH --dossier NAME")
    return 0


def show_dossier(ledger: Ledger, dossier: str, form: str) -> int:
    """Prints a dossier's documents: a line each, or their sheets as JSON lines."""
    if form == "jsonl":
        for one in sheets(ledger, dossier):
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        return 0
    for row in documents(ledger, dossier):
        version = f"version {row.version}" if row.version > 1 else ""
        click.echo(f"{row.sha256[:12]}  {one_line(row.name)}  {version}".rstrip())
    return 0


def show_document(ledger: Ledger, dossier: str, name: str, form: str) -> int:
    """Prints a document's versions, who read each, and what changed; or its newest sheet as a JSON line."""
    found = versions(ledger, dossier, name)
    newest = sheet(ledger, dossier, name)
    if form == "jsonl":
        if newest is None:
            raise LedgerError(f"{name!r} was removed from {dossier!r}; without --format jsonl its versions are shown")
        sys.stdout.buffer.write(msgspec.json.encode(newest) + b"\n")
        return 0
    print_to(_history(found, newest, name), sys.stdout.buffer, None)
    return 0


def _history(found: Sequence[Version], newest: Sheet | None, name: str) -> Iterator[RenderableType]:
    heading = Text(one_line(name), "bold")
    if newest is not None:
        document = newest.document
        details = (document.outlet, document.published, document.language)
        heading.append("".join(f" · {one_line(part)}" for part in details if part), "not bold dim")
        heading.append(f"\n{one_line(document.title)}" if document.title else "", "not bold")
    yield heading
    for one in found:
        removed = "  removed" if one.removed else ""
        yield Text(f"\nversion {one.version}", "bold").append(f"  {one.sha256[:12]}{removed}", "not bold")
        for reading in one.readings:
            counted = ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in reading.findings.items())
            when = f"{reading.at[:16].replace('T', ' ')} UTC" if reading.at else "at a time the log does not know"
            read = Text(f"read {when} by {reading.program}, kit {reading.kit[:12]}: {counted or 'nothing found'}")
            yield Padding(read, (0, 0, 0, 2))
        if one.version > 1:
            yield from _changed(one.changes, one.version - 1)


def _changed(changes: Sequence[Change], since: int) -> Iterator[RenderableType]:
    yield Text(f"  changed since version {since}:" if changes else f"  the words are those of version {since}")
    for change in changes:
        yield Padding(change_text(change), (0, 0, 0, 4))


def remove_document(ledger: Ledger, dossier: str, name: str) -> int:
    """Takes a document out of a dossier; 1 if it is not in it."""
    if remove(ledger, dossier, name):
        click.echo(f"removed {one_line(name)} from {one_line(dossier)}; what was read of it stays in the ledger")
        return 0
    known = ", ".join(one.name for one in documents(ledger, dossier))
    click.echo(f"counterclaim: no document {one_line(name)!r} in {one_line(dossier)}; it has: {one_line(known)}", err=True)
    return 1


def verify_ledger(ledger: Ledger) -> int:
    """Checks digests, offsets and the chain; prints each fault; 1 if there are any."""
    faults = verify(ledger)
    for fault in faults:
        click.echo(one_line(fault))
    click.echo(f"{ledger.url}: {len(faults)} faults" if faults else f"{ledger.url}: everything holds")
    return 1 if faults else 0
