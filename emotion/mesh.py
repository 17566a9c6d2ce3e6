"""The face mesh: is there a face, and where exactly are its eyes, nose and mouth.

Source: Kartynnik et al. 2019, arXiv 1907.06724; regions of interest as in MediaPipe's face_landmark module.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from emotion.litert import Network

REGION_TO_BOX = 1.5
"""Side of the square that the mesh looks at, in longer sides of the detector's box."""

LEFT_EYE = (33, 133)
RIGHT_EYE = (362, 263)
MOUTH = (61, 291)
NOSE_TIP = 1


@dataclass(frozen=True, slots=True)
class Mesh:
    """A face as the mesh sees it.

    Attributes:
        presence: Probability that there is a face, 0..1.
        points: float32 [468, 2], x and y in pixels of the picture.
    """

    presence: float
    points: NDArray[np.float32]

    def centre_of(self, landmarks: tuple[int, ...]) -> NDArray[np.float32]:
        return self.points[list(landmarks)].mean(axis=0)


class FaceMesh:
    """The landmark network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._side_px = network.input_shape[1]

    def fit(self, pixels: NDArray[np.uint8], box: NDArray[np.float32], eyes: NDArray[np.float32]) -> Mesh:
        """Fit the mesh to a detected face of an RGB picture, whatever its roll."""
        to_region = _region(box, eyes, self._side_px)
        region = cv2.warpAffine(pixels, to_region, (self._side_px, self._side_px), flags=cv2.INTER_LINEAR)
        raw_points, raw_presence = self._network.run((region / np.float32(255)).astype(np.float32)[np.newaxis])
        in_region = raw_points.reshape(-1, 3)[:, :2]
        back = cv2.invertAffineTransform(to_region)
        presence = 1 / (1 + np.exp(-np.clip(raw_presence.item(), -80, 80)))
        return Mesh(float(presence), (in_region @ back[:, :2].T + back[:, 2]).astype(np.float32))


def _region(box: NDArray[np.float32], eyes: NDArray[np.float32], side_px: int) -> NDArray[np.float64]:
    """Map the turned square around a face to the network's input; float64 [2, 3]."""
    centre = (box[:2] + box[2:]) / 2
    side = max(1e-3, float((box[2:] - box[:2]).max()) * REGION_TO_BOX)
    along = eyes[1] - eyes[0]
    roll = np.degrees(np.arctan2(along[1], along[0]))
    to_region = np.asarray(
        cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), float(roll), side_px / side), np.float64
    )
    to_region[:, 2] += side_px / 2 - centre
    return to_region
