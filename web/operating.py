"""The operator's doors: is it alive, is it ready, what does it count."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field

from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from core.errors import MoodtapeError
from web.answers import plain_answer
from web.guards import LOOPBACK_HOSTS, HomeOnly

CHECK_LIMIT_S = 2.0
READY = "ready"
FORWARDED = ("forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")
"""What proxies add to a request that they pass on."""

Check = Callable[[], Awaitable[str | None]]
"""Gives None where all is well, else in a few words what is not, without secrets."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Operating:
    """What the doors show; rooms add their checks, by name, as they are opened.

    `on_page` also opens them on the page's own port, to this machine only: for a page that is not published.
    """

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    checks: dict[str, Check] = field(default_factory=dict[str, Check])
    on_page: bool = False
    check_limit_s: float = CHECK_LIMIT_S


def add_health(page: FastAPI, operating: Operating | None) -> None:
    """Let anybody ask whether the page is alive, and this machine more where that is wanted."""
    page.add_api_route("/healthz", _health, methods=["GET", "HEAD"], include_in_schema=False)
    if operating and operating.on_page:
        _add_doors(page, operating, open_to=is_this_machine)


def create_operating(operating: Operating, *, allowed_hosts: Collection[str] = ()) -> FastAPI:
    """Make an application for a port of its own, which no proxy publishes."""
    doors = FastAPI(title="Moodtape, operating", openapi_url=None, docs_url=None, redoc_url=None)
    doors.add_api_route("/healthz", _health, methods=["GET", "HEAD"])
    _add_doors(doors, operating, open_to=_anybody)
    doors.add_middleware(HomeOnly, answer=plain_answer, allowed_hosts=allowed_hosts)
    return doors


def is_this_machine(request: Request) -> bool:
    """Say whether a request came from this machine, for this machine, and past no proxy that says so."""
    from_here = request.client is not None and request.client.host in LOOPBACK_HOSTS
    for_here = request.url.hostname in LOOPBACK_HOSTS
    return from_here and for_here and not any(name in request.headers for name in FORWARDED)


async def readiness(operating: Operating) -> dict[str, str]:
    """Run all checks side by side, each for `check_limit_s` at most; gives "ready" for each that is well."""
    checks = dict(operating.checks)
    told = await asyncio.gather(*(_outcome(*each, limit_s=operating.check_limit_s) for each in checks.items()))
    return dict(zip(checks, told, strict=True))


def _add_doors(app: FastAPI, operating: Operating, *, open_to: Callable[[Request], bool]) -> None:
    async def ready(request: Request) -> Response:
        if not open_to(request):
            raise HTTPException(404)
        checks = await readiness(operating)
        well = all(outcome == READY for outcome in checks.values())
        return JSONResponse({"ready": well, "checks": checks}, 200 if well else 503)

    async def metrics(request: Request) -> Response:
        if not open_to(request):
            raise HTTPException(404)
        encode, content_type = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(operating.registry), headers={"Content-Type": content_type})

    app.add_api_route("/readyz", ready, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_api_route("/metrics", metrics, methods=["GET", "HEAD"], include_in_schema=False)


async def _outcome(name: str, check: Check, *, limit_s: float) -> str:
    try:
        async with asyncio.timeout(limit_s):
            return await check() or READY
    except TimeoutError:
        return "no answer in time"
    except MoodtapeError as error:
        return str(error)
    except Exception:
        _logger.exception("the check of %s failed", name)
        return "the check failed; the log says why"


async def _health() -> Response:
    return JSONResponse({"status": "ok"})


def _anybody(_: Request) -> bool:
    return True
