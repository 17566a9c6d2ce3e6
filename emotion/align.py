"""Warping a face to the crop that FER-2013 trained the network on."""

import cv2
import numpy as np
from numpy.typing import NDArray

CROP_PX = 48
OVERSAMPLING = 4

TEMPLATE = np.array([(15.3, 18.8), (31.8, 18.6), (23.7, 35.1)], np.float32)
"""Left eye, right eye and mouth in the 48 x 48 crop: medians over 2,676 Training faces, 10 % wider."""


def align_face(pixels: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Map eyes and mouth to the template by rotation, uniform scale and shift.

    Args:
        pixels: RGB picture, uint8 [height, width, 3].
        landmarks: float32 [3, 2], as `FoundFace.landmarks`.

    Returns:
        Grey crop, uint8 [48, 48].
    """
    side = CROP_PX * OVERSAMPLING
    to_crop = similarity(landmarks, TEMPLATE)
    shrink = float(np.hypot(to_crop[0, 0], to_crop[1, 0])) * OVERSAMPLING
    if shrink < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
        to_crop[:, :2] /= shrink
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    large = cv2.warpAffine(
        grey, to_crop * OVERSAMPLING, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(cv2.resize(large, (CROP_PX, CROP_PX), interpolation=cv2.INTER_AREA), np.uint8)


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
