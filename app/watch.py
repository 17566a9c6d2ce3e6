"""Tells the operator, in the log and in the metrics, when the bot's login at Spotify is about to end."""

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, date, datetime

from app.compose import open_logins, spotify_app
from app.metrics import Metrics
from app.settings import Settings
from app.words import english
from core.errors import MoodtapeError
from core.ledger import BOT
from core.wording import sentence
from spotify.account import end_in_words, ends_on

logger = logging.getLogger(__name__)

HOUR_S = 3600.0


async def watch_login(settings: Settings, metrics: Metrics, stop: asyncio.Event, *, every_s: float = HOUR_S) -> None:
    """Look at the start and once an hour, until `stop` is set; warn once a day, from 30 days before the end."""
    warned_on: date | None = None
    while not stop.is_set():
        today = datetime.now(UTC).date()
        try:
            ends = await asyncio.to_thread(login_ends_on, settings)
            metrics.spotify_login_ends(ends)
            warning = end_in_words(ends, today=today)
        except MoodtapeError as error:
            warning = sentence(error, english())
        if warning and warned_on != today:
            logger.warning("%s", warning)
            warned_on = today
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)


def login_ends_on(settings: Settings) -> date | None:
    """Give the day on which the bot's login ends; None where there is none, no app, or its beginning is not known.

    Raises:
        MoodtapeError: The database cannot be read.
    """
    if spotify_app(settings) is None:
        return None
    with open_logins(settings) as logins:
        return ends_on(logins.of(BOT).load() or {})
