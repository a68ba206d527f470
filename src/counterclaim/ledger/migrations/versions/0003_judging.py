"""Judging: judgements, users, the policy of a dossier, sessions, and comparisons kept."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the tables. ``session`` and ``comparison`` hold nothing that was observed or judged, and no link of the chain."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.name"), nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgement.id")),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("log", sa.Integer, sa.ForeignKey("log.number"), nullable=False, unique=True),
    )
    op.create_index("judgement_by_dossier", "judgement", ["dossier"])
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("role", sa.String(20)),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("log", sa.Integer, sa.ForeignKey("log.number"), nullable=False, unique=True),
    )
    op.create_index("account_by_name", "account", ["name"])
    op.create_table(
        "policy",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.name"), nullable=False),
        sa.Column("second_look", sa.Boolean, nullable=False),
        sa.Column("log", sa.Integer, sa.ForeignKey("log.number"), nullable=False, unique=True),
    )
    op.create_index("policy_by_dossier", "policy", ["dossier"])
    op.create_table(
        "session",
        sa.Column("token_sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("csrf", sa.String(64), nullable=False),
        sa.Column("expires", sa.String(40), nullable=False),
    )
    op.create_table(
        "comparison",
        sa.Column("dossier", sa.String(200), sa.ForeignKey("dossier.name"), primary_key=True),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
