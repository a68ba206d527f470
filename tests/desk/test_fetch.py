"""Fetching: only from the public web, whatever names, redirects and notations say; within limits."""

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import ClassVar

import pytest

from counterclaim.desk.safety import fetch as fetching
from counterclaim.desk.safety.fetch import FetchError, fetch, is_public, public_address


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:c0a8:101::",
        "fec0::1",
        "2001:db8::1",
        "2001:0:7f00:1::1",
        "example.org",
        "2130706433",
        "127.1",
    ],
)
def test_no_address_of_a_private_network_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_web_is_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_many_is_enough() -> None:
    with pytest.raises(FetchError, match="no address of the public web"):
        public_address("paper.example", 443, lambda host, port: ["8.8.8.8", "127.0.0.1"])


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://paper.example/",
        "javascript:alert(1)",
        "http://",
        "http://user:word@paper.example/",
        "http://paper.example:22/",
        "http://paper.example:99999/",
        "http://[::1]/",
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "",
        "//paper.example",
        "http://[bad",
    ],
)
def test_addresses_that_are_not_fetched(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("went there"))
    with pytest.raises(FetchError):
        fetch(url)


class Server(ThreadingTCPServer):
    """No `HTTPServer`, which asks the network for this machine's name."""

    daemon_threads = True


class Paper(BaseHTTPRequestHandler):
    """A page, and ways to misbehave."""

    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.seen.append(f"{self.headers['Host']}{self.path}")
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
        elif self.path == "/large":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                self.wfile.write(b"x" * 1024)
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            while not self.server.stopped.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
                self.wfile.flush()
        elif self.path == "/gone":
            self.send_error(404)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<p>The mayor said so.</p>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A paper of the public web, as far as the desk can tell: the connection to its address ends up here."""
    server = Server(("127.0.0.1", 0), Paper)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    connect: Callable[..., object] = socket.create_connection

    def here(address: tuple[str, int], timeout: float) -> object:
        assert address == ("8.8.8.8", 80), "only ever to the address that was checked"
        return connect(server.server_address, timeout=timeout)

    monkeypatch.setattr(socket, "create_connection", here)
    Paper.seen.clear()
    yield Paper.seen
    server.stopped.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def resolve(host: str, port: int) -> list[str]:
    return ["8.8.8.8"] if host.endswith("paper.example") else ["127.0.0.1"]


def test_a_page_is_fetched_under_its_name(paper: list[str]) -> None:
    got = fetch("http://paper.example/one?a=1", resolve=resolve)
    assert (got.data, got.url) == (b"<p>The mayor said so.</p>", "http://paper.example/one?a=1")
    assert paper == ["paper.example/one?a=1"]


def test_a_redirect_within_the_web_is_followed(paper: list[str]) -> None:
    assert fetch("http://paper.example/to?http://www.paper.example/two", resolve=resolve).url == "http://www.paper.example/two"
    assert fetch("http://paper.example/to?/three", resolve=resolve).url == "http://paper.example/three"


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://inside.example/", "file:///etc/passwd", "http://paper.example:22/"]
)
def test_a_redirect_into_a_private_network_is_not(paper: list[str], to: str) -> None:
    with pytest.raises(FetchError):
        fetch(f"http://paper.example/to?{to}", resolve=resolve)
    assert len(paper) == 1


def test_redirects_end(paper: list[str]) -> None:
    with pytest.raises(FetchError, match="times"):
        fetch("http://paper.example/to?/to?" + "/to?" * 20, resolve=resolve)
    assert len(paper) <= fetching.MOST_REDIRECTS + 1


def test_a_name_that_answers_otherwise_the_second_time_is_asked_once(paper: list[str]) -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    fetch("http://paper.example/one", resolve=lambda host, port: next(answers))
    assert next(answers) == ["127.0.0.1"]


def test_what_is_too_large_too_slow_or_not_there_is_refused(paper: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 10 * 1024)
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.5)
    for path, says in (("large", "more than"), ("gone", "404"), ("slow", "longer|could not")):
        with pytest.raises(FetchError, match=says):
            fetch(f"http://paper.example/{path}", resolve=resolve)


def test_control_characters_in_an_address_reach_nobody(paper: list[str]) -> None:
    with pytest.raises(FetchError):
        fetch("http://paper.example/a b\u007f", resolve=resolve)
    assert not paper
