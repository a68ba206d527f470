"""The ledger's tables: append-only, the same on SQLite and PostgreSQL.

What was observed (snapshots, texts, documents, readings, findings) is never changed. A removal, like every other act, is a
further row; views leave removed documents out. Every act is a link of the log's chain of digests.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

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

Index("document_by_snapshot", document.c.dossier, document.c.snapshot)
Index("finding_by_text", finding.c.text)
