from dataclasses import replace

import numpy as np
import pytest

from emotion.classifier import FER2013, PERCEIVED
from tests.training.faces import generated_faces
from training.config import Stage, TrainConfig
from training.data import no_votes
from training.lessons import lessons_from
from training.views import draw_views, views_ahead

CONFIG = TrainConfig(stages=(Stage(2, size_px=16), Stage(1, size_px=20)), label_smoothing=0)
MIXED = replace(CONFIG, mixup=1.0)
FACES = generated_faces(21)
LESSONS = lessons_from(FACES, config=CONFIG)


def test_an_epoch_shows_each_face_once_in_a_new_order() -> None:
    first, second = (draw_views(epoch, lessons=LESSONS, config=CONFIG) for epoch in (0, 1))
    assert first.images.shape == (21, 16, 16, 1)
    assert np.array_equal(first.targets[FER2013].sum(axis=0), np.full(7, 3))
    assert not np.array_equal(first.targets[FER2013], second.targets[FER2013])


def test_the_same_seed_and_epoch_give_the_same_views() -> None:
    one, other = (draw_views(1, lessons=LESSONS, config=MIXED) for _ in range(2))
    assert np.array_equal(one.images, other.images)
    assert np.array_equal(one.targets[PERCEIVED], other.targets[PERCEIVED])


def test_mixup_blends_two_faces_and_what_is_said_of_them() -> None:
    targets = draw_views(0, lessons=LESSONS, config=MIXED).targets[FER2013]
    assert np.allclose(targets.sum(axis=1), 1, atol=1e-5)
    assert (np.count_nonzero(targets, axis=1) <= 2).all()
    assert (np.count_nonzero(targets, axis=1) == 2).any()


@pytest.mark.parametrize("config", [CONFIG, MIXED])
def test_faces_without_votes_stay_silent_in_the_views(config: TrainConfig) -> None:
    silent = lessons_from(replace(FACES, votes=no_votes(21)), config=config)
    assert not draw_views(0, lessons=silent, config=config).weights[PERCEIVED].any()


def test_views_come_in_the_order_and_size_of_their_epochs() -> None:
    coming = [
        (epoch, views.images.shape[1]) for epoch, views in views_ahead(range(1, 3), lessons=LESSONS, config=CONFIG)
    ]
    assert coming == [(1, 16), (2, 20)]
