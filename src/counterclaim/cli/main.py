"""The command ``counterclaim``."""

import sys

import click
import msgspec


@click.group()
@click.version_option(package_name="counterclaim")
def main() -> None:
    """Reads contested news: who claims what, on whose word, and who says otherwise."""


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@click.option("--with-text", is_flag=True, help="Include each document's text.")
def read(paths: tuple[str, ...], form: str, with_text: bool) -> None:
    """Read documents; print a claim sheet for each."""
    from counterclaim.kit import open_kit
    from counterclaim.service.read import read_paths
    from counterclaim.values.problem import Problem

    status = 0
    for sheet in read_paths(paths, open_kit(), with_text=with_text):
        if isinstance(sheet, Problem):
            click.echo(f"counterclaim: {sheet.message}", err=True)
            status = 1
        else:
            sys.stdout.buffer.write(msgspec.json.encode(sheet) + b"\n")
    raise SystemExit(status)
