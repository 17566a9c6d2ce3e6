"""How many tapes people and servers may have in an hour, so that nobody takes them all."""

import asyncio
import logging
from dataclasses import dataclass, field
from time import time

from limits import RateLimitItem, RateLimitItemPerHour
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import ConfigurationError, StorageError
from limits.storage import storage_from_string

from core.errors import SettingsInvalid, TooManyTapes, TooManyTapesHere

logger = logging.getLogger(__name__)

IN_MEMORY = "memory://"
STORAGE_LIMIT_S = 0.4
"""Discord waits 3 s for an acknowledgement, which comes after this."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Tapes in an hour for one person, and for all of one server.

    Attributes:
        storage_url: Where they are counted; it may hold a password.
    """

    person: int = 30
    server: int = 600
    storage_url: str = field(default=IN_MEMORY, repr=False)


class FairLimits:
    """Counts tapes where all processes see them, or in this process's memory, which a restart clears.

    Raises:
        SettingsInvalid: There is no such storage, or no client for it.
    """

    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        url = allowance.storage_url
        options = {"implementation": "redispy"} if url.startswith("redis") else {}
        try:
            storage = storage_from_string(f"async+{url}", wrap_exceptions=True, **options)
            self._limiter = SlidingWindowCounterRateLimiter(storage)  # pyright: ignore[reportArgumentType]
        except (ConfigurationError, NotImplementedError, ValueError) as error:
            advice = "give the URL of a Redis, as in redis://127.0.0.1:6379, or leave it empty"
            raise SettingsInvalid("RATE_LIMIT_STORAGE_URL", advice) from error

    async def take(self, person_id: int, *, guild_id: int | None) -> None:
        """Count one tape; a storage that does not answer stops nobody.

        Raises:
            TooManyTapes: The person has had theirs.
            TooManyTapesHere: The server has had theirs.
        """
        try:
            async with asyncio.timeout(STORAGE_LIMIT_S):
                await self._take(person_id, guild_id)
        except (TimeoutError, StorageError) as error:
            logger.warning("tapes are not being counted: %s", type(error).__name__)

    async def _take(self, person_id: int, guild_id: int | None) -> None:
        of_person = RateLimitItemPerHour(self._allowance.person, namespace="person")
        of_server = RateLimitItemPerHour(self._allowance.server, namespace="server")
        if guild_id is not None and not await self._limiter.test(of_server, str(guild_id)):
            raise TooManyTapesHere(await self._wait_s(of_server, guild_id))
        if not await self._limiter.hit(of_person, str(person_id)):
            raise TooManyTapes(await self._wait_s(of_person, person_id))
        if guild_id is not None:
            await self._limiter.hit(of_server, str(guild_id))

    async def _wait_s(self, item: RateLimitItem, key: int) -> float:
        return max(1.0, (await self._limiter.get_window_stats(item, str(key))).reset_time - time())
