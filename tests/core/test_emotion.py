import pytest

from core.emotion import EMOTIONS, Emotion, EmotionScores, blend, fair_blend


def scores(**probabilities: float) -> EmotionScores:
    return EmotionScores(tuple(probabilities.get(emotion.value, 0.0) for emotion in EMOTIONS))


@pytest.mark.parametrize("probabilities", [(1.0,), (0.5,) * 7, (float("nan"),) + (0.0,) * 6, (2.0, -1.0) + (0.0,) * 5])
def test_scores_are_seven_probabilities_that_sum_to_one(probabilities):
    with pytest.raises(ValueError, match="scores"):
        EmotionScores(probabilities)


def test_the_top_emotion_is_the_most_probable():
    assert scores(sad=0.6, happy=0.4).top is Emotion.SAD


def test_blending_weighs_by_size():
    blended = blend([(scores(happy=1.0), 3.0), (scores(sad=1.0), 1.0)])
    assert (blended[Emotion.HAPPY], blended[Emotion.SAD]) == (0.75, 0.25)


@pytest.mark.parametrize("pairs", [[], [(scores(happy=1.0), 0.0)]])
def test_nothing_cannot_be_blended(pairs):
    with pytest.raises(ValueError, match="nothing"):
        blend(pairs)


def test_in_a_room_a_miserable_face_counts_twice_and_no_more():
    room = fair_blend([(scores(happy=1.0), 3.0), (scores(sad=1.0), 1.0)])
    assert (room[Emotion.HAPPY], room[Emotion.SAD]) == pytest.approx((0.6, 0.4))


def test_a_room_of_one_looks_like_that_one():
    assert fair_blend([(scores(sad=0.5, neutral=0.5), 7.0)]) == scores(sad=0.5, neutral=0.5)
