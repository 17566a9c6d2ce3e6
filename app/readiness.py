"""What has to be there before people are sent here: one check for each part, asked by `/readyz`."""

import asyncio
from collections.abc import Awaitable, Callable, Sized
from typing import TYPE_CHECKING

from core.errors import StorageUnavailable
from emotion.workers import PhotoWorkers

if TYPE_CHECKING:
    from app.metrics import Metrics
    from storage.database import Database

Check = Callable[[], Awaitable[str | None]]
Checks = dict[str, Check]
"""By name; each gives None where all is well, else in a few words what is not."""


def reads_photos(reader: PhotoWorkers) -> Check:
    async def check() -> str | None:
        return None if reader.pids else "no process reads photos"

    return check


def is_there(catalogue: Sized) -> Check:
    async def check() -> str | None:
        return None if len(catalogue) else "the catalogue is empty"

    return check


def can_be_read(database: "Database") -> Check:
    async def check() -> str | None:
        try:
            await asyncio.to_thread(database.touch)
        except StorageUnavailable:
            return "the database does not answer"
        return None

    return check


def is_connected(metrics: "Metrics") -> Check:
    async def check() -> str | None:
        return None if metrics.is_discord_connected else "not connected"

    return check
