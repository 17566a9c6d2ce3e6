import numpy as np
import pytest

from training.calibrate import apply_threshold, calibration_error, fit_temperature, fit_threshold, reliability


def test_a_sure_and_right_answer_has_no_calibration_error() -> None:
    assert calibration_error(np.eye(7), np.arange(7)) == 0


def test_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    said = np.tile([0.7, 0.3, 0, 0, 0, 0, 0], (10, 1))
    labels = np.array([0] * 4 + [1] * 6)
    assert calibration_error(said, labels) == pytest.approx(0.3)


def test_reliability_counts_every_answer_once() -> None:
    said = np.random.default_rng(0).dirichlet(np.ones(7), 500)
    bins = reliability(said, np.zeros(500, int))
    assert sum(b.n for b in bins) == 500
    assert all(1 / 7 <= b.confidence <= 1 for b in bins)


def test_logits_that_are_twice_too_sure_get_temperature_two() -> None:
    rng = np.random.default_rng(0)
    logits = rng.normal(0, 1.5, (5000, 7)).astype(np.float32)
    powers = np.exp(logits)
    labels = np.array([rng.choice(7, p=row / row.sum()) for row in powers.astype(np.float64)])
    assert fit_temperature(2 * logits, labels) == pytest.approx(2, rel=0.06)


def said_with(confidences: list[float]) -> np.ndarray:
    return np.array([[c, *[(1 - c) / 6] * 6] for c in confidences])


def test_the_threshold_is_the_least_that_gives_the_precision() -> None:
    said, labels = said_with([0.3, 0.4, 0.5, 0.6, 0.9]), np.array([1, 0, 1, 0, 0])
    threshold = fit_threshold(said, labels, precision=0.9)
    assert (threshold.precision, threshold.coverage) == (1, 0.4)
    assert threshold.sure_from == pytest.approx(0.501)


def test_answers_that_are_all_right_are_all_given() -> None:
    threshold = fit_threshold(said_with([0.3, 0.9]), np.array([0, 0]))
    assert (threshold.sure_from, threshold.coverage) == (0, 1)


def test_a_precision_that_is_never_reached_leaves_no_answer() -> None:
    assert fit_threshold(said_with([0.3, 0.9]), np.array([1, 1])).coverage == 0


def test_withholding_all_answers_has_no_precision() -> None:
    threshold = apply_threshold(said_with([0.3]), np.array([0]), sure_from=0.5)
    assert (threshold.precision, threshold.coverage) == (0, 0)
