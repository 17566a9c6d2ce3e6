import numpy as np

from core.emotion import EMOTIONS, Emotion
from training.music.end_to_end import MUSIC_FOR, end_to_end


def faces(*counted: tuple[Emotion, Emotion, int]) -> list[list[int]]:
    """Count faces by label and answer."""
    counts = np.zeros((len(EMOTIONS), len(EMOTIONS)), int)
    for label, answer, count in counted:
        counts[EMOTIONS.index(label), EMOTIONS.index(answer)] += count
    return counts.tolist()


def test_each_emotion_leads_to_a_mood_of_music() -> None:
    assert set(MUSIC_FOR) == set(EMOTIONS)


def test_mistakes_that_lead_to_the_same_music_cost_nothing() -> None:
    found = end_to_end(faces((Emotion.SAD, Emotion.DISGUST, 3), (Emotion.HAPPY, Emotion.HAPPY, 1)))
    assert (found.accuracy, found.emotion_accuracy, found.faces) == (1, 0.25, 4)


def test_mistakes_that_lead_elsewhere_count() -> None:
    found = end_to_end(faces((Emotion.SAD, Emotion.HAPPY, 1), (Emotion.HAPPY, Emotion.HAPPY, 3)))
    assert found.accuracy == 0.75
    assert found.confusion[1] == (1, 0, 0, 0)
