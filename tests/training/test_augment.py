import numpy as np
import pytest

from tests.training.faces import generated_faces
from training.augment import Augmentation, augment

STILL = Augmentation(turn_degrees=0, shift=0, scale=(1, 1), gamma=1, erase=0, shade=0, blur=0, window=1)


@pytest.mark.parametrize("size_px", [36, 44])
def test_views_have_the_asked_size_and_type(size_px: int) -> None:
    views = augment(generated_faces(5).images, size_px=size_px, rng=np.random.default_rng(0), how=Augmentation())
    assert (views.shape, views.dtype) == ((5, size_px, size_px), np.uint8)


def test_the_same_seed_draws_the_same_views() -> None:
    images = generated_faces(5).images
    one, two = (augment(images, size_px=44, rng=np.random.default_rng(7), how=Augmentation()) for _ in range(2))
    assert np.array_equal(one, two)


def test_without_strength_a_view_is_the_face_or_its_mirror() -> None:
    images = generated_faces(20).images
    views = augment(images, size_px=48, rng=np.random.default_rng(0), how=STILL)
    same = [np.array_equal(view, image) for view, image in zip(views, images, strict=True)]
    mirrored = [np.array_equal(view, image[:, ::-1]) for view, image in zip(views, images, strict=True)]
    assert all(a != b for a, b in zip(same, mirrored, strict=True))
    assert any(same)
    assert any(mirrored)


def test_the_window_is_centred() -> None:
    image = generated_faces(1).images
    how = Augmentation(turn_degrees=0, shift=0, scale=(1, 1), gamma=1, erase=0, shade=0, blur=0, window=44 / 48)
    view = augment(image, size_px=44, rng=np.random.default_rng(0), how=how)[0]
    centre = image[0, 2:46, 2:46]
    assert np.array_equal(view, centre) or np.array_equal(view, centre[:, ::-1])
