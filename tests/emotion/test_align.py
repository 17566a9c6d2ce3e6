import numpy as np
import pytest

from emotion.align import TEMPLATE, align_face, similarity


def spot_picture(spots: np.ndarray, size_px: int) -> np.ndarray:
    picture = np.zeros((size_px, size_px, 3), np.uint8)
    y, x = np.mgrid[:size_px, :size_px]
    for spot_x, spot_y in spots:
        picture[np.hypot(x - spot_x, y - spot_y) < size_px / 60] = 255
    return picture


@pytest.mark.parametrize("roll_deg", [0, 25, -90, 180])
@pytest.mark.parametrize("scale", [2.0, 9.0])
def test_eyes_and_mouth_land_on_the_template(roll_deg, scale):
    turn = np.radians(roll_deg)
    turned = (TEMPLATE - 24) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    landmarks = (turned * scale + 300).astype(np.float32)
    crop = align_face(spot_picture(landmarks, 600), landmarks)
    assert crop.shape == (48, 48)
    for x, y in TEMPLATE.round().astype(int):
        assert crop[y - 1 : y + 2, x - 1 : x + 2].max() > 100


def test_similarity_keeps_angles_and_proportions():
    source = np.array([(0, 0), (10, 0), (5, 12)], np.float32)
    fitted = similarity(source, TEMPLATE)
    linear = fitted[:, :2]
    assert linear @ linear.T == pytest.approx(np.eye(2) * np.linalg.det(linear))


def test_a_face_at_the_edge_is_filled_with_the_edge():
    landmarks = np.array([(2, 5), (20, 5), (11, 20)], np.float32)
    assert align_face(np.full((30, 30, 3), 200, np.uint8), landmarks).min() == 200
