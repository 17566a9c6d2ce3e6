"""What each epoch learns from: random views of the faces and what each head should say about them."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from emotion.classifier import FER2013, PERCEIVED
from training.augment import augment
from training.config import TrainConfig
from training.data import FaceSet
from training.votes import perceived


@dataclass(frozen=True, slots=True)
class Views:
    """What one epoch learns from, in its order.

    Attributes:
        images: float32 [n, size, size, 1] in 0..255.
        targets: float32 [n, 7] per head, rows that sum to 1.
        weights: float32 [n] per head; 0 where a face has nothing to say.
    """

    images: NDArray[np.float32]
    targets: Mapping[str, NDArray[np.float32]]
    weights: Mapping[str, NDArray[np.float32]]


def views_ahead(epochs: range, *, faces: FaceSet, config: TrainConfig) -> Iterator[tuple[int, Views]]:
    """Give the views of each epoch; those of the next are drawn while this one is learnt."""
    draw = partial(draw_views, faces=faces, config=config)
    with ThreadPoolExecutor(1) as worker:
        coming = [worker.submit(draw, epoch) for epoch in epochs[:1]]
        for epoch in epochs:
            views = coming.pop().result()
            coming = [worker.submit(draw, epoch + 1)] if epoch + 1 in epochs else []
            yield epoch, views


def draw_views(epoch: int, *, faces: FaceSet, config: TrainConfig) -> Views:
    """Draw one view of each face in a new order; the same seed and epoch give the same views."""
    rng = np.random.default_rng([config.seed, epoch])
    views = augment(faces.images, size_px=config.size_px(epoch), rng=rng, how=config.augmentation)
    order = rng.permutation(len(views))
    targets, weights = targets_of(faces.where(order))
    return Views(as_input(views[order]), targets, weights)


def targets_of(faces: FaceSet) -> tuple[dict[str, NDArray[np.float32]], dict[str, NDArray[np.float32]]]:
    """Give what each head should say, float32 [n, 7], and how much that counts, float32 [n]: 0 without votes."""
    seen = perceived(faces.votes)
    labels = np.eye(len(EMOTIONS), dtype=np.float32)[faces.labels]
    return {FER2013: labels, PERCEIVED: seen}, {FER2013: np.ones(len(faces), np.float32), PERCEIVED: seen.sum(axis=1)}


def as_input(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    return images[..., None].astype(np.float32)
