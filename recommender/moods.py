"""Where emotions and moods lie on the valence-arousal plane.

Source: mean of Warriner et al. 2013 and NRC-VAD (Mohammad 2018), both rescaled to -1..1. A neutral face is absence of
evidence, so it lies in the middle and not at the -.51 arousal of the word.
"""

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


def mood_named(name: MoodName) -> Mood:
    """The mood that a person picked."""
    return Mood(name, MOOD_POINTS[name])


def mood_of(scores: EmotionScores) -> Mood:
    """The mood that a face suggests: named by the top emotion, placed at the mean of all seven by probability."""
    points = [(MOOD_POINTS[_as_mood(emotion)], scores[emotion]) for emotion in EMOTIONS]
    valence = sum(point.valence * weight for point, weight in points)
    arousal = sum(point.arousal * weight for point, weight in points)
    return Mood(_as_mood(scores.top), MoodPoint(valence, arousal))


def _as_mood(emotion: Emotion) -> MoodName:
    return MoodName(emotion.value)
