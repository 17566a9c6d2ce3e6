"""Measure the served network on FER-2013 and on what FER+'s taggers saw; needs no TensorFlow."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.emotion import EMOTIONS
from core.errors import DataInvalid
from emotion.classifier import FER2013, PERCEIVED, EmotionClassifier
from training.calibrate import Threshold, apply_threshold, calibration_error, truths
from training.cleaning import near_copies
from training.data import FaceSet, Usage, load_faces
from training.votes import with_votes

CHUNK = 256
TIMED_FACES = 200
NO_FACE = "it holds no face of the wanted part"

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """Precision, recall and F1 of one emotion from 0 to 1, and how many faces truly carry it."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True, slots=True)
class HeadReport:
    """How well one head answers.

    Attributes:
        n: Faces whose right answer is known.
        ece: Expected calibration error over 15 bins of equal width, 0 to 1.
        per_class: One entry per emotion, in the order of `EMOTIONS`.
        confusion: Counts, rows are right answers and columns are the head's.
        sure: What is left when answers below the card's threshold are withheld.
    """

    n: int
    accuracy: float
    macro_f1: float
    ece: float
    per_class: tuple[ClassReport, ...]
    confusion: tuple[tuple[int, ...], ...]
    sure: Threshold

    def classes_as_dict(self) -> dict[str, Any]:
        return {e.value: asdict(report) for e, report in zip(EMOTIONS, self.per_class, strict=True)}


@dataclass(frozen=True, slots=True)
class EmotionReport:
    """How well the network answers.

    Attributes:
        fer2013: Against FER-2013's labels.
        perceived: Against the plurality of the taggers; None where no face has one.
        ties: Faces left out of that because two emotions have the most votes.
        without_votes: Faces left out of that because nobody saw one of the seven.
        accuracy_without_training_copies: Against the labels, on faces without a near-copy in Training; None where that
            cannot be said.
        cpu_ms_per_face: Median CPU time of one face alone on one thread.
    """

    n: int
    usage: str
    tta: bool
    fer2013: HeadReport
    perceived: HeadReport | None
    ties: int
    without_votes: int
    accuracy_without_training_copies: float | None
    training_copies: int | None
    cpu_ms_per_face: float
    model_bytes: int

    def as_dict(self) -> dict[str, Any]:
        labels, seen = self.fer2013, self.perceived
        return {
            "n": self.n,
            "usage": self.usage,
            "tta": self.tta,
            "accuracy": labels.accuracy,
            "accuracy_without_training_copies": self.accuracy_without_training_copies,
            "training_copies": self.training_copies,
            "macro_f1": labels.macro_f1,
            "ece": labels.ece,
            "perceived_accuracy": seen.accuracy if seen else None,
            "perceived_macro_f1": seen.macro_f1 if seen else None,
            "perceived_ece": seen.ece if seen else None,
            "perceived_n": seen.n if seen else 0,
            "perceived_left_out": {"ties": self.ties, "without_votes": self.without_votes},
            "per_class": labels.classes_as_dict(),
            "confusion": [list(row) for row in labels.confusion],
            "perceived_per_class": seen.classes_as_dict() if seen else None,
            "perceived_confusion": [list(row) for row in seen.confusion] if seen else None,
            "sure": asdict(labels.sure),
            "perceived_sure": asdict(seen.sure) if seen else None,
            "cpu_ms_per_face": self.cpu_ms_per_face,
            "model_bytes": self.model_bytes,
        }


def _ignore(done: int, total: int) -> None:
    pass


