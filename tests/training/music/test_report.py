import json
from pathlib import Path

import pytest
from mlflow import MlflowClient

from core.errors import DataInvalid
from tests.training.foreign import FOREIGN_WARNINGS
from tests.training.music.tracks import spread_rows, write_moods, write_two_labels
from training.music.data import TWO_LABELS
from training.music.evaluate import MusicReport, evaluate_music
from training.music.report import write_music_report
from training.music.tracking import log_music
from training.music.yardsticks import Plan

pytestmark = FOREIGN_WARNINGS
PLAN = Plan(outer_folds=2, inner_folds=2, repeats=1, trees=6, epochs=1, tapes=1)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> MusicReport:
    folder = tmp_path_factory.mktemp("music")
    write_two_labels(folder / TWO_LABELS, [0, 1])
    return evaluate_music(write_moods(folder, spread_rows(12)), plan=PLAN)


@pytest.mark.slow
def test_report_has_the_numbers_that_were_promised(report: MusicReport) -> None:
    numbers = json.loads(json.dumps(report.as_dict()))
    assert set(numbers["best_nested_cv"]) == {"model", "accuracy", "sd"}
    assert numbers["best_nested_cv"]["accuracy"] == max(y["accuracy"] for y in numbers["yardsticks"])
    assert (numbers["ceiling"], numbers["data"]["two_moods"]) == (47 / 48, 2)
    assert numbers["rule"]["sd"] is None
    assert all(0 <= numbers[name] <= 1 for name in ("rule_accuracy", "set_accuracy"))


@pytest.mark.slow
def test_what_was_not_measured_says_why(report: MusicReport) -> None:
    numbers = report.as_dict()
    assert numbers["end_to_end_accuracy"] is None
    assert "--fer2013" in numbers["notes"]["end_to_end_accuracy"]


@pytest.mark.slow
def test_the_gap_adds_up(report: MusicReport) -> None:
    gap = report.gap()
    assert sum(gap[part] or 0 for part in ("labels", "features", "rule")) == pytest.approx(1 - report.rule.accuracy)


@pytest.mark.slow
def test_page_holds_its_pictures_and_tells_what_they_show(report: MusicReport, tmp_path: Path) -> None:
    page = write_music_report(report, out=tmp_path / "new").read_text()
    assert page.count("data:image/png;base64,") == page.count("<img alt=") == page.count("<img") >= 5
    assert 'alt=""' not in page
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["music.html", "music.json"]


@pytest.mark.slow
def test_a_run_keeps_each_model_s_numbers_and_the_report(report: MusicReport, tmp_path: Path) -> None:
    uri = f"sqlite:///{tmp_path / 'mlflow.db'}"
    page = write_music_report(report, out=tmp_path / "report")
    client = MlflowClient(uri)
    run = client.get_run(log_music(report, uri=uri, files=[page]))
    assert run.data.metrics["rule_accuracy"] == report.rule.accuracy
    assert {"random_forest_accuracy", "network_macro_f1", "logistic_regression_sd"} <= run.data.metrics.keys()
    assert run.data.params["outer_folds"] == "2"
    assert [file.path for file in client.list_artifacts(run.info.run_id)] == ["music.json", "report"]


def test_fewer_tracks_than_folds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataInvalid):
        evaluate_music(write_moods(tmp_path, spread_rows(1)), plan=PLAN)
