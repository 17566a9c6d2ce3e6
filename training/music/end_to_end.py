"""How often a face leads to music of the mood that its true emotion leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.emotion import EMOTIONS, Emotion
from core.errors import DataInvalid
from core.mood import MoodName
from emotion.classifier import FER2013, EmotionClassifier
from training.data import Usage, load_faces
from training.evaluate import NO_FACE, answers_to, confusion_counts
from training.music.data import MOODS

MUSIC_FOR = {
    Emotion.ANGRY: MoodName.ENERGETIC,
    Emotion.DISGUST: MoodName.SAD,
    Emotion.FEAR: MoodName.CALM,
    Emotion.HAPPY: MoodName.HAPPY,
    Emotion.SAD: MoodName.SAD,
    Emotion.SURPRISE: MoodName.HAPPY,
    Emotion.NEUTRAL: MoodName.CALM,
}
"""The mood of the first songs of a tape by the goal that is offered first (`core.mood.OFFERS`): anger is let out, fear
is calmed, sadness and disgust are met before they are lifted, surprise is matched by what pleases."""


@dataclass(frozen=True, slots=True)
class EndToEnd:
    """From faces to moods of music.

    Attributes:
        accuracy: Share of faces whose answer leads to the mood that their label leads to.
        emotion_accuracy: Share of faces whose emotion is told right.
        confusion: Faces by the mood of their label (rows) and of the answer (columns), in the order of `MOODS`.
    """

    accuracy: float
    emotion_accuracy: float
    faces: int
    confusion: tuple[tuple[int, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "accuracy": self.accuracy,
            "emotion_accuracy": self.emotion_accuracy,
            "faces": self.faces,
            "moods": [mood.value for mood in MOODS],
            "music_for": {emotion.value: mood.value for emotion, mood in MUSIC_FOR.items()},
            "confusion": self.confusion,
        }


def end_to_end(confusion: Sequence[Sequence[int]], *, music_for: Mapping[Emotion, MoodName] = MUSIC_FOR) -> EndToEnd:
    """Sum up faces whose answer leads to the right mood.

    Args:
        confusion: Faces by label (rows) and answer (columns), in the order of `EMOTIONS`.
    """
    counts = np.array(confusion, np.int64)
    leads = np.array([[music_for[emotion] is mood for mood in MOODS] for emotion in EMOTIONS], np.int64)
    moods = leads.T @ counts @ leads
    faces = int(counts.sum())
    return EndToEnd(
        accuracy=float(np.trace(moods) / faces),
        emotion_accuracy=float(np.trace(counts) / faces),
        faces=faces,
        confusion=tuple(tuple(int(count) for count in row) for row in moods),
    )


def faces_to_music(fer2013: Path, *, classifier: EmotionClassifier) -> EndToEnd:
    """Measure the served network on FER-2013's PublicTest, and what its mistakes mean for the music.

    Raises:
        DataInvalid: The data are not there, break their format or hold no face of PublicTest.
    """
    faces = load_faces(fer2013, usages={Usage.PUBLIC_TEST})
    if not len(faces):
        raise DataInvalid(fer2013, NO_FACE)
    answers = answers_to(faces.images, classifier=classifier)[FER2013].argmax(axis=1)
    return end_to_end(confusion_counts(faces.labels, answers).tolist())
