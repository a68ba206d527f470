"""Opening a ledger: SQLite in a file, PostgreSQL by URL; the schema brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from counterclaim.errors import LedgerError

BUSY_SECONDS = 60
"""How long a writer waits for another before it gives up."""

WRITER_LOCK = 0x436C61696D
"""The PostgreSQL advisory lock that makes writers take turns: the log's chain has one end."""


class Ledger:
    """An open ledger. Reads may run side by side; writers take turns, each in one transaction.

    Attributes:
        url: Where it is, without a password.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.url = engine.url.render_as_string(hide_password=True)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with self._engine.connect() as connection:
            if self.dialect == "postgresql":  # writers keep the default: they must see what was written before their turn
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer runs beside; all of it is kept, or nothing."""
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            if self.dialect == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER_LOCK)))
            yield connection

    def close(self) -> None:
        """Lets go of all connections."""
        self._engine.dispose()


def open_ledger(where: str, *, make: bool = True) -> Ledger:
    """The ledger in the SQLite file ``where``, or at the PostgreSQL URL ``where``; migrated where need be.

    Args:
        where: The file or URL.
        make: Whether to make one where there is none. Whoever only reads must not leave an empty ledger behind a typing error.

    Raises:
        LedgerError: If it cannot be opened, is no ledger, was made by a newer program, or is not there and not to be made.
    """
    engine = _engine(where)
    try:
        if make:
            _make_folder(engine)
        elif not _is_there(engine):
            raise LedgerError(
                f"there is no ledger at {_named(engine)}; `counterclaim add PATH --dossier NAME` makes one, "
                "or name yours with --ledger"
            )
        _migrate(engine)
    except LedgerError:
        engine.dispose()
        raise
    except Exception as error:  # whatever a driver raises: the user needs one sentence, not its traceback
        engine.dispose()
        said = " ".join(str(getattr(error, "orig", error)).split())
        raise LedgerError(f"the ledger {_named(engine)} cannot be opened: {said}. Is it ours, and may you write it?") from error
    return Ledger(engine)


def _engine(where: str) -> Engine:
    if where.startswith(("postgresql:", "postgres:", "postgresql+psycopg:")):
        try:
            return sa.create_engine(f"postgresql+psycopg:{where.split(':', 1)[1]}")
        except (sa.exc.ArgumentError, ValueError) as error:
            raise LedgerError("the ledger's URL cannot be read; expected postgresql://USER@HOST:PORT/DATABASE") from error
    path = Path(where).expanduser()
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _named(engine: Engine) -> str:
    """The file, or the URL without its password."""
    return str(engine.url.database) if engine.dialect.name == "sqlite" else engine.url.render_as_string()


def _make_folder(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        folder = Path(str(engine.url.database)).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LedgerError(f"the ledger's folder {folder} cannot be made: {error.strerror}") from error


def _is_there(engine: Engine) -> bool:
    """Whether there is a ledger, empty or not; a database of something else is none."""
    if engine.dialect.name == "sqlite" and not Path(str(engine.url.database)).exists():
        return False  # connecting would make the file
    with engine.connect() as connection:
        return sa.inspect(connection).has_table("alembic_version")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, below
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER_LOCK)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerError(
                f"the ledger {_named(engine)} was made by a newer program ({error}); update Counterclaim"
            ) from error
