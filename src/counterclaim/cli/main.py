"""The command ``counterclaim``: parse, call a service, show.

Exit status: 0 read; 1 some inputs could not be read, or it cannot go on; 2 wrong usage; 130 stopped with Ctrl-C; 141 whoever
read the output went away.
"""

import os
import sys
from collections.abc import Sequence

import click

from counterclaim.errors import CounterclaimError

INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13
"""What a shell reports of a program ended by SIGINT or SIGPIPE."""


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
def read(paths: tuple[str, ...], form: str, output: str | None, with_text: bool) -> None:
    """Read articles and lay out who says what.

    PATH is a plain text, an HTML page, a file of JSONL records, a folder of these, or - for standard input. Adverts, comments
    and links around an article may stay where they are.
    """
    from counterclaim.cli.reading import read_documents

    raise SystemExit(read_documents(paths, form=form, output=output, with_text=with_text))


@counterclaim.group()
def schema() -> None:
    """Print the JSON Schema of what is printed for other programs."""


@schema.command("read")
def schema_read() -> None:
    """Print the schema of a line of `counterclaim read --format jsonl`."""
    import json

    from counterclaim.export.schema import sheet_schema

    click.echo(json.dumps(sheet_schema(), indent=2, ensure_ascii=False))


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
    raise SystemExit(status)
