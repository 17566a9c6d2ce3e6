"""The seven emotions of FER-2013, and probabilities over them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import isclose, isfinite


class Emotion(StrEnum):
    """The emotions in FER-2013's label order, which is also the order of the network's outputs."""

    ANGRY = "angry"
    DISGUST = "disgust"
    FEAR = "fear"
    HAPPY = "happy"
    SAD = "sad"
    SURPRISE = "surprise"
    NEUTRAL = "neutral"


EMOTIONS = tuple(Emotion)
MISERABLE = (Emotion.ANGRY, Emotion.DISGUST, Emotion.FEAR, Emotion.SAD)


@dataclass(frozen=True, slots=True)
class EmotionScores:
    """One probability per emotion, in the order of `EMOTIONS`.

    Raises:
        ValueError: Not seven finite numbers in 0..1 that sum to 1.
    """

    probabilities: tuple[float, ...]

    def __post_init__(self) -> None:
        p = self.probabilities
        if len(p) != len(EMOTIONS) or not all(isfinite(x) and 0 <= x <= 1 for x in p):
            raise ValueError("emotion scores need seven probabilities in 0..1")
        if not isclose(sum(p), 1, abs_tol=1e-4):
            raise ValueError("emotion scores must sum to 1")

    def __getitem__(self, emotion: Emotion) -> float:
        return self.probabilities[EMOTIONS.index(emotion)]

    @property
    def top(self) -> Emotion:
        """The most probable emotion; the earlier label wins a tie."""
        return max(EMOTIONS, key=self.__getitem__)

    def as_dict(self) -> dict[str, float]:
        return {emotion.value: self[emotion] for emotion in EMOTIONS}


def blend(scores: Iterable[tuple[EmotionScores, float]]) -> EmotionScores:
    """Average scores by weight (any positive unit).

    Raises:
        ValueError: Nothing to blend, or no positive weight.
    """
    pairs = [(s, w) for s, w in scores if w > 0]
    total = sum(w for _, w in pairs)
    if not pairs:
        raise ValueError("nothing to blend")
    columns = zip(*(s.probabilities for s, _ in pairs), strict=True)
    weights = [w / total for _, w in pairs]
    return EmotionScores(tuple(min(1.0, sum(p * w for p, w in zip(c, weights, strict=True))) for c in columns))


def fair_blend(scores: Iterable[tuple[EmotionScores, float]]) -> EmotionScores:
    """Average scores by weight, and count a face that looks wholly miserable twice.

    Least misery with average (Masthoff 2011) for faces: the room keeps to most people, and leans to those who look
    angry, disgusted, afraid or sad, in proportion to how surely they do. A small face stays small.

    Raises:
        ValueError: Nothing to blend, or no positive weight.
    """
    return blend((s, fair_weight(s, weight)) for s, weight in scores)


def fair_weight(scores: EmotionScores, weight: float) -> float:
    """Give what a face of this weight counts in a fair blend, in the weight's own unit."""
    return weight * (1 + sum(scores[emotion] for emotion in MISERABLE))
