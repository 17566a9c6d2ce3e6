import asyncio
import threading

import numpy as np
import pytest
from PIL import Image

from core.emotion import Emotion
from core.errors import Busy, DamagedPhoto
from emotion.classifier import EmotionClassifier, default_model_folder
from emotion.decode import PhotoLimits
from emotion.detect import FaceDetector, bundled_weights
from emotion.reader import PhotoReader
from tests.photos import astronaut, coffee, encoded


@pytest.fixture(scope="module")
def parts():
    return FaceDetector(bundled_weights()), EmotionClassifier.load(default_model_folder())


@pytest.fixture
def reader(parts):
    opened = PhotoReader(*parts, limits=PhotoLimits())
    yield opened
    opened.close()


async def test_a_smiling_portrait_looks_happy(reader):
    reading = await reader.read(encoded(astronaut()))
    (face,) = reading.faces
    assert face.emotions.top is Emotion.HAPPY
    assert (reading.width, reading.height) == (512, 512)


async def test_a_face_is_sure_from_the_threshold_of_what_people_see(parts, reader):
    (face,) = (await reader.read(encoded(astronaut()))).faces
    assert face.sure == (max(face.emotions.probabilities) >= parts[1].heads["perceived"].sure_from)


async def test_boxes_are_in_pixels_of_the_photo_as_sent(reader):
    small = (await reader.read(encoded(astronaut()))).faces[0].box
    large = (await reader.read(encoded(astronaut().resize((4096, 4096))))).faces[0].box
    assert large.x_min / small.x_min == pytest.approx(8, rel=0.05)


async def test_no_face_is_an_empty_reading(reader):
    assert (await reader.read(encoded(coffee()))).faces == ()


async def test_every_face_of_a_group_is_read(reader):
    pair = Image.fromarray(np.hstack([np.asarray(astronaut())] * 2))
    assert len((await reader.read(encoded(pair))).faces) == 2


async def test_many_photos_at_once_are_all_read_alike(reader):
    photo = encoded(astronaut())
    readings = await asyncio.gather(*(reader.read(photo) for _ in range(8)))
    assert len(set(readings)) == 1


async def test_a_damaged_photo_leaves_the_reader_working(reader):
    photo = encoded(astronaut())
    with pytest.raises(DamagedPhoto):
        await reader.read(photo[:5000])
    assert (await reader.read(photo)).faces


class StuckDetector:
    """Finds nothing, once it is let go."""

    def __init__(self):
        self.go = threading.Event()

    def detect(self, pixels):
        self.go.wait(10)
        return []


async def test_a_crowd_is_told_to_come_back(parts):
    stuck = StuckDetector()
    reader = PhotoReader(stuck, parts[1], limits=PhotoLimits(), workers=1, max_waiting=2)
    waiting = [asyncio.create_task(reader.read(encoded(coffee()))) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await reader.read(encoded(coffee()))
    stuck.go.set()
    await asyncio.gather(*waiting)
    assert (await reader.read(encoded(coffee()))).faces == ()
    reader.close()
