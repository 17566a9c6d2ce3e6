import asyncio

from app.tending import purge_people, tend_playlists
from core.errors import SpotifyUnavailable, StorageUnavailable
from core.people import Retention
from tests.fakes.people import MemoryPeople
from tests.fakes.services import FakePublisher


class Tended(FakePublisher):
    def __init__(self, stop, *, times, error=None):
        super().__init__()
        self.stop, self.times, self.trouble = stop, times, error

    async def tend(self):
        await super().tend()
        if self.tended == self.times:
            self.stop.set()
        if self.trouble:
            raise self.trouble


async def test_playlists_are_tended_at_once_and_again_until_the_end():
    stop = asyncio.Event()
    publisher = Tended(stop, times=3)
    await tend_playlists(publisher, stop, every_s=0.01)
    assert publisher.tended == 3


async def test_trouble_is_told_once_and_tried_again(caplog):
    stop = asyncio.Event()
    publisher = Tended(stop, times=3, error=SpotifyUnavailable())
    await tend_playlists(publisher, stop, every_s=0.01)
    assert publisher.tended == 3
    assert len(caplog.records) == 1


class Purged(MemoryPeople):
    def __init__(self, stop, *, times, error=None):
        super().__init__()
        self.stop, self.times, self.error, self.asked = stop, times, error, []

    async def purge(self, *, now, retention):
        self.asked.append(retention)
        if len(self.asked) == self.times:
            self.stop.set()
        if self.error:
            raise self.error
        return 1


async def test_what_is_old_is_deleted_at_once_and_again_until_the_end():
    stop, limits = asyncio.Event(), Retention(1, 2, 3)
    store = Purged(stop, times=3)
    await purge_people(store, stop, retention=limits, every_s=0.01)
    assert store.asked == [limits] * 3


async def test_a_database_that_is_away_is_asked_again(caplog):
    stop = asyncio.Event()
    store = Purged(stop, times=2, error=StorageUnavailable())
    await purge_people(store, stop, retention=Retention(), every_s=0.01)
    assert len(store.asked) == 2
    assert "tried again" in caplog.text
