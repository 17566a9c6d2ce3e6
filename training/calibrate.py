"""How sure the network may sound: a temperature per head, and the confidence from which on it is mostly right."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from emotion.classifier import FER2013, PERCEIVED, EmotionClassifier, probabilities
from training.data import FaceSet
from training.votes import plurality

WANTED_PRECISION = 0.9
BINS = 15


@dataclass(frozen=True, slots=True)
class Threshold:
    """What is left when answers below a confidence are withheld.

    Attributes:
        sure_from: The confidence; just above every answer where the wanted precision is never reached.
        precision: Share of right answers among those given.
        coverage: Share of faces that get one.
    """

    sure_from: float
    precision: float
    coverage: float


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Answers of one range of confidence: how many, how sure on average, how often right."""

    n: int
    confidence: float
    accuracy: float


def truths(faces: FaceSet) -> dict[str, tuple[NDArray[np.integer], NDArray[np.bool_]]]:
    """Give the right answer per head and which faces have one: every label; the plurality where it is alone."""
    return {FER2013: (faces.labels, np.ones(len(faces), bool)), PERCEIVED: plurality(faces.votes)}


def calibrate(classifier: EmotionClassifier, *, faces: FaceSet) -> dict[str, Mapping[str, float]]:
    """Fit temperature and threshold of each head that has answers to compare with."""
    logits = classifier.logits(faces.images)
    fitted: dict[str, Mapping[str, float]] = {}
    for head, (truth, known) in truths(faces).items():
        if not known.any():
            continue
        temperature = fit_temperature(logits[head][known], truth[known])
        said = probabilities(logits[head][known], temperature=temperature)
        threshold = fit_threshold(said, truth[known])
        fitted[head] = {
            "temperature": temperature,
            "sure_from": threshold.sure_from,
            "sure_precision": round(threshold.precision, 4),
            "sure_coverage": round(threshold.coverage, 4),
        }
    return fitted


def fit_temperature(logits: NDArray[np.float32], labels: NDArray[np.integer]) -> float:
    """Find the temperature between 0.2 and 5 with the least negative log-likelihood, to about 0.3 %."""
    candidates = np.geomspace(0.2, 5, 1000)
    rows = np.arange(len(labels))
    losses = [-np.log(probabilities(logits, temperature=t)[rows, labels] + 1e-12).mean() for t in candidates]
    return round(float(candidates[np.argmin(losses)]), 4)


def fit_threshold(
    said: NDArray[np.floating], labels: NDArray[np.integer], *, precision: float = WANTED_PRECISION
) -> Threshold:
    """Find the least confidence, in steps of a thousandth, from which on the given share of answers is right."""
    for sure_from in np.round(np.arange(0, 1.001, 0.001), 3):
        threshold = apply_threshold(said, labels, sure_from=float(sure_from))
        if threshold.precision >= precision or not threshold.coverage:
            return threshold
    return apply_threshold(said, labels, sure_from=1.0)


def apply_threshold(said: NDArray[np.floating], labels: NDArray[np.integer], *, sure_from: float) -> Threshold:
    """Measure precision and coverage of answers from a confidence on; precision 0 where none is left."""
    given = said.max(axis=1) >= sure_from
    right = said.argmax(axis=1) == labels
    return Threshold(sure_from, float(right[given].mean()) if given.any() else 0.0, float(given.mean()))


def calibration_error(said: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """Give the mean gap between confidence and accuracy over 15 bins of confidence, weighted by their faces.

    Source: Guo et al., On Calibration of Modern Neural Networks, 2017.
    """
    return float(sum(b.n * abs(b.accuracy - b.confidence) for b in reliability(said, labels)) / len(labels))


def reliability(said: NDArray[np.floating], labels: NDArray[np.integer]) -> list[ReliabilityBin]:
    """Sort answers into 15 bins of confidence of equal width; empty ones are left out."""
    confidence = said.max(axis=1)
    right = said.argmax(axis=1) == labels
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return [
        ReliabilityBin(int(inside.sum()), float(confidence[inside].mean()), float(right[inside].mean()))
        for inside in (bins == index for index in range(BINS))
        if inside.any()
    ]
