"""Keeps the account tidy in the background: what was interrupted, and what is old."""

import asyncio
import logging
from contextlib import suppress

from core.errors import MoodtapeError
from core.ports import PlaylistPublisher

logger = logging.getLogger(__name__)

EVERY_S = 60.0


async def tend_playlists(publisher: PlaylistPublisher, stop: asyncio.Event, *, every_s: float = EVERY_S) -> None:
    """Let the publisher tend its playlists at once and then every minute, until `stop` is set."""
    told: type[MoodtapeError] | None = None
    while not stop.is_set():
        try:
            await publisher.tend()
            told = None
        except MoodtapeError as error:
            if type(error) is not told:
                logger.warning("Playlists could not be tended, which is tried again each minute: %s", error)
            told = type(error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)
