"""BlazeFace: boxes and keypoints of faces at one scale.

Source: Bazarevsky et al. 2019, arXiv 1907.05047; anchors and decoding as in MediaPipe's face_detection modules.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from emotion.litert import Network


@dataclass(frozen=True, slots=True)
class Anchors:
    """The grid of one variant: cells per side and anchors per cell, layer by layer."""

    layers: tuple[tuple[int, int], ...]

    def centres(self) -> NDArray[np.float32]:
        """Anchor centres, float32 [n, 2], x and y in 0..1."""
        grids = []
        for cells, repeats in self.layers:
            ticks = (np.arange(cells, dtype=np.float32) + 0.5) / cells
            x, y = np.meshgrid(ticks, ticks)
            grids.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), repeats, axis=0))
        return np.concatenate(grids)


SHORT_RANGE = Anchors(layers=((16, 2), (8, 6)))
FULL_RANGE = Anchors(layers=((48, 1),))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Possible faces, best first, in pixels of the picture.

    Attributes:
        boxes: float32 [n, 4], x_min, y_min, x_max, y_max.
        eyes: float32 [n, 2, 2], the eye on the left of an upright picture first, x and y.
        scores: float32 [n], 0..1.
    """

    boxes: NDArray[np.float32]
    eyes: NDArray[np.float32]
    scores: NDArray[np.float32]

    def take(self, index: NDArray[np.intp]) -> "Candidates":
        return Candidates(self.boxes[index], self.eyes[index], self.scores[index])


def join(parts: list[Candidates]) -> Candidates:
    """Put candidates of several looks together, best first."""
    joined = Candidates(
        np.concatenate([part.boxes for part in parts]),
        np.concatenate([part.eyes for part in parts]),
        np.concatenate([part.scores for part in parts]),
    )
    return joined.take(np.argsort(-joined.scores, kind="stable"))


class BlazeFace:
    """One variant of the detector."""

    def __init__(self, network: Network, anchors: Anchors) -> None:
        self._network = network
        self._centres = anchors.centres()
        self._side_px = network.input_shape[1]

    def look(self, pixels: NDArray[np.uint8], *, min_score: float) -> Candidates:
        """Find candidates in an RGB picture, uint8 [height, width, 3]; overlapping ones are still there."""
        square, scale, offset = _letterbox(pixels, self._side_px)
        batch = (square.astype(np.float32) / 127.5 - 1)[np.newaxis]
        raw_points, raw_scores = self._network.run(batch)
        scores = 1 / (1 + np.exp(-np.clip(raw_scores.reshape(-1), -80, 80)))
        best = np.flatnonzero(scores >= min_score)
        best = best[np.argsort(-scores[best], kind="stable")]
        points = raw_points.reshape(len(scores), -1, 2)[best] / self._side_px
        centres = points[:, 0] + self._centres[best]
        half = points[:, 1] / 2
        eyes = points[:, 2:4] + self._centres[best, np.newaxis]
        corners = np.stack([centres - half, centres + half], axis=1)
        return Candidates(
            ((corners * self._side_px - offset) / scale).reshape(-1, 4).astype(np.float32),
            ((eyes * self._side_px - offset) / scale).astype(np.float32),
            scores[best].astype(np.float32),
        )


def _letterbox(pixels: NDArray[np.uint8], side_px: int) -> tuple[NDArray[np.uint8], float, NDArray[np.float32]]:
    height, width = pixels.shape[:2]
    scale = side_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    left, top = (side_px - size[0]) // 2, (side_px - size[1]) // 2
    square = np.zeros((side_px, side_px, 3), np.uint8)
    square[top : top + size[1], left : left + size[0]] = cv2.resize(
        pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    )
    return square, scale, np.array([left, top], np.float32)
