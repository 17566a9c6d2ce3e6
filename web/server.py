"""The page: a photo or a mood goes in, a tape comes out. `create_page` makes it, `serve` runs it."""

import asyncio
import errno
import logging
import socket
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from math import ceil
from typing import Any

import uvicorn
from fastapi import FastAPI
from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from core import errors
from core.errors import MoodtapeError, PortTaken, SettingsInvalid
from core.flow import playlist_from_mood, playlist_from_selfie
from core.language import Languages, Words
from core.ports import Services
from web.accounts import add_callback
from web.downloads import Shelf, add_downloads
from web.forms import TRACKS_DEFAULT, FormProblem, UploadTooSlow, read_order
from web.guards import BodyLimit, HomeOnly, Incidents, StrictHeaders, WordsOf
from web.pages import WEB, form_page, result_page, templates
from web.wording import sentence, words_of

STATUSES: dict[type[Exception], int] = {
    errors.PhotoTooHeavy: 413,
    errors.NoFace: 422,
    errors.FaceUnclear: 422,
    errors.BadPhoto: 400,
    errors.UnknownMood: 400,
    UploadTooSlow: 408,
    FormProblem: 400,
    MoodtapeError: 503,
}
"""The first that fits counts."""
UPLOADS = 8
"""Forms that arrive at the same time; each may hold a photo in memory, and further ones wait unread."""
_DRAIN_S = 5
_logger = logging.getLogger(__name__)


def create_page(
    services: Services, *, languages: Languages, limit_bytes: int = 15_000_000, allowed_hosts: Collection[str] = ()
) -> FastAPI:
    """Make the application.

    Args:
        languages: What the page speaks, by each request's Accept-Language.
        limit_bytes: The heaviest photo that is read.
        allowed_hosts: Host names that it answers to besides loopback's, without port; "*" for any.
    """
    env = templates(limit_bytes=limit_bytes)
    page = FastAPI(title="Moodtape", openapi_url=None, docs_url=None, redoc_url=None)

    def words(scope: Scope) -> Words:
        return words_of(scope, languages)

    _add_routes(page, services, env, words, limit_bytes=limit_bytes)
    if services.accounts:
        add_callback(page, services.accounts, env, words)
    _add_answers(page, env, words)
    page.add_middleware(
        BodyLimit, words=words, limit_bytes=limit_bytes, refuse=lambda error, words: _problem_page(env, error, words)
    )
    page.add_middleware(HomeOnly, words=words, allowed_hosts=allowed_hosts)
    page.add_middleware(Incidents, answer=lambda scope, incident: _incident_page(env, incident, words(scope)))
    page.add_middleware(StrictHeaders)
    return page


def _add_routes(page: FastAPI, services: Services, env: Environment, words: WordsOf, *, limit_bytes: int) -> None:
    async def show_form(request: Request) -> Response:
        return form_page(env, words(request.scope))

    uploads = asyncio.Semaphore(UPLOADS)
    shelf = Shelf()

    async def make_tape(request: Request) -> Response:
        async with uploads:
            order = await read_order(request, limit_bytes=limit_bytes)
        wishes: dict[str, Any] = {"services": services, "length": order.tracks, "request_id": order.request_id}
        wishes["language"] = words(request.scope).language.value
        if order.mood:
            result = await playlist_from_mood(order.mood, **wishes)
        else:
            result = await playlist_from_selfie(order.photo, **wishes)
        return result_page(env, result, words(request.scope), tracks=order.tracks, files=shelf.put(result))

    async def back_to_form() -> Response:
        return RedirectResponse("/", 303)

    async def health() -> Response:
        return JSONResponse({"status": "ok"})

    page.add_api_route("/", show_form, methods=["GET", "HEAD"])
    page.add_api_route("/tape", make_tape, methods=["POST"])
    page.add_api_route("/tape", back_to_form, methods=["GET", "HEAD"])
    page.add_api_route("/healthz", health, methods=["GET", "HEAD"])
    add_downloads(page, shelf, env, words)
    page.mount("/static", StaticFiles(directory=WEB / "static"))


def _add_answers(page: FastAPI, env: Environment, words: WordsOf) -> None:
    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, MoodtapeError | FormProblem)  # noqa: S101
        return _problem_page(env, error, words(request.scope), tracks=getattr(request.state, "tracks", TRACKS_DEFAULT))

    async def refusal(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        told = words(request.scope)
        problem = told("web-no-such-page") if error.status_code == 404 else told("web-refused")
        answer = form_page(env, told, problem=problem, status=error.status_code)
        answer.headers.update(error.headers or {})
        return answer

    page.add_exception_handler(MoodtapeError, problem)
    page.add_exception_handler(FormProblem, problem)
    page.add_exception_handler(HTTPException, refusal)


def _problem_page(
    env: Environment, error: MoodtapeError | FormProblem, words: Words, *, tracks: int = TRACKS_DEFAULT
) -> Response:
    status = next(status for kind, status in STATUSES.items() if isinstance(error, kind))
    if isinstance(error, errors.OperatorProblem):
        _logger.error("%s", sentence(error, words.in_english))
    answer = form_page(env, words, tracks=tracks, problem=sentence(error, words), status=status)
    if isinstance(error, errors.Busy):
        answer.headers["Retry-After"] = str(max(1, ceil(error.retry_after_s)))
    return answer


def _incident_page(env: Environment, incident: str, words: Words) -> Response:
    return form_page(env, words, problem=words("web-incident", incident=incident), status=500)


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signals to whoever owns the process."""
        yield

    def stop_listening(self) -> None:
        """Let go of the port, also where `serve` was cancelled."""
        for listening in getattr(self, "servers", ()):
            listening.close()


def _ignore(_: int) -> None:
    pass


async def serve(
    app: FastAPI, *, host: str, port: int, stop: asyncio.Event, on_ready: Callable[[int], None] = _ignore
) -> None:
    """Serve until `stop` is set; requests under way then get 5 s. Port 0 takes a free one.

    `on_ready` is told the port once connections are taken.

    Raises:
        PortTaken: Another program listens there.
        SettingsInvalid: The host is not an address of this machine, or the port is not allowed.
    """
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_DRAIN_S,
    )
    server = _Server(config)
    watch = asyncio.create_task(_stop_with(server, stop))
    try:
        on_ready(listener.getsockname()[1])
        await server.serve(sockets=[listener])
    finally:
        watch.cancel()
        server.stop_listening()
        listener.close()


async def _stop_with(server: _Server, stop: asyncio.Event) -> None:
    await stop.wait()
    server.should_exit = True


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=256)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise SettingsInvalid("WEB_PORT", f"this account may not listen on port {port}") from error
        raise SettingsInvalid("WEB_HOST", "it is not an address of this machine") from error
