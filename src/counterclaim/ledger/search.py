"""The ledger's search index: wordings by their words, in the database's own full text, and their vectors.

The index is made from the sheets when somebody searches and can be made again at any time; it is no part of what was observed.
Both databases are given the same tokens, folded here, so that a query finds the same in either.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.ledger import tables
from counterclaim.ledger.session import Ledger
from counterclaim.values.digest import text_digest

AT_ONCE = 500
"""Rows of one statement: SQLite of old took 999 parameters."""

MOST_TOKENS = 2000
"""Tokens of a wording that are indexed; a tsvector has a limit, and no claim is that long."""

T = TypeVar("T")

_TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> tuple[str, ...]:
    """The words of ``text`` as both databases know them: folded to lower case, accents and signs dropped, ё as е."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(_TOKEN.findall(plain.casefold()))


def index(ledger: Ledger, wordings: Iterable[str]) -> int:
    """Puts those of ``wordings`` in that are not indexed yet; tells how many those were."""
    texts = {text_digest(words): words for words in wordings}
    with ledger.reading() as connection:
        missing = texts.keys() - _known(connection, texts).keys()
    if not missing:
        return 0
    with ledger.writing() as connection:
        missing -= _known(connection, missing).keys()  # another process may have been first
        for digest in sorted(missing):
            inserted = connection.execute(tables.wording.insert().values(digest=digest))
            _keep_words(connection, int(inserted.inserted_primary_key[0]), texts[digest])  # type: ignore[index]
    return len(missing)


def matching(ledger: Ledger, words: Sequence[str]) -> frozenset[str]:
    """The digests of the indexed wordings in which all of ``words`` (`tokens`) stand; none for no words."""
    if not words:
        return frozenset()
    if ledger.dialect == "postgresql":
        found = sa.text(
            "SELECT digest FROM wording JOIN wording_words ON wording_words.wording = wording.id "
            "WHERE wording_words.words @@ CAST(:query AS tsquery)"
        ).bindparams(query=" & ".join(f"'{word}'" for word in words))  # a token holds no quotation mark
    else:
        found = sa.text(
            "SELECT digest FROM wording JOIN wording_words ON wording_words.rowid = wording.id WHERE wording_words MATCH :query"
        ).bindparams(query=" ".join(f'"{word}"' for word in words))
    with ledger.reading() as connection:
        return frozenset(connection.execute(found).scalars())


def vectors(ledger: Ledger, wordings: Iterable[str], model: str) -> dict[str, bytes]:
    """The vectors kept of these wordings, by the digest of each."""
    digests = {text_digest(words) for words in wordings}
    found: dict[str, bytes] = {}
    with ledger.reading() as connection:
        for some in _some(digests):
            rows = connection.execute(
                sa.select(tables.wording.c.digest, tables.vector.c.floats)
                .join(tables.vector, tables.vector.c.wording == tables.wording.c.id)
                .where(tables.vector.c.model == model, tables.wording.c.digest.in_(some))
            )
            found.update({digest: bytes(floats) for digest, floats in rows})
    return found


def keep_vectors(ledger: Ledger, found: Mapping[str, bytes], model: str) -> None:
    """Keeps vectors by the digests of their wordings, which must be indexed; one that is kept already stays."""
    with ledger.writing() as connection:
        known = _known(connection, found)
        for some in _some(set(known.values())):
            kept = sa.select(tables.vector.c.wording).where(tables.vector.c.model == model, tables.vector.c.wording.in_(some))
            done = set(connection.execute(kept).scalars())
            known = {digest: number for digest, number in known.items() if number not in done}
        rows = [{"wording": number, "model": model, "floats": found[digest]} for digest, number in known.items()]
        if rows:
            connection.execute(tables.vector.insert(), rows)


def _known(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    """The numbers of those of ``digests`` that are indexed."""
    columns = tables.wording.c
    found: dict[str, int] = {}
    for some in _some(digests):
        rows = connection.execute(sa.select(columns.digest, columns.id).where(columns.digest.in_(some)))
        found.update({digest: int(number) for digest, number in rows})
    return found


def _keep_words(connection: Connection, number: int, words: str) -> None:
    found = tokens(words)[:MOST_TOKENS]
    if connection.dialect.name == "postgresql":
        connection.execute(
            sa.text("INSERT INTO wording_words (wording, words) VALUES (:number, array_to_tsvector(CAST(:words AS text[])))"),
            {"number": number, "words": sorted(set(found))},
        )
    else:
        connection.execute(
            sa.text("INSERT INTO wording_words (rowid, words) VALUES (:number, :words)"),
            {"number": number, "words": " ".join(found)},
        )


def _some(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists of no more than `AT_ONCE`."""
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some
