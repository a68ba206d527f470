"""Search: the wordings that are indexed, their words in the database's own full text, and their vectors by model."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the index. It holds nothing that cannot be made again from the sheets, and no link of the chain names it."""
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "vector",
        sa.Column("wording", sa.Integer, sa.ForeignKey("wording.id"), primary_key=True),
        sa.Column("model", sa.String(100), primary_key=True),
        sa.Column("floats", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE wording_words (wording integer PRIMARY KEY REFERENCES wording (id), words tsvector NOT NULL)")
        op.execute("CREATE INDEX wording_words_by_word ON wording_words USING gin (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE wording_words USING fts5 (words, content='', tokenize='unicode61')")
