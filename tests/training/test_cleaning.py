import numpy as np

from tests.training.faces import generated_faces, joined
from training.cleaning import clean, near_copies
from training.data import FaceSet, Usage, no_votes


def with_noise(faces: FaceSet, *, usage: Usage) -> FaceSet:
    noisy = np.clip(faces.images.astype(int) + np.random.default_rng(1).integers(-2, 3, faces.images.shape), 0, 255)
    return FaceSet(noisy.astype(np.uint8), faces.labels, np.full(len(faces), usage.value), faces.votes)


def test_exact_copies_flat_images_and_near_copies_of_public_test_are_dropped_and_counted() -> None:
    unique = generated_faces(20)
    flat = FaceSet(np.full((3, 48, 48), 7, np.uint8), np.zeros(3, np.uint8), np.full(3, "Training"), no_votes(3))
    public = with_noise(unique.where(np.arange(20) < 4), usage=Usage.PUBLIC_TEST)
    cleaned = clean(joined(unique, unique.where(np.arange(20) > 14), flat, public), validation_share=0)
    assert dict(cleaned.dropped) == {"flat": 3, "exact_copies": 5, "near_copies_of_public_test": 4}
    assert np.array_equal(cleaned.training.images, unique.images[4:])


def test_validation_faces_are_the_same_in_any_order_and_not_in_training() -> None:
    faces = generated_faces(200)
    one = clean(faces, validation_share=0.2)
    other = clean(faces.where(np.ones(200, bool)), validation_share=0.2)
    backwards = clean(faces.where(np.arange(200)[::-1]), validation_share=0.2)
    assert len(one.training) + len(one.validation) == 200
    assert 20 <= len(one.validation) <= 60
    assert np.array_equal(one.validation.images, other.validation.images)
    assert np.array_equal(one.validation.images, backwards.validation.images[::-1])


def test_public_test_is_never_learnt_from() -> None:
    cleaned = clean(generated_faces(10, usage=Usage.PUBLIC_TEST), validation_share=0.1)
    assert (len(cleaned.training), len(cleaned.validation)) == (0, 0)


def test_a_noisy_copy_is_a_near_copy_and_another_face_is_not() -> None:
    faces = generated_faces(6)
    noisy = with_noise(faces.where(np.arange(6) < 2), usage=Usage.PUBLIC_TEST)
    assert near_copies(faces.images, noisy.images).tolist() == [True, True, False, False, False, False]


def test_nothing_is_a_copy_of_no_faces() -> None:
    faces = generated_faces(3)
    assert not near_copies(faces.images, faces.images[:0]).any()
