"""The command ``counterclaim``: parse, call a service, show.

Exit status: 0 read; 1 some inputs could not be read, or it cannot go on; 2 wrong usage; 130 stopped with Ctrl-C; 141 whoever
read the output went away.
"""

import os
import sys
from collections.abc import Sequence
from datetime import datetime

import click

from counterclaim.cli.options import ledger_option, mask_option
from counterclaim.cli.team import log, user
from counterclaim.errors import CounterclaimError

INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13
"""What a shell reports of a program ended by SIGINT or SIGPIPE."""

TRACEBACK = "COUNTERCLAIM_TRACEBACK"
"""The environment variable that lets a failure nobody named show its traceback."""


class ReaderGone(Exception):  # noqa: N818  # not an error: `counterclaim read ... | head` is right use
    """Whoever read standard output went away."""


class Door(click.Group):
    """The group of commands; it keeps a broken pipe apart from the failures that click would turn it into."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command.

        Raises:
            ReaderGone: If standard output was closed.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim")
def counterclaim() -> None:
    """Read contested news: who claims what, on whose word, and who says otherwise.

    It tells you what stands in a text and where, not whether it is true. Nothing is fetched from the network.
    """


counterclaim.add_command(log)
counterclaim.add_command(user)


@counterclaim.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "brief", "jsonl", "html"]),
    default="text",
    show_default=True,
    help="text: a sheet to read; brief: two lines a document; jsonl: for other programs; html: one page, the text beside "
    "its sheet.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--with-text", is_flag=True, help="jsonl: put each document's whole text in.")
@mask_option
def read(paths: tuple[str, ...], form: str, output: str | None, with_text: bool, mask: bool) -> None:
    """Read articles and lay out who says what.

    PATH is a plain text, an HTML page, a file of JSONL records, a folder of these, or - for standard input. Adverts, comments
    and links around an article may stay where they are.
    """
    from counterclaim.cli.reading import read_documents

    raise SystemExit(read_documents(paths, form=form, output=output, with_text=with_text, mask=mask))


@counterclaim.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--dossier", help="Compare a dossier of the ledger instead of files.")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="text: to read; json: for other programs; html: one page with charts, every cell linked to its words.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@mask_option
def compare(paths: tuple[str, ...], dossier: str | None, ledger: str | None, form: str, output: str | None, mask: bool) -> None:
    """Hold the documents of one dossier against each other.

    Shows what is in dispute and who holds what, how each figure moved, which accounts are copies, and on how many independent
    origins each claim rests. It does not say who is right.
    """
    from counterclaim.cli.comparing import compare_documents

    if bool(paths) == bool(dossier):
        raise click.UsageError("give either paths or --dossier NAME")
    raise SystemExit(compare_documents(paths, dossier, ledger, form=form, output=output, mask=mask))


@counterclaim.command()
@click.option("--dossier", required=True, help="The dossier of the ledger to export.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "html"]),
    default="json",
    show_default=True,
    help="json: sheets, comparison and judgements in one object; html: the comparison as a page.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@click.option("--unmasked", is_flag=True, help="Leave contact details and the names of those marked as they stand.")
@ledger_option
def export(dossier: str, form: str, output: str | None, unmasked: bool, ledger: str | None) -> None:
    """Export a dossier for others, masked, with the digest of the log it was made from.

    Contact details, children, prisoners and private persons who are named are hidden in everything that is written: the law of
    war forbids exposing prisoners to public curiosity. The export itself is written into the log.
    """
    from counterclaim.cli.exporting import export_dossier

    raise SystemExit(export_dossier(dossier, ledger, form=form, output=output, masked=not unmasked))


@counterclaim.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dossier", required=True, help="The dossier to add to; made if new.")
@ledger_option
def add(paths: tuple[str, ...], dossier: str, ledger: str | None) -> None:
    """Read documents and keep them in a dossier of the ledger.

    The same document twice is kept once; a changed one becomes a new version beside the old. Stopped, it goes on where it was.
    """
    from counterclaim.cli.dossiers import add_documents, the_ledger

    if not dossier.strip():
        raise click.BadParameter("give the dossier a name", param_hint="--dossier")
    raise SystemExit(add_documents(paths, dossier, the_ledger(ledger, make=True)))


@counterclaim.command("list")
@ledger_option
def list_(ledger: str | None) -> None:
    """List the dossiers of the ledger."""
    from counterclaim.cli.dossiers import list_dossiers, the_ledger

    raise SystemExit(list_dossiers(the_ledger(ledger)))


@counterclaim.command()
@click.argument("dossier")
@click.argument("document", required=False)
@ledger_option
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def show(dossier: str, document: str | None, ledger: str | None, form: str) -> None:
    """Show the documents of a dossier, or the versions of one.

    DOCUMENT is a name from the list: its versions, who read each and when, and what changed, word by word. jsonl prints the
    newest sheets instead, each with its text.
    """
    from counterclaim.cli.dossiers import show_document, show_dossier, the_ledger

    opened = the_ledger(ledger)
    raise SystemExit(show_document(opened, dossier, document, form) if document else show_dossier(opened, dossier, form))


@counterclaim.command()
@click.argument("document")
@click.option("--dossier", required=True, help="The dossier to take it out of.")
@ledger_option
def remove(document: str, dossier: str, ledger: str | None) -> None:
    """Take a document out of a dossier; what was read of it stays in the ledger's tables."""
    from counterclaim.cli.dossiers import remove_document, the_ledger

    raise SystemExit(remove_document(the_ledger(ledger), dossier, document))


