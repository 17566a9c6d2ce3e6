import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from core.errors import StorageUnavailable
from core.ledger import BOT, PendingLink, PlaylistRecord
from core.people import Consent, Feedback, Retention
from storage.accounts import StoredLinks, StoredLogins
from storage.database import Database
from storage.ledger import StoredLedger, StoredTracks
from storage.models import Base
from storage.opening import FILE
from storage.privacy import StoredPeople, personal_tables
from tests.storage.test_people_stores import KEPT, Stores, remember

ANA, BO = 1001, 1002
TOKEN = {"access_token": "planted-access", "refresh_token": "planted-refresh"}
PERSONAL = {
    "consents",
    "feedback",
    "history",
    "logins",
    "pending_links",
    "person_settings",
    "playlists",
    "tapes",
    "tastes",
}
SLOW_QUERY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000) SELECT max(i) FROM n"
NOT_PERSONAL = {"counts", "guild_settings", "resolved_tracks"}


@pytest.fixture
async def used(database):
    """A database with rows of two people in each personal table."""
    for person_id in (ANA, BO):
        await remember(Stores(database), person_id)
        StoredLogins(database).of(str(person_id)).save(TOKEN)
        StoredLinks(database).put(f"state of {person_id}", PendingLink(str(person_id), "planted-verifier", 1000.0))
        StoredLedger(database).begin(PlaylistRecord(f"r{person_id}", str(person_id), "tag", 1.0))
    yield database
    await database.close_async()


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_each_table_says_whether_it_is_about_people():
    assert {table.__tablename__ for table in personal_tables()} == PERSONAL
    assert set(Base.metadata.tables) == PERSONAL | NOT_PERSONAL


def test_no_table_without_an_owner_has_a_column_that_names_a_person():
    unowned = [Base.metadata.tables[name] for name in NOT_PERSONAL]
    assert not {column.name for table in unowned for column in table.columns} & {"person_id", "owner", "owner_id"}


async def test_an_export_covers_every_personal_table_and_holds_no_secret(used):
    exported = await StoredPeople(used).export(ANA)
    assert set(exported) == PERSONAL
    assert not {"token", "verifier"} & {column for rows in exported.values() for row in rows for column in row}


async def test_a_deletion_covers_every_personal_table(used):
    await StoredPeople(used).delete(ANA)
    assert await StoredPeople(used).export(ANA) == {}
    assert set(await StoredPeople(used).export(BO)) == PERSONAL


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_deleted_person_is_in_no_file_even_while_the_database_is_open(used, tmp_path):
    assert b"from 1001" in bytes_of(tmp_path)
    await StoredPeople(used).delete(ANA)
    assert b"1001" not in bytes_of(tmp_path)
    assert b"from 1002" in bytes_of(tmp_path)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_token_is_in_no_file_and_its_cipher_leaves_with_the_login(database, tmp_path):
    login = StoredLogins(database).of(str(ANA))
    login.save(TOKEN)
    sealed = database.read(lambda session: session.scalar(text("SELECT token FROM logins"))).encode()
    assert sealed in bytes_of(tmp_path)
    assert b"planted" not in bytes_of(tmp_path)
    login.delete()
    assert sealed not in bytes_of(tmp_path)


async def test_the_cached_spotify_data_of_the_unlinked_is_purged_and_the_bots_is_kept(used):
    StoredLedger(used).begin(PlaylistRecord("r", BOT, "tag", 1.0))
    StoredLogins(used).of(str(ANA)).delete()
    await StoredPeople(used).purge(now=2.0, retention=Retention())
    assert "playlists" not in await StoredPeople(used).export(ANA)
    assert "playlists" in await StoredPeople(used).export(BO)
    assert len(StoredLedger(used).unfinished(BOT, before=2.0)) == 1


async def test_what_is_late_is_purged(used):
    StoredTracks(used).keep(1, "spotify:track:a", until=500.0)
    StoredTracks(used).keep(2, "spotify:track:b", until=2000.0)
    assert await StoredPeople(used).purge(now=1000.0, retention=Retention()) == 5
    assert {"pending_links", "tapes"}.isdisjoint(await StoredPeople(used).export(ANA))
    assert StoredTracks(used).find([1, 2], now=0.0) == {2: "spotify:track:b"}


async def test_no_log_at_any_level_and_no_repr_shows_what_is_stored(used, caplog):
    caplog.set_level(logging.DEBUG)
    stores = Stores(used)
    await stores.feedback.add_feedback(Feedback(ANA, "planted-text", 1.0))
    await stores.consents.give_consent(ANA, Consent(1, 1.0))
    login = StoredLogins(used).of(str(ANA))
    login.save(TOKEN)
    link = PendingLink("1", "planted-verifier", 1.0)
    assert login.load() == TOKEN
    assert "planted" not in f"{caplog.text}{login!r}{used!r}{used.vault!r}{link!r}{StoredLinks(used)!r}"


async def test_an_error_does_not_show_what_was_to_be_stored(used):
    used.write(lambda session: session.execute(text("DROP TABLE tapes")))
    with pytest.raises((StorageUnavailable, ProgrammingError)) as error:
        await Stores(used).tapes.keep_tape(KEPT)
    assert "Björk" not in f"{error.value!r}{error.value}{error.value.__cause__}"


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_database_that_stays_locked_is_one_sentence_and_loses_nothing(database, tmp_path):
    hasty = Database(database.url, vault=database.vault, patience_s=0.05)
    StoredLogins(hasty).of(BOT).save(TOKEN)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable):
            StoredLogins(hasty).of(BOT).save({})
        with pytest.raises(StorageUnavailable):
            await Stores(hasty).consents.give_consent(ANA, Consent(1, 1.0))
        assert StoredLogins(hasty).of(BOT).load() == TOKEN
    await hasty.close_async()


async def test_a_cancelled_change_leaves_the_database_usable(used):
    stores = Stores(used)
    for delay_s in (0, 0.0005, 0.001, 0.002, 0.004):
        change = asyncio.create_task(stores.feedback.add_feedback(Feedback(ANA, "late", 1.0)))
        await asyncio.sleep(delay_s)
        change.cancel()
        await asyncio.wait([change])
    await stores.consents.give_consent(ANA, Consent(3, 3.0))
    assert await stores.consents.consent_of(ANA) == Consent(3, 3.0)


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_whoever_stops_waiting_for_a_slow_query_goes_on_while_it_still_runs(used):
    answered = asyncio.Event()

    def read(session: Session) -> None:
        session.execute(text(SLOW_QUERY)).all()
        answered.set()

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await used.read_async(read)
    assert not answered.is_set()
    await answered.wait()
    assert await Stores(used).consents.consent_of(ANA) is not None
