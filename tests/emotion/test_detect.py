import shutil

import cv2
import numpy as np
import pytest

from core.errors import ModelMismatch, ModelMissing
from emotion.detect import MAX_FACES, WEIGHTS, FaceDetector, bundled_weights
from tests.photos import astronaut, coffee

EYES_OF_THE_ASTRONAUT = [(204, 102), (246, 104)]


@pytest.fixture(scope="module")
def detector():
    return FaceDetector(bundled_weights())


def test_a_portrait_has_one_face_with_its_eyes_in_place(detector):
    (face,) = detector.detect(np.asarray(astronaut()))
    assert face.landmarks[:2] == pytest.approx(np.array(EYES_OF_THE_ASTRONAUT), abs=4)
    assert face.score > 0.9


@pytest.fixture(scope="module")
def upright(detector):
    return detector.detect(np.asarray(astronaut()))[0]


@pytest.mark.parametrize("degrees", range(15, 360, 15))
def test_landmarks_stay_on_the_face_at_any_roll(detector, upright, degrees):
    to_picture = cv2.getRotationMatrix2D(upright.landmarks.mean(axis=0).tolist(), degrees, 1)
    to_picture[:, 2] += 300 - upright.landmarks.mean(axis=0)
    turned = cv2.warpAffine(np.asarray(astronaut()), to_picture, (600, 600), borderValue=(128, 128, 128))
    (face,) = detector.detect(turned)
    off_px = np.linalg.norm(face.points - (upright.points @ to_picture[:, :2].T + to_picture[:, 2]), axis=1)
    assert off_px.max() < 0.05 * (upright.box[2] - upright.box[0])


def test_the_five_points_are_where_people_have_them(upright):
    left_eye, right_eye, nose, left_mouth, right_mouth = upright.points
    assert left_eye[0] < nose[0] < right_eye[0]
    assert left_mouth[0] < nose[0] < right_mouth[0]
    assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])


def test_a_face_that_looks_into_the_camera_is_not_turned(upright):
    assert abs(upright.yaw_deg) < 20
    assert abs(upright.pitch_deg) < 20


def test_a_mirrored_face_turns_the_other_way(detector, upright):
    (mirrored,) = detector.detect(np.ascontiguousarray(np.asarray(astronaut())[:, ::-1]))
    assert mirrored.yaw_deg == pytest.approx(-upright.yaw_deg, abs=4)


def test_a_crowd_of_small_faces_is_counted_to_twelve(detector):
    portrait = cv2.resize(np.asarray(astronaut().crop((100, 0, 356, 256))), (200, 200))
    crowd = np.tile(portrait, (3, 5, 1))
    assert len(detector.detect(crowd)) == MAX_FACES


@pytest.mark.parametrize("quarter_turns", [1, 3])
def test_a_turned_portrait_has_one_face_at_the_turned_place(detector, quarter_turns):
    (upright,) = detector.detect(np.asarray(astronaut()))
    (turned,) = detector.detect(np.ascontiguousarray(np.rot90(np.asarray(astronaut()), quarter_turns)))
    centre = complex(*(upright.box[:2] + upright.box[2:]) / 2 - 256) * (-1j) ** quarter_turns
    assert (turned.box[:2] + turned.box[2:]) / 2 - 256 == pytest.approx([centre.real, centre.imag], abs=12)


def test_a_cup_of_coffee_has_no_face(detector):
    assert detector.detect(np.asarray(coffee())) == []


def test_a_face_that_fills_the_photo_is_found(detector):
    close = np.asarray(astronaut().crop((185, 85, 265, 168)).resize((640, 664)))
    assert len(detector.detect(close)) == 1


def test_faces_come_largest_first(detector):
    portrait = np.asarray(astronaut().crop((100, 0, 356, 256)))
    room = np.full((512, 800, 3), 128, np.uint8)
    room[200:456, 20:276] = portrait
    room[:512, 280:792] = cv2.resize(portrait, (512, 512))
    large, small = detector.detect(room)
    assert large.area_px > 2 * small.area_px
    assert large.box[0] > small.box[2]


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 700, 3), (700, 2, 3)])
def test_odd_shapes_are_searched_like_others(detector, shape):
    assert detector.detect(np.zeros(shape, np.uint8)) == []


def test_the_same_photo_gives_the_same_faces(detector):
    first, second = (detector.detect(np.asarray(astronaut())) for _ in range(2))
    assert first[0].landmarks.tolist() == second[0].landmarks.tolist()


def test_a_missing_network_is_named(tmp_path):
    with pytest.raises(ModelMissing) as error:
        FaceDetector(tmp_path)
    assert error.value.path.parent == tmp_path


def test_a_network_with_another_hash_is_refused(tmp_path):
    for name in WEIGHTS:
        shutil.copy(bundled_weights() / name, tmp_path)
    (tmp_path / "face_landmark.tflite").write_bytes(b"TFL3 but not that one")
    with pytest.raises(ModelMismatch):
        FaceDetector(tmp_path)
