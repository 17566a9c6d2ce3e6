"""Random views of faces for training: turned, shifted, scaled, mirrored, relit, blurred and partly hidden."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict, Field

Probability = Annotated[float, Field(ge=0, le=1)]


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How far a random view may stray from the face.

    Attributes:
        turn_degrees: Largest rotation to either side.
        shift: Largest shift along each axis, as a share of the side.
        scale: Smallest and largest zoom.
        gamma: Largest gamma; the smallest is its inverse.
        erase: Probability that a rectangle is hidden.
        shade: Probability that one side lies in shadow.
        blur: Probability that the view is blurred.
        window: Share of the side that is seen at zoom 1.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    turn_degrees: Annotated[float, Field(ge=0, le=180)] = 14.0
    shift: Probability = 0.08
    scale: tuple[Annotated[float, Field(gt=0)], Annotated[float, Field(gt=0)]] = (0.86, 1.16)
    gamma: Annotated[float, Field(ge=1)] = 1.7
    erase: Probability = 0.25
    shade: Probability = 0.15
    blur: Probability = 0.1
    window: Annotated[float, Field(gt=0.1, le=1)] = 44 / 48


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
        shaded, blurred, erased = rng.random(3) < (how.shade, how.blur, how.erase)
        if shaded:
            _shade(view, rng=rng)
        if blurred:
            cv2.GaussianBlur(view, (0, 0), rng.uniform(0.5, 1.3), dst=view)
        if erased:
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


def _shade(view: NDArray[np.uint8], *, rng: np.random.Generator) -> None:
    darkest, edge, softness = rng.uniform(0.25, 0.7), rng.uniform(-0.3, 0.3), rng.uniform(0.05, 0.4)
    light = 1 - (1 - darkest) / (1 + np.exp((np.linspace(-1, 1, view.shape[0]) - edge) / softness))
    if rng.random() < 0.5:
        light = light[::-1]
    view[:] = view * light.astype(np.float32)


def _erase(view: NDArray[np.uint8], *, rng: np.random.Generator) -> None:
    side = view.shape[0]
    height, width = (rng.uniform(0.15, 0.4, 2) * side).astype(int)
    top, left = rng.integers(0, side - height), rng.integers(0, side - width)
    view[top : top + height, left : left + width] = rng.integers(0, 256)
