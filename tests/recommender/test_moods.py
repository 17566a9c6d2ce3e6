import pytest

from core.emotion import EMOTIONS, Emotion
from core.mood import MoodName, MoodPoint
from recommender.moods import MOOD_POINTS, mood_named, mood_of
from tests.fakes.services import scores


def test_every_mood_has_its_point():
    assert set(MOOD_POINTS) == set(MoodName)


@pytest.mark.parametrize("emotion", EMOTIONS)
def test_a_sure_face_lies_at_its_emotion(emotion):
    mood = mood_of(scores(emotion, probability=1.0))
    assert (mood.name.value, mood.point) == (emotion.value, MOOD_POINTS[mood.name])


def test_a_neutral_face_is_no_evidence():
    assert mood_of(scores(Emotion.NEUTRAL, probability=1.0)).point == MoodPoint(0, 0)


def test_a_mixed_face_lies_between():
    point = mood_of(scores(Emotion.HAPPY, probability=0.5)).point
    assert 0 < point.valence < MOOD_POINTS[MoodName.HAPPY].valence


def test_a_picked_mood_lies_at_its_point():
    assert mood_named(MoodName.CALM).point == MoodPoint(0.61, -0.82)
