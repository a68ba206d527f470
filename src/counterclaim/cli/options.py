"""Options that several commands share."""

import click

ledger_option = click.option(
    "--ledger",
    metavar="FILE|URL",
    help="A SQLite file or a PostgreSQL URL; by default COUNTERCLAIM_LEDGER, else your data folder.",
)
