"""BlazeFace: boxes and keypoints of faces at one scale.

Source: Bazarevsky et al. 2019, arXiv 1907.05047; anchors and decoding as in MediaPipe's face_detection modules.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from emotion.litert import Network
from emotion.views import WHOLE, View, square_of

MIN_SCORE = 0.3


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

    def look(self, pixels: NDArray[np.uint8], *, min_score: float, view: View = WHOLE) -> Candidates:
        """Find candidates in an RGB picture, uint8 [height, width, 3]; overlapping ones are still there."""
        square = square_of(pixels, view, side_px=self._side_px)
        batch = (square.pixels.astype(np.float32) / 127.5 - 1)[np.newaxis]
        raw_points, raw_scores = self._network.run(batch)
        scores = 1 / (1 + np.exp(-np.clip(raw_scores.reshape(-1), -80, 80)))
        best = np.flatnonzero(scores >= min_score)
        best = best[np.argsort(-scores[best], kind="stable")]
        points = raw_points.reshape(len(scores), -1, 2)[best] / self._side_px
        centres = points[:, 0] + self._centres[best]
        half = points[:, 1] / 2
        eyes = points[:, 2:4] + self._centres[best, np.newaxis]
        corners = square.back(np.stack([centres - half, centres + half], axis=1) * self._side_px)
        boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
        return Candidates(boxes, square.back(eyes * self._side_px), scores[best].astype(np.float32))


class BlazeFaces:
    """Both variants, for faces near and far."""

    def __init__(self, short_range: Network, full_range: Network) -> None:
        self._near, self._far = BlazeFace(short_range, SHORT_RANGE), BlazeFace(full_range, FULL_RANGE)

    def propose(self, pixels: NDArray[np.uint8], view: View = WHOLE) -> Candidates:
        """Find candidates with both; a part of a picture is searched for far faces only."""
        looks = (self._far,) if view.part else (self._near, self._far)
        return join([look.look(pixels, min_score=MIN_SCORE, view=view) for look in looks])
