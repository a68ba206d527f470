"""The commands that keep dossiers, as a user meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli.main import counterclaim
from counterclaim.errors import LedgerError


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["show", "x"],
        ["verify"],
        ["compare", "--dossier", "x"],
        ["search", "x"],
        ["remove", "one", "--dossier", "x"],
    ],
    ids=lambda words: words[0],
)
def test_only_add_makes_a_ledger(arguments: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "folder" / "none.db"
    done = CliRunner().invoke(counterclaim, [*arguments, "--ledger", str(missing)])
    assert isinstance(done.exception, LedgerError)
    assert f"there is no ledger at {missing}; `counterclaim add" in str(done.exception)
    assert not missing.parent.exists()
