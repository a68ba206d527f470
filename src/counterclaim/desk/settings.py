"""How a desk is run: where it listens, under which addresses it is reached, what it may do."""

import ipaddress

import msgspec

from counterclaim.errors import CounterclaimError

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


class DeskError(CounterclaimError):
    """The desk cannot be run as asked; the message says what to do."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the person who starts the desk decides.

    Attributes:
        host: The address it listens on.
        port: The port.
        origins: The addresses browsers reach it under ("http://127.0.0.1:8765"); any other Host or Origin is refused.
        user: Who judges where there are no users: the one person on this machine.
        link_token: What the opened link carries to let that person in; None where users sign in.
        allow_fetch: Whether it may fetch pages from the web.
    """

    host: str
    port: int
    origins: tuple[str, ...]
    user: str
    link_token: str | None
    allow_fetch: bool = False

    @property
    def opening_url(self) -> str:
        """The link that lets the one person in, or leads to the sign-in."""
        return f"{self.origins[0]}/in?token={self.link_token}" if self.link_token else f"{self.origins[0]}/"

    @property
    def encrypted(self) -> bool:
        """Whether browsers reach it by https only, so that its cookie must never travel otherwise."""
        return all(origin.startswith("https://") for origin in self.origins)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens on ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def origins_of(host: str, port: int, sites: tuple[str, ...]) -> tuple[str, ...]:
    """The origins a desk answers to: those named, else the address it listens on by all its names.

    Args:
        host: The address it listens on.
        port: The port.
        sites: Origins as users type them ("https://desk.example.org"); needed where others reach ``host``.

    Raises:
        DeskError: If a site is no origin, or none is given where one is needed.
    """
    for site in sites:
        scheme, _, rest = site.partition("://")
        if scheme not in {"http", "https"} or not rest or "/" in rest or "@" in rest:
            raise DeskError(f"--site {site!r} is no address of a site; expected https://desk.example.org")
    if sites:
        return tuple(site.lower() for site in sites)
    if not is_loopback(host):
        raise DeskError(f"on {host} others can reach the desk: say under which address with --site https://desk.example.org")
    names = dict.fromkeys((f"[{host}]" if ":" in host else host, *LOOPBACK_NAMES))
    return tuple(f"http://{name}" if port == 80 else f"http://{name}:{port}" for name in names)