def evaluate_emotion(
    path: Path,
    *,
    usage: Usage,
    classifier: EmotionClassifier,
    ferplus: Path | None = None,
    tta: bool = False,
    on_progress: OnProgress = _ignore,
) -> EmotionReport:
    """Load one part of FER-2013 and measure the network on it; `on_progress` hears faces done and faces in all.

    Args:
        ferplus: `fer2013new.csv`, whose rows follow those of the FER-2013 file.
        tta: Average the answers to each face and its mirror image.

    Raises:
        DataInvalid: The data are not there, break their format or hold no face of that part.
    """
    everything = load_faces(path, usages={usage, Usage.TRAINING})
    if ferplus is not None:
        everything = with_votes(everything, ferplus)
    faces = everything.of(usage)
    if not len(faces):
        raise DataInvalid(path, NO_FACE)
    training = everything.of(Usage.TRAINING) if usage is not Usage.TRAINING else None
    return measure(faces, usage=usage.value, classifier=classifier, training=training, tta=tta, on_progress=on_progress)


def measure(
    faces: FaceSet,
    *,
    usage: str,
    classifier: EmotionClassifier,
    training: FaceSet | None = None,
    tta: bool = False,
    on_progress: OnProgress = _ignore,
) -> EmotionReport:
    """Measure the network on faces at hand."""
    said = answers_to(faces.images, classifier=classifier, tta=tta, on_progress=on_progress)
    known = truths(faces)
    _, clear = known[PERCEIVED]
    without_votes = int((faces.votes.sum(axis=1) == 0).sum())
    apart = ~near_copies(faces.images, training.images) if training is not None and len(training) else None
    right = said[FER2013].argmax(axis=1) == faces.labels
    return EmotionReport(
        n=len(faces),
        usage=usage,
        tta=tta,
        fer2013=_head_report(said[FER2013], faces.labels, sure_from=classifier.heads[FER2013].sure_from),
        perceived=_head_report(
            said[PERCEIVED][clear], known[PERCEIVED][0][clear], sure_from=classifier.heads[PERCEIVED].sure_from
        )
        if clear.any()
        else None,
        ties=len(faces) - int(clear.sum()) - without_votes,
        without_votes=without_votes,
        accuracy_without_training_copies=float(right[apart].mean()) if apart is not None and apart.any() else None,
        training_copies=int((~apart).sum()) if apart is not None else None,
        cpu_ms_per_face=_cpu_ms(faces.images[:TIMED_FACES], classifier=classifier),
        model_bytes=classifier.model_bytes,
    )


def answers_to(
    images: NDArray[np.uint8], *, classifier: EmotionClassifier, tta: bool = False, on_progress: OnProgress = _ignore
) -> dict[str, NDArray[np.float32]]:
    """Give each head's probabilities [n, 7]; with `tta`, the mean over each face and its mirror image."""
    parts: list[dict[str, NDArray[np.float32]]] = []
    for start in range(0, len(images), CHUNK):
        part = images[start : start + CHUNK]
        said = classifier.answers(part)
        if tta:
            mirrored = classifier.answers(part[:, :, ::-1])
            said = {head: (said[head] + mirrored[head]) / 2 for head in said}
        parts.append(said)
        on_progress(min(start + CHUNK, len(images)), len(images))
    return {head: np.concatenate([part[head] for part in parts]) for head in classifier.heads}


def _head_report(said: NDArray[np.floating], truth: NDArray[np.integer], *, sure_from: float) -> HeadReport:
    confusion = confusion_counts(truth, said.argmax(axis=1))
    per_class = tuple(_class_report(confusion, label) for label in range(len(EMOTIONS)))
    return HeadReport(
        n=len(truth),
        accuracy=float(np.trace(confusion) / len(truth)),
        macro_f1=float(np.mean([report.f1 for report in per_class])),
        ece=calibration_error(said, truth),
        per_class=per_class,
        confusion=tuple(tuple(int(count) for count in row) for row in confusion),
        sure=apply_threshold(said, truth, sure_from=sure_from),
    )


def confusion_counts(labels: NDArray[np.integer], answers: NDArray[np.integer]) -> NDArray[np.int64]:
    """Count faces by label (rows) and answer (columns): int64 [7, 7]."""
    size = len(EMOTIONS)
    return np.bincount(labels.astype(np.int64) * size + answers, minlength=size**2).reshape(size, size)


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
