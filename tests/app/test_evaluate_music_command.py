import json

import pytest

from tests.app.command import moodtape
from tests.training.music.tracks import labelled_row, spread_rows, write_moods

KEYS = {"rule_accuracy", "best_nested_cv", "set_accuracy", "ceiling", "end_to_end_accuracy"}


@pytest.mark.slow
def test_music_is_measured_and_logged(tmp_path):
    data = write_moods(tmp_path, spread_rows(6))
    done = moodtape("evaluate", "music", "--data", data, "--quick", "--json", folder=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout).keys() >= KEYS
    assert (tmp_path / "mlflow.db").is_file()


@pytest.mark.slow
def test_a_bad_table_is_one_sentence_and_status_two(tmp_path):
    data = write_moods(tmp_path, [labelled_row(0, "Gloomy")])
    for command in ("evaluate", "report"):
        done = moodtape(command, "music", "--data", data, "--quick", folder=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.strip().splitlines()) == 1
        assert "the mood 'Gloomy' in row 1 is not one of happy, sad, energetic, calm" in done.stderr
