from pathlib import Path

import numpy as np

from recommender import track_mood
from tests.training.music.tracks import generated_tracks, real_moods
from training.music.data import load_tracks
from training.music.shipped import catalogue_of, refitted_rule_score, rule_answers, rule_score, rule_with
from training.music.yardsticks import Plan

PLAN = Plan(outer_folds=4, repeats=1)
SHIPPED = {
    "wordless_min": track_mood.WORDLESS_MIN,
    "still_max": track_mood.STILL_MAX,
    "bright_min": track_mood.BRIGHT_MIN,
    "stirred_min": track_mood.STIRRED_MIN,
}


def test_with_its_own_bounds_it_is_the_shipped_rule(tmp_path: Path) -> None:
    tracks = generated_tracks(tmp_path, per_mood=50)
    assert np.array_equal(rule_with(tracks, **SHIPPED), rule_answers(tracks))


def test_bounds_chosen_on_other_tracks_judge_each_track_once(tmp_path: Path) -> None:
    found = refitted_rule_score(generated_tracks(tmp_path), plan=PLAN, seed=0)
    assert np.sum(found.confusion) == 80
    assert sum(found.chosen.values()) == 4


def test_catalogue_lies_where_the_rule_puts_it(tmp_path: Path) -> None:
    catalogue = catalogue_of(generated_tracks(tmp_path))
    assert len(catalogue) == 80
    assert max(abs(catalogue.valence).max(), abs(catalogue.arousal).max()) <= 1


def test_the_shipped_rule_tells_seven_moods_of_ten() -> None:
    """Reads data_moods.csv from ../shared and skips where that is absent."""
    assert rule_score(load_tracks(real_moods())).accuracy >= 0.7
