"""Tells the operator in the log, day after day, that the bot's login at Spotify is about to end."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, date, datetime

from app.compose import open_logins, spotify_app
from app.settings import Settings
from app.words import english
from core.errors import MoodtapeError
from core.ledger import BOT
from core.wording import sentence
from spotify.account import end_in_words, ends_on

logger = logging.getLogger(__name__)

DAY_S = 86_400.0


async def watch_login(settings: Settings, stop: asyncio.Event, *, every_s: float = DAY_S) -> None:
    """Warn at the start and once a day, from 30 days before the end, until `stop` is set."""
    while not stop.is_set():
        try:
            warning = await asyncio.to_thread(login_warning, settings, today=datetime.now(UTC).date())
        except MoodtapeError as error:
            warning = sentence(error, english())
        if warning:
            logger.warning("%s", warning)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)


def login_warning(settings: Settings, *, today: date) -> str | None:
    """Say that the bot's login ends soon, or has ended; None where there is time, no login or no app.

    Raises:
        MoodtapeError: The database cannot be read.
    """
    if spotify_app(settings) is None:
        return None
    with open_logins(settings) as logins:
        return end_in_words(ends_on(logins.of(BOT).load() or {}), today=today)
