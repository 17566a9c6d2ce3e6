"""Warping a face to the crop that FER-2013 trained the network on."""

import cv2
import numpy as np
from numpy.typing import NDArray

CROP_PX = 48
OVERSAMPLING = 4

MEDIANS = ((14.5, 18.3), (32.6, 18.1), (23.7, 36.3))
"""Left eye, right eye and mouth in FER-2013's own crops, over 2,676 Training faces."""

WIDER = 1.0


def template(wider: float = WIDER) -> NDArray[np.float32]:
    """Where eyes and mouth go in a crop that shows so many times more than FER-2013's; float32 [3, 2]."""
    return ((np.array(MEDIANS) - CROP_PX / 2) / wider + CROP_PX / 2).astype(np.float32)


def align_face(pixels: NDArray[np.uint8], landmarks: NDArray[np.float32], *, wider: float = WIDER) -> NDArray[np.uint8]:
    """Map eyes and mouth to the template by rotation, uniform scale and shift.

    Args:
        pixels: RGB picture, uint8 [height, width, 3].
        landmarks: float32 [3, 2], as `FoundFace.landmarks`.
        wider: How much more the crop shows than FER-2013's; `python -m benchmarks.faces paste` measures it.

    Returns:
        Grey crop, uint8 [48, 48].
    """
    to_large = _rescaling(OVERSAMPLING) @ _square(similarity(landmarks, template(wider)))
    left, top, right, bottom = _reach(to_large, width=pixels.shape[1], height=pixels.shape[0])
    grey = cv2.cvtColor(pixels[top:bottom, left:right], cv2.COLOR_RGB2GRAY)
    to_large[:2, 2] += to_large[:2, :2] @ (left, top)
    shrink = float(np.hypot(to_large[0, 0], to_large[1, 0]))
    if shrink < 1:
        grey = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        to_large = to_large @ np.linalg.inv(_rescaling(shrink))
    side = CROP_PX * OVERSAMPLING
    large = cv2.warpAffine(grey, to_large[:2], (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(large, (CROP_PX, CROP_PX), interpolation=cv2.INTER_AREA), np.uint8)


def _rescaling(factor: float) -> NDArray[np.float64]:
    """What resizing does to coordinates that count from the middle of the first pixel."""
    shift = (factor - 1) / 2
    return np.array([[factor, 0, shift], [0, factor, shift], [0, 0, 1]])


def _square(affine: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.vstack([affine, (0.0, 0.0, 1.0)])


def _reach(to_large: NDArray[np.float64], *, width: int, height: int) -> tuple[int, int, int, int]:
    """Bound what the crop sees of the picture: left, top, right and bottom in whole pixels inside it."""
    side = CROP_PX * OVERSAMPLING
    corners = np.array([(x, y, 1) for x in (0, side) for y in (0, side)]) @ np.linalg.inv(to_large).T
    left, top = np.floor(corners[:, :2].min(axis=0)).astype(int) - 2
    right, bottom = np.ceil(corners[:, :2].max(axis=0)).astype(int) + 3
    left, top = min(max(left, 0), width - 1), min(max(top, 0), height - 1)
    return left, top, min(max(right, left + 1), width), min(max(bottom, top + 1), height)


def similarity(source: NDArray[np.float32], target: NDArray[np.float32]) -> NDArray[np.float64]:
    """Fit the least-squares rotation, uniform scale and shift between points; float64 [2, 3].

    Source: Umeyama 1991, in the plane and without reflection.
    """
    a, b = source.astype(np.float64), target.astype(np.float64)
    a_mean, b_mean = a.mean(axis=0), b.mean(axis=0)
    a_flat, b_flat = a - a_mean, b - b_mean
    za, zb = a_flat @ np.array([1, 1j]), b_flat @ np.array([1, 1j])
    turn = (np.conj(za) @ zb) / max(float((np.abs(za) ** 2).sum()), 1e-9)
    linear = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return np.column_stack([linear, b_mean - linear @ a_mean])
