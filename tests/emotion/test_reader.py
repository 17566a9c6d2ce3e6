import asyncio

import numpy as np
import pytest
from PIL import Image

from core.emotion import Emotion
from core.errors import DamagedPhoto
from emotion.limits import PhotoLimits, WorkerLimits
from emotion.reader import load_networks, read_photo
from emotion.workers import PhotoWorkers
from tests.photos import astronaut, coffee, encoded


@pytest.fixture(scope="module")
def networks():
    return load_networks()


@pytest.fixture(scope="module")
def read(networks):
    return lambda photo: read_photo(photo, networks=networks, limits=PhotoLimits())


@pytest.fixture(scope="module")
def workers():
    opened = PhotoWorkers(worker_limits=WorkerLimits(photo_cpu_s=60, photo_s=300, start_s=300))
    yield opened
    opened.close()


def test_a_smiling_portrait_looks_happy(read):
    reading = read(encoded(astronaut()))
    (face,) = reading.faces
    assert face.emotions.top is Emotion.HAPPY
    assert (reading.width, reading.height) == (512, 512)


def test_a_face_is_sure_from_the_threshold_of_what_people_see(networks, read):
    (face,) = read(encoded(astronaut())).faces
    assert face.sure == (max(face.emotions.probabilities) >= networks.classifier.heads["perceived"].sure_from)


def test_boxes_are_in_pixels_of_the_photo_as_sent(read):
    small = read(encoded(astronaut())).faces[0].box
    large = read(encoded(astronaut().resize((4096, 4096)))).faces[0].box
    assert large.x_min / small.x_min == pytest.approx(8, rel=0.05)


def test_no_face_is_an_empty_reading(read):
    assert read(encoded(coffee())).faces == ()


def test_every_face_of_a_group_is_read(read):
    pair = Image.fromarray(np.hstack([np.asarray(astronaut())] * 2))
    assert len(read(encoded(pair)).faces) == 2


def test_each_stage_is_timed(read):
    timings = read(encoded(astronaut())).timings
    assert min(timings.decode_ms, timings.detect_ms, timings.classify_ms) > 0


async def test_workers_read_exactly_what_this_process_reads(read, workers):
    photo = encoded(astronaut())
    readings = await asyncio.gather(*(workers.read(photo) for _ in range(4)))
    assert set(readings) == {read(photo)}


async def test_a_damaged_photo_leaves_the_workers_working(workers):
    photo = encoded(astronaut())
    with pytest.raises(DamagedPhoto):
        await workers.read(photo[:5000])
    assert (await workers.read(photo)).faces
