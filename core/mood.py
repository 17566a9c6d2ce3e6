"""Moods, and where they lie on the valence-arousal plane."""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot, isfinite


class MoodName(StrEnum):
    """What a face can look like, and two moods that people pick by hand."""

    HAPPY = "happy"
    SAD = "sad"
    ANGRY = "angry"
    CALM = "calm"
    ENERGETIC = "energetic"
    SURPRISE = "surprise"
    FEAR = "fear"
    DISGUST = "disgust"
    NEUTRAL = "neutral"


PICKABLE_MOODS = (MoodName.HAPPY, MoodName.CALM, MoodName.ENERGETIC, MoodName.SAD, MoodName.ANGRY)
"""What a person is offered where no photo is at hand or no face was found."""


class Goal(StrEnum):
    """Where a tape should lead from how a person feels."""

    MATCH = "match"
    LIFT = "lift"
    CALM = "calm"
    ENERGISE = "energise"
    LET_OUT = "let-out"
    TAKE_ME = "take-me"


OFFERS = {
    MoodName.SAD: (Goal.LIFT, Goal.MATCH, Goal.CALM, Goal.ENERGISE),
    MoodName.DISGUST: (Goal.LIFT, Goal.LET_OUT, Goal.MATCH, Goal.CALM),
    MoodName.ANGRY: (Goal.LET_OUT, Goal.CALM, Goal.LIFT, Goal.MATCH),
    MoodName.FEAR: (Goal.CALM, Goal.LIFT, Goal.MATCH, Goal.ENERGISE),
}
OTHER_OFFERS = (Goal.MATCH, Goal.ENERGISE, Goal.CALM, Goal.LIFT)
ANGER_FROM_FEAR = -0.32
"""Halfway between the dominance of anger (-.22) and of fear (-.42), which share one point of the plane."""


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """Valence (unpleasant to pleasant) and arousal (still to stirred), each in -1..1.

    Raises:
        ValueError: A coordinate is not a number in -1..1.
    """

    valence: float
    arousal: float

    def __post_init__(self) -> None:
        if not all(isfinite(v) and -1 <= v <= 1 for v in (self.valence, self.arousal)):
            raise ValueError("valence and arousal lie in -1..1")

    def distance_to(self, other: "MoodPoint") -> float:
        return hypot(self.valence - other.valence, self.arousal - other.arousal)


@dataclass(frozen=True, slots=True)
class Mood:
    """A mood as it is told to people, and the point that music is matched to.

    Attributes:
        spread: How far the moods that it may be lie from its point, root mean square; 0 where there is no doubt.
        dominance: Overwhelmed to in control, -1..1; 0 where there is neither anger nor fear.
    """

    name: MoodName
    point: MoodPoint
    spread: float = 0.0
    dominance: float = 0.0


def goals_for(mood: Mood) -> tuple[Goal, ...]:
    """Offer goals for a mood, the one that suits it best first; dominance tells anger from fear."""
    if mood.name in (MoodName.ANGRY, MoodName.FEAR):
        return OFFERS[MoodName.ANGRY if mood.dominance >= ANGER_FROM_FEAR else MoodName.FEAR]
    return OFFERS.get(mood.name, OTHER_OFFERS)


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
"""Source: mean of Warriner et al. 2013 and NRC-VAD (Mohammad 2018), both rescaled to -1..1.

A neutral face is absence of evidence, so it lies in the middle and not at the -.51 arousal of the word.
"""
DOMINANCE = {MoodName.ANGRY: -0.22, MoodName.FEAR: -0.42}
"""Anger and fear share one point and differ in dominance: 4.11 and 3.32 of 9 in Warriner et al., rescaled to -1..1."""


def mood_named(name: MoodName) -> Mood:
    """The mood that a person picked."""
    return Mood(name, MOOD_POINTS[name], dominance=DOMINANCE.get(name, 0.0))
