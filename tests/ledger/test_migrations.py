"""A ledger of an earlier schema is brought up to date and keeps everything.

``ledger_0001.json`` holds the rows as the first program wrote them, its JSON included: it is never made again.
"""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import counterclaim.ledger.migrations as migrations
from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.read import documents, sheets
from counterclaim.ledger.search import index
from counterclaim.ledger.session import open_ledger
from counterclaim.ledger.verify import verify
from tests.ledger.test_conformance import keep
from tests.made import TEXT

ROWS = Path(__file__).with_name("ledger_0001.json")


def value(kept: Any) -> Any:
    return base64.b64decode(kept["base64"]) if isinstance(kept, dict) else kept


def engine_of(where: str) -> sa.Engine:
    return sa.create_engine(where.replace("postgresql:", "postgresql+psycopg:") if ":" in where else f"sqlite:///{where}")


def written_by_the_first_program(where: str) -> dict[str, list[dict[str, Any]]]:
    """Makes a ledger with the schema and the rows of 0001; returns the rows by table."""
    rows = {
        table: [{k: value(v) for k, v in row.items()} for row in found] for table, found in json.loads(ROWS.read_text()).items()
    }
    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent))
    engine = engine_of(where)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        schema = sa.MetaData()
        schema.reflect(connection)
        for table in schema.sorted_tables:
            for row in rows.get(table.name, ()):
                connection.execute(table.insert().values(row))
        if engine.dialect.name == "postgresql":  # rows with numbers of their own leave the counters behind
            for name in ("document", "reading"):
                connection.exec_driver_sql(
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))"
                )
    engine.dispose()
    return rows


def test_a_ledger_of_the_first_schema_keeps_everything(where: str) -> None:
    rows = written_by_the_first_program(where)
    ledger = open_ledger(where)
    with ledger.reading() as connection:
        for name, kept in rows.items():
            table = tables.metadata.tables[name]
            found = [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            assert sorted(found, key=str) == sorted(kept, key=str), name
    assert verify(ledger) == ()
    assert [(d.name, d.version, d.readings) for d in documents(ledger, "mill")] == [("mill", 1, 2), ("note", 2, 1)]
    mill, note = sheets(ledger, "mill")
    assert (mill.document.text, len(mill.attributions), len(mill.figures)) == (TEXT, 4, 1)
    assert note.document.text == "On Friday Ana Pell said the mill burns."
    assert keep(ledger, "later", dossier="mill").outcome == "added"
    assert index(ledger, ["a wording"]) == 1
    assert verify(ledger) == ()
    ledger.close()


def test_tables_and_migrations_agree(where: str) -> None:
    open_ledger(where).close()
    engine = engine_of(where)
    made = sa.inspect(engine)
    for table in tables.metadata.sorted_tables:
        assert {c["name"] for c in made.get_columns(table.name)} == {c.name for c in table.columns}
        assert {i["name"] for i in made.get_indexes(table.name) if not i["unique"]} == {str(i.name) for i in table.indexes}
    engine.dispose()


def test_a_ledger_of_a_newer_program_is_left_alone(where: str) -> None:
    open_ledger(where).close()
    engine = engine_of(where)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="made by a newer program"):
        open_ledger(where)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == "9999"
    engine.dispose()
