"""The ledger's tables: append-only, the same on SQLite and PostgreSQL.

What was observed (snapshots, texts, documents, readings, findings) is never changed. A removal, like every other act, is a
further row; views leave removed documents out. Every act is a link of the log's chain of digests.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

snapshot = Table(
    "snapshot",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes as they came."""

text = Table(
    "text",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("utf8", LargeBinary, nullable=False),
)
"""The text that offsets index, in UTF-8: bytes, since PostgreSQL's own text type cannot hold every character."""

dossier = Table("dossier", metadata, Column("name", String(200), primary_key=True))

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("dossier", ForeignKey("dossier.name"), nullable=False),
    Column("name", String(500), nullable=False),
    Column("version", Integer, nullable=False),
    Column("snapshot", ForeignKey("snapshot.sha256"), nullable=False),
    Column("text", ForeignKey("text.sha256"), nullable=False),
    Column("previous", ForeignKey("document.id")),
    UniqueConstraint("dossier", "name", "version"),
)
"""One version of one document in one dossier; ``name`` is the document's id in the contract."""

run = Table(
    "run",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("program", String(40), nullable=False),
)
"""What read: the kit's fingerprint and the program's version."""

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("run", ForeignKey("run.fingerprint"), nullable=False),
    Column("sheet", LargeBinary, nullable=False),
    Column("sheet_sha256", String(64), nullable=False),
    UniqueConstraint("document", "run"),
)
"""One document read by one run: the sheet in the contract's JSON, without its text."""

finding = Table(
    "finding",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("text", ForeignKey("text.sha256"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
"""One finding, named by its content and never by the model: a better run that finds the same again finds this row."""

observation = Table(
    "observation",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("finding", ForeignKey("finding.digest"), primary_key=True),
)
"""This finding was made in this reading."""

removal = Table(
    "removal",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("log", ForeignKey("log.number"), nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("act", String(20), nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("chain", String(64), nullable=False, unique=True),
)
"""Everything that was done, in order; ``chain`` digests the act and the ``chain`` of the row before."""

wording = Table(
    "wording",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),
)
"""One wording that search knows, by the digest of its text. Its words stand in ``wording_words``, which each database makes in
its own way: FTS5 in SQLite, a tsvector in PostgreSQL (migration 0002, ``search``)."""

vector = Table(
    "vector",
    metadata,
    Column("wording", ForeignKey("wording.id"), primary_key=True),
    Column("model", String(100), primary_key=True),
    Column("floats", LargeBinary, nullable=False),
)
"""The meaning of a wording as a model's vector: float32, little-endian."""

judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("dossier", ForeignKey("dossier.name"), nullable=False),
    Column("undoes", ForeignKey("judgement.id")),
    Column("body", LargeBinary, nullable=False),
    Column("log", ForeignKey("log.number"), nullable=False, unique=True),
)
"""One judgement of one person, as JSON; the log's record digests it. Never changed: taking one back is a further row."""

account = Table(
    "account",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(60), nullable=False),
    Column("role", String(20)),
    Column("password", Text, nullable=False),
    Column("log", ForeignKey("log.number"), nullable=False, unique=True),
)
"""A user as made or changed; the newest row of a name counts. ``role`` is null where the user was taken out; ``password`` is
the Argon2 hash."""

policy = Table(
    "policy",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("dossier", ForeignKey("dossier.name"), nullable=False),
    Column("second_look", Boolean, nullable=False),
    Column("log", ForeignKey("log.number"), nullable=False, unique=True),
)
"""Whether a dossier's judgements count only once two people agree; the newest row counts."""

session = Table(
    "session",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("expires", String(40), nullable=False),
)
"""Who is signed in. Only the token's digest is kept; rows go when somebody signs out."""

comparison = Table(
    "comparison",
    metadata,
    Column("dossier", ForeignKey("dossier.name"), primary_key=True),
    Column("state", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The last comparison of a dossier, compressed, under the digest of the state it was made from: can be made again any time."""

Index("judgement_by_dossier", judgement.c.dossier)
Index("account_by_name", account.c.name)
Index("policy_by_dossier", policy.c.dossier)
Index("document_by_snapshot", document.c.dossier, document.c.snapshot)
Index("finding_by_text", finding.c.text)
