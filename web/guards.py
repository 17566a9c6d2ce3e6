"""ASGI middleware that stands before every page: strict headers, incidents, visitors from elsewhere, body size."""

import asyncio
import logging
import re
from collections.abc import Collection
from contextlib import suppress
from secrets import token_hex
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.errors import PhotoTooHeavy
from web.answers import Answer, is_api
from web.forms import FORM_BYTES
from web.pages import STRICT_POLICY
from web.problems import ForeignPage, HostUnknown, Incident, LengthInvalid, Restarting

STRICT_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
LINGER_S = 10.0
"""How long the rest of a refused body is read and dropped, so that a browser gets to see the answer."""
LINGER_LIMITS = 10
"""How much of it, in multiples of the limit."""

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?")
_LENGTH = re.compile(r"[0-9]{1,18}")
_STOP = "moodtape.stop"
_logger = logging.getLogger(__name__)


class StrictHeaders:
    """Puts the security headers on every answer; only files of our own may be kept by a browser.

    A page may bring a content security policy of its own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def strict(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(STRICT_HEADERS)
                headers.setdefault("Content-Security-Policy", STRICT_POLICY)
                headers.setdefault("Cache-Control", "no-cache" if _is_static(scope) else "no-store")
            await send(message)

        await self.app(scope, receive, strict)


def _is_static(scope: Scope) -> bool:
    return scope["path"].startswith("/static/")


class Incidents:
    """Answers what nobody foresaw with a short id, and logs the cause under the same id.

    Where the server stops, a request that is cut short is told so.
    """

    def __init__(self, app: ASGIApp, *, answer: Answer) -> None:
        self.app = app
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] in ("http.response.start", "websocket.accept")
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except asyncio.CancelledError:
            if not is_stopping(scope):
                raise
            if scope["type"] == "http" and not started:
                await self.answer(scope, Restarting())(scope, receive, send)
        except ClientDisconnect:
            _logger.debug("a visitor left before the upload was complete")
        except Exception:
            incident = token_hex(4)
            _logger.exception("incident %s", incident, extra={"incident": incident})
            if started and scope["type"] == "websocket":
                return await send({"type": "websocket.close", "code": 1011})
            if started:
                raise
            await self.answer(scope, Incident(incident))(scope, receive, send)


class Stoppable:
    """Tells what is inside when the server stops."""

    def __init__(self, app: ASGIApp, *, stop: asyncio.Event) -> None:
        self.app = app
        self.stop = stop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, _STOP: self.stop}, receive, send)


def is_stopping(scope: Scope) -> bool:
    stop: asyncio.Event | None = scope.get(_STOP)
    return stop is not None and stop.is_set()


class HomeOnly:
    """Refuses unknown host names (DNS rebinding) and requests that another site's page sends (CSRF).

    Loopback names are always known; `allowed_hosts` are known besides, and "*" means any. Pages of `api_origins` may
    call the API.
    """

    def __init__(
        self, app: ASGIApp, *, answer: Answer, allowed_hosts: Collection[str], api_origins: Collection[str] = ()
    ) -> None:
        self.app = app
        self.answer = answer
        self.api_origins = frozenset(api_origins)
        self.hosts = LOOPBACK_HOSTS | {host.strip("[]").lower() for host in allowed_hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            headers = Headers(scope=scope)
            if not self._knows(headers.get("host", "")):
                return await self.answer(scope, HostUnknown())(scope, receive, send)
            may_call = is_api(scope) and headers.get("origin") in self.api_origins
            if not may_call and _is_foreign(headers, method=scope.get("method", "GET")):
                return await self.answer(scope, ForeignPage())(scope, receive, send)
        return await self.app(scope, receive, send)

    def _knows(self, host: str) -> bool:
        match = _HOST.fullmatch(host.lower())
        return bool(match) and ("*" in self.hosts or match[1].strip("[]") in self.hosts)


def _is_foreign(headers: Headers, *, method: str) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if origin not in (None, "null") and not _same_host(origin, headers["host"]):
        return True
    if site is None:
        return origin == "null"
    return site not in ("same-origin", "none") and not _follows_link(headers, method=method)


def _same_host(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def _follows_link(headers: Headers, *, method: str) -> bool:
    mode, dest = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return method in ("GET", "HEAD") and (mode, dest) == ("navigate", "document")


class BodyLimit:
    """Refuses a body by its declared length before reading, and an undeclared one while reading.

    The inner application meets the second as `PhotoTooHeavy`, raised where it reads.
    """

    def __init__(self, app: ASGIApp, *, limit_bytes: int, answer: Answer) -> None:
        self.app = app
        self.limit_bytes = limit_bytes
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        lingering = self._lingering(receive, send, waits="expect" in headers)
        declared = headers.get("content-length", "0")
        if not _LENGTH.fullmatch(declared):
            return await self.answer(scope, LengthInvalid())(scope, receive, send)
        if int(declared) > self.limit_bytes + FORM_BYTES:
            refusal = self.answer(scope, PhotoTooHeavy(int(declared), self.limit_bytes))
            return await refusal(scope, receive, lingering)
        return await self._counted(scope, receive, send, lingering)

    async def _counted(self, scope: Scope, receive: Receive, send: Send, lingering: Send) -> None:
        seen_bytes = 0

        async def count() -> Message:
            nonlocal seen_bytes
            message = await receive()
            seen_bytes += len(message.get("body", b""))
            if seen_bytes > self.limit_bytes + FORM_BYTES:
                raise PhotoTooHeavy(seen_bytes, self.limit_bytes)
            return message

        async def answer(message: Message) -> None:
            over = seen_bytes > self.limit_bytes + FORM_BYTES
            await (lingering if over else send)(message)

        await self.app(scope, count, answer)

    def _lingering(self, receive: Receive, send: Send, *, waits: bool) -> Send:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["Connection"] = "close"
            elif not message.get("more_body", False) and not waits:
                await send({**message, "more_body": True})
                await _drop(receive, at_most_bytes=LINGER_LIMITS * self.limit_bytes)
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        return answer


async def _drop(receive: Receive, *, at_most_bytes: int) -> None:
    left_bytes = at_most_bytes
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGER_S):
            while left_bytes > 0:
                message = await receive()
                if not message.get("more_body", False):
                    return
                left_bytes -= len(message.get("body", b""))
