import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from core.people import PersonSettings
from core.ports import KeptTape, People
from storage.database import Database
from storage.tapes import StoredTapes
from tests.bot.stored import stored_people
from tests.bot.test_wire import answers, running
from tests.fakes.cdn import photo
from tests.fakes.discord import PERSON_ID, FakeDiscord
from tests.fakes.services import FakeReader, services
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


@pytest.fixture
async def stores(database: Database) -> AsyncIterator[People]:
    """Where alice wants a history, so that a tape of hers leaves all that it can."""
    stores = stored_people(database)
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
