import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.mood import MoodName
from core.people import PersonSettings
from core.ports import KeptTape, People, TapeRequest
from core.taste import Opinion, Taste
from storage.database import Database
from storage.people import StoredTastes
from storage.tapes import StoredTapes
from tests.bot.stored import agreed_people
from tests.bot.test_wire import answers, running
from tests.fakes.cdn import photo
from tests.fakes.discord import PERSON_ID, FakeDiscord
from tests.fakes.services import FakeReader, FakeRecommender, services
from tests.fakes.words import ENGLISH

ALICE = int(PERSON_ID)
DELETE = f"person:delete-now:{PERSON_ID}"
SURE = [{"type": 1, "components": [{"type": 2, "style": 4, "label": "Yes", "custom_id": DELETE}]}]


class SlowTapes(StoredTapes):
    """Cannot be cancelled once it writes, as a commit on its way cannot."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.writing = asyncio.Event()

    async def keep_tape(self, kept: KeptTape) -> None:
        self.writing.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.2)
            await super().keep_tape(kept)


class SlowTastes(StoredTastes):
    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.learning = asyncio.Event()

    async def learn(self, person_id: int, *opinions: Opinion) -> Taste:
        self.learning.set()
        await asyncio.sleep(0.2)
        return await super().learn(person_id, *opinions)


@pytest.fixture
async def stores(database: Database) -> AsyncIterator[People]:
    """Where alice wants a history, so that a tape of hers leaves all that it can."""
    stores = agreed_people(database)
    await stores.settings.change_settings(ALICE, lambda _: PersonSettings(history=True))
    yield stores
    await database.close_async()


async def delete_everything(server: FakeDiscord) -> list[str]:
    """Press the last button; gives all answers once the photo is answered too."""
    await server.click(DELETE, components=SURE)
    told = await answers(server, count=2)
    assert ENGLISH("people-deleted") in told
    return told


async def test_a_tape_on_its_way_into_the_database_is_deleted_with_everything_else(stores: People, database: Database):
    tapes = SlowTapes(database)
    async with running(services(), stores=replace(stores, tapes=tapes)) as (server, _):
        await server.slash("mood", photo=photo(b"a photo"))
        await tapes.writing.wait()

        assert ENGLISH("bot-stopped") in await delete_everything(server)
        assert await stores.everything.export(ALICE) == {}


async def test_a_thumb_that_is_being_learnt_is_deleted_with_everything_else(stores: People, database: Database):
    tastes, thumb = SlowTastes(database), "act:up:tape"
    tape = await FakeRecommender().pick(TapeRequest(MoodName.CALM))
    await stores.tapes.keep_tape(KeptTape("tape", ALICE, TapeRequest(MoodName.CALM), tape, 9e9))
    async with running(services(), stores=replace(stores, tastes=tastes)) as (server, _):
        await server.click(
            thumb, components=[{**SURE[0], "components": [SURE[0]["components"][0] | {"custom_id": thumb}]}]
        )
        await tastes.learning.wait()

        await delete_everything(server)
        assert await stores.everything.export(ALICE) == {}


@pytest.mark.parametrize("delay_s", [0, 0.003, 0.006, 0.012, 0.025, 0.05])
async def test_whenever_everything_is_deleted_nothing_of_a_running_job_stays(stores: People, delay_s: float):
    gate = asyncio.Event()
    async with running(services(reader=FakeReader(gate=gate)), stores=stores) as (server, _):
        await server.slash("mood", photo=photo(b"a photo"))
        await server.until(lambda: server.sent("POST", "/callback"))
        gate.set()
        await asyncio.sleep(delay_s)

        await delete_everything(server)
        assert await stores.everything.export(ALICE) == {}
