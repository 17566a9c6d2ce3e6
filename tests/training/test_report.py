import json
from pathlib import Path

import pytest

from core.errors import DataInvalid
from emotion.classifier import EmotionClassifier, default_model_folder
from tests.training.faces import csv_row, generated_faces, votes_row, write_csv, write_votes
from training.data import Usage
from training.peers import PEERS
from training.report import write_report

SEEN = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")


@pytest.fixture(scope="module")
def classifier() -> EmotionClassifier:
    return EmotionClassifier.load(default_model_folder())


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    images = generated_faces(21).images
    usages = ["Training"] * 7 + ["PublicTest"] * 14
    rows = [csv_row(image, label=i % 7, usage=usages[i]) for i, image in enumerate(images)]
    votes = [votes_row({SEEN[i % 7]: 9, "unknown": 1}, usage=usages[i]) for i in range(21)]
    return write_csv(tmp_path / "fer2013.csv", rows), write_votes(tmp_path / "fer2013new.csv", votes)


@pytest.mark.slow
def test_report_is_one_page_with_its_pictures_inside(
    tables: tuple[Path, Path], classifier: EmotionClassifier, tmp_path: Path
) -> None:
    faces, votes = tables
    out = tmp_path / "report"
    file = write_report(
        faces, ferplus=votes, usage=Usage.PUBLIC_TEST, classifier=classifier, model=default_model_folder(), out=out
    )
    page = file.read_text()
    assert page.count("data:image/png;base64,") == page.count("<img") >= 6
    assert all(peer.name in page for peer in PEERS)
    assert all(title in page for title in ("Training", "reliability", "Robustness", "what most people see"))
    assert sorted(path.name for path in out.iterdir()) == ["report.html", "report.json"]


@pytest.mark.slow
def test_report_without_votes_says_so(tables: tuple[Path, Path], classifier: EmotionClassifier, tmp_path: Path) -> None:
    out = tmp_path / "report"
    file = write_report(
        tables[0],
        ferplus=None,
        usage=Usage.PUBLIC_TEST,
        classifier=classifier,
        model=default_model_folder(),
        out=out,
    )
    assert "No votes were given." in file.read_text()
    assert json.loads((out / "report.json").read_text())["perceived_accuracy"] is None


def test_a_part_without_faces_leaves_no_report(
    tables: tuple[Path, Path], classifier: EmotionClassifier, tmp_path: Path
) -> None:
    out = tmp_path / "report"
    with pytest.raises(DataInvalid):
        write_report(
            tables[0],
            ferplus=None,
            usage=Usage.PRIVATE_TEST,
            classifier=classifier,
            model=default_model_folder(),
            out=out,
        )
    assert not out.exists()
