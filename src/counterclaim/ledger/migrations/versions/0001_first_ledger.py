"""The first ledger: snapshots, texts, documents, readings, findings, and the log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables as they stood in the first release; later changes are migrations of their own."""
    op.create_table(
        "snapshot", sa.Column("sha256", sa.String(64), primary_key=True), sa.Column("data", sa.LargeBinary, nullable=False)
    )
    op.create_table(
        "text", sa.Column("sha256", sa.String(64), primary_key=True), sa.Column("utf8", sa.LargeBinary, nullable=False)
    )
    op.create_table("dossier", sa.Column("name", sa.String(200), primary_key=True))
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.name"), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("snapshot", sa.String(64), sa.ForeignKey("snapshot.sha256"), nullable=False),
        sa.Column("text", sa.String(64), sa.ForeignKey("text.sha256"), nullable=False),
        sa.Column("previous", sa.Integer, sa.ForeignKey("document.id")),
        sa.UniqueConstraint("dossier", "name", "version"),
    )
    op.create_index("document_by_snapshot", "document", ["dossier", "snapshot"])
    op.create_table(
        "run",
        sa.Column("fingerprint", sa.String(64), primary_key=True),
        sa.Column("program", sa.String(40), nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("run", sa.String(64), sa.ForeignKey("run.fingerprint"), nullable=False),
        sa.Column("sheet", sa.LargeBinary, nullable=False),
        sa.Column("sheet_sha256", sa.String(64), nullable=False),
        sa.UniqueConstraint("document", "run"),
    )
    op.create_table(
        "finding",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("text", sa.String(64), sa.ForeignKey("text.sha256"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_index("finding_by_text", "finding", ["text"])
    op.create_table(
        "observation",
        sa.Column("reading", sa.Integer, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("finding", sa.String(64), sa.ForeignKey("finding.digest"), primary_key=True),
    )
    op.create_table(
        "log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "removal",
        sa.Column("document", sa.Integer, sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("log", sa.Integer, sa.ForeignKey("log.number"), nullable=False),
    )
