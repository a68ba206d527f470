"""Users, their passwords and their sessions."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from counterclaim.errors import LedgerError
from counterclaim.ledger import tables
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.service import users as service
from counterclaim.service.log import log
from counterclaim.service.users import User, add_user, remove_user, session, set_role, sign_in, sign_out, users
from counterclaim.values.digest import text_digest

PASSWORD = "four words of salt"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = open_ledger(str(tmp_path / "ledger.db"))
    add_user(opened, "ana", "reviewer", PASSWORD, by="root")
    yield opened
    opened.close()


def test_a_user_signs_in_and_out(ledger: Ledger) -> None:
    token = sign_in(ledger, "ana", PASSWORD)
    assert token is not None
    found = session(ledger, token)
    assert found is not None and (found.name, found.role) == ("ana", "reviewer") and len(found.csrf) > 40
    sign_out(ledger, token)
    assert session(ledger, token) is None


@pytest.mark.parametrize(
    ("name", "password"),
    [("ana", "four words of pepper"), ("bo", PASSWORD), ("ana", ""), ("ana", "x" * 5000), ("ana", "\ud800")],
)
def test_a_wrong_name_or_password_is_nobody(ledger: Ledger, name: str, password: str) -> None:
    assert sign_in(ledger, name, password) is None


def test_neither_password_nor_token_is_kept(ledger: Ledger) -> None:
    token = sign_in(ledger, "ana", PASSWORD)
    with ledger.reading() as connection:
        (account,) = connection.execute(sa.select(tables.account)).all()
        (row,) = connection.execute(sa.select(tables.session)).all()
    assert account.password.startswith("$argon2id$")
    assert row.token_sha256 == text_digest(str(token)) and str(token) not in str(row)
    assert len(str(token)) >= 43  # 256 bits in letters


def test_a_session_ends_in_time_and_with_its_user(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Tomorrow":
            return cls.fromtimestamp((datetime.now(UTC) + timedelta(hours=service.SESSION_HOURS, seconds=1)).timestamp(), UTC)

    token = str(sign_in(ledger, "ana", PASSWORD))
    with monkeypatch.context() as later:
        later.setattr(service, "datetime", Tomorrow)
        assert session(ledger, token) is None
    assert session(ledger, token) is not None
    remove_user(ledger, "ana", by="root")
    assert session(ledger, token) is None and users(ledger) == ()
    assert sign_in(ledger, "ana", PASSWORD) is None
    add_user(ledger, "ana", "reader", PASSWORD, by="root")
    assert session(ledger, token) is None


def test_a_role_changes_at_once(ledger: Ledger) -> None:
    token = str(sign_in(ledger, "ana", PASSWORD))
    assert set_role(ledger, "ana", "admin", by="root") == User(name="ana", role="admin")
    found = session(ledger, token)
    assert found is not None and found.role == "admin"
    assert sign_in(ledger, "ana", PASSWORD) is not None


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("ana", PASSWORD, "already"),
        ("Ana", PASSWORD, "already"),
        ("", PASSWORD, "1 to 60"),
        ("a b", PASSWORD, "without blanks"),
        ("a" * 61, PASSWORD, "1 to 60"),
        ("bo\u202e", PASSWORD, "letters"),
        ("bo", "short", "at least 12"),
        ("bo", "x" * 1001, "at most 1000"),
    ],
)
def test_what_does_not_fit_is_refused(ledger: Ledger, name: str, password: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        add_user(ledger, name, "reader", password, by="root")


def test_an_unknown_user_is_named_with_those_there_are(ledger: Ledger) -> None:
    for act in (lambda: remove_user(ledger, "bo", by="root"), lambda: set_role(ledger, "bo", "admin", by="root")):
        with pytest.raises(LedgerError, match="no user 'bo'; there are: ana"):
            act()


def test_every_change_is_a_record_and_is_verified(ledger: Ledger) -> None:
    set_role(ledger, "ana", "admin", by="root")
    remove_user(ledger, "ana", by="root")
    assert [row.subject for row in log(ledger, act="user")] == [
        "user ana: reviewer, by root",
        "user ana: admin, by root",
        "user ana: taken out, by root",
    ]
    assert verify(ledger) == ()
