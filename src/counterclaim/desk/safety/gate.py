"""The gate every request passes first: which host it names, from which origin it writes, how much it sends; and the headers of
every answer.

It stands before the application as plain ASGI, so that no route can be added that goes round it.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

READING = frozenset({"GET", "HEAD"})
"""Methods that change nothing. No other method gets in without coming from a page of ours."""

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one request: a large dossier as JSON Lines goes in, a full disk does not."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of every answer: our own files alone, no inline script or style, no frame around us."""

FAULT = "Something went wrong in the desk itself. What was kept is kept; try again, and report it if it stays.\n"

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # not no-referrer: browsers would send forms of ours with the origin "null"
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Gate:
    """Refuses what does not come through an address of ours, or writes from elsewhere; puts `HEADERS` on every answer."""

    def __init__(self, application: Application, *, origins: tuple[str, ...], most_bytes: int = MOST_BYTES) -> None:
        self._application = application
        self._origins = frozenset(origins)
        self._hosts = frozenset(origin.partition("://")[2] for origin in origins)
        self._most_bytes = most_bytes

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request; websockets are not spoken here."""
        if scope["type"] == "lifespan":
            await self._application(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        if refusal := self._refusal(scope):
            await refusal(scope, receive, _with_headers(send))
            return
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._application(scope, _bounded(receive, self._most_bytes), _with_headers(noted))
        except Exception:
            if not begun:  # a fault of ours is answered here, so that this answer carries the headers as well
                await PlainTextResponse(FAULT, 500)(scope, receive, _with_headers(send))
            raise

    def _refusal(self, scope: Message) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        # A page of a stranger's whose name was pointed at this machine (DNS rebinding) still names its own host.
        if headers.get("host", "").lower() not in self._hosts:
            return PlainTextResponse("This desk is not reached under that address.\n", 421)
        if scope["method"] not in READING and not self._ours(headers):
            return PlainTextResponse("This request does not come from a page of this desk.\n", 403)
        try:
            too_long = int(headers.get("content-length", "0")) > self._most_bytes
        except ValueError:
            return PlainTextResponse("The length of this request cannot be read.\n", 400)
        if too_long:
            return PlainTextResponse(f"More than {self._most_bytes} bytes; send less at once.\n", 413)
        return None

    def _ours(self, headers: Headers) -> bool:
        """Whether a writing request comes from one of our pages, or from a program that holds a token and is no browser."""
        origin = headers.get("origin")
        if origin is not None:
            return origin.lower() in self._origins
        if site := headers.get("sec-fetch-site"):
            return site == "same-origin"
        return headers.get("authorization", "").startswith("Bearer ")


class TooMuch(Exception):  # noqa: N818  # it ends a request, not the desk
    """A request's body went on past what may be sent at once."""


def _bounded(receive: Receive, most: int) -> Receive:
    """``receive`` that ends a body which says no length and does not end."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooMuch
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return headed
