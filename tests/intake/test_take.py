"""Paths, folders, streams and records: what is taken in, and what is said of the rest."""

import gzip
import io
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake import records, take
from counterclaim.intake.take import take_in, take_text
from counterclaim.values.problem import Problem
from counterclaim.values.text import Snapshot

ARTICLE = "Lodva denies it\r\n\r\nThe army denied on Friday that its guns had fired.\n"
RECORD = '{"id": "m1", "outlet": "Meridian", "published": "2031-05-02", "language": "en", "text": "The army denied it."}'


def taken(*paths: Path) -> list[Snapshot | Problem]:
    return list(take_in([str(path) for path in paths]))


def one(path: Path) -> Snapshot | Problem:
    (only,) = taken(path)
    return only


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def code(found: Snapshot | Problem) -> str:
    assert isinstance(found, Problem), found
    return found.code


def test_text_is_kept_character_for_character(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.txt", ARTICLE))
    assert isinstance(found, Snapshot)
    assert (found.source, found.media, found.data, found.problems) == (ARTICLE, "text", ARTICLE.encode(), ())


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.html", "no tags at all", "html"),
        ("a.HTM", "<p>x</p>", "html"),
        ("a", "<!DOCTYPE html><p>x</p>", "html"),
        ("a.txt", "\n <html lang=en><p>x</p>", "html"),
        ("a.xml", '<?xml version="1.0"?>\n<!DOCTYPE html><html><p>x</p></html>', "html"),
        ("a.txt", "<p>Tags do not make a page.</p>", "text"),
        ("a.md", '{"text": "not a record"}', "text"),
        ("a", "The army denied it.", "text"),
    ],
)
def test_what_a_file_is_to_be_read_as(tmp_path: Path, name: str, data: str, media: str) -> None:
    found = one(put(tmp_path, name, data))
    assert isinstance(found, Snapshot)
    assert found.media == media


def test_folders_are_read_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden/x.txt", ".x.txt", "c.html"):
        put(tmp_path, name, ARTICLE)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [Path(s.path).name for s in taken(tmp_path) if isinstance(s, Snapshot)] == ["1.txt", "2.txt", "b.txt", "c.html"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert code(one(tmp_path)) == "empty"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"%PDF-1.7\n...", "not_text"),
        (b"PK\x03\x04....", "not_text"),
        (b"\x89PNG\r\n\x1a\n", "not_text"),
        (bytes(range(32)) * 20, "not_text"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "not_text"),
        (b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>', "not_text"),
        (b"\x1f\x8b\x08\x00broken", "truncated"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, expected: str) -> None:
    bad, good = put(tmp_path, "a.txt", data), put(tmp_path, "b.txt", ARTICLE)
    first, second = taken(bad, good)
    assert code(first) == expected
    assert isinstance(first, Problem) and str(bad) in first.message
    assert isinstance(second, Snapshot)


def test_missing_paths_and_odd_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        found = taken(tmp_path / "no", tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"), tmp_path / "a\x00b")
    assert [code(f) for f in found] == ["not_found", "not_a_file", "not_a_file", "not_a_file", "unreadable"]


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "folder/a.txt", ARTICLE)
    put(tmp_path, "b.txt", ARTICLE)

    def refuse(place: Path) -> None:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(Path, "iterdir", refuse)  # as root, permissions refuse nothing
    found = taken(tmp_path / "folder", tmp_path / "b.txt")
    assert code(found[0]) == "not_permitted"
    assert isinstance(found[1], Snapshot)


def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"mill\xff.txt")
    put(tmp_path, name, ARTICLE)
    found = one(tmp_path / name)
    assert isinstance(found, Snapshot)
    found.path.encode()


