from dataclasses import replace

import numpy as np

from emotion.classifier import FER2013, PERCEIVED, default_model_folder
from tests.training.faces import generated_faces
from training.config import TrainConfig
from training.data import no_votes
from training.lessons import lessons_from, teachers_answers

ALONE = TrainConfig(label_smoothing=0)
TAUGHT = replace(ALONE, teachers=(str(default_model_folder()),), teacher_weight=0.4)
FACES = generated_faces(9)


def test_without_teachers_the_targets_are_labels_and_votes() -> None:
    lessons = lessons_from(FACES, config=ALONE)
    assert np.array_equal(lessons.targets[FER2013], np.eye(7)[FACES.labels])
    assert np.allclose(lessons.targets[PERCEIVED], FACES.votes / 10)


def test_smoothing_spreads_a_share_of_each_label() -> None:
    targets = lessons_from(FACES, config=replace(ALONE, label_smoothing=0.07)).targets[FER2013]
    assert np.allclose(np.sort(targets, axis=1), [0.01] * 6 + [0.94])


def test_teachers_have_their_share_of_each_target() -> None:
    targets = lessons_from(FACES, config=TAUGHT).targets
    taught = teachers_answers(FACES.images, teachers=TAUGHT.teachers)
    assert np.allclose(targets[FER2013], 0.6 * np.eye(7)[FACES.labels] + 0.4 * taught[FER2013], atol=1e-6)
    assert np.allclose(targets[PERCEIVED].sum(axis=1), 1, atol=1e-5)


def test_a_face_without_votes_says_nothing_unless_there_is_a_teacher() -> None:
    silent = replace(FACES, votes=no_votes(9))
    assert not lessons_from(silent, config=ALONE).weights[PERCEIVED].any()
    taught = lessons_from(silent, config=TAUGHT)
    assert np.allclose(taught.weights[PERCEIVED], 0.4, atol=1e-5)
    assert np.allclose(taught.targets[PERCEIVED].sum(axis=1), 1, atol=1e-5)


def test_teachers_say_the_same_of_a_face_and_its_mirror_image() -> None:
    mirrored = np.ascontiguousarray(FACES.images[:, :, ::-1])
    straight, turned = (teachers_answers(images, teachers=TAUGHT.teachers) for images in (FACES.images, mirrored))
    assert np.allclose(straight[FER2013], turned[FER2013], atol=1e-5)
