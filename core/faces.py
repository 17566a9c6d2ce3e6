"""What was seen in one photo."""

from dataclasses import dataclass

from core.emotion import EmotionScores, fair_blend


@dataclass(frozen=True, slots=True)
class FaceBox:
    """A box in pixels of the upright photo; it may reach past the photo's edge."""

    x_min: float
    y_min: float
    x_max: float
    y_max: float

    @property
    def area_px(self) -> float:
        return max(0.0, self.x_max - self.x_min) * max(0.0, self.y_max - self.y_min)


@dataclass(frozen=True, slots=True)
class Face:
    """A face, the detector's score in 0..1, how it looks, and whether the network is sure enough to say so."""

    box: FaceBox
    score: float
    emotions: EmotionScores
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All faces of one photo, largest first, and the size of the upright photo in pixels."""

    width: int
    height: int
    faces: tuple[Face, ...]

    def room(self) -> EmotionScores:
        """Blend all faces by area; an unhappy one counts up to twice.

        Raises:
            ValueError: There is no face.
        """
        return fair_blend((face.emotions, face.box.area_px) for face in self.faces)