def test_nuls_are_kept_and_said(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.txt", "The army\x00 denied it."))
    assert isinstance(found, Snapshot)
    assert found.source == "The army\x00 denied it."
    assert [(p.code, p.start) for p in found.problems] == [("nul_bytes", 8)]


def test_gzip_is_a_wrapping(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.html.gz", gzip.compress(b"<p>The army denied it.</p>")))
    assert isinstance(found, Snapshot)
    assert (found.media, found.data) == ("html", b"<p>The army denied it.</p>")


def test_a_gzip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take, "FILE_LIMIT", 1000)
    assert code(one(put(tmp_path, "a.gz", gzip.compress(b"x" * 100_000)))) == "too_large"
    assert code(one(put(tmp_path, "a.txt", b"x" * 100_000))) == "too_large"


@pytest.mark.parametrize(("data", "media"), [(ARTICLE, "text"), ("<!doctype html><p>x</p>", "html"), (RECORD, "text")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, media: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (found,) = take_in(["-"])
    assert isinstance(found, Snapshot)
    assert found.media == media
    assert found.hints.id == ("m1" if data == RECORD else None)


def test_records_keep_their_bytes_and_fields(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.jsonl", RECORD + "\r\n"))
    assert isinstance(found, Snapshot)
    assert (found.source, found.data) == ("The army denied it.", RECORD.encode())
    assert (found.hints.id, found.hints.outlet, found.hints.published) == ("m1", "Meridian", "2031-05-02")


def test_a_record_without_a_name_is_named_after_its_line(tmp_path: Path) -> None:
    first, second = taken(put(tmp_path, "wire.ndjson", '{"text": "One."}\n\n{"html": "<p>Two.</p>"}'))
    assert isinstance(first, Snapshot) and isinstance(second, Snapshot)
    assert (first.hints.id, second.hints.id, second.media) == ("wire-1", "wire-3", "html")


def test_a_single_json_object_is_a_record(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.json", '{\n "id": "x",\n "text": "The army denied it."\n}'))
    assert isinstance(found, Snapshot)
    assert found.hints.id == "x"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text": "cut o', "bad_json"),
        ("not json", "bad_json"),
        ("[" * 50_000, "bad_json"),
        ('{"text": ' + "9" * 10_000 + "}", "bad_json"),
        ("[1, 2]", "bad_record"),
        ('"text"', "bad_record"),
        ('{"id": "x"}', "bad_record"),
        ('{"text": 5}', "bad_record"),
        ('{"text": "  "}', "empty"),
    ],
)
def test_a_bad_line_is_said_and_the_rest_is_read(tmp_path: Path, line: str, expected: str) -> None:
    path = put(tmp_path, "a.jsonl", f"{RECORD}\n{line}\n{RECORD}\n")
    before, bad, after = taken(path)
    assert isinstance(before, Snapshot) and isinstance(after, Snapshot)
    assert code(bad) == expected
    assert isinstance(bad, Problem) and f"{path}:2" in bad.message


def test_a_line_without_end_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "RECORD_LIMIT", 500)
    long, good = taken(put(tmp_path, "a.jsonl", '{"text": "' + "x" * 5000 + '"}\n' + RECORD))
    assert code(long) == "too_large"
    assert isinstance(good, Snapshot)


def test_fields_that_do_not_fit_are_passed_over_and_said(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.jsonl", '{"id": 7, "url": 5, "published": "Friday", "outlet": null, "text": "x"}'))
    assert isinstance(found, Snapshot)
    assert (found.hints.id, found.hints.url, found.hints.published) == ("7", None, None)
    assert [p.code for p in found.problems] == ["bad_field", "bad_field"]


def test_half_a_surrogate_pair_is_shown_and_said(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.jsonl", '{"text": "No \\ud83d here"}'))
    assert isinstance(found, Snapshot)
    assert found.source == "No \ufffd here"
    assert [(p.code, p.start) for p in found.problems] == [("broken_characters", 3)]
    assert take_text("No \ud83d here").source == "No \ufffd here"


def test_pictures_named_as_records_are_one_problem(tmp_path: Path) -> None:
    assert code(one(put(tmp_path, "a.jsonl", b"\x89PNG\r\n\x1a\n" + b"\n" * 100))) == "not_text"


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.json", "a", "a.gz"]))
def test_any_bytes_give_snapshots_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    path = put(tmp_path_factory.getbasetemp(), name, data)
    for found in taken(path):
        assert isinstance(found, Problem) or found.source.encode()
