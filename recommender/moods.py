"""Where a face lies between the moods of the valence-arousal plane."""

from math import sqrt

from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.mood import DOMINANCE, MOOD_POINTS, Mood, MoodName, MoodPoint

NEUTRAL_WEIGHT = 0.25
"""What neutral counts against an expression: a face half neutral and half happy is a mild smile, not half a mood."""


def mood_at(point: MoodPoint) -> Mood:
    """A point of the plane, named by the nearest mood."""
    return Mood(min(MOOD_POINTS, key=lambda name: MOOD_POINTS[name].distance_to(point)), point)


def mood_of(scores: EmotionScores) -> Mood:
    """The mood that a face suggests: named by the top emotion, placed at the mean of all seven.

    Each emotion weighs its probability, neutral a quarter of it, and the weights are scaled to sum to 1. The spread is
    the root mean square distance of the seven from that mean; the dominance is that of anger and fear by their shares.
    """
    weights = {_as_mood(emotion): scores[emotion] for emotion in EMOTIONS}
    weights[MoodName.NEUTRAL] *= NEUTRAL_WEIGHT
    total = sum(weights.values())
    point = MoodPoint(
        sum(MOOD_POINTS[name].valence * weight for name, weight in weights.items()) / total,
        sum(MOOD_POINTS[name].arousal * weight for name, weight in weights.items()) / total,
    )
    variance = sum(MOOD_POINTS[name].distance_to(point) ** 2 * weight for name, weight in weights.items()) / total
    return Mood(_as_mood(scores.top), point, spread=sqrt(variance), dominance=_dominance(weights))


def _dominance(weights: dict[MoodName, float]) -> float:
    known = sum(weights[name] for name in DOMINANCE)
    return sum(weights[name] * own for name, own in DOMINANCE.items()) / known if known else 0.0


def _as_mood(emotion: Emotion) -> MoodName:
    return MoodName(emotion.value)
