"""Fetching a page from the web, where the desk was started with ``--allow-fetch``, and never from within its own network.

A name is resolved once, every address it has must be a public one, and the connection goes to that very address: what the name
answers a moment later (DNS rebinding) cannot matter. Each redirect is a new address and is checked like the first.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Timer
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

import msgspec

from counterclaim.errors import CounterclaimError

MOST_BYTES = 8 * 1024 * 1024
MOST_SECONDS = 20.0
MOST_REDIRECTS = 5

PORTS = {"http": 80, "https": 443}
"""The web's own; any other port is more likely a service than a newspaper."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for the IPv4 address in their last 32 bits (RFC 6052)."""

Resolver = Callable[[str, int], Iterable[str]]


class FetchError(CounterclaimError):
    """A page was not fetched; the message says why."""


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came: the address it came from after redirects, its bytes."""

    url: str
    data: bytes


def fetch(url: str, *, resolve: Resolver | None = None) -> Fetched:
    """The page at ``url``.

    Args:
        url: An http or https address.
        resolve: The addresses of a host; the system's own resolver where None.

    Raises:
        FetchError: If the address is none of the public web, or the page is too large, too slow or leads elsewhere too often.
    """
    until = monotonic() + MOST_SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        parts = _parts(url)
        address = public_address(str(parts.hostname), PORTS[parts.scheme], resolve or system_addresses)
        found = _get(parts, address, until)
        if isinstance(found, bytes):
            return Fetched(url=url, data=found)
        url = urljoin(url, found)
    raise FetchError(f"{url} leads on to other addresses more than {MOST_REDIRECTS} times")


def public_address(host: str, port: int, resolve: Resolver) -> str:
    """One address of ``host``, all of whose addresses are public.

    Raises:
        FetchError: If there is none, or one of them is private, of this machine, of the local link or otherwise special.
    """
    try:
        addresses = tuple(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} has no address: {error}") from error
    if not addresses:
        raise FetchError(f"{host} has no address")
    for address in addresses:
        if not is_public(address):
            raise FetchError(f"{host} is at {address}, which is no address of the public web; the desk does not go there")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether ``address`` is one anybody on the internet can reach, behind whatever notation it hides."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inside = known.ipv4_mapped or known.sixtofour or (known.teredo[1] if known.teredo else None)
        if inside is None and known in NAT64:
            inside = ipaddress.IPv4Address(int(known) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
        if known.is_site_local:
            return False
    return known.is_global and not known.is_multicast and not known.is_reserved


def system_addresses(host: str, port: int) -> Iterable[str]:
    """The addresses of ``host`` as this system resolves it."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url} cannot be read as an address") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise FetchError(f"{url} is no address of the web; expected one that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address with a user's name in it is not fetched")
    if port not in {None, PORTS[parts.scheme]}:
        raise FetchError(f"{url} names port {port}; only the web's own ports are fetched from")
    return parts


def _get(parts: SplitResult, address: str, until: float) -> bytes | str:
    """The page's bytes, or where it leads."""
    host = str(parts.hostname)
    connection = _Pinned(host, address, encrypted=parts.scheme == "https", until=until)
    watch = Timer(max(until - monotonic(), 0), connection.cut)  # a timeout alone is that of each piece, not of the whole
    watch.daemon = True
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        watch.start()
        connection.request("GET", target, headers={"Accept": "text/html, text/plain", "Accept-Encoding": "identity"})
        answer = connection.getresponse()
        if answer.status in REDIRECTS and (leads := answer.getheader("Location")):
            return leads
        if answer.status != 200:
            raise FetchError(f"{host} answered {answer.status} {answer.reason}")
        data = answer.read(MOST_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(f"{host} could not be read: {error or type(error).__name__}") from error
    finally:
        watch.cancel()
        connection.close()
    if monotonic() >= until:
        raise FetchError(f"{host} took longer than {MOST_SECONDS:.0f} seconds")
    if len(data) > MOST_BYTES:
        raise FetchError(f"{host} sent more than {MOST_BYTES // 1024 // 1024} MB, more than any article")
    return data


class _Pinned(http.client.HTTPConnection):
    """A connection to one address, whatever its host's name means by then; certificates are held to the name."""

    def __init__(self, host: str, address: str, *, encrypted: bool, until: float) -> None:
        super().__init__(host, PORTS["https" if encrypted else "http"])
        self._address = address
        self._encrypted = encrypted
        self._until = until
        self._open: socket.socket | None = None

    def connect(self) -> None:
        """Opens the connection, within the time that is left.

        Raises:
            TimeoutError: If none is left.
        """
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError(f"took longer than {MOST_SECONDS:.0f} seconds")
        plain = socket.create_connection((self._address, self.port), timeout=left)
        context = ssl.create_default_context() if self._encrypted else None
        self._open = plain  # the answer goes on reading after http.client has let go of ``sock``
        self.sock = context.wrap_socket(plain, server_hostname=self.host) if context else plain
        self._open = self.sock

    def cut(self) -> None:
        """Ends the connection, whatever is being read from it."""
        if self._open is not None:
            with suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)
