import json
from pathlib import Path

import numpy as np
import pytest

from core.emotion import EMOTIONS
from core.errors import DataInvalid
from emotion.classifier import EmotionClassifier, default_model_folder
from tests.training.faces import (
    csv_row,
    generated_faces,
    real_public_test,
    votes_row,
    write_csv,
    write_votes,
)
from training.data import Usage
from training.evaluate import answers_to, confusion_counts, evaluate_emotion, measure


@pytest.fixture(scope="module")
def classifier() -> EmotionClassifier:
    return EmotionClassifier.load(default_model_folder())


def test_confusion_has_labels_in_rows_and_answers_in_columns() -> None:
    counts = confusion_counts(np.array([0, 0, 3], np.uint8), np.array([0, 6, 3]))
    assert (counts[0, 0], counts[0, 6], counts[3, 3], counts.sum()) == (1, 1, 1, 3)


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


@pytest.fixture
def table(tmp_path: Path) -> Path:
    images = generated_faces(4).images
    rows = [
        csv_row(images[0]),
        *(csv_row(image, usage="PublicTest") for image in images[:3]),
        csv_row(images[3], usage="PrivateTest"),
    ]
    return write_csv(tmp_path / "fer2013.csv", rows)


def test_ties_and_empty_votes_are_left_out_and_counted(table: Path, classifier: EmotionClassifier) -> None:
    rows = [
        votes_row({"happiness": 10}),
        votes_row({"happiness": 9, "contempt": 1}, usage="PublicTest"),
        votes_row({"anger": 5, "fear": 5}, usage="PublicTest"),
        votes_row({"NF": 6, "unknown": 4}, usage="PublicTest"),
        votes_row({"fear": 10}, usage="PrivateTest"),
    ]
    votes = write_votes(table.parent / "fer2013new.csv", rows)
    report = evaluate_emotion(table, usage=Usage.PUBLIC_TEST, classifier=classifier, ferplus=votes).as_dict()
    assert (report["n"], report["perceived_n"]) == (3, 1)
    assert report["perceived_left_out"] == {"ties": 1, "without_votes": 1}
    assert report["perceived_per_class"]["happy"]["n"] == 1
    assert 0 <= report["perceived_ece"] <= 1


def test_without_votes_nothing_is_said_about_what_people_see(table: Path, classifier: EmotionClassifier) -> None:
    report = evaluate_emotion(table, usage=Usage.PUBLIC_TEST, classifier=classifier).as_dict()
    assert (report["perceived_accuracy"], report["perceived_ece"], report["perceived_n"]) == (None, None, 0)


def test_faces_that_training_holds_too_are_counted_apart(table: Path, classifier: EmotionClassifier) -> None:
    report = evaluate_emotion(table, usage=Usage.PUBLIC_TEST, classifier=classifier)
    right = answers_to(generated_faces(4).images[1:3], classifier=classifier)["fer2013"].argmax(axis=1) == 3
    assert report.training_copies == 1
    assert report.accuracy_without_training_copies == right.mean()


def test_without_training_rows_copies_cannot_be_told(tmp_path: Path, classifier: EmotionClassifier) -> None:
    path = write_csv(tmp_path / "fer2013.csv", [csv_row(generated_faces(1).images[0], usage="PrivateTest")])
    report = evaluate_emotion(path, usage=Usage.PRIVATE_TEST, classifier=classifier)
    assert report.accuracy_without_training_copies is None


def test_with_tta_a_face_and_its_mirror_image_are_answered_alike(classifier: EmotionClassifier) -> None:
    images = generated_faces(5).images
    face, mirrored = (answers_to(view, classifier=classifier, tta=True) for view in (images, images[:, :, ::-1]))
    for head in classifier.heads:
        assert np.allclose(face[head], mirrored[head], atol=1e-5)


def test_a_usage_without_faces_cannot_be_evaluated(tmp_path: Path, classifier: EmotionClassifier) -> None:
    path = write_csv(tmp_path / "fer2013.csv", [csv_row(generated_faces(1).images[0])])
    with pytest.raises(DataInvalid):
        evaluate_emotion(path, usage=Usage.PRIVATE_TEST, classifier=classifier)


@pytest.mark.slow
def test_committed_model_is_as_accurate_on_public_test_as_its_card_says(classifier: EmotionClassifier) -> None:
    """Reads FER-2013's PublicTest from ../shared and skips where that is absent."""
    report = measure(real_public_test(), usage="PublicTest", classifier=classifier)
    card = json.loads((default_model_folder() / "card.json").read_text())
    assert report.perceived is not None
    assert report.fer2013.accuracy == pytest.approx(card["metrics"]["PublicTest"]["accuracy"], abs=0.002)
    assert report.perceived.accuracy == pytest.approx(card["metrics"]["PublicTest"]["perceived_accuracy"], abs=0.002)
    assert max(report.fer2013.ece, report.perceived.ece) <= 0.04
    assert report.perceived.sure.precision >= 0.9
