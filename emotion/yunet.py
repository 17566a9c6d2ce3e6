"""YuNet: another detector, for operators who have its ONNX file.

Source: Wu et al. 2023, doi 10.1007/s11633-023-1423-y; run by OpenCV's `FaceDetectorYN`.
"""

from pathlib import Path
from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray

from core.errors import ModelMismatch, ModelMissing
from emotion.blazeface import Candidates
from emotion.views import WHOLE, View, square_of

SIDE_PX = 640
MIN_SCORE = 0.6
MAX_OVERLAP = 0.3
MOST = 50


class YuNet:
    """Proposes faces; safe to share between threads.

    Raises:
        ModelMissing: There is no such file.
        ModelMismatch: OpenCV cannot use it as YuNet.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise ModelMissing(path)
        self._lock = Lock()
        try:
            self._network = cv2.FaceDetectorYN.create(str(path), "", (SIDE_PX, SIDE_PX), MIN_SCORE, MAX_OVERLAP, MOST)
            self.propose(np.zeros((SIDE_PX, SIDE_PX, 3), np.uint8))
        except cv2.error as error:
            raise ModelMismatch(path, "OpenCV cannot use it as YuNet") from error

    def propose(self, pixels: NDArray[np.uint8], view: View = WHOLE) -> Candidates:
        """Find candidates in a view of an RGB picture, uint8 [height, width, 3], best first."""
        square = square_of(pixels, view, side_px=SIDE_PX)
        with self._lock:
            _, faces = self._network.detect(cv2.cvtColor(square.pixels, cv2.COLOR_RGB2BGR))
        rows = np.asarray(np.empty((0, 15)) if faces is None else faces, np.float32)
        rows = rows[np.argsort(-rows[:, 14], kind="stable")]
        corners = square.back(np.stack([rows[:, :2], rows[:, :2] + rows[:, 2:4]], axis=1))
        boxes = np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
        return Candidates(boxes, square.back(rows[:, 4:8].reshape(-1, 2, 2)), rows[:, 14])
