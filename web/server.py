"""The page: a photo or a mood goes in, a tape comes out. `create_page` makes it, `serve` runs it."""

import asyncio
import errno
import socket
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI
from jinja2 import Environment
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from core.errors import MoodtapeError, PortTaken, SettingsInvalid
from core.flow import playlist_from_request, read_faces
from core.language import Languages, Words
from core.ports import Services
from web.accounts import add_callback
from web.answers import API, Answer, answers
from web.api import create_api
from web.consent import has_agreed, remember
from web.downloads import add_downloads
from web.forms import open_form, read_order
from web.guards import BodyLimit, HomeOnly, Incidents, Stoppable, StrictHeaders
from web.live import LiveLimits, LiveView
from web.operating import Operating, add_health
from web.pages import WEB, form_page, result_page, templates
from web.playlists import add_playlists
from web.problems import ConsentMissing, PageProblem
from web.rates import RateLimits, Rates
from web.shelf import Shelf
from web.wording import WordsOf, words_of

UPLOADS = 8
"""Forms that arrive at the same time; each may hold a photo in memory, and further ones wait unread."""
DRAIN_S = 5
_LAST_WORDS_S = 1.0


def create_page(
    services: Services,
    *,
    languages: Languages,
    limit_bytes: int = 15_000_000,
    allowed_hosts: Collection[str] = (),
    api_origins: Collection[str] = (),
    rates: Rates | None = None,
    live: LiveLimits | None = None,
    operating: Operating | None = None,
) -> FastAPI:
    """Make the application.

    Args:
        languages: What the page speaks, by each request's Accept-Language.
        limit_bytes: The heaviest photo that is read.
        allowed_hosts: Host names that it answers to besides loopback's, without port; "*" for any.
        api_origins: Origins of pages elsewhere that may call the API, such as "https://tape.example".
        operating: What the operator's doors show, where there are any.
    """

    def words(scope: Scope) -> Words:
        return words_of(scope, languages)

    env, english, shelf = templates(limit_bytes=limit_bytes), languages.words_for(None), Shelf()
    answer, uploads = answers(env, words, meter=services.meter), asyncio.Semaphore(UPLOADS)
    page = FastAPI(title="Moodtape", openapi_url=None, docs_url=None, redoc_url=None)
    _add_routes(page, services, shelf, env, words, uploads=uploads, limit_bytes=limit_bytes)
    add_downloads(page, shelf, env, words)
    add_playlists(page, services.publisher, shelf, env, words)
    add_health(page, operating)
    if services.accounts:
        add_callback(page, services.accounts, env, words)
    live_view = LiveView(services.reader, words=words, limits=live or LiveLimits())
    page.add_api_websocket_route("/live", live_view.answer)
    api = create_api(
        services,
        shelf,
        answer=answer,
        english=english,
        uploads=uploads,
        limit_bytes=limit_bytes,
        origins=api_origins,
    )
    page.mount(API, api)
    page.mount("/static", StaticFiles(directory=WEB / "static"))
    _add_answers(page, env, words, answer)
    page.add_middleware(BodyLimit, limit_bytes=limit_bytes, answer=answer)
    page.add_middleware(RateLimits, rates=rates or Rates(), answer=answer)
    page.add_middleware(HomeOnly, allowed_hosts=allowed_hosts, api_origins=api_origins, answer=answer)
    page.add_middleware(Incidents, answer=answer)
    page.add_middleware(StrictHeaders)
    return page


def _add_routes(
    page: FastAPI,
    services: Services,
    shelf: Shelf,
    env: Environment,
    words: WordsOf,
    *,
    uploads: asyncio.Semaphore,
    limit_bytes: int,
) -> None:
    async def show_form(request: Request) -> Response:
        return form_page(env, words(request.scope), agreed=has_agreed(request))

    async def make_tape(request: Request) -> Response:
        async with uploads:
            order = await read_order(request, limit_bytes=limit_bytes)
        feeling, reading, said = order.feeling, None, words(request.scope)
        if feeling is None:
            if not has_agreed(request):
                raise ConsentMissing
            reading = await read_faces(*order.photos, services=services)
            feeling = reading.room()
        result = await playlist_from_request(
            order.request(feeling),
            reading=reading,
            services=services,
            request_id=order.request_id,
            language=said.language.value,
        )
        kept = shelf.put(result, wishes=order.wishes)
        return result_page(env, kept, said, order=order, feeling=feeling)

    async def take_consent(request: Request) -> Response:
        answer = RedirectResponse("/", 303)
        async with open_form(request, limit_bytes=0) as form:
            remember(answer, agreed=form.get("agreed") == "yes", secure=request.url.scheme == "https")
        return answer

    async def back_to_form() -> Response:
        return RedirectResponse("/", 303)

    page.add_api_route("/", show_form, methods=["GET", "HEAD"])
    page.add_api_route("/tape", make_tape, methods=["POST"])
    page.add_api_route("/tape", back_to_form, methods=["GET", "HEAD"])
    page.add_api_route("/consent", take_consent, methods=["POST"])


def _add_answers(page: FastAPI, env: Environment, words: WordsOf, answer: Answer) -> None:
    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, MoodtapeError | PageProblem)  # noqa: S101
        return answer(request.scope, error)

    async def refusal(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        said = words(request.scope)
        told = said("web-no-such-page") if error.status_code == 404 else said("web-refused")
        refused = form_page(env, said, agreed=has_agreed(request), problem=told, status=error.status_code)
        refused.headers.update(error.headers or {})
        return refused

    page.add_exception_handler(MoodtapeError, problem)
    page.add_exception_handler(PageProblem, problem)
    page.add_exception_handler(HTTPException, refusal)


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the process's signals to whoever owns the process."""
        yield

    async def answered(self) -> None:
        """Wait a moment for the last words to those whose requests were cut short."""
        if tasks := self.server_state.tasks:
            await asyncio.wait(tasks, timeout=_LAST_WORDS_S)

    def stop_listening(self) -> None:
        """Let go of the port, also where `serve` was cancelled."""
        for listening in getattr(self, "servers", ()):
            listening.close()


def _ignore(_: int) -> None:
    pass


async def serve(
    app: FastAPI,
    *,
    host: str,
    port: int,
    stop: asyncio.Event,
    proxies: Collection[str] = (),
    drain_s: int = DRAIN_S,
    on_ready: Callable[[int], None] = _ignore,
) -> None:
    """Serve until `stop` is set; requests under way then get `drain_s`. Port 0 takes a free one.

    Only `proxies` (addresses or networks) are believed when they say whom they speak for. `on_ready` is told the port
    once connections are taken.

    Raises:
        PortTaken: Another program listens there.
        SettingsInvalid: The host is not an address of this machine, or the port is not allowed.
    """
    listener = _listen(host, port)
    config = uvicorn.Config(
        Stoppable(app, stop=stop),
        http="h11",
        ws="websockets-sansio",
        ws_max_size=LiveLimits().frame_bytes,
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        timeout_graceful_shutdown=drain_s,
    )
    server = _Server(config)
    watch = asyncio.create_task(_stop_with(server, stop))
    try:
        on_ready(listener.getsockname()[1])
        await server.serve(sockets=[listener])
        await server.answered()
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
