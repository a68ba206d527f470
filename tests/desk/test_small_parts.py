"""The desk's small parts: addresses, keys, limits, jobs, settings, files."""

import re
import stat
import threading
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.desk import addresses
from counterclaim.desk.jobs import Job, Jobs
from counterclaim.desk.safety.limits import Limit
from counterclaim.desk.safety.local import LocalDoor, own_key
from counterclaim.desk.settings import DeskError, is_loopback, origins_of
from counterclaim.desk.static_files import static_files
from counterclaim.errors import CounterclaimError
from counterclaim.values.digest import bytes_digest

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(NAMES)
def test_any_name_is_one_segment_and_comes_back(name: str) -> None:
    segment = addresses.segment(name)
    assert re.fullmatch(r"[\w.~-]+", segment, re.ASCII)
    assert segment not in {".", ".."}
    assert addresses.named(segment) == name
    assert urlsplit(addresses.document(name, name)).path.count("/") == 4


@given(st.text())
def test_any_segment_is_some_name(part: str) -> None:
    assert isinstance(addresses.named(part), str)


def test_names_of_dots_and_slashes() -> None:
    for name in ("..", ".", "a/../b", "~", "%2F", "a~2Fb", "?x#y"):
        assert addresses.named(addresses.segment(name)) == name
        assert "/" not in addresses.segment(name)


def test_a_key_is_ones_own_and_kept(tmp_path: Path) -> None:
    key = own_key(tmp_path / "state")
    path = tmp_path / "state" / "desk.key"
    assert own_key(tmp_path / "state") == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert own_key(tmp_path / "state") != key, "others could read it"
    path.write_bytes(b"short")
    assert len(own_key(tmp_path / "state")) == 32


def test_without_a_place_to_keep_it_a_key_lasts_as_long_as_the_desk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert own_key(tmp_path / "file") != own_key(tmp_path / "file")


def test_a_cookie_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    door = LocalDoor(b"k" * 32, "link")
    cookie = door.enter("link")
    assert cookie is not None
    assert door.knows(cookie)
    monkeypatch.setattr("counterclaim.desk.safety.local.time", lambda: 9e12)
    assert not door.knows(cookie)


@given(st.text())
def test_no_text_is_a_cookie(text: str) -> None:
    assert not LocalDoor(b"k" * 32, "link").knows(text)


def test_a_limit_counts_within_its_window() -> None:
    now = 0.0
    limit = Limit(2, 10, lambda: now)
    for _ in range(2):
        assert limit.wait("a") == 0
        limit.note("a")
    assert limit.wait("a") == 10
    assert limit.wait("b") == 0
    now = 11.0
    assert limit.wait("a") == 0
    limit.note("a")
    limit.note("a")
    limit.forget("a")
    assert limit.wait("a") == 0


def test_a_limit_forgets_names_made_up_by_the_thousand() -> None:
    limit = Limit(1, 1000)
    for number in range(10_050):
        limit.note(str(number))
    assert len(limit._tries) <= 10_000


def test_jobs_run_one_after_the_other_and_one_key_once() -> None:
    jobs, order, go = Jobs(), [], threading.Event()

    def work(job: Job) -> str:
        go.wait(5)
        order.append(job.title)
        return job.title

    first = jobs.submit("ana", "one", work, key="k")
    assert jobs.submit("ana", "again", work, key="k") is first
    second = jobs.submit("ana", "two", work)
    assert (second.state, jobs.get(second.id)) == ("waiting", second)
    go.set()
    while not second.over:
        pass
    assert order == ["one", "two"]
    assert (first.state, first.result) == ("done", "one")
    assert jobs.latest("k") is first
    assert jobs.latest("k", within=-1) is None


def test_a_job_that_fails_leaves_the_others() -> None:
    jobs = Jobs()

    def fails(job: Job) -> None:
        raise CounterclaimError("in a sentence")

    def breaks(job: Job) -> None:
        raise ZeroDivisionError

    failed, broken, last = (jobs.submit("ana", "x", work) for work in (fails, breaks, lambda job: 1))
    while not last.over:
        pass
    assert (failed.state, failed.said) == ("failed", "in a sentence")
    assert broken.state == "failed"
    assert last.result == 1


def test_origins() -> None:
    assert origins_of("127.0.0.1", 80, ())[0] == "http://127.0.0.1"
    assert origins_of("::1", 8765, ())[0] == "http://[::1]:8765"
    assert origins_of("0.0.0.0", 8765, ("https://Desk.example.org",)) == ("https://desk.example.org",)
    for sites in ((), ("desk.example.org",), ("https://",), ("https://a/b",), ("https://a@b",), ("javascript://x",)):
        with pytest.raises(DeskError):
            origins_of("0.0.0.0", 8765, sites)
    assert is_loopback("localhost")
    assert is_loopback("127.3.2.1")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("desk.example.org")


def test_the_vendored_script_is_the_one_its_readme_names() -> None:
    vendor = files("counterclaim.desk") / "static" / "vendor"
    table = vendor.joinpath("README.md").read_text("utf-8")
    assert bytes_digest(vendor.joinpath("htmx.min.js").read_bytes()) in table
    assert "Zero-Clause BSD" in vendor.joinpath("htmx.LICENSE.txt").read_text("utf-8")


def test_addresses_of_files_change_with_their_content() -> None:
    for name, file in static_files().items():
        assert file.address == f"/static/{name}?v={bytes_digest(file.data)[:12]}"
        assert file.data
