import json
from pathlib import Path

import numpy as np
import pytest

from core.emotion import EMOTIONS
from core.errors import DataInvalid
from emotion.classifier import EmotionClassifier, default_model_folder
from tests.training.faces import csv_row, generated_faces, real_public_test, write_csv
from training.data import Usage
from training.evaluate import calibration_error, confusion_counts, evaluate_emotion, measure


@pytest.fixture(scope="module")
def classifier() -> EmotionClassifier:
    return EmotionClassifier.load(default_model_folder())


def test_confusion_has_labels_in_rows_and_answers_in_columns() -> None:
    counts = confusion_counts(np.array([0, 0, 3], np.uint8), np.array([0, 6, 3]))
    assert (counts[0, 0], counts[0, 6], counts[3, 3], counts.sum()) == (1, 1, 1, 3)


def test_a_sure_and_right_answer_has_no_calibration_error() -> None:
    assert calibration_error(np.eye(7), np.arange(7)) == 0


def test_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    probabilities = np.tile([0.7, 0.3, 0, 0, 0, 0, 0], (10, 1))
    labels = np.array([0] * 4 + [1] * 6)
    assert calibration_error(probabilities, labels) == pytest.approx(0.3)


def test_report_counts_the_faces_of_one_usage(tmp_path: Path, classifier: EmotionClassifier) -> None:
    images = generated_faces(5).images
    rows = [csv_row(image, label=2, usage="PublicTest") for image in images[:3]] + [csv_row(images[4])]
    heard: list[tuple[int, int]] = []
    report = evaluate_emotion(
        write_csv(tmp_path / "fer2013.csv", rows),
        usage=Usage.PUBLIC_TEST,
        classifier=classifier,
        on_progress=lambda done, total: heard.append((done, total)),
    ).as_dict()
    assert (report["n"], report["usage"], heard) == (3, "PublicTest", [(3, 3)])
    assert sum(report["confusion"][2]) == report["per_class"]["fear"]["n"] == 3
    assert list(report["per_class"]) == [emotion.value for emotion in EMOTIONS]
    assert report["model_bytes"] == (default_model_folder() / "emotion.tflite").stat().st_size
    assert report["cpu_ms_per_face"] > 0


def test_a_usage_without_faces_cannot_be_evaluated(tmp_path: Path, classifier: EmotionClassifier) -> None:
    path = write_csv(tmp_path / "fer2013.csv", [csv_row(generated_faces(1).images[0])])
    with pytest.raises(DataInvalid):
        evaluate_emotion(path, usage=Usage.PRIVATE_TEST, classifier=classifier)


@pytest.mark.slow
def test_committed_model_is_as_accurate_on_public_test_as_its_card_says(classifier: EmotionClassifier) -> None:
    """Reads FER-2013's PublicTest from ../shared and skips where that is absent."""
    report = measure(real_public_test(), usage="PublicTest", classifier=classifier)
    card = json.loads((default_model_folder() / "card.json").read_text())
    assert report.accuracy >= 0.62
    assert report.ece <= 0.04
    assert report.accuracy == pytest.approx(card["metrics"]["PublicTest"]["accuracy"], abs=0.002)
