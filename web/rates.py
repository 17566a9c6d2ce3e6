"""How much one address may ask for in a minute."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from web.answers import Answer
from web.problems import TooManyRequests

IPV6_HOME_BITS = 64
"""What one subscriber has: all addresses of such a network count as one."""


@dataclass(frozen=True, slots=True)
class Rates:
    """For one address, a minute: pages and files, forms and calls that make something, live connections."""

    reads: int = 600
    makes: int = 60
    lives: int = 30


class RateLimits:
    """Refuses an address that asks too often, before anything of its body is read."""

    def __init__(self, app: ASGIApp, *, rates: Rates, answer: Answer) -> None:
        self.app = app
        self.answer = answer
        self.limiter = FixedWindowRateLimiter(MemoryStorage())
        self.items = {name: RateLimitItemPerMinute(getattr(rates, name)) for name in ("reads", "makes", "lives")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            name, address = _kind(scope), address_of(HTTPConnection(scope))
            if not await self.limiter.hit(self.items[name], name, address):
                wait_s = await self._wait_s(self.items[name], name, address)
                return await self.answer(scope, TooManyRequests(wait_s))(scope, receive, send)
        return await self.app(scope, receive, send)

    async def _wait_s(self, item: RateLimitItem, *keys: str) -> float:
        return max(1.0, (await self.limiter.get_window_stats(item, *keys)).reset_time - time())


def address_of(visit: HTTPConnection) -> str:
    """Name whom a visit is counted for: an IPv4 address, or the network of an IPv6 one."""
    host = visit.client.host if visit.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> IPV6_HOME_BITS << IPV6_HOME_BITS))
    return str(address)


def _kind(scope: Scope) -> str:
    if scope["type"] == "websocket":
        return "lives"
    return "reads" if scope["method"] in ("GET", "HEAD") else "makes"
