"""The face mesh: is there a face, where exactly are its eyes, nose and mouth, and which way does it look.

Source: Kartynnik et al. 2019, arXiv 1907.06724; regions of interest as in MediaPipe's face_landmark module.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from emotion.litert import Network

REGION_TO_BOX = 1.5
"""Side of the square that the mesh looks at, in longer sides of the face's box."""

LEFT_EYE = (33, 133)
RIGHT_EYE = (362, 263)
NOSE_TIP = (1,)
MOUTH_CORNERS = (61, 291)
EYE_CORNERS = (33, 263)
FOREHEAD_AND_CHIN = (10, 152)

HOPELESS = 0.05
CERTAIN = 0.999
"""Presence below which a fit is not repeated, and from which on no other roll is tried."""

SETTLED_DEG = 6.0
MAX_FITS = 5


@dataclass(frozen=True, slots=True)
class Mesh:
    """A face as the mesh sees it.

    Attributes:
        presence: Probability that there is a face, 0..1.
        points: float32 [468, 3], x, y and depth in pixels of the picture; depth grows away from the camera.
    """

    presence: float
    points: NDArray[np.float32]

    def centre_of(self, landmarks: tuple[int, ...]) -> NDArray[np.float32]:
        return self.points[list(landmarks), :2].mean(axis=0)

    @property
    def box(self) -> NDArray[np.float32]:
        """float32 [4]: x_min, y_min, x_max, y_max around all points."""
        return np.concatenate([self.points[:, :2].min(axis=0), self.points[:, :2].max(axis=0)])

    @property
    def roll_deg(self) -> float:
        """Clockwise turn in the picture's plane, -180..180."""
        return _roll_deg(self.points[list(EYE_CORNERS), :2])

    @property
    def yaw_deg(self) -> float:
        """Turn to the side, -90..90; about 0 for a face that looks into the camera."""
        return self._lean_deg(EYE_CORNERS)

    @property
    def pitch_deg(self) -> float:
        """Nod, -90..90; positive for a face that looks up."""
        return self._lean_deg(FOREHEAD_AND_CHIN)

    def _lean_deg(self, ends: tuple[int, int]) -> float:
        x, y, depth = (self.points[ends[1]] - self.points[ends[0]]).tolist()
        return float(np.degrees(np.arctan2(-depth, np.hypot(x, y))))


@dataclass(frozen=True, slots=True)
class _Region:
    """A turned square of the picture."""

    centre: NDArray[np.floating]
    side_px: float
    roll_deg: float

    def turned(self, degrees: float) -> "_Region":
        return _Region(self.centre, self.side_px, self.roll_deg + degrees)


class FaceMesh:
    """The landmark network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._side_px = network.input_shape[1]

    def fit(
        self, pixels: NDArray[np.uint8], box: NDArray[np.float32], eyes: NDArray[np.float32], *, any_roll: bool = True
    ) -> Mesh:
        """Fit the mesh to a detected face of an RGB picture, whatever its roll.

        A detector that sees a face upside down may put its eyes anywhere, and the mesh then draws a plausible face
        that is not there; so a fit that does not convince is compared with those from the other three sides, a
        hopeless one only where `any_roll` asks for it.
        """
        region = _Region((box[:2] + box[2:]) / 2, float((box[2:] - box[:2]).max()) * REGION_TO_BOX, _roll_deg(eyes))
        mesh = self._settle(pixels, region)
        if mesh.presence >= CERTAIN or (mesh.presence < HOPELESS and not any_roll):
            return mesh
        others = [self._settle(pixels, region.turned(degrees)) for degrees in (90, 180, 270)]
        return max((mesh, *others), key=lambda fitted: fitted.presence)

    def _settle(self, pixels: NDArray[np.uint8], region: _Region) -> Mesh:
        """Fit again to the square that the last fit gives, until the face is level in it."""
        mesh = self._once(pixels, region)
        for _ in range(MAX_FITS - 1):
            if mesh.presence < HOPELESS:
                break
            last, region = region, _region_around(mesh)
            mesh = self._once(pixels, region)
            if abs(_difference_deg(region.roll_deg, last.roll_deg)) < SETTLED_DEG:
                break
        return mesh

    def _once(self, pixels: NDArray[np.uint8], region: _Region) -> Mesh:
        to_square = _to_square(region, self._side_px)
        size = (self._side_px, self._side_px)
        square = cv2.warpAffine(pixels, to_square, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        raw_points, raw_presence = self._network.run((square / np.float32(255)).astype(np.float32)[np.newaxis])
        points = raw_points.reshape(-1, 3)
        back = cv2.invertAffineTransform(to_square)
        flat = points[:, :2] @ back[:, :2].T + back[:, 2]
        depth = points[:, 2:] * (region.side_px / self._side_px)
        presence = 1 / (1 + np.exp(-np.clip(raw_presence.item(), -80, 80)))
        return Mesh(float(presence), np.concatenate([flat, depth], axis=1).astype(np.float32))


def _region_around(mesh: Mesh) -> _Region:
    """The level square around a fitted mesh, as MediaPipe follows a face from frame to frame."""
    roll = np.radians(mesh.roll_deg)
    level = np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    points = mesh.points[:, :2] @ level.T
    low, high = points.min(axis=0), points.max(axis=0)
    return _Region((low + high) / 2 @ level, float((high - low).max()) * REGION_TO_BOX, mesh.roll_deg)


def _roll_deg(ends: NDArray[np.floating]) -> float:
    x, y = (ends[1] - ends[0]).tolist()
    return float(np.degrees(np.arctan2(y, x)))


def _difference_deg(a: float, b: float) -> float:
    return (a - b + 180) % 360 - 180


def _to_square(region: _Region, side_px: int) -> NDArray[np.float64]:
    """Map a region to the network's input; float64 [2, 3]."""
    x, y = (float(value) for value in region.centre)
    scale = side_px / max(1e-3, region.side_px)
    to_square = np.asarray(cv2.getRotationMatrix2D((x, y), region.roll_deg, scale), np.float64)
    to_square[:, 2] += side_px / 2 - np.array([x, y])
    return to_square
