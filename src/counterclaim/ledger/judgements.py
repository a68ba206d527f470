"""Judgements and the policy of a dossier, written and read; each written row is a record of the log."""

from datetime import UTC, datetime

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.chain import append
from counterclaim.values.digest import bytes_digest, content_digest
from counterclaim.values.judgement import Judgement


def keep_judgement(connection: Connection, judgement: Judgement, subject: str) -> Judgement:
    """Adds a judgement inside the caller's writing transaction.

    Args:
        connection: From ``Ledger.writing``: no other writer takes the same number.
        judgement: As judged; its number and time are given here.
        subject: What is judged and how, for the log.

    Returns:
        The judgement as kept.

    Raises:
        LedgerError: If it holds characters that no JSON can (half of a surrogate pair).
    """
    last = connection.execute(sa.select(sa.func.max(tables.judgement.c.id))).scalar_one()
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    kept = msgspec.structs.replace(judgement, id=(last or 0) + 1, at=at)
    try:
        body = msgspec.json.encode(kept)
    except UnicodeEncodeError as error:
        raise LedgerError("the judgement holds a broken character (half of a surrogate pair); leave it out") from error
    number = append(connection, "undo" if kept.verdict == "undo" else "judge", subject, bytes_digest(body))
    connection.execute(
        tables.judgement.insert().values(id=kept.id, dossier=kept.dossier, undoes=kept.undoes, body=body, log=number)
    )
    return kept


def judgements(connection: Connection, dossier: str, upto: int | None = None) -> tuple[Judgement, ...]:
    """All judgements of a dossier, oldest first.

    Args:
        connection: A connection to the ledger.
        dossier: The dossier's name.
        upto: Leave out those with a higher number; None for all.
    """
    query = sa.select(tables.judgement.c.body).where(tables.judgement.c.dossier == dossier).order_by(tables.judgement.c.id)
    if upto is not None:
        query = query.where(tables.judgement.c.id <= upto)
    return tuple(msgspec.json.decode(body, type=Judgement) for body in connection.execute(query).scalars())


def judgement(connection: Connection, number: int) -> Judgement | None:
    """The judgement of that number; None where there is none."""
    body = connection.execute(sa.select(tables.judgement.c.body).where(tables.judgement.c.id == number)).scalar()
    return None if body is None else msgspec.json.decode(body, type=Judgement)


def keep_policy(connection: Connection, dossier: str, second_look: bool, subject: str) -> None:
    """Adds a row of the policy inside the caller's writing transaction."""
    number = append(connection, "policy", subject, policy_digest(dossier, second_look))
    connection.execute(tables.policy.insert().values(dossier=dossier, second_look=second_look, log=number))


def second_look(connection: Connection, dossier: str) -> bool:
    """Whether the newest policy of the dossier asks for a second look; without one it does not."""
    rows = sa.select(tables.policy.c.second_look).where(tables.policy.c.dossier == dossier).order_by(tables.policy.c.id.desc())
    return bool(connection.execute(rows.limit(1)).scalar())


def policy_digest(dossier: str, second_look: bool) -> str:
    """What the log digests of a row of the policy."""
    return content_digest("policy-1", dossier, int(second_look))
