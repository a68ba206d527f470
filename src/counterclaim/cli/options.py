"""Options that several commands share."""

import click

ledger_option = click.option(
    "--ledger",
    metavar="FILE|URL",
    help="A SQLite file or a PostgreSQL URL; by default COUNTERCLAIM_LEDGER, else your data folder.",
)

mask_option = click.option(
    "--mask", is_flag=True, help="Hide contact details, children, prisoners and private persons who are named."
)
