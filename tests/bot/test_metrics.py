import asyncio
from dataclasses import replace

import pytest

from bot.client import run_bot
from core.errors import NoTracks
from core.metrics import Acknowledgement, NoMeter
from tests.bot.helpers import PHOTO, world
from tests.fakes.discord import TOKEN, FakeDiscord
from tests.fakes.meter import RecordingMeter
from tests.fakes.people import people
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, services
from tests.fakes.words import LANGUAGES


async def test_an_acknowledgement_that_discord_takes_is_counted():
    meter = RecordingMeter()
    async with world(replace(services(), meter=meter)) as (_, channel, alice):
        await alice.slash(channel, "mood", mood="happy")
    assert meter.acknowledgements == [Acknowledgement.TAKEN]
    assert meter.refusals == []


@pytest.mark.parametrize(
    ("rooms", "options", "refusal"),
    [
        (services(reader=FakeReader(NO_FACE)), {"photo": PHOTO}, "NoFace"),
        (services(recommender=FakeRecommender(error=NoTracks())), {"mood": "happy"}, "NoTracks"),
    ],
)
async def test_what_a_person_is_refused_is_counted_once(rooms, options, refusal):
    meter = RecordingMeter()
    async with world(replace(rooms, meter=meter)) as (_, channel, alice):
        await alice.slash(channel, "mood", **options)
    assert meter.refusals == [refusal]


class ConnectionMeter(NoMeter):
    def __init__(self) -> None:
        self.told = asyncio.Queue[bool]()

    def discord_connected(self, connected: bool) -> None:
        self.told.put_nowait(connected)


async def test_the_connection_is_told_as_it_comes_and_goes():
    meter, stop = ConnectionMeter(), asyncio.Event()
    async with FakeDiscord() as server, asyncio.timeout(10):
        bot = asyncio.create_task(
            run_bot(TOKEN, replace(services(), meter=meter), people(), languages=LANGUAGES, stop=stop)
        )
        assert await meter.told.get()
        server.drop()
        assert not await meter.told.get()
        assert await meter.told.get()
        stop.set()
        await bot
