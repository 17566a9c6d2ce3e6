"""Keeps things tidy in the background: playlists that were interrupted, and whatever is old."""

import asyncio
import logging
from contextlib import suppress
from time import time

from core.errors import MoodtapeError
from core.people import Retention
from core.ports import PeopleStore, PlaylistPublisher

logger = logging.getLogger(__name__)

EVERY_S = 60.0
PURGE_EVERY_S = 3600.0


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


async def purge_people(
    store: PeopleStore, stop: asyncio.Event, *, retention: Retention, every_s: float = PURGE_EVERY_S
) -> None:
    """Delete what is kept about people once it is late, at once and then every hour, until `stop` is set."""
    while not stop.is_set():
        try:
            rows = await store.purge(now=time(), retention=retention)
            if rows:
                logger.info("%d old rows about people were deleted", rows)
        except MoodtapeError as error:
            logger.warning("What is old could not be deleted, which is tried again later: %s", error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every_s)
