"""Many people send a photo within the same second: how soon each is acknowledged and answered, and in which order.

    python -m benchmarks.discord_load [--people 100] [--workers 2] [--spotify-s 0]

The bot is the real one, with its reader processes, its catalogue and its SQLite database in a temporary folder; each
person sends the astronaut of scikit-image as a 1280 x 1280 JPEG with `/mood` in a direct message. Discord is the small
fake of the tests over real sockets, in the bot's own process, so its work counts too. Without `--spotify-s` there is no
Spotify; with it each playlist takes so long. Seconds since the person's command left the fake Discord.

It ends with 1 where somebody was not answered with a tape, was acknowledged after 3 s, or was overtaken by as many as
are served at once.
"""

import argparse
import asyncio
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, time

import numpy as np
from rich.console import Console
from rich.table import Table

from app.compose import open_people
from app.settings import load_settings
from bot.client import run_bot
from bot.consent import NOTICE
from bot.jobs import AT_ONCE
from core.faces import Reading
from core.music import Playlist, Tape
from core.people import Consent
from core.ports import EmotionReader, People, Services
from emotion.workers import PhotoWorkers
from recommender.catalogue import load_starter
from recommender.pick import CatalogueRecommender
from tests.bot.helpers import shown
from tests.fakes.cdn import photo
from tests.fakes.discord import TOKEN, FakeDiscord, Request
from tests.fakes.services import FakePublisher
from tests.fakes.words import LANGUAGES
from tests.photos import astronaut, encoded

ACKNOWLEDGE_LIMIT_S = 3.0
LIMIT_S = 300
FIRST_PERSON = 3_000_000_000_000_000_000


class TimedDiscord(FakeDiscord):
    """Notes when each command left, was acknowledged and was answered, by the token of its interaction."""

    def __init__(self) -> None:
        super().__init__()
        self.left_s: dict[str, float] = {}
        self.acknowledged_s: dict[str, float] = {}
        self.answered_s: dict[str, float] = {}
        self.last_words: dict[str, str] = {}
        self.edits = 0

    def _answer(self, got: Request):
        now_s, steps = perf_counter(), got.path.split("/")
        if got.path.endswith("/callback"):
            self.acknowledged_s.setdefault(steps[3], now_s)
        elif got.path.endswith("/messages/@original"):
            self.edits += 1
            self.answered_s[steps[3]], self.last_words[steps[3]] = now_s, shown(got.json["components"])
        return super()._answer(got)

    @property
    def done(self) -> bool:
        return sum("happy" in words for words in self.last_words.values()) == len(self.left_s)


@dataclass
class OrderedReader:
    """Notes the order in which photos are read, by the number behind each photo's end."""

    reader: EmotionReader
    order: list[int] = field(default_factory=list)

    async def read(self, photo: bytes) -> Reading:
        self.order.append(int.from_bytes(photo[-2:], "big"))
        return await self.reader.read(photo)


class Spotify(FakePublisher):
    """Makes each playlist in `takes_s`; none at all in no time."""

    def __init__(self, takes_s: float) -> None:
        super().__init__()
        self.takes_s = takes_s

    async def publish(self, tape: Tape, **options: object) -> Playlist | None:
        await asyncio.sleep(self.takes_s)
        return await super().publish(tape) if self.takes_s else None


async def rush(server: TimedDiscord, *, people: int) -> None:
    """Let everybody send their photo at once, and wait until all have their tape."""
    selfie = encoded(astronaut().resize((1280, 1280)), quality=90)
    for number in range(people):
        token = await server.slash(
            "mood", photo=photo(selfie + number.to_bytes(2, "big")), person_id=str(FIRST_PERSON + number)
        )
        server.left_s[token] = perf_counter()
    with suppress(TimeoutError):
        await server.until(lambda: server.done, limit_s=LIMIT_S)


async def measure(stores: People, reader: EmotionReader, *, people: int, spotify_s: float) -> TimedDiscord:
    for number in range(people):
        await stores.consents.give_consent(FIRST_PERSON + number, Consent(NOTICE, time()))
    services = Services(reader, CatalogueRecommender(load_starter()), Spotify(spotify_s))
    stop = asyncio.Event()
    async with TimedDiscord() as server:
        bot = asyncio.create_task(run_bot(TOKEN, services, stores, languages=LANGUAGES, stop=stop))
        await server.ready()
        await rush(server, people=people)
        stop.set()
        await bot
    return server


def overtaken(order: list[int]) -> int:
    """Count by how many places the unluckiest was read later than they came."""
    return max((place - number for place, number in enumerate(order)), default=0)


def show(server: TimedDiscord, order: list[int]) -> bool:
    """Print the distribution, and say whether all is as it should be."""
    left = server.left_s
    times = {
        "acknowledged": [at - left[token] for token, at in server.acknowledged_s.items()],
        "answered": [at - left[token] for token, at in server.answered_s.items()],
    }
    table = Table("seconds", *(f"{q}%" for q in (0, 25, 50, 75, 95, 99, 100)))
    for name, seconds in times.items():
        table.add_row(name, *(f"{value:.2f}" for value in np.percentile(seconds, (0, 25, 50, 75, 95, 99, 100))))
    Console().print(table)
    tapes, late = sum("happy" in words for words in server.last_words.values()), overtaken(order)
    print(f"{len(left)} commands left within {max(left.values()) - min(left.values()):.2f} s; {tapes} got a tape")
    print(f"the unluckiest was overtaken by {late}; {server.edits - tapes} notes on the wait were sent")
    return tapes == len(left) and max(times["acknowledged"]) < ACKNOWLEDGE_LIMIT_S and late < AT_ONCE


async def main() -> bool:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--spotify-s", type=float, default=0.0)
    asked = parser.parse_args()
    workers = PhotoWorkers(workers=asked.workers)
    workers.start(asked.workers)
    await asyncio.to_thread(workers.wait)
    reader = OrderedReader(workers)
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings = load_settings(None).model_copy(update={"data_dir": Path(folder)})
            async with open_people(settings) as stores:
                server = await measure(stores, reader, people=asked.people, spotify_s=asked.spotify_s)
        return show(server, reader.order)
    finally:
        await asyncio.to_thread(workers.close)


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(main()) else 1)
