"""Looking at a picture whole, in parts, from further away, or turned."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at a picture.

    Attributes:
        part: Left, top, right and bottom in whole pixels; None for the whole picture.
        border: Width of a replicated border, in longer sides of the part.
        quarter_turns: Counter-clockwise.
    """

    part: tuple[int, int, int, int] | None = None
    border: float = 0.0
    quarter_turns: int = 0


WHOLE = View()


@dataclass(frozen=True, slots=True)
class Square:
    """What a network sees of a picture.

    Attributes:
        pixels: uint8 [side, side, 3].
        to_picture: float64 [2, 3]; from the square's coordinates to the picture's.
    """

    pixels: NDArray[np.uint8]
    to_picture: NDArray[np.float64]

    def back(self, xy: NDArray[np.floating]) -> NDArray[np.float32]:
        """Bring points [..., 2] into pixels of the picture."""
        return (xy @ self.to_picture[:, :2].T + self.to_picture[:, 2]).astype(np.float32)


def square_of(pixels: NDArray[np.uint8], view: View, *, side_px: int) -> Square:
    """Scale a view of an RGB picture, uint8 [height, width, 3], into a square with black beside it."""
    left, top, right, bottom = view.part or (0, 0, pixels.shape[1], pixels.shape[0])
    width, height = right - left, bottom - top
    scale = side_px / (max(width, height) * (1 + 2 * view.border))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(
        pixels[top:bottom, left:right], size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    )
    edge = round(view.border * max(size))
    small = cv2.copyMakeBorder(small, edge, edge, edge, edge, cv2.BORDER_REPLICATE) if edge else small
    small = small[:side_px, :side_px]
    x, y = (side_px - small.shape[1]) // 2, (side_px - small.shape[0]) // 2
    square = np.zeros((side_px, side_px, 3), np.uint8)
    square[y : y + small.shape[0], x : x + small.shape[1]] = small
    start = np.array([[1 / scale, 0, left - (x + edge) / scale], [0, 1 / scale, top - (y + edge) / scale]])
    turned = np.ascontiguousarray(np.rot90(square, view.quarter_turns))
    return Square(turned, start @ _turn_back(view.quarter_turns, side_px))


def _turn_back(quarter_turns: int, side_px: int) -> NDArray[np.float64]:
    """Undo counter-clockwise quarter turns of a square; float64 [3, 3]."""
    once = np.array([[0, -1, side_px], [1, 0, 0], [0, 0, 1]], np.float64)
    return np.linalg.matrix_power(once, quarter_turns % 4)
