"""Measure the served network on FER-2013; needs no TensorFlow."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from emotion.classifier import EmotionClassifier
from training.data import FaceSet, Usage, load_faces

CHUNK = 256
TIMED_FACES = 200
BINS = 15

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """Precision, recall and F1 of one emotion from 0 to 1, and how many faces carry its label."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True, slots=True)
class EmotionReport:
    """How well the network answers.

    Attributes:
        ece: Expected calibration error over 15 bins of equal width, 0 to 1.
        per_class: One entry per emotion, in the order of `EMOTIONS`.
        confusion: Counts, rows are labels and columns are answers.
        cpu_ms_per_face: Median CPU time of one face alone on one thread.
    """

    n: int
    usage: str
    accuracy: float
    macro_f1: float
    ece: float
    per_class: tuple[ClassReport, ...]
    confusion: tuple[tuple[int, ...], ...]
    cpu_ms_per_face: float
    model_bytes: int

    def as_dict(self) -> dict[str, Any]:
        named = zip(EMOTIONS, self.per_class, strict=True)
        return {
            "n": self.n,
            "usage": self.usage,
            "accuracy": self.accuracy,
            "macro_f1": self.macro_f1,
            "ece": self.ece,
            "per_class": {
                e.value: {"precision": c.precision, "recall": c.recall, "f1": c.f1, "n": c.n} for e, c in named
            },
            "confusion": [list(row) for row in self.confusion],
            "cpu_ms_per_face": self.cpu_ms_per_face,
            "model_bytes": self.model_bytes,
        }


def _ignore(done: int, total: int) -> None:
    pass


def evaluate_emotion(
    path: Path, *, usage: Usage, classifier: EmotionClassifier, on_progress: OnProgress = _ignore
) -> EmotionReport:
    """Load one part of FER-2013 and measure the network on it; `on_progress` hears faces done and faces in all.

    Raises:
        DataInvalid: The data are not there, break their format or hold no face of that part.
    """
    faces = load_faces(path, usages=(usage,))
    return measure(faces, usage=usage.value, classifier=classifier, on_progress=on_progress)


def measure(
    faces: FaceSet, *, usage: str, classifier: EmotionClassifier, on_progress: OnProgress = _ignore
) -> EmotionReport:
    """Measure the network on faces at hand."""
    answers: list[NDArray[np.float32]] = []
    for start in range(0, len(faces), CHUNK):
        answers.append(classifier.classify(faces.images[start : start + CHUNK]))
        on_progress(min(start + CHUNK, len(faces)), len(faces))
    probabilities = np.concatenate(answers)
    confusion = confusion_counts(faces.labels, probabilities.argmax(axis=1))
    per_class = tuple(_class_report(confusion, label) for label in range(len(EMOTIONS)))
    return EmotionReport(
        n=len(faces),
        usage=usage,
        accuracy=float(np.trace(confusion) / len(faces)),
        macro_f1=float(np.mean([report.f1 for report in per_class])),
        ece=calibration_error(probabilities, faces.labels),
        per_class=per_class,
        confusion=tuple(tuple(int(count) for count in row) for row in confusion),
        cpu_ms_per_face=_cpu_ms(faces.images[:TIMED_FACES], classifier=classifier),
        model_bytes=classifier.model_bytes,
    )


def confusion_counts(labels: NDArray[np.integer], answers: NDArray[np.integer]) -> NDArray[np.int64]:
    """Count faces by label (rows) and answer (columns): int64 [7, 7]."""
    size = len(EMOTIONS)
    return np.bincount(labels.astype(np.int64) * size + answers, minlength=size**2).reshape(size, size)


def calibration_error(probabilities: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """Give the mean gap between confidence and accuracy over 15 bins of confidence, weighted by their faces.

    Source: Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    confidence = probabilities.max(axis=1)
    gap = (probabilities.argmax(axis=1) == labels) - confidence
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return float(np.abs(np.bincount(bins, weights=gap, minlength=BINS)).sum() / len(labels))


def _class_report(confusion: NDArray[np.int64], label: int) -> ClassReport:
    right, answered, labelled = confusion[label, label], confusion[:, label].sum(), confusion[label].sum()
    return ClassReport(
        precision=float(right / max(1, answered)),
        recall=float(right / max(1, labelled)),
        f1=float(2 * right / max(1, answered + labelled)),
        n=int(labelled),
    )


def _cpu_ms(images: NDArray[np.uint8], *, classifier: EmotionClassifier) -> float:
    times: list[float] = []
    for index in range(len(images)):
        start = time.thread_time()
        classifier.classify(images[index : index + 1])
        times.append(1000 * (time.thread_time() - start))
    return median(times)
