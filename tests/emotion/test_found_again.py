"""FER-2013's own faces, enlarged and put into a picture, found again; reads ../shared, skips where it is absent."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.face_crops import landing_px, nearest, paste
from emotion.align import CROP_PX, WIDER, template
from emotion.detect import FaceDetector, bundled_weights

TILES = Path(__file__).resolve().parents[3] / "shared" / "data" / "fer2013" / "publictest.webp"
FACES = 24
pytestmark = pytest.mark.skipif(not TILES.exists(), reason="FER-2013 is not in ../shared")


@pytest.fixture(scope="module")
def found_again():
    tiles = cv2.imread(str(TILES), cv2.IMREAD_GRAYSCALE)
    faces = tiles.reshape(-1, CROP_PX, tiles.shape[1] // CROP_PX, CROP_PX).transpose(0, 2, 1, 3)
    rng, detector = np.random.default_rng(1), FaceDetector(bundled_weights())
    pasted = [paste(face, rng) for face in faces.reshape(-1, CROP_PX, CROP_PX)[:FACES]]
    return [(picture, nearest(detector.detect(picture.picture), picture)) for picture in pasted]


def test_nearly_all_faces_are_found_again(found_again):
    assert sum(face is not None for _, face in found_again) >= 0.85 * FACES


def test_faces_land_where_they_were(found_again):
    own = [own_landmarks(face, picture) for picture, face in found_again if face]
    assert np.median(own, axis=0) == pytest.approx(template(wider=1.0), abs=2)
    moved_px = [landing_px(face, picture, wider=WIDER) for picture, face in found_again if face]
    assert np.median(moved_px) < 5


def own_landmarks(face, picture):
    to_face = cv2.invertAffineTransform(picture.placed)
    return face.landmarks @ to_face[:, :2].T + to_face[:, 2]
