"""Whether a face can be read: measures of one aligned face, and the limits from which on reading it goes wrong.

The limits were read off the curves in docs/decisions/005-a-face-that-cannot-be-read.md; `python -m benchmarks.faces
quality` draws them again.
"""

from dataclasses import dataclass
from math import hypot

import cv2
import numpy as np
from numpy.typing import NDArray

from core.faces import FaceQuality, FaceReason
from emotion.detect import FoundFace

WHITE = 250
FEATURES = (np.s_[15:23, 10:21], np.s_[15:23, 27:38], np.s_[31:41, 15:33])
"""Where a crop has its left eye, its right eye and its mouth, in rows and columns."""


@dataclass(frozen=True, slots=True)
class QualityLimits:
    """Where each measure turns bad; each is a limit on the attribute of `FaceMeasures` that it names."""

    eyes_px: float = 12.0
    outside: float = 0.2
    light: float = 30.0
    white: float = 0.5
    sharpness: float = 0.14
    yaw_deg: float = 40.0
    pitch_deg: float = 30.0
    presence: float = 0.9
    feature_contrast: float = 0.15


@dataclass(frozen=True, slots=True)
class FaceMeasures:
    """What can be measured of a face.

    Attributes:
        eyes_px: Distance between the eyes, in pixels of the photo as sent or as worked on, whichever is less.
        outside: Share of the face's box that lies outside the picture, 0..1.
        light: 95th percentile of the crop's grey levels, 0..255.
        white: Share of the crop's pixels that are white, 0..1.
        sharpness: Spread of the crop's Laplacian in spreads of its grey levels.
        yaw_deg: Turn to the side, 0..90.
        pitch_deg: Nod from the usual, 0..90.
        presence: Of the mesh, 0..1.
        feature_contrast: Spread of the grey levels in the barest of eyes and mouth, in spreads of the crop's.
    """

    eyes_px: float
    outside: float
    light: float
    white: float
    sharpness: float
    yaw_deg: float
    pitch_deg: float
    presence: float
    feature_contrast: float


def face_quality(face: FoundFace, crop: NDArray[np.uint8], *, picture: tuple[int, int], scale: float) -> FaceQuality:
    """Say what speaks against reading a face.

    Args:
        crop: The aligned grey crop, uint8 [48, 48].
        picture: Width and height of the picture that was searched, in pixels.
        scale: Pixels of the photo as sent per pixel of that picture.
    """
    return judge(measure(face, crop, picture=picture, scale=scale))


def judge(measures: FaceMeasures, limits: QualityLimits = QualityLimits()) -> FaceQuality:
    """Compare measures with limits, the plainest reason first."""
    bare = measures.feature_contrast < limits.feature_contrast
    held = {
        FaceReason.TOO_SMALL: measures.eyes_px < limits.eyes_px,
        FaceReason.CUT_OFF: measures.outside > limits.outside,
        FaceReason.DARK: measures.light < limits.light,
        FaceReason.BLOWN_OUT: measures.white > limits.white,
        FaceReason.BLURRED: measures.sharpness < limits.sharpness,
        FaceReason.TURNED_AWAY: measures.yaw_deg > limits.yaw_deg or measures.pitch_deg > limits.pitch_deg,
        FaceReason.OCCLUDED: measures.presence < limits.presence or bare,
    }
    return FaceQuality(tuple(reason for reason, holds in held.items() if holds))


def measure(face: FoundFace, crop: NDArray[np.uint8], *, picture: tuple[int, int], scale: float) -> FaceMeasures:
    """Measure a face, as `face_quality` needs it."""
    x, y = (face.points[1] - face.points[0]).tolist()
    return FaceMeasures(
        eyes_px=hypot(x, y) * min(1.0, scale),
        outside=_share_outside(face.box, picture),
        light=light(crop),
        white=white(crop),
        sharpness=sharpness(crop),
        yaw_deg=abs(face.yaw_deg),
        pitch_deg=abs(face.pitch_deg),
        presence=face.score,
        feature_contrast=feature_contrast(crop),
    )


def light(crop: NDArray[np.uint8]) -> float:
    """How bright the lit parts are, 0..255."""
    return float(np.percentile(crop, 95))


def white(crop: NDArray[np.uint8]) -> float:
    """The share of pixels without drawing, 0..1."""
    return float((crop >= WHITE).mean())


def sharpness(crop: NDArray[np.uint8]) -> float:
    """How much of a crop's contrast lies between neighbouring pixels, whatever its light."""
    spread = float(crop.std())
    return float(cv2.Laplacian(crop, cv2.CV_32F).std()) / max(spread, 1e-6)


def feature_contrast(crop: NDArray[np.uint8]) -> float:
    """How much is to be seen where eyes and mouth should be; hardly anything under a mask, a hand or dark glasses."""
    spread = max(float(crop.std()), 1e-6)
    return min(float(crop[part].std()) for part in FEATURES) / spread


def _share_outside(box: NDArray[np.float32], picture: tuple[int, int]) -> float:
    inside = np.minimum(box[2:], picture) - np.maximum(box[:2], 0)
    area = float(np.prod(box[2:] - box[:2]))
    return 1 - float(np.prod(np.clip(inside, 0, None))) / max(area, 1e-6)
