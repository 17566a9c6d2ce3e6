import json
import logging
from dataclasses import replace

import pytest
from sqlalchemy import text

from core.mood import MoodPoint
from core.people import PersonSettings
from core.taste import Opinion, Taste, Verdict
from storage.database import Database
from tests.storage.test_people_stores import ANA, KEPT, Stores, entry

UNREADABLE = {
    "an empty object": "{}",
    "nothing": "null",
    "of a newer version": json.dumps([{"title": "Song", "artist": "Nova", "point": "in the middle"}]),
}


@pytest.fixture
async def stores(database: Database):
    stores = Stores(database)
    await stores.settings.change_settings(ANA, lambda _: PersonSettings(history=True))
    for number in (1, 2):
        await stores.history.record(ANA, entry(number, made_at=number))
        await stores.tapes.keep_tape(replace(KEPT, tape_id=f"tape-{number}"))
        await stores.tapes.await_playlist(f"tape-{number}", person_id=ANA, language="en")
    yield stores
    await database.close_async()


def damage(database: Database, table: str, column: str, value: str, *, where: str) -> None:
    change = text(f"UPDATE {table} SET {column} = :value WHERE {where}")
    database.write(lambda session: session.execute(change, {"value": value}))


@pytest.mark.parametrize("column", ["request", "tape"])
@pytest.mark.parametrize("value", UNREADABLE.values(), ids=UNREADABLE)
async def test_a_tape_that_cannot_be_read_is_none_and_is_told_in_one_line(stores, database, column, value, caplog):
    damage(database, "tapes", column, value, where="tape_id = 'tape-1'")
    with caplog.at_level(logging.WARNING):
        assert await stores.tapes.tape("tape-1", person_id=ANA, now=0.0) is None
    assert [record.message for record in caplog.records] == [
        "a stored tape cannot be read, as if there were none: ValidationError"
    ]
    assert [kept.tape_id for kept in await stores.tapes.awaited(after=0.0, limit=9)] == ["tape-2"]


async def test_wishes_that_cannot_be_read_keep_nobody_from_their_turn(stores, database):
    for number in (3, 4, 5):
        await stores.tapes.keep_tape(replace(KEPT, tape_id=f"tape-{number}", expires_at=2000.0 + number))
        await stores.tapes.await_playlist(f"tape-{number}", person_id=ANA, language="en")
    damage(database, "tapes", "tape", "{}", where="tape_id <> 'tape-5'")
    assert [kept.tape_id for kept in await stores.tapes.awaited(after=0.0, limit=2)] == ["tape-5"]


@pytest.mark.parametrize("value", UNREADABLE.values(), ids=UNREADABLE)
async def test_history_is_given_without_what_cannot_be_read(stores, database, value):
    damage(database, "history", "tracks", value, where="made_at = 1")
    readable = entry(2, made_at=2)
    assert await stores.history.history_of(ANA, since=0, until=9) == [readable]
    assert await stores.history.recent_keys(ANA, tapes=5) == {track.key for track in readable.tracks}


@pytest.mark.parametrize("column", ["mood", "goal"])
async def test_history_is_given_without_moods_and_goals_of_a_newer_version(stores, database, column):
    damage(database, "history", column, "nostalgic", where="made_at = 1")
    assert await stores.history.history_of(ANA, since=0, until=9) == [entry(2, made_at=2)]


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_text_that_is_no_json_hides_one_row_and_not_the_others(stores, database):
    damage(database, "tapes", "tape", '{"mood": ', where="tape_id = 'tape-1'")
    damage(database, "history", "tracks", "[{", where="made_at = 1")
    assert await stores.tapes.tape("tape-1", person_id=ANA, now=0.0) is None
    assert await stores.history.history_of(ANA, since=0, until=9) == [entry(2, made_at=2)]
    assert set(await stores.people.export(ANA)) == {"person_settings", "history", "tapes"}


@pytest.mark.parametrize("value", UNREADABLE.values(), ids=UNREADABLE)
async def test_a_taste_that_cannot_be_read_begins_anew(stores, database, value):
    opinion = Opinion(Verdict.UP, MoodPoint(0.5, 0.5), 1, 10.0)
    await stores.tastes.learn(ANA, opinion)
    damage(database, "tastes", "taste", value, where=f"person_id = {ANA}")
    assert await stores.tastes.taste_of(ANA) == Taste()
    assert (await stores.tastes.learn(ANA, opinion)).opinions == (opinion,)
