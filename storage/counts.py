"""Counts for fair limits, where restarts and all processes share them."""

import asyncio
from collections.abc import Callable, Coroutine
from hashlib import blake2b
from time import time
from typing import Any

from limits.aio.storage import Storage
from sqlalchemy import case, delete, or_, select
from sqlalchemy.orm import Session

from core.errors import StorageUnavailable
from storage.database import Database, heard, insert_into
from storage.models import CountRow

CLOCKS_DIFFER_S = 60.0
"""At most, between processes that share the counts; a count may also have waited a little to be written."""


class Batch:
    """Counts that go into the database with one write: the rows to add, by key, and the sums once they are added."""

    def __init__(self, write: Callable[[], Coroutine[Any, Any, dict[str, int]]]) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.written = asyncio.create_task(write(), name="counts")
        self.written.add_done_callback(heard)


class StoredCounts(Storage):
    """Lets `limits` count in windows of time; a window begins with the first count, and no key is stored as it is.

    What comes while a write is under way goes into the next one, so that in a rush nobody waits for many writes.
    """

    STORAGE_SCHEME = None

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self._next: Batch | None = None
        self._writing = asyncio.Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        return StorageUnavailable

    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count, and give the sum; of many at once, in however many processes, each gets another sum.

        Args:
            expiry: How long the window is, in seconds, where this begins one.
        """
        batch = self._next = self._next or Batch(self._write)
        digest, ends_at = _digest(key), time() + expiry
        row = batch.rows.setdefault(digest, {"key": digest, "hits": 0, "expires_at": ends_at})
        row["hits"] += amount
        so_far = row["hits"]
        sums = await asyncio.shield(batch.written)
        return sums[digest] - row["hits"] + so_far

    async def _write(self) -> dict[str, int]:
        async with self._writing:
            batch, self._next = self._next, None
            rows = [batch.rows[key] for key in sorted(batch.rows)] if batch else []
            return await self._database.write_async(lambda session: _add(session, rows, now=time()))

    async def get(self, key: str) -> int:
        hits = select(CountRow.hits).where(CountRow.key == _digest(key), CountRow.expires_at > time())
        return await self._database.read_async(lambda session: session.scalar(hits)) or 0

    async def get_expiry(self, key: str) -> float:
        """Give when the window ends, in seconds since 1970; now where there is none."""
        ends_at = select(CountRow.expires_at).where(CountRow.key == _digest(key))
        return max(time(), await self._database.read_async(lambda session: session.scalar(ends_at)) or 0.0)

    async def check(self) -> bool:
        await self.get("")
        return True

    async def clear(self, key: str) -> None:
        clear = delete(CountRow).where(CountRow.key == _digest(key))
        await self._database.write_async(lambda session: session.execute(clear))

    async def reset(self) -> None:
        await self._database.write_async(lambda session: session.execute(delete(CountRow)))


def _add(session: Session, rows: list[dict[str, Any]], *, now: float) -> dict[str, int]:
    """Add to all windows, or begin them, in one statement, and give their sums.

    A window that ends later than a whole new one would was begun while the clock was ahead, and is begun anew.
    """
    add = insert_into(session, CountRow).values(rows)
    too_late = CountRow.expires_at > add.excluded.expires_at + CLOCKS_DIFFER_S
    over = or_(CountRow.expires_at <= now, too_late)
    added = {
        "hits": case((over, add.excluded.hits), else_=CountRow.hits + add.excluded.hits),
        "expires_at": case((over, add.excluded.expires_at), else_=CountRow.expires_at),
    }
    add = add.on_conflict_do_update(index_elements=[CountRow.key], set_=added)
    return dict(session.execute(add.returning(CountRow.key, CountRow.hits)).all())


def _digest(key: str) -> str:
    return blake2b(key.encode(), digest_size=16).hexdigest()
