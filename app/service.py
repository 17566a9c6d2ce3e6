"""The service: the page always, Discord where there is a token, until the operator stops it."""

import asyncio
import logging
import signal
from collections.abc import Coroutine, Iterable
from typing import Any

from app.compose import open_people, open_services
from app.logs import set_up_logging
from app.metrics import Metrics, watch_loop
from app.native import hide_memory_and_environment, settle_objects
from app.readiness import Checks, is_connected
from app.settings import LOOPBACK, Settings, unknown_names
from app.tending import purge_people, tend_playlists
from app.watch import watch_login
from app.words import open_languages
from bot.client import run_bot
from bot.limits import Allowance
from bot.options import BotOptions
from core.errors import PortTaken, SettingsInvalid
from core.language import Languages
from core.ports import Services
from emotion.limits import PhotoLimits
from web.live import LiveLimits
from web.operating import Operating, create_operating
from web.server import create_page, serve

logger = logging.getLogger(__name__)


def run_service(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        OperatorProblem: Something that is needed to start is missing or wrong.
    """
    set_up_logging(level=settings.log_level, form=settings.log_format)
    hide_memory_and_environment()
    for name in unknown_names():
        logger.warning("%s in .env is no setting; .env.example has all names", name)
    metrics = Metrics()
    operating = Operating(metrics.registry, on_page=not settings.is_published)
    with open_services(
        settings, warm_readers=settings.reader_workers, metrics=metrics, checks=operating.checks
    ) as services:
        settle_objects()
        asyncio.run(_serve(settings, services, metrics, operating))


async def _serve(settings: Settings, services: Services, metrics: Metrics, operating: Operating) -> None:
    stop = asyncio.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal_number, stop.set)
    languages = open_languages()
    page = create_page(
        services,
        languages=languages,
        limit_bytes=PhotoLimits().size_bytes,
        allowed_hosts=settings.extra_hosts,
        api_origins=settings.api_origins,
        live=LiveLimits(readers=settings.reader_workers),
        operating=operating,
    )
    parts = [
        serve(
            page,
            host=settings.web_host,
            port=settings.web_port,
            stop=stop,
            proxies=settings.trusted_proxies,
            on_ready=lambda port: logger.info("The page is at http://%s:%s", settings.web_host, port),
        ),
        watch_login(settings, metrics, stop),
        tend_playlists(services.publisher, stop),
        watch_loop(metrics, stop),
    ]
    if settings.metrics_port is not None:
        parts.append(_serve_operating(operating, host=settings.metrics_host, port=settings.metrics_port, stop=stop))
    if settings.discord_token:
        operating.checks["discord"] = is_connected(metrics)
        token = settings.discord_token.get_secret_value()
        parts.append(_discord(token, settings, services, languages, stop, checks=operating.checks))
    else:
        logger.info("DISCORD_TOKEN is not set, so the Discord bot is off; `moodtape doctor` says how to switch it on")
    await _together(parts, stop)


async def _serve_operating(operating: Operating, *, host: str, port: int, stop: asyncio.Event) -> None:
    doors = create_operating(operating, allowed_hosts=() if host in LOOPBACK else ("*",))
    try:
        await serve(doors, host=host, port=port, stop=stop)
    except (PortTaken, SettingsInvalid) as error:
        advice = f"nothing can listen on {host}:{port}; another program may, or METRICS_HOST is not of this machine"
        raise SettingsInvalid("METRICS_PORT", advice) from error


async def _discord(
    token: str, settings: Settings, services: Services, languages: Languages, stop: asyncio.Event, *, checks: Checks
) -> None:
    async with open_people(settings, checks=checks) as people:
        bot = run_bot(
            token,
            services,
            people,
            languages=languages,
            options=bot_options(settings),
            stop=stop,
            commands_hash_path=settings.command_hash_path,
        )
        await _together([bot, purge_people(people.everything, stop, retention=settings.retention)], stop)


def bot_options(settings: Settings) -> BotOptions:
    allowance = Allowance(settings.person_tapes_per_hour, settings.server_tapes_per_hour)
    return BotOptions(settings.operator_name, settings.operator_contact, settings.discord_message_content, allowance)


async def _together(parts: Iterable[Coroutine[Any, Any, None]], stop: asyncio.Event) -> None:
    """Run all parts; the first that ends stops the others, and its error is the one that counts."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
    rest = await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
    for outcome in rest:
        if isinstance(outcome, BaseException):
            raise outcome
