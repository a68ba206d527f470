"""What the ledger promises of judgements, users and kept comparisons, whichever database keeps it."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from counterclaim.ledger import tables
from counterclaim.ledger.accounts import Account, SessionRow, accounts, end_sessions, keep_account, keep_session, session_of
from counterclaim.ledger.judgements import second_look
from counterclaim.ledger.kept import Made, keep_comparison, kept_comparison
from counterclaim.ledger.session import Ledger, open_ledger
from counterclaim.ledger.verify import verify
from counterclaim.service.judge import judge, judgements, needs_second_look, require_second_look, standings, undo
from counterclaim.service.log import log
from counterclaim.values.comparison import Comparison, Party
from counterclaim.values.judgement import Correction
from tests.service.reviewed import keep, later, mill, target

HERE = Path(__file__).parents[2]


def test_judgements_come_back_as_they_were_kept(ledger: Ledger) -> None:
    sheet = keep(ledger, mill("\U0001d518 " + str(mill().document.text)))
    put = Correction(speaker="Ана Пелл", start=2, end=6)
    made = judge(ledger, "mill", target(sheet, "a1"), "correct", by="Олена", correction=put, why="\u202eso\n")
    taken = undo(ledger, made.id, by="Олена")
    assert judgements(ledger, "mill") == (made, taken)
    assert verify(ledger) == ()


def test_the_newest_policy_counts(ledger: Ledger) -> None:
    keep(ledger, mill())
    assert not needs_second_look(ledger, "mill")
    require_second_look(ledger, "mill", True, by="ana")
    assert needs_second_look(ledger, "mill")
    require_second_look(ledger, "mill", False, by="ana")
    with ledger.reading() as connection:
        assert not second_look(connection, "mill")


def test_the_newest_row_of_an_account_counts_and_sessions_go(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        for role in ("reader", "admin"):
            keep_account(connection, Account(name="ana", role=role, password="$"), "user ana")
        keep_account(connection, Account(name="bo", role="reader", password="$"), "user bo")
        keep_account(connection, Account(name="bo", role=None, password=""), "user bo")
        assert {name: account.role for name, account in accounts(connection).items()} == {"ana": "admin"}
        for token, expires in (("1", "2031-01-01"), ("2", "2031-01-02"), ("3", "2031-01-03")):
            keep_session(connection, token, SessionRow(name="ana", csrf="c", expires=expires), now="2031-01-01")
        assert session_of(connection, "1") is None  # it was over when the next began
        end_sessions(connection, token_sha256="2")
        assert session_of(connection, "2") is None and session_of(connection, "3") is not None
        end_sessions(connection, name="ana")
        assert session_of(connection, "3") is None


def test_one_comparison_of_a_dossier_is_kept(ledger: Ledger) -> None:
    keep(ledger, mill())
    for name in ("Pell", "Velд"):
        made = Made(
            state=name * 8,
            readings=(1,),
            judgements=0,
            second_look=False,
            comparison=Comparison(parties=(Party(id="p1", name=name, kind="person"),)),
        )
        with ledger.writing() as connection:
            keep_comparison(connection, "mill", made)
    with ledger.reading() as connection:
        assert kept_comparison(connection, "mill") == kept_comparison(connection, "mill", "Velд" * 8) == made
        assert kept_comparison(connection, "mill", "Pell" * 8) is None
        assert kept_comparison(connection, "none") is None
    assert verify(ledger) == ()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (sa.update(tables.judgement).where(tables.judgement.c.id == 1).values(body=b"{}"), "judgement 1: it is not what"),
        (
            sa.update(tables.judgement).where(tables.judgement.c.id == 2).values(undoes=None),
            "judgement 2: its row and its record",
        ),
        (sa.delete(tables.judgement).where(tables.judgement.c.id == 2), "what it records (undo) is not in the ledger"),
        (sa.update(tables.account).values(role="admin"), "account of ana: it is not what"),
        (sa.delete(tables.account), "what it records (user) is not in the ledger"),
        (sa.update(tables.policy).values(second_look=False), "policy of mill: it is not what"),
        (sa.delete(tables.policy), "what it records (policy) is not in the ledger"),
    ],
)
def test_verify_says_what_was_changed(ledger: Ledger, change: sa.Executable, complaint: str) -> None:
    sheet = keep(ledger, mill())
    undo(ledger, judge(ledger, "mill", target(sheet, "a1"), "accept", by="ana").id, by="ana")
    require_second_look(ledger, "mill", True, by="ana")
    with ledger.writing() as connection:
        keep_account(connection, Account(name="ana", role="reader", password="$"), "user ana")
    assert verify(ledger) == ()
    with ledger.writing() as connection:
        connection.execute(change)
    assert any(complaint in fault for fault in verify(ledger))


def test_two_reviewers_at_once_lose_nothing(where: str) -> None:
    """In threads of one desk, each with its own connections, as requests are."""
    ledger = open_ledger(where)
    sheet = keep(ledger, mill())
    many = 20

    def review(name: str) -> None:
        for number in range(many):
            verdict = "reject" if number % 2 else "accept"
            judge(ledger, "mill", target(sheet, "a1"), verdict, by=name, why=str(number))  # type: ignore[arg-type]

    reviewers = [threading.Thread(target=review, args=(name,)) for name in ("ana", "bo")]
    for reviewer in reviewers:
        reviewer.start()
    for reviewer in reviewers:
        reviewer.join(60)
    kept = judgements(ledger, "mill")
    for name in ("ana", "bo"):
        assert [one.why for one in kept if one.by == name] == [str(number) for number in range(many)]
    assert [one.id for one in kept] == list(range(1, 2 * many + 1))
    assert verify(ledger) == ()
    ledger.close()


def judge_on(where: str, by: str, count: int) -> None:
    """Judges again and again and prints each number once it is kept."""
    ledger = open_ledger(where)
    sheets = (mill(), later())
    for number in range(count):
        made = judge(ledger, "mill", target(sheets[number % 2], "a1"), "accept", by=by, why=f"look {number}")
        if number % 5 == 4:
            made = undo(ledger, made.id, by=by)
        print(made.id, flush=True)
    ledger.close()


def started(where: str, by: str, count: int) -> "subprocess.Popen[str]":
    code = f"import sys; sys.path.insert(0, {str(HERE)!r}); from tests.ledger.test_judging import judge_on; "
    return subprocess.Popen(
        [sys.executable, "-c", f"{code}judge_on({where!r}, {by!r}, {count})"], stdout=subprocess.PIPE, text=True
    )


def told(running: "subprocess.Popen[str]") -> list[int]:
    """The numbers that a reviewer was told are kept."""
    assert running.stdout is not None
    return [int(line) for line in running.stdout.read().splitlines() if line.strip()]


def test_two_desks_at_once_lose_nothing(where: str) -> None:
    ledger = open_ledger(where)
    keep(ledger, mill())
    keep(ledger, later())
    desks = [started(where, by, 15) for by in ("ana", "bo")]
    numbers = [number for desk in desks for number in told(desk)]
    assert all(desk.wait(60) == 0 for desk in desks)
    kept = judgements(ledger, "mill")
    assert len(kept) == 36 and {one.id for one in kept} == set(range(1, 37)) and set(numbers) < {one.id for one in kept}
    assert verify(ledger) == ()
    ledger.close()


def killed(ledger: Ledger, where: str, times: int) -> int:
    """Kills a judging process ``times`` times, each at another moment; what was told as kept is kept, and everything holds.

    Returns:
        How many judgements are kept in the end.
    """
    for number in range(times):
        before = len(judgements(ledger, "mill"))
        running = started(where, f"reviewer{number}", 1_000_000)
        assert running.stdout is not None
        first = int(running.stdout.readline())  # it is in the midst of it now
        time.sleep((number * 7 % 50) / 1000)
        os.kill(running.pid, signal.SIGKILL)
        numbers = [first, *told(running)]
        running.wait()
        kept = judgements(ledger, "mill")
        assert set(numbers) <= {one.id for one in kept}, "a judgement that was told as kept is gone"
        assert [one.id for one in kept] == list(range(1, len(kept) + 1)) and len(kept) > before
    assert verify(ledger) == ()
    return len(judgements(ledger, "mill"))


def test_killed_in_mid_review_nothing_is_lost(where: str) -> None:
    """A few times here; ``python -m tests.ledger.test_judging LEDGER 100`` does it as often as one likes."""
    ledger = open_ledger(where)
    keep(ledger, mill())
    keep(ledger, later())
    killed(ledger, where, 2)
    made = judge(ledger, "mill", target(mill(), "a1"), "reject", by="ana")
    assert made in standings(ledger, "mill", mill())["a1"].judgements
    assert len(log(ledger, act="judge")) + len(log(ledger, act="undo")) == made.id
    ledger.close()


if __name__ == "__main__":
    opened = open_ledger(sys.argv[1])
    keep(opened, mill())
    keep(opened, later())
    print(f"killed {sys.argv[2]} times; {killed(opened, sys.argv[1], int(sys.argv[2]))} judgements kept, none lost")
