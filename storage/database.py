"""One database, SQLite or PostgreSQL, for worker threads and for the event loop."""

import asyncio
import json
import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import URL, Engine, create_engine, event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session

from core.errors import StorageUnavailable
from storage.models import Base
from storage.secrets import Vault

PATIENCE_S = 4.0
CONNECTIONS = 10
IN_TURN = {"begin": "BEGIN IMMEDIATE"}
LASTING: dict[str, Any] = {"expire_on_commit": False}
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

T = TypeVar("T")
Work = Callable[[Session], T]


class Database:
    """Runs pieces of work, each in a transaction of its own, from any thread or from one event loop.

    All methods raise `StorageUnavailable` where the database does not answer within `patience_s`.
    """

    def __init__(self, url: URL, *, vault: Vault, patience_s: float = PATIENCE_S) -> None:
        self.url = url
        self.vault = vault
        self._patience_s = patience_s
        self._engine = _engine(url, patience_s)
        self._async_engine: AsyncEngine | None = None

    def __repr__(self) -> str:
        return f"Database({place(self.url)!r})"

    @property
    def engine(self) -> Engine:
        return self._engine

    def read(self, work: Work[T]) -> T:
        with _failures(), Session(self._engine, **LASTING) as session, session.begin():
            return work(session)

    def touch(self) -> None:
        """See that it answers.

        Raises:
            StorageUnavailable: It does not.
        """
        self.read(lambda session: session.scalar(select(1)))

    def write(self, work: Work[T]) -> T:
        """Run work that writes; on SQLite it waits for its turn before it reads, so that it never has to start over."""
        with _failures(), Session(self._engine.execution_options(**IN_TURN), **LASTING) as session, session.begin():
            return work(session)

    async def read_async(self, work: Work[T]) -> T:
        """Run work that reads; who stops waiting need not wait until a hanging database has let the query go."""
        reading = asyncio.create_task(self._read_async(work), name="database-read")
        reading.add_done_callback(heard)
        return await asyncio.shield(reading)

    async def _read_async(self, work: Work[T]) -> T:
        with _failures():
            async with AsyncSession(self._opened_async(), **LASTING) as session, session.begin():
                return await session.run_sync(work)

    async def write_async(self, work: Work[T]) -> T:
        engine = self._opened_async().execution_options(**IN_TURN)
        with _failures():
            async with AsyncSession(engine, **LASTING) as session, session.begin():
                return await session.run_sync(work)

    def scrub(self) -> None:
        """Take what was deleted out of SQLite's write-ahead log too, as far as nobody is reading it now."""
        if self._engine.dialect.name == "sqlite":
            with _failures(), self._engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def scrub_async(self) -> None:
        await asyncio.to_thread(self.scrub)

    def close(self) -> None:
        """Close what the threads used; the event loop's part is closed by `close_async`."""
        self._engine.dispose()

    async def close_async(self) -> None:
        """Close everything."""
        if self._async_engine is not None:
            await self._async_engine.dispose()
            self._async_engine = None
        self.close()

    def _opened_async(self) -> AsyncEngine:
        if self._async_engine is None:
            self._async_engine = _async_engine(self.url, self._patience_s)
        return self._async_engine


def heard(task: "asyncio.Task[Any]") -> None:
    """Take a task's error, for which nobody may be waiting any more."""
    if not task.cancelled():
        task.exception()


def upsert(session: Session, table: type[Base], **values: Any) -> None:
    """Insert a row, or write all its values where its primary key is there already."""
    insert = insert_into(session, table).values(**values)
    keys = [column.name for column in table.__table__.primary_key]
    news = {name: insert.excluded[name] for name in values if name not in keys}
    session.execute(insert.on_conflict_do_update(index_elements=keys, set_=news))


def insert_into(session: Session, table: type[Base]) -> "sqlite.Insert | postgresql.Insert":
    """Begin an INSERT that can say what to do on a conflict."""
    return (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert(table)


def place(url: URL) -> str:
    """Name a database without user, password and options."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    port = f":{url.port}" if url.port else ""
    return f"{url.get_backend_name()}://{url.host or ''}{port}/{url.database or ''}"


def _engine(url: URL, patience_s: float) -> Engine:
    engine = create_engine(url, **_options(url, patience_s))
    _prepare(engine)
    return engine


def _async_engine(url: URL, patience_s: float) -> AsyncEngine:
    logging.getLogger("aiosqlite").setLevel(logging.INFO)
    driver = "sqlite+aiosqlite" if url.get_backend_name() == "sqlite" else url.drivername
    engine = create_async_engine(url.set(drivername=driver), **_options(url, patience_s))
    _prepare(engine.sync_engine)
    return engine


def _options(url: URL, patience_s: float) -> dict[str, Any]:
    shared: dict[str, Any] = {
        "hide_parameters": True,
        "json_deserializer": _from_json,
        "pool_size": CONNECTIONS,
        "max_overflow": CONNECTIONS,
        "pool_timeout": patience_s,
    }
    if url.get_backend_name() == "sqlite":
        return {**shared, "connect_args": {"timeout": patience_s}}
    limits = f"-c statement_timeout={patience_s}s -c lock_timeout={patience_s}s"
    patience = {"connect_timeout": max(2, round(patience_s)), "options": limits}
    return {**shared, "pool_pre_ping": True, "connect_args": patience}


def _from_json(text: str | bytes) -> Any:
    """Read JSON; a damaged text is as if nothing were there, so that the other rows can still be read."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _prepare(engine: Engine) -> None:
    """Let us begin SQLite's transactions ourselves: its driver would begin them at the first write only."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_connection)
        event.listen(engine, "begin", _begin)


def _prepare_connection(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def _failures() -> Generator[None]:
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except (DBAPIError, PoolTimeout) as error:
        raise StorageUnavailable from error
