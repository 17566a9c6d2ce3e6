"""Random views of faces for training: turned, shifted, scaled, mirrored, relit and partly hidden."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How far a random view may stray from the face.

    Attributes:
        turn_degrees: Largest rotation to either side.
        shift: Largest shift along each axis, as a share of the side.
        scale: Smallest and largest zoom.
        gamma: Largest gamma; the smallest is its inverse.
        erase: Probability that a rectangle is hidden.
        window: Share of the side that is seen at zoom 1.
    """

    turn_degrees: float = 12.0
    shift: float = 0.07
    scale: tuple[float, float] = (0.88, 1.14)
    gamma: float = 1.6
    erase: float = 0.25
    window: float = 44 / 48


def augment(
    images: NDArray[np.uint8], *, size_px: int, rng: np.random.Generator, how: Augmentation
) -> NDArray[np.uint8]:
    """Draw one random view of each image.

    Args:
        images: uint8 [n, side, side].

    Returns:
        uint8 [n, size_px, size_px].
    """
    views = np.empty((len(images), size_px, size_px), np.uint8)
    for view, image in zip(views, images, strict=True):
        matrix = _view_matrix(image.shape[0], size_px=size_px, rng=rng, how=how)
        cv2.warpAffine(image, matrix, (size_px, size_px), view, cv2.INTER_LINEAR, cv2.BORDER_REPLICATE)
        cv2.LUT(view, _gamma_table(rng, largest=how.gamma), view)
        if rng.random() < how.erase:
            _erase(view, rng=rng)
    return views


def _view_matrix(side_px: int, *, size_px: int, rng: np.random.Generator, how: Augmentation) -> NDArray[np.float64]:
    zoom = size_px / (side_px * how.window) * rng.uniform(*how.scale)
    turn = np.deg2rad(rng.uniform(-how.turn_degrees, how.turn_degrees))
    mirror = -1 if rng.random() < 0.5 else 1
    linear = zoom * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ np.diag([mirror, 1])
    centre = (side_px - 1) / 2 + rng.uniform(-how.shift, how.shift, 2) * side_px
    offset = (size_px - 1) / 2 - linear @ centre
    return np.column_stack([linear, offset])


def _gamma_table(rng: np.random.Generator, *, largest: float) -> NDArray[np.uint8]:
    gamma = np.exp(rng.uniform(-1, 1) * np.log(largest))
    return np.round(255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)


def _erase(view: NDArray[np.uint8], *, rng: np.random.Generator) -> None:
    side = view.shape[0]
    height, width = (rng.uniform(0.15, 0.4, 2) * side).astype(int)
    top, left = rng.integers(0, side - height), rng.integers(0, side - width)
    view[top : top + height, left : left + width] = rng.integers(0, 256)
