"""``counterclaim user`` and ``counterclaim log``: who may use the desk, and what was done."""

import getpass
import sys
from typing import TYPE_CHECKING

import click

from counterclaim.cli.options import ledger_option

if TYPE_CHECKING:
    from counterclaim.values.judgement import Role

_ROLE = click.Choice(["reader", "reviewer", "admin"])  # ``values.judgement.ROLES``, which --help must not import


@click.group()
def user() -> None:
    """Keep the users of the desk: who may look, judge, or keep the others."""


@user.command("add")
@click.argument("name")
@click.option("--role", type=_ROLE, default="reviewer", show_default=True, help="What they may do.")
@click.option("--password-stdin", is_flag=True, help="Take the password from the first line of standard input.")
@ledger_option
def add(name: str, role: "Role", password_stdin: bool, ledger: str | None) -> None:
    """Add a user; asks for a password of at least 12 characters."""
    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.service.users import add_user

    kept = the_ledger(ledger, make=True)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    add_user(kept, name, role, password, by=_me())
    click.echo(f"{name} may sign in as {role}")


@user.command("list")
@ledger_option
def list_(ledger: str | None) -> None:
    """List the users and their roles."""
    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.service.users import users

    found = users(the_ledger(ledger))
    for one in found:
        click.echo(f"{one.role:<9} {one.name}")
    if not found:
        click.echo("no user yet; make one with: counterclaim user add NAME")


@user.command("remove")
@click.argument("name")
@ledger_option
def remove(name: str, ledger: str | None) -> None:
    """Take a user out: they are signed out at once; what they judged stays."""
    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.service.users import remove_user

    remove_user(the_ledger(ledger), name, by=_me())
    click.echo(f"{name} may no longer sign in; what they judged stays")


@user.command("role")
@click.argument("name")
@click.argument("role", type=_ROLE)
@ledger_option
def role(name: str, role: "Role", ledger: str | None) -> None:
    """Give a user another role, at once."""
    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.service.users import set_role

    set_role(the_ledger(ledger), name, role, by=_me())
    click.echo(f"{name} is {role} now")


@click.command()
@click.option("--dossier", help="Only what concerns this dossier.")
@click.option("--act", help="Only this act: add, remove, judge, undo, policy, user, export.")
@click.option("--most", type=click.IntRange(min=1), help="Only the newest so many.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@ledger_option
def log(dossier: str | None, act: str | None, most: int | None, form: str, ledger: str | None) -> None:
    """Show what was added, judged, removed or exported, by whom and when, oldest first.

    Each record carries the digest of the one before; `counterclaim verify` proves that none was changed or taken out.
    """
    import msgspec

    from counterclaim.cli.dossiers import the_ledger
    from counterclaim.service.log import log as records
    from counterclaim.show.safe import one_line

    for row in reversed(records(the_ledger(ledger), dossier=dossier, act=act, most=most, newest_first=True)):
        if form == "jsonl":
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
        else:
            click.echo(f"{row.number:>6}  {row.at[:19].replace('T', ' ')}  {row.act:<7} {one_line(row.subject)}")


def _me() -> str:
    """Who runs the command, for the log."""
    return f"{getpass.getuser()} at the command line"
