import numpy as np
import pytest

from emotion.views import View, square_of

SPOT = (140, 60)
WHITE = np.uint8(255)


def picture_with_a_spot() -> np.ndarray:
    pixels = np.zeros((120, 200, 3), np.uint8)
    x, y = SPOT
    pixels[y - 3 : y + 4, x - 3 : x + 4] = WHITE
    return pixels


@pytest.mark.parametrize("quarter_turns", [0, 1, 2, 3])
@pytest.mark.parametrize("border", [0.0, 0.3])
@pytest.mark.parametrize("part", [None, (100, 20, 180, 100)])
def test_what_a_view_shows_is_brought_back_to_its_place(quarter_turns, border, part):
    square = square_of(picture_with_a_spot(), View(part, border, quarter_turns), side_px=128)
    y, x = np.nonzero(square.pixels[..., 0] > 200)
    seen = np.array([x.mean() + 0.5, y.mean() + 0.5])
    assert square.back(seen) == pytest.approx(np.array(SPOT) + 0.5, abs=1.2)


def test_a_border_repeats_the_edge():
    square = square_of(np.full((50, 50, 3), 90, np.uint8), View(border=0.3), side_px=64)
    assert (square.pixels == 90).all()


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 700, 3), (700, 2, 3)])
def test_odd_shapes_become_squares(shape):
    assert square_of(np.zeros(shape, np.uint8), View(border=0.3), side_px=64).pixels.shape == (64, 64, 3)