@counterclaim.command()
@ledger_option
def verify(ledger: str | None) -> None:
    """Check the ledger: digests, places of findings, the chain of records."""
    from counterclaim.cli.dossiers import the_ledger, verify_ledger

    raise SystemExit(verify_ledger(the_ledger(ledger)))


@counterclaim.command()
@click.argument("text")
@click.option("--dossier", help="Search this dossier only.")
@click.option("--speaker", help="Only what somebody of this name says, in any spelling or script.")
@click.option(
    "--act",
    metavar="ACT",
    help="Only what is said so: states, denies, confirms, accuses, demands, asks, orders, promises, warns, believes, "
    "doubts, other.",
)
@click.option("--disputed", is_flag=True, help="Only what stands in a dispute; compares the dossier first.")
@click.option(
    "--since",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only documents published on DATE (2031-03-14) or later.",
)
@click.option("--words-only", is_flag=True, help="Only where all the words stand; not the same meaning in other words.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many hits to show.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@ledger_option
def search(
    text: str,
    dossier: str | None,
    speaker: str | None,
    act: str | None,
    disputed: bool,
    since: datetime | None,
    words_only: bool,
    most: int,
    form: str,
    ledger: str | None,
) -> None:
    """Search the ledger by words and, across languages, by meaning.

    Each hit says why it is one: the words that stand in it, or how alike the meaning is, from 0 to 1.
    """
    from typing import get_args

    import msgspec

    from counterclaim.cli.searching import search_ledger
    from counterclaim.service.search import Wanted
    from counterclaim.values.attribution import Act

    if act is not None and act not in get_args(Act):
        raise click.BadParameter(f"{act!r} is none of {', '.join(get_args(Act))}", param_hint="--act")
    if not any(letter.isalnum() for letter in text):
        raise click.UsageError("give at least one word to search for")
    wanted = {
        "text": text,
        "dossier": dossier,
        "speaker": speaker,
        "act": act,
        "disputed": disputed,
        "since": since.date().isoformat() if since else None,
        "by_meaning": not words_only,
    }
    raise SystemExit(search_ledger(msgspec.convert(wanted, Wanted), ledger, form=form, most=most))


@counterclaim.command()
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen. Other than this machine needs users.")
@click.option("--port", type=click.IntRange(1, 65535), default=8765, show_default=True)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="ORIGIN",
    help="Under which address browsers reach it (https://desk.example.org), where that is not the host and port.",
)
@click.option("--allow-fetch", is_flag=True, help="Let people have pages of the public web fetched and read.")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open it in your browser.")
def desk(ledger: str | None, host: str, port: int, sites: tuple[str, ...], allow_fetch: bool, browser: bool) -> None:
    """Open the desk: look, search, judge and sign in the browser.

    For one person on this machine it opens by a link with a secret token. Where the ledger has users, they sign in.
    """
    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.desk.serve import serve, settings_for

    opened = the_ledger(ledger, make=True)
    settings = settings_for(opened, host=host, port=port, sites=sites, allow_fetch=allow_fetch)
    serve(opened, settings, browser=browser, say=lambda line: click.echo(line, err=True))


@counterclaim.group()
def schema() -> None:
    """Print the JSON Schema of what is printed for other programs."""


@schema.command("read")
def schema_read() -> None:
    """Print the schema of a line of `counterclaim read --format jsonl`."""
    import json

    from counterclaim.export.schema import sheet_schema

    click.echo(json.dumps(sheet_schema(), indent=2, ensure_ascii=False))


@schema.command("compare")
def schema_compare() -> None:
    """Print the schema of `counterclaim compare --format json`."""
    import json

    from counterclaim.export.schema import comparison_schema

    click.echo(json.dumps(comparison_schema(), indent=2, ensure_ascii=False))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; every way out is a status and at most one clear line on standard error."""
    try:
        status = counterclaim.main(args=arguments, prog_name="counterclaim", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("counterclaim: stopped", err=True)
        status = INTERRUPTED
    except (ReaderGone, BrokenPipeError):
        # Python would flush standard output once more on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BROKEN_PIPE
    except CounterclaimError as error:
        click.echo(f"counterclaim: {error}", err=True)
        status = 1
    except Exception as error:  # a full disk, a ledger that went away, a fault of ours: one line, as for all else
        if TRACEBACK in os.environ:
            raise
        said = " ".join(str(getattr(error, "orig", None) or error).split())
        click.echo(f"counterclaim: cannot go on: {type(error).__name__}: {said} ({TRACEBACK}=1 shows where)", err=True)
        status = 1
    raise SystemExit(status)
