import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text

from core.errors import DatabaseUnusable, FolderUnusable, SettingsInvalid
from core.ledger import BOT, Stage
from core.mood import Goal, MoodName
from core.wording import sentence
from storage.accounts import StoredLinks, StoredLogins
from storage.database import Database
from storage.ledger import StoredLedger, StoredTracks
from storage.migrations import NEWEST
from storage.models import Base
from storage.opening import FILE, MIGRATIONS, migrate, open_database
from storage.people import StoredSettings
from storage.secrets import Vault
from storage.tapes import StoredHistory, StoredTapes
from tests.fakes.words import ENGLISH
from tests.storage.postgres import free_port

DUMPS = Path(__file__).parent / "databases"
DUMP_KEY = "bW9vZHRhcGUtdGVzdHMtb25seS1rZXktMDEyMzQ1Njc="
OPEN = """
import sys
from pathlib import Path
from storage.opening import open_database
open_database(Path(sys.argv[1]), url=sys.argv[2] or None).close()
"""
TOKEN = {"access_token": "planted-access", "refresh_token": "planted-refresh", "expires_at": 1_790_000_000}


@pytest.fixture
def empty(kind: str, request: pytest.FixtureRequest) -> str | None:
    """The URL of an empty database; None for SQLite's file."""
    return None if kind == "sqlite" else request.getfixturevalue("new_postgres")()


def from_dump(folder: Path, version: str) -> Database:
    with sqlite3.connect(folder / FILE) as connection:
        connection.executescript((DUMPS / f"{version}.sql").read_text())
    connection.close()
    return open_database(folder, keys=[DUMP_KEY])


def from_first_version(folder: Path, url: str) -> Database:
    """The first dump's rows in PostgreSQL, which has never been of that version outside of tests."""
    plain = Database(make_url(url).set(drivername="postgresql+psycopg"), vault=Vault(folder / "none"))
    migrate(plain.engine, to="0001")
    rows = [line for line in (DUMPS / "0001.sql").read_text().splitlines() if line.startswith("INSERT")]
    with plain.engine.begin() as connection:
        for row in rows[1:]:
            connection.exec_driver_sql(row)
    plain.close()
    return open_database(folder, url=url, keys=[DUMP_KEY])


def test_the_newest_version_is_the_last_migration():
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == NEWEST


def test_each_version_has_a_dump():
    versions = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    assert versions == {path.stem for path in DUMPS.iterdir()}


def test_the_migrations_make_what_the_models_say(database):
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_files_are_for_their_owner_only(tmp_path):
    database = open_database(tmp_path)
    StoredLogins(database).of(BOT).save(TOKEN)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.iterdir()}
    database.close()
    assert modes == dict.fromkeys([FILE, f"{FILE}-shm", f"{FILE}-wal", "secret.key"], 0o600)


def test_sqlite_is_opened_as_it_should_be(tmp_path):
    database = open_database(tmp_path)
    pragmas = ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout"]
    values = [database.read(lambda session, name=name: session.scalar(text(f"PRAGMA {name}"))) for name in pragmas]
    database.close()
    assert values == ["wal", 2, 1, 1, 4_000]


@pytest.mark.slow
def test_processes_that_start_at_once_all_find_their_tables(tmp_path, empty):
    command = [sys.executable, "-W", "error", "-c", OPEN, str(tmp_path), empty or ""]
    starting = [subprocess.Popen(command, cwd=Path(__file__).parents[2]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in starting] == [0, 0, 0]


def test_the_first_versions_rows_survive(kind, tmp_path, request):
    if kind == "sqlite":
        database = from_dump(tmp_path, "0001")
    else:
        database = from_first_version(tmp_path, request.getfixturevalue("new_postgres")())
    made = StoredLedger(database).made(BOT, before=2e9, limit=9)
    assert [(record.request_id, len(record.uris)) for record in made] == [("request-1", 2)]
    assert StoredLedger(database).unfinished("1001", before=2e9)[0].stage is Stage.MAKING
    assert StoredLogins(database).of(BOT).load()["refresh_token"] == "old-refresh"
    assert StoredLinks(database).take("old-state", now=1_790_000_000).verifier == "old-verifier"
    assert StoredTracks(database).missing(now=0) == {5}
    database.close()


@pytest.mark.parametrize("version", ["0002", "0003"])
async def test_what_is_kept_about_people_survives(version, tmp_path):
    database = from_dump(tmp_path, version)
    kept = await StoredTapes(database).tape("of 1001", person_id=1001, now=0)
    history = await StoredHistory(database).history_of(1001, since=0, until=20)
    settings = await StoredSettings(database).settings_of(1001)
    await database.close_async()
    assert [track.year for track in kept.tape.tracks] == [1990, 1991]
    assert [(entry.mood, entry.goal) for entry in history] == [(MoodName.SAD, Goal.MATCH)]
    assert (settings.history, settings.favourites) == (True, version == "0003")
    assert kept.own == (version == "0002")


def test_the_login_of_older_versions_is_taken_over_and_its_file_is_gone(tmp_path, empty):
    (tmp_path / "spotify-token.json").write_text(json.dumps(TOKEN))
    database = open_database(tmp_path, url=empty)
    assert StoredLogins(database).of(BOT).load() == TOKEN
    database.close()
    assert not (tmp_path / "spotify-token.json").exists()


def test_a_damaged_login_of_older_versions_stops_nothing(tmp_path):
    (tmp_path / "spotify-token.json").write_text('{"access_token": "planted')
    database = open_database(tmp_path)
    assert StoredLogins(database).owners() == []
    database.close()


def test_a_database_of_a_newer_version_is_one_sentence(opened: Callable[[], Database]):
    database = opened()
    database.write(lambda session: session.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    database.close()
    with pytest.raises(DatabaseUnusable) as error:
        opened()
    assert "newer Moodtape" in sentence(error.value, ENGLISH)


@pytest.mark.parametrize("content", [b"rubbish" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_one_sentence_and_is_left_as_it_is(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(DatabaseUnusable):
        open_database(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(FolderUnusable):
        open_database(tmp_path / "none")


def test_a_server_that_does_not_answer_is_one_sentence_without_the_password(tmp_path):
    with pytest.raises(DatabaseUnusable) as error:
        open_database(tmp_path, url=f"postgresql://me:planted@127.0.0.1:{free_port()}/moodtape?sslpassword=planted")
    assert "planted" not in f"{sentence(error.value, ENGLISH)}{error.value.__dict__}"


@pytest.mark.parametrize(
    "url", ["rubbish", "mysql://host/moodtape", "sqlite://", "sqlite:///:memory:", "postgresql://h:port/db", "://"]
)
def test_an_address_that_is_none_is_one_sentence(tmp_path, url):
    with pytest.raises(SettingsInvalid) as error:
        open_database(tmp_path, url=url)
    assert error.value.setting == "DATABASE_URL"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_addresses_as_hosts_write_them_are_understood(tmp_path, new_postgres, scheme):
    url = new_postgres().replace("postgresql", scheme, 1)
    open_database(tmp_path, url=url).close()


def test_sqlite_may_lie_elsewhere(tmp_path):
    open_database(tmp_path, url=f"sqlite:///{tmp_path}/other.db").close()
    assert (tmp_path / "other.db").exists()


@pytest.mark.slow
def test_commands_that_need_no_storage_do_not_load_it():
    check = "import app.cli, app.compose, sys; sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'alembic')))"
    assert subprocess.run([sys.executable, "-c", check], cwd=Path(__file__).parents[2], timeout=60).returncode == 0
