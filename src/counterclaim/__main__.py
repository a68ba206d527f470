"""``python -m counterclaim``: the same as the command."""

from counterclaim.cli.main import main

main()
