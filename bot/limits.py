"""How many tapes people and servers may have in an hour, so that nobody takes them all."""

import asyncio
import logging
from dataclasses import dataclass
from time import time
from typing import cast

from limits import RateLimitItem, RateLimitItemPerHour
from limits.aio.storage import MemoryStorage, Storage
from limits.aio.strategies import FixedWindowRateLimiter

from core.errors import StorageUnavailable, TooManyTapes, TooManyTapesHere
from core.ports import CountStore

logger = logging.getLogger(__name__)

STORAGE_LIMIT_S = 0.4
"""Discord waits 3 s for an acknowledgement, which comes after this."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Tapes in an hour for one person, and for all of one server; an hour begins with its first tape."""

    person: int = 30
    server: int = 600


class FairLimits:
    """Counts tapes where all processes see them, or, without a store, in this process's memory until it ends."""

    def __init__(self, allowance: Allowance, *, counts: CountStore | None = None) -> None:
        self._of_person = RateLimitItemPerHour(allowance.person, namespace="person")
        self._of_server = RateLimitItemPerHour(allowance.server, namespace="server")
        self._limiter = FixedWindowRateLimiter(cast("Storage", counts or MemoryStorage()))

    async def take(self, person_id: int, *, guild_id: int | None) -> None:
        """Count one tape; a storage that does not answer stops nobody.

        Raises:
            TooManyTapes: The person has had theirs.
            TooManyTapesHere: The server has had theirs.
        """
        try:
            async with asyncio.timeout(STORAGE_LIMIT_S):
                await self._take(str(person_id), None if guild_id is None else str(guild_id))
        except (TimeoutError, StorageUnavailable) as error:
            logger.warning("tapes are not being counted: %s", type(error).__name__)

    async def give_back(self, person_id: int, *, guild_id: int | None) -> None:
        """Take one tape off the count, since there was none."""
        try:
            async with asyncio.timeout(STORAGE_LIMIT_S):
                await self._limiter.hit(self._of_person, str(person_id), cost=-1)
                if guild_id is not None:
                    await self._limiter.hit(self._of_server, str(guild_id), cost=-1)
        except (TimeoutError, StorageUnavailable) as error:
            logger.warning("a tape was not given back: %s", type(error).__name__)

    async def _take(self, person: str, server: str | None) -> None:
        if not await self._limiter.hit(self._of_person, person):
            raise TooManyTapes(await self._wait_s(self._of_person, person))
        if server is not None and not await self._limiter.hit(self._of_server, server):
            await self._limiter.hit(self._of_person, person, cost=-1)
            raise TooManyTapesHere(await self._wait_s(self._of_server, server))

    async def _wait_s(self, item: RateLimitItem, key: str) -> float:
        return max(1.0, (await self._limiter.get_window_stats(item, key)).reset_time - time())
