"""Where emotions and moods lie on the valence-arousal plane, and where a face lies between them.

Source: mean of Warriner et al. 2013 and NRC-VAD (Mohammad 2018), both rescaled to -1..1. A neutral face is absence of
evidence, so it lies in the middle and not at the -.51 arousal of the word. Anger and fear share one point and differ in
dominance: 4.11 and 3.32 of 9 in Warriner et al., here rescaled to -1..1.
"""

from math import sqrt

from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.mood import Mood, MoodName, MoodPoint

MOOD_POINTS = {
    MoodName.ANGRY: MoodPoint(-0.69, 0.48),
    MoodName.DISGUST: MoodPoint(-0.74, 0.26),
    MoodName.FEAR: MoodPoint(-0.69, 0.48),
    MoodName.HAPPY: MoodPoint(0.93, 0.37),
    MoodName.SAD: MoodPoint(-0.64, -0.36),
    MoodName.SURPRISE: MoodPoint(0.48, 0.47),
    MoodName.NEUTRAL: MoodPoint(0.0, 0.0),
    MoodName.CALM: MoodPoint(0.61, -0.82),
    MoodName.ENERGETIC: MoodPoint(0.67, 0.51),
}
DOMINANCE = {MoodName.ANGRY: -0.22, MoodName.FEAR: -0.42}

NEUTRAL_WEIGHT = 0.25
"""What neutral counts against an expression: a face half neutral and half happy is a mild smile, not half a mood."""


def mood_named(name: MoodName) -> Mood:
    """The mood that a person picked."""
    return Mood(name, MOOD_POINTS[name], dominance=DOMINANCE.get(name, 0.0))


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
