import asyncio
import os

import pytest

from app.measured import measured
from app.metrics import Metrics, Stage, resident_bytes, watch_loop
from core.errors import BadPhoto, DamagedPhoto, NoFace, OperatorProblem, SpotifyRateLimited
from core.faces import Reading, Timings
from core.flow import playlist_from_mood, playlist_from_selfie
from core.metrics import Acknowledgement
from core.mood import MoodName
from tests.fakes.errors import leaves
from tests.fakes.services import FakePublisher, FakeReader, face, services


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def count(metrics: Metrics, stage: Stage) -> float | None:
    return value(metrics, "moodtape_stage_seconds_count", stage=stage)


async def test_a_selfie_is_counted_at_every_stage():
    metrics = Metrics()
    await playlist_from_selfie(b"a photo", services=measured(services(), metrics, readers=2))
    assert {stage: count(metrics, stage) for stage in Stage} == dict.fromkeys(Stage, 1.0)
    assert value(metrics, "moodtape_faces_per_photo_sum") == 1


async def test_a_picked_mood_reads_no_photo():
    metrics = Metrics()
    await playlist_from_mood(MoodName.HAPPY, services=measured(services(), metrics, readers=2))
    assert (count(metrics, Stage.READ), count(metrics, Stage.PICK)) == (0, 1)


async def test_links_alone_are_no_playlist():
    metrics = Metrics()
    rooms = services(publisher=FakePublisher(url=None))
    await playlist_from_mood(MoodName.HAPPY, services=measured(rooms, metrics, readers=2))
    assert count(metrics, Stage.PUBLISH) == 0


def test_what_no_stage_took_is_waiting():
    metrics = Metrics()
    metrics.has_read(Reading(640, 480, (face(),), Timings(100, 200, 300)), seconds=1.0)
    assert value(metrics, "moodtape_stage_seconds_sum", stage="wait") == pytest.approx(0.4)
    assert value(metrics, "moodtape_stage_seconds_sum", stage="detect") == pytest.approx(0.2)


async def test_photos_that_find_no_free_reader_wait():
    metrics, gate = Metrics(), asyncio.Event()
    reader = measured(services(reader=FakeReader(gate=gate)), metrics, readers=2).reader
    reads = [asyncio.create_task(reader.read(b"a photo")) for _ in range(5)]
    await asyncio.sleep(0)
    assert (value(metrics, "moodtape_photos_reading"), value(metrics, "moodtape_photos_waiting")) == (2, 3)
    gate.set()
    await asyncio.gather(*reads)
    assert (value(metrics, "moodtape_photos_reading"), value(metrics, "moodtape_photos_waiting")) == (0, 0)


async def test_a_photo_that_cannot_be_read_waits_no_longer():
    metrics = Metrics()
    reader = measured(services(reader=FakeReader(error=DamagedPhoto())), metrics, readers=1).reader
    with pytest.raises(BadPhoto):
        await reader.read(b"a photo")
    assert value(metrics, "moodtape_photos_reading") == 0


async def test_spotifys_wait_is_counted_and_ends():
    now_s = 100.0
    metrics = Metrics(clock=lambda: now_s)
    rooms = services(publisher=FakePublisher(error=SpotifyRateLimited(60)))
    await playlist_from_mood(MoodName.HAPPY, services=measured(rooms, metrics, readers=2))
    assert value(metrics, "moodtape_spotify_wait_seconds") == 60
    assert value(metrics, "moodtape_refusals_total", error="SpotifyRateLimited") == 1
    now_s = 161.0
    assert value(metrics, "moodtape_spotify_wait_seconds") == 0


def test_refusals_are_counted_by_their_leaf():
    metrics = Metrics()
    metrics.refused(NoFace())
    metrics.refused(NoFace())
    assert value(metrics, "moodtape_refusals_total", error="NoFace") == 2


def test_discords_side_is_counted():
    metrics = Metrics()
    metrics.discord_acknowledged(Acknowledgement.LATE, seconds=2.5)
    metrics.discord_connected(True)
    assert value(metrics, "moodtape_discord_acknowledge_seconds_count", outcome="late") == 1
    assert value(metrics, "moodtape_discord_connected") == 1


async def test_the_event_loop_is_watched_until_the_end():
    metrics, stop = Metrics(), asyncio.Event()
    asyncio.get_running_loop().call_later(0.1, stop.set)
    await watch_loop(metrics, stop, every_s=0.001)
    assert value(metrics, "moodtape_loop_lag_seconds_count")


def test_the_memory_of_readers_is_added_up():
    metrics = Metrics()
    metrics.watch_memory(lambda: [os.getpid(), os.getpid()])
    assert resident_bytes(os.getpid()) > 1_000_000
    assert (value(metrics, "moodtape_readers_memory_bytes") or 0) > 2_000_000


def test_two_services_do_not_count_together():
    first, second = Metrics(), Metrics()
    first.refused(NoFace())
    assert value(second, "moodtape_refusals_total", error="NoFace") == 0


def test_every_refusal_that_a_person_can_meet_is_there_from_the_start():
    metrics = Metrics()
    told = [leaf for leaf in leaves() if not issubclass(leaf, OperatorProblem)]
    assert [value(metrics, "moodtape_refusals_total", error=leaf.__name__) for leaf in told] == [0] * len(told)
