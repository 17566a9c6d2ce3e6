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
    """A mood as it is told to people, and the point that music is matched to."""

    name: MoodName
    point: MoodPoint
