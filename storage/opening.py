"""Opens the database: makes it where there is none, brings it up to date, takes over what older versions kept."""

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from core.errors import DatabaseUnusable, FolderUnusable, SettingsInvalid, StorageUnavailable
from core.ledger import BOT
from storage.accounts import StoredLogin
from storage.database import IN_TURN, Database, place
from storage.migrations import NEWEST
from storage.secrets import KEY_FILE, Vault
from storage.tokens import TokenFile

FILE = "moodtape.sqlite"
OLD_TOKEN_FILE = "spotify-token.json"  # noqa: S105
OWNER_ONLY = 0o600
MIGRATIONS = Path(__file__).parent / "migrations"
ADVISORY_LOCK = 0x6D6F6F64
URL_ADVICE = "write postgresql://user:password@host/database or sqlite:///path, or leave it empty"


def open_database(folder: Path, *, url: str | None = None, keys: Sequence[str] = ()) -> Database:
    """Open the database, ready for use.

    Args:
        folder: For the SQLite file, the key file and the login of older versions; it is there.
        url: None for the SQLite file in the folder.
        keys: What secrets are encrypted with, newest first; none for the key file.

    Raises:
        SettingsInvalid: The URL or a key is none.
        FolderUnusable: The SQLite file cannot be made.
        DatabaseUnusable: It cannot be reached, is no database, or is of a newer version than this.
    """
    target = _url(url) if url else URL.create("sqlite", database=str(folder / FILE))
    vault = Vault(folder / KEY_FILE, keys=keys)
    if target.get_backend_name() == "sqlite":
        _make_file(Path(str(target.database)))
    database = Database(target, vault=vault)
    try:
        with _told(target):
            migrate(database.engine)
            vault.check()
            _take_over(TokenFile(folder / OLD_TOKEN_FILE), database)
    except BaseException:
        database.close()
        raise
    return database


def migrate(engine: Engine, *, to: str = NEWEST) -> None:
    """Bring the tables to a version; of several processes that start at once, one does and the others wait.

    Raises:
        DatabaseUnusable: The database is of a version that is not known here.
    """
    with engine.connect() as connection:
        if _version(connection) == to:
            return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    with engine.connect().execution_options(**IN_TURN) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ADVISORY_LOCK})
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        try:
            command.upgrade(config, to)
        except CommandError:
            advice = "a newer Moodtape made it; install that version or newer"
            raise DatabaseUnusable(place(engine.url), advice) from None


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def _url(text: str) -> URL:
    try:
        url = make_url(text)
        kind = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise SettingsInvalid("DATABASE_URL", URL_ADVICE) from None
    if "@" in (url.host or ""):
        raise SettingsInvalid("DATABASE_URL", "write an @ within the password as %40")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database and url.database != ":memory:" and not url.query:
        return url.set(drivername="sqlite")
    raise SettingsInvalid("DATABASE_URL", URL_ADVICE)


def _make_file(path: Path) -> None:
    """SQLite gives its other files the mode of this one."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
    except OSError as error:
        raise FolderUnusable(path.parent) from error


@contextmanager
def _told(url: URL) -> Generator[None]:
    try:
        yield
    except OperationalError as error:
        raise DatabaseUnusable(place(url), "it cannot be reached, opened or written") from error
    except (DBAPIError, StorageUnavailable) as error:
        raise DatabaseUnusable(place(url), "it is damaged or no database of Moodtape's") from error


def _take_over(old: TokenFile, database: Database) -> None:
    """Move the login of a version that kept it in a file; who has such a file was last logged in by that version."""
    token = old.load()
    if token is not None:
        StoredLogin(database, BOT).save(token)
        old.delete()
