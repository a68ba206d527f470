"""Where the text of a page's source stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.clean.html_scan import scan


def texts(source: str) -> list[str]:
    return [source[run.start : run.end] for run in scan(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>a <b>b</b> c</p>", ["a ", "b", " c"]),
        ("<!-- no --><p>yes<!-- no --> yes</p>", ["yes", " yes"]),
        ('<a title="1 > 0">yes</a>', ["yes"]),
        ("<script>if (a < b) '<p>no</p>'</script>yes", ["yes"]),
        ("<SCRIPT>no</SCRIPT >yes", ["yes"]),
        ("<textarea><p>no</textarea>yes", ["yes"]),
        ("3 < 4 and 5 > 4", ["3 < 4 and 5 > 4"]),
        ("<p>unfinished <b", ["unfinished "]),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;</p>", ["&a;"]),
        ("<!DOCTYPE html><?php no ?>yes", ["yes"]),
        ("plain", ["plain"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_text_is_what_is_no_markup(source: str, found: list[str]) -> None:
    assert texts(source) == found


def test_runs_know_what_stands_between_them() -> None:
    first, second, third, fourth = scan("<p>one</p><p>two<b>three</b> <i>four</i></p>")
    assert second.new_line
    assert not third.new_line and not third.gap
    assert not fourth.new_line and fourth.gap
    assert first.start == 3


@given(st.text(alphabet="<>/!-'\"= abpscript\n&", max_size=200))
def test_any_source_is_scanned_in_order(source: str) -> None:
    at = 0
    for run in scan(source):
        assert at <= run.start < run.end <= len(source)
        assert not source[run.start : run.end].isspace()
        at = run.end


@pytest.mark.parametrize("piece", ['<a href="', "<", "<!--", "<script>", "<p", "&amp;", "<!DOCTYPE x ["])
def test_time_is_linear(piece: str) -> None:
    source = piece * (1_000_000 // len(piece))
    start = time.process_time()
    scan(source)
    assert time.process_time() - start < 5
