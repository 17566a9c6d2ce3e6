from dataclasses import replace

import cv2
import numpy as np
import pytest

from core.faces import FaceReason
from emotion.align import align_face
from emotion.detect import FaceDetector, bundled_weights
from emotion.quality import FaceMeasures, face_quality, judge
from tests.photos import astronaut

GOOD = FaceMeasures(
    eyes_px=60,
    outside=0,
    light=180,
    white=0.01,
    sharpness=0.6,
    yaw_deg=5,
    pitch_deg=5,
    presence=0.999,
    feature_contrast=0.6,
)
PHOTO = np.asarray(astronaut())


@pytest.fixture(scope="module")
def detector():
    return FaceDetector(bundled_weights())


def reasons(detector, pixels, *, scale=1.0):
    (face,) = detector.detect(np.ascontiguousarray(pixels))
    crop = align_face(pixels, face.landmarks)
    return face_quality(face, crop, picture=(pixels.shape[1], pixels.shape[0]), scale=scale).reasons


def test_a_good_portrait_can_be_read(detector):
    assert reasons(detector, PHOTO) == ()


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        ({"eyes_px": 11.9}, FaceReason.TOO_SMALL),
        ({"outside": 0.5}, FaceReason.CUT_OFF),
        ({"light": 8}, FaceReason.DARK),
        ({"white": 0.8}, FaceReason.BLOWN_OUT),
        ({"sharpness": 0.03}, FaceReason.BLURRED),
        ({"yaw_deg": 70}, FaceReason.TURNED_AWAY),
        ({"pitch_deg": 60}, FaceReason.TURNED_AWAY),
        ({"presence": 0.81}, FaceReason.OCCLUDED),
        ({"feature_contrast": 0.05}, FaceReason.OCCLUDED),
    ],
)
def test_each_measure_has_its_reason(worse, reason):
    assert judge(GOOD).ok
    assert judge(replace(GOOD, **worse)).reasons == (reason,)


def test_all_reasons_are_told():
    assert judge(replace(GOOD, eyes_px=5, light=5)).reasons == (FaceReason.TOO_SMALL, FaceReason.DARK)


def test_a_blurred_portrait_is_blurred(detector):
    assert FaceReason.BLURRED in reasons(detector, cv2.GaussianBlur(PHOTO, (0, 0), 4.2))


def test_a_portrait_in_the_dark_is_dark(detector):
    assert FaceReason.DARK in reasons(detector, (PHOTO * 0.1).astype(np.uint8))


def test_a_portrait_against_the_light_is_blown_out(detector):
    assert FaceReason.BLOWN_OUT in reasons(detector, np.clip(PHOTO * 2.5, 0, 255).astype(np.uint8))


def test_a_portrait_cut_by_the_frame_is_cut_off(detector):
    assert FaceReason.CUT_OFF in reasons(detector, PHOTO[:132])


def test_a_masked_portrait_is_occluded(detector):
    masked = PHOTO.copy()
    cv2.ellipse(masked, (224, 142), (38, 30), 0, 0, 360, (150, 190, 220), -1)
    assert FaceReason.OCCLUDED in reasons(detector, masked)


def test_a_distant_portrait_is_too_small(detector):
    assert FaceReason.TOO_SMALL in reasons(detector, cv2.resize(PHOTO, (128, 128), interpolation=cv2.INTER_AREA))


def test_a_photo_blown_up_by_us_is_as_small_as_it_was_sent(detector):
    assert FaceReason.TOO_SMALL in reasons(detector, PHOTO, scale=0.25)
