import asyncio

from app.tending import tend_playlists
from core.errors import SpotifyUnavailable
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
