import numpy as np
import pytest

from emotion.classifier import EmotionClassifier, default_model_folder
from tests.training.faces import generated_faces
from training.data import no_votes
from training.robustness import HARMS, robustness


@pytest.mark.parametrize("name", HARMS)
def test_each_harm_changes_the_face_and_keeps_shape_and_type(name: str) -> None:
    image = generated_faces(1).images[0]
    harmed = HARMS[name](image, np.random.default_rng(0))
    assert (harmed.shape, harmed.dtype) == ((48, 48), np.uint8)
    assert not np.array_equal(harmed, image)


def test_a_tighter_crop_shows_less_of_the_face() -> None:
    image = np.zeros((48, 48), np.uint8)
    image[16:32, 16:32] = 255
    tighter, wider = (HARMS[f"crop 15 % {how}"](image, np.random.default_rng(0)) for how in ("tighter", "wider"))
    assert wider.mean() < image.mean() < tighter.mean()


def test_the_table_starts_with_unharmed_faces_and_names_each_harm() -> None:
    classifier = EmotionClassifier.load(default_model_folder())
    rows = robustness(generated_faces(4), classifier=classifier)
    assert [row.harm for row in rows] == ["none", *HARMS]
    assert all(0 <= share <= 1 for row in rows for share in (row.fer2013, row.perceived) if share is not None)


def test_without_votes_nothing_is_said_about_agreement() -> None:
    faces = generated_faces(2)
    faces.votes[:] = no_votes(2)
    rows = robustness(faces, classifier=EmotionClassifier.load(default_model_folder()))
    assert all(row.perceived is None for row in rows)
