"""What there is to learn: faces and what each head should say about them, from labels, votes and teachers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from emotion.classifier import FER2013, PERCEIVED, EmotionClassifier, probabilities
from training.config import TrainConfig
from training.data import FaceSet
from training.votes import perceived

Answers = Mapping[str, NDArray[np.float32]]
"""Probabilities, float32 [n, 7], per head."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Faces with their targets.

    Attributes:
        images: uint8 [n, 48, 48].
        targets: float32 [n, 7] per head, rows that sum to 1; zeros where a face has nothing to say.
        weights: float32 [n] per head, 0 to 1.
    """

    images: NDArray[np.uint8]
    targets: Answers
    weights: Mapping[str, NDArray[np.float32]]

    def __len__(self) -> int:
        return len(self.images)


def lessons_from(faces: FaceSet, *, config: TrainConfig) -> Lessons:
    """Blend labels and votes with the mean answer of the config's teachers.

    A face without votes learns from the teachers alone what people see, at their weight.

    Raises:
        ModelMissing: A teacher is not there.
        ModelMismatch: A teacher's files do not fit each other.
    """
    labels = np.eye(len(EMOTIONS), dtype=np.float32)[faces.labels]
    smoothed = (1 - config.label_smoothing) * labels + config.label_smoothing / len(EMOTIONS)
    known = {FER2013: smoothed, PERCEIVED: perceived(faces.votes)}
    share = config.teacher_weight if config.teachers else 0.0
    if share:
        taught = teachers_answers(faces.images, teachers=config.teachers)
        known = {head: (1 - share) * known[head] + share * taught[head] for head in known}
    weights = {head: target.sum(axis=1) for head, target in known.items()}
    targets = {head: target / np.maximum(weights[head], 1e-6)[:, None] for head, target in known.items()}
    return Lessons(faces.images, targets, weights)


def teachers_answers(images: NDArray[np.uint8], *, teachers: Sequence[str]) -> Answers:
    """Give the mean over teachers and mirror images of what each head says, at temperature 1.

    Without their temperatures teachers sound less sure, which is wanted: they have seen these very faces.
    """
    said: dict[str, list[NDArray[np.float32]]] = {FER2013: [], PERCEIVED: []}
    for folder in teachers:
        teacher = EmotionClassifier.load(Path(folder))
        for logits in (teacher.logits(images), teacher.logits(np.ascontiguousarray(images[:, :, ::-1]))):
            for head, answers in said.items():
                answers.append(probabilities(logits[head], temperature=1))
    return {head: np.mean(answers, axis=0) for head, answers in said.items()}
