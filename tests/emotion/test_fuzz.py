import asyncio
from random import Random

import pytest
from PIL import Image

from benchmarks.fuzz_photos import Tally, fuzz, one_at_a_time
from emotion.limits import WorkerLimits
from emotion.workers import PhotoWorkers
from tests.photos import BOMBS, astronaut, corpus, encoded, mutated

PATIENT = WorkerLimits(photo_cpu_s=20, photo_s=300, start_s=300)
TINY = astronaut().resize((32, 32))
READ = ("profile.png", "text.png", "frames.gif", "loop.tiff", "deflate.png")
"""Bombs that hurt nobody: they are read, or refused."""


@pytest.fixture(scope="module")
def reader():
    opened = PhotoWorkers(worker_limits=PATIENT)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_is_one_sentence_and_the_service_lives_on(reader, name):
    tally = Tally()
    await one_at_a_time(reader, BOMBS[name](), name=name, tally=tally)
    assert tally.suspects == []
    assert "read" not in tally.outcomes or name in READ
    assert (await reader.read(encoded(TINY))).width == 32


async def test_the_same_seed_damages_alike():
    photo, other = encoded(TINY), encoded(Image.new("RGB", (32, 32)))
    assert mutated(photo, other, Random(4)) == mutated(photo, other, Random(4))


async def test_no_damaged_file_of_any_format_stops_the_service(reader):
    tally = await fuzz(reader, corpus(TINY), files=60, seed=1)
    assert sum(tally.outcomes.values()) == 60
    assert set(tally.outcomes) <= {"read", "NotAnImage", "DamagedPhoto", "TooManyPixels"}


async def test_the_fuzzer_tells_crashes_from_refusals():
    reader = PhotoWorkers(worker_limits=PATIENT, program=["tests.fakes.worker"])
    tally = Tally()
    for photo in (b"crash", b"damaged", b"fine"):
        await one_at_a_time(reader, photo, name=photo.decode(), tally=tally)
    await asyncio.to_thread(reader.close)
    assert tally.outcomes == {"PhotoCrashesReader": 1, "DamagedPhoto": 1, "read": 1}
    assert tally.suspects == [("PhotoCrashesReader", "crash")]
