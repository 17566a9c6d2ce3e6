from io import BytesIO

import pytest
from PIL import Image

from bot.chart import COLOURS, WIDTH_PX, chart_of, face_chart, ranked
from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.faces import Face, FaceBox, FaceQuality, FaceReason, Reading
from tests.fakes.services import face, reading, scores

MOST_BYTES = 100_000


def opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture))


@pytest.mark.parametrize("top", EMOTIONS)
def test_one_face_has_a_bar_in_the_colour_of_each_emotion(top: Emotion):
    picture = opened(face_chart(scores(top)))

    shown = {colour for _, colour in picture.getcolors(1 << 20) or ()}
    assert picture.format == "PNG"
    assert picture.width == WIDTH_PX
    assert set(COLOURS.values()) <= shown


def test_the_longest_bar_is_the_most_probable_emotions():
    sad = opened(face_chart(scores(Emotion.SAD, probability=0.9)))

    counts = {colour: count for count, colour in sad.getcolors(1 << 20) or ()}
    assert max(COLOURS, key=lambda emotion: counts[COLOURS[emotion]]) is Emotion.SAD
    assert ranked(scores(Emotion.SAD))[0] is Emotion.SAD


@pytest.mark.parametrize("count", [1, 2, 12, 20])
def test_a_chart_is_small_however_many_faces_there_are(count: int):
    faces = tuple(face(x_min=10.0 + 50 * n, size_px=40) for n in range(count))
    picture = chart_of(Reading(640, 480, faces))

    assert len(picture) < MOST_BYTES
    assert opened(picture).height < 900


def test_a_chart_is_drawn_for_faces_beyond_the_photos_edge_and_for_certainty():
    certain = EmotionScores((0, 0, 0, 1.0, 0, 0, 0))
    outside = Face(FaceBox(-900, -900, -500, -500), 0.9, certain, quality=FaceQuality((FaceReason.CUT_OFF,)))

    assert opened(chart_of(Reading(4000, 10, (outside, outside)))).format == "PNG"
    assert opened(chart_of(reading(face(certain)))).format == "PNG"
