"""What each epoch learns from: random views of the faces, in a new order, with their targets."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from training.augment import augment
from training.config import TrainConfig
from training.lessons import Answers, Lessons


@dataclass(frozen=True, slots=True)
class Views:
    """What one epoch learns from, in its order.

    Attributes:
        images: float32 [n, size, size, 1] in 0..255.
        targets, weights: As in `Lessons`.
    """

    images: NDArray[np.float32]
    targets: Answers
    weights: Mapping[str, NDArray[np.float32]]


def views_ahead(epochs: range, *, lessons: Lessons, config: TrainConfig) -> Iterator[tuple[int, Views]]:
    """Give the views of each epoch; those of the next are drawn while this one is learnt."""
    draw = partial(draw_views, lessons=lessons, config=config)
    with ThreadPoolExecutor(1) as worker:
        coming = [worker.submit(draw, epoch) for epoch in epochs[:1]]
        for epoch in epochs:
            views = coming.pop().result()
            coming = [worker.submit(draw, epoch + 1)] if epoch + 1 in epochs else []
            yield epoch, views


def draw_views(epoch: int, *, lessons: Lessons, config: TrainConfig) -> Views:
    """Draw one view of each face in a new order; the same seed and epoch give the same views."""
    rng = np.random.default_rng([config.seed, epoch])
    views = augment(lessons.images, size_px=config.size_px(epoch), rng=rng, how=config.augmentation)
    order = rng.permutation(len(views))
    targets = {head: target[order] for head, target in lessons.targets.items()}
    weights = {head: weight[order] for head, weight in lessons.weights.items()}
    drawn = Views(as_input(views[order]), targets, weights)
    return _mixed(drawn, alpha=config.mixup, rng=rng) if config.mixup else drawn


def _mixed(views: Views, *, alpha: float, rng: np.random.Generator) -> Views:
    """Lay another view over each, and blend what is to be said of them alike.

    Source: Zhang et al., mixup: Beyond Empirical Risk Minimization, 2018.
    """
    partner = rng.permutation(len(views.images))
    share = rng.beta(alpha, alpha, len(partner)).astype(np.float32)[:, None]

    def blended(values: NDArray[np.float32]) -> NDArray[np.float32]:
        own = share.reshape(-1, *[1] * (values.ndim - 1))
        return np.asarray(own * values + (1 - own) * values[partner], np.float32)

    masses = {head: blended(target * views.weights[head][:, None]) for head, target in views.targets.items()}
    weights = {head: mass.sum(axis=1) for head, mass in masses.items()}
    targets = {head: mass / np.maximum(weights[head], np.float32(1e-6))[:, None] for head, mass in masses.items()}
    return Views(blended(views.images), targets, weights)


def as_input(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    return images[..., None].astype(np.float32)
