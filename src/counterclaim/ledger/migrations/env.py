"""Runs migrations on the connection that ``session`` hands over."""

from alembic import context

from counterclaim.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
