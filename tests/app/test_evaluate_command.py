import json
from pathlib import Path

import pytest

from tests.app.command import moodtape
from tests.training.faces import csv_row, generated_faces, votes_row, write_csv, write_votes

KEYS = {
    "n",
    "accuracy",
    "accuracy_without_training_copies",
    "macro_f1",
    "ece",
    "perceived_accuracy",
    "perceived_ece",
    "per_class",
    "confusion",
    "cpu_ms_per_face",
    "model_bytes",
}


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    usages = ["Training", "PrivateTest", "PrivateTest"]
    rows = [csv_row(image, usage=usages[i]) for i, image in enumerate(generated_faces(3).images)]
    votes = [votes_row({"happiness": 8, "neutral": 2}, usage=usage) for usage in usages]
    return write_csv(tmp_path / "fer2013.csv", rows), write_votes(tmp_path / "fer2013new.csv", votes)


def evaluate(faces: Path, *options: str | Path):
    return moodtape("evaluate", "emotion", "--fer2013", faces, *options, folder=faces.parent)


def test_private_test_is_measured_against_labels_and_taggers(tables):
    faces, votes = tables
    done = evaluate(faces, "--ferplus", votes, "--usage", "PrivateTest", "--tta", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert report.keys() >= KEYS
    assert (report["n"], report["tta"], report["training_copies"]) == (2, True, 0)
    assert report["perceived_accuracy"] in (0, 0.5, 1)


def test_numbers_are_shown_to_people_too(tables):
    done = evaluate(tables[0], "--ferplus", tables[1], "--usage", "PrivateTest")
    assert done.returncode == 0
    assert "2 faces of PrivateTest" in done.stdout
    assert "Against what most people saw" in done.stdout


def test_votes_of_other_faces_are_one_sentence_and_status_two(tables, tmp_path):
    other = write_votes(tmp_path / "other.csv", [votes_row({"happiness": 8})])
    done = evaluate(tables[0], "--ferplus", other, "--usage", "PrivateTest", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "its rows are not those of the FER-2013 file" in done.stderr


def test_an_unknown_usage_is_refused(tables):
    done = evaluate(tables[0], "--usage", "Test")
    assert done.returncode == 2
    assert "PrivateTest" in done.stderr
