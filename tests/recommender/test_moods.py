import pytest

from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.mood import DOMINANCE, MOOD_POINTS, MoodName, MoodPoint, mood_named
from recommender.moods import mood_at, mood_of
from tests.fakes.services import scores


def looks(**probabilities: float) -> EmotionScores:
    return EmotionScores(tuple(probabilities.get(emotion.value, 0.0) for emotion in EMOTIONS))


def test_every_mood_has_its_point():
    assert set(MOOD_POINTS) == set(MoodName)


@pytest.mark.parametrize("emotion", EMOTIONS)
def test_a_sure_face_lies_at_its_emotion(emotion):
    mood = mood_of(scores(emotion, probability=1.0))
    assert (mood.name.value, mood.point, mood.spread) == (emotion.value, MOOD_POINTS[mood.name], 0)


def test_a_neutral_face_is_no_evidence():
    assert mood_of(looks(neutral=1.0)).point == MoodPoint(0, 0)


def test_a_mixed_face_lies_between():
    point = mood_of(scores(Emotion.HAPPY, probability=0.5)).point
    assert 0 < point.valence < MOOD_POINTS[MoodName.HAPPY].valence


def test_neutral_washes_out_less_than_an_expression():
    point = mood_of(looks(happy=0.5, neutral=0.5)).point
    assert point.valence == pytest.approx(0.8 * 0.93)


def test_the_less_sure_a_face_the_wider_its_mood():
    spreads = [mood_of(scores(Emotion.HAPPY, probability=p)).spread for p in (1.0, 0.8, 0.5)]
    assert spreads == sorted(set(spreads))


def test_anger_and_fear_share_a_point_and_differ_in_dominance():
    angry, afraid = mood_of(looks(angry=0.7, fear=0.3)), mood_of(looks(angry=0.3, fear=0.7))
    assert angry.point.distance_to(afraid.point) == pytest.approx(0)
    assert DOMINANCE[MoodName.ANGRY] > angry.dominance > afraid.dominance > DOMINANCE[MoodName.FEAR]


def test_a_picked_mood_lies_at_its_point():
    assert mood_named(MoodName.CALM).point == MoodPoint(0.61, -0.82)


def test_a_point_is_named_by_the_nearest_mood():
    assert mood_at(MoodPoint(0.5, -0.9)).name is MoodName.CALM
