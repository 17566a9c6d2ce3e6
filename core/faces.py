"""What was seen in one photo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import atan2, degrees
from statistics import mode

from core.emotion import EmotionScores, blend, fair_blend, fair_weight

Point = tuple[float, float]
UNCLEAR_WEIGHT = 0.25
"""What a face that is hard to read counts beside a clear one of the same size."""


class FaceReason(StrEnum):
    """Why a face cannot be read well, the plainest first."""

    TOO_SMALL = "too_small"
    CUT_OFF = "cut_off"
    DARK = "dark"
    BLOWN_OUT = "blown_out"
    BLURRED = "blurred"
    TURNED_AWAY = "turned_away"
    OCCLUDED = "occluded"


@dataclass(frozen=True, slots=True)
class FaceQuality:
    """What speaks against reading a face; nothing where it is fit to be read."""

    reasons: tuple[FaceReason, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.reasons


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
class Landmarks:
    """Points (x, y) in pixels of the upright photo; left is the left of a face that stands upright in it."""

    left_eye: Point
    right_eye: Point
    nose: Point
    left_mouth: Point
    right_mouth: Point

    @property
    def roll_deg(self) -> float:
        """How far the line of the eyes is turned clockwise, -180..180."""
        return degrees(atan2(self.right_eye[1] - self.left_eye[1], self.right_eye[0] - self.left_eye[0]))


@dataclass(frozen=True, slots=True)
class Face:
    """A face.

    Attributes:
        score: The detector's, 0..1.
        emotions: What people would see in it, which picks the music.
        sure: Whether the network is sure enough to say so.
        labelled: What FER-2013's labels would say; for those who compare.
    """

    box: FaceBox
    score: float
    emotions: EmotionScores
    sure: bool = True
    landmarks: Landmarks | None = None
    quality: FaceQuality = FaceQuality()
    labelled: EmotionScores | None = None

    @property
    def weight(self) -> float:
        """What it counts among the faces of its photo: its area, less where it is hard to read."""
        return self.box.area_px * (1 if self.quality.ok else UNCLEAR_WEIGHT)


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds on the clock that one photo took."""

    decode_ms: float = 0.0
    detect_ms: float = 0.0
    classify_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All faces of one photo in reading order, and the size of the upright photo in pixels."""

    width: int
    height: int
    faces: tuple[Face, ...]
    timings: Timings = field(default=Timings(), compare=False)

    def room(self) -> EmotionScores:
        """Blend all faces by weight; an unhappy one counts up to twice.

        Raises:
            ValueError: There is no face.
        """
        return fair_blend((face.emotions, face.weight) for face in self.faces)

    def shares(self) -> tuple[float, ...]:
        """Say how much each face counts in the room, 0..1; together 1 where there is a face."""
        counts = [fair_weight(face.emotions, face.weight) for face in self.faces]
        total = sum(counts)
        return tuple(count / total if total else 0.0 for count in counts)

    @property
    def unclear(self) -> FaceReason | None:
        """Why no face can be read: what hinders the weightiest; None where one can, or where there is none."""
        if not self.faces or any(face.quality.ok for face in self.faces):
            return None
        return max(self.faces, key=lambda face: face.weight).quality.reasons[0]


def in_reading_order(faces: Iterable[Face]) -> tuple[Face, ...]:
    """Order faces as people number them: row by row from the top, each row from the left.

    A face stands in a row where its middle and that of the row's topmost face each lie within the other's height.
    """
    rows: list[list[Face]] = []
    for face in sorted(faces, key=lambda face: (_middle_y(face), face.box.x_min)):
        if rows and _middle_y(face) < rows[-1][0].box.y_max and _middle_y(rows[-1][0]) > face.box.y_min:
            rows[-1].append(face)
        else:
            rows.append([face])
    return tuple(face for row in rows for face in sorted(row, key=lambda face: face.box.x_min))


def averaged(readings: Sequence[Reading]) -> Reading:
    """Make one reading of stills that were taken one after the other: the last, with each face's mean emotions.

    Stills without a face that can be read do not count where there are others, nor those with fewer or more faces than
    most. A face is sure where it is so in half of the stills.

    Raises:
        StatisticsError: There is no still.
    """
    seen = [one for one in readings if one.faces and not one.unclear] or [one for one in readings if one.faces]
    count = mode(len(one.faces) for one in seen or readings)
    alike = [one for one in seen or readings if len(one.faces) == count]
    people = zip(*(one.faces for one in alike), strict=True)
    return replace(alike[-1], faces=tuple(_mean_face(stills) for stills in people))


def _mean_face(stills: Sequence[Face]) -> Face:
    emotions = blend((face.emotions, 1) for face in stills)
    return replace(stills[-1], emotions=emotions, sure=2 * sum(face.sure for face in stills) >= len(stills))


def _middle_y(face: Face) -> float:
    return (face.box.y_min + face.box.y_max) / 2
