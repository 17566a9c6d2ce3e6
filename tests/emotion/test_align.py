import numpy as np
import pytest

from emotion.align import align_face, similarity, template

TEMPLATE = template()


def spot_picture(spot: np.ndarray, *, size_px: int, spread_px: float) -> np.ndarray:
    y, x = np.mgrid[:size_px, :size_px]
    bell = np.exp(-((x - spot[0]) ** 2 + (y - spot[1]) ** 2) / (2 * spread_px**2))
    return np.repeat((bell * 255).astype(np.uint8)[..., None], 3, axis=2)


def centroid(crop: np.ndarray) -> np.ndarray:
    y, x = np.mgrid[:48, :48]
    return np.array([(x * crop).sum(), (y * crop).sum()]) / crop.sum()


@pytest.mark.parametrize("roll_deg", [0, 25, -90, 180])
@pytest.mark.parametrize("scale", [0.7, 2.0, 9.0])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_eyes_and_mouth_land_on_the_template(roll_deg, scale, index):
    turn = np.radians(roll_deg)
    turned = (TEMPLATE - 24) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    landmarks = (turned * scale + 300).astype(np.float32)
    crop = align_face(spot_picture(landmarks[index], size_px=600, spread_px=1.5 * scale), landmarks)
    assert crop.shape == (48, 48)
    assert centroid(crop) == pytest.approx(TEMPLATE[index], abs=0.1)


def test_similarity_keeps_angles_and_proportions():
    source = np.array([(0, 0), (10, 0), (5, 12)], np.float32)
    fitted = similarity(source, TEMPLATE)
    linear = fitted[:, :2]
    assert linear @ linear.T == pytest.approx(np.eye(2) * np.linalg.det(linear))


def test_a_face_at_the_edge_is_filled_with_the_edge():
    landmarks = np.array([(2, 5), (20, 5), (11, 20)], np.float32)
    assert align_face(np.full((30, 30, 3), 200, np.uint8), landmarks).min() == 200


def test_a_face_beyond_the_edge_is_still_a_crop():
    landmarks = np.array([(-90, -85), (-60, -85), (-75, -60)], np.float32)
    assert align_face(np.full((30, 30, 3), 200, np.uint8), landmarks).min() == 200
