from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.music.tracks import generated_tracks
from training.music.data import FEATURES
from training.music.nested import nested_score, score
from training.music.yardsticks import NotebookNetwork, Plan, Yardstick, log_odds, yardsticks

PLAN = Plan(outer_folds=4, inner_folds=2, repeats=2, trees=6, epochs=5, tapes=1)


def yardstick(name: str) -> Yardstick:
    return next(one for one in yardsticks(PLAN, seed=0) if one.name == name)


@pytest.mark.parametrize("name", ["small_tree", "logistic_regression"])
def test_moods_that_lie_apart_are_told(tmp_path: Path, name: str) -> None:
    found = nested_score(generated_tracks(tmp_path), yardstick=yardstick(name), plan=PLAN, seed=0)
    assert found.accuracy > 0.85
    assert found.sd is not None


def test_each_track_is_judged_once_in_each_repeat(tmp_path: Path) -> None:
    heard: list[str] = []
    tracks = generated_tracks(tmp_path, per_mood=10)
    found = nested_score(tracks, yardstick=yardstick("small_tree"), plan=PLAN, seed=0, on_fold=heard.append)
    assert np.sum(found.confusion, axis=1).tolist() == [20] * 4
    assert len(heard) == sum(found.chosen.values()) == 8


def test_labels_by_chance_are_told_by_chance(tmp_path: Path) -> None:
    tracks = generated_tracks(tmp_path, per_mood=60)
    shuffled = replace(tracks, labels=np.random.default_rng(1).permutation(tracks.labels))
    assert nested_score(shuffled, yardstick=yardstick("small_tree"), plan=PLAN, seed=0).accuracy < 0.37


def test_features_that_are_not_given_do_not_help(tmp_path: Path) -> None:
    tracks, deaf = generated_tracks(tmp_path), [FEATURES.index("tempo")]
    assert nested_score(tracks, yardstick=yardstick("small_tree"), plan=PLAN, seed=0, columns=deaf).accuracy < 0.4


def answers(labels: Sequence[int]) -> list[np.ndarray]:
    return [np.array(labels, np.intp)]


def test_either_mood_counts_for_set_accuracy_only(tmp_path: Path) -> None:
    tracks = generated_tracks(tmp_path, per_mood=1, two_moods=[0])
    found = score(tracks, answers([2, 1, 2, 0]), name="rule", title="Rule")
    assert (found.accuracy, found.set_accuracy, found.sd) == (0.5, 0.75, None)
    assert found.accuracy_one_mood == pytest.approx(2 / 3)
    assert found.confusion[0] == (0, 0, 1, 0)


def test_macro_f1_is_the_mean_over_moods(tmp_path: Path) -> None:
    found = score(generated_tracks(tmp_path, per_mood=1), answers([0, 1, 2, 2]), name="rule", title="Rule")
    assert found.macro_f1 == pytest.approx((1 + 1 + 2 / 3 + 0) / 4)
    assert found.set_accuracy is None


def test_log_odds_stretch_the_ends_of_shares_alike() -> None:
    features = np.full((3, len(FEATURES)), 0.5)
    features[:, FEATURES.index("energy")] = 0, 0.5, 1
    low, middle, high = log_odds(features)[:, FEATURES.index("energy")]
    assert (middle, low) == (0, pytest.approx(-high))
    assert features[0, FEATURES.index("energy")] == 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_the_network_answers_alike_with_one_seed(tmp_path: Path) -> None:
    tracks = generated_tracks(tmp_path)
    one, other = (NotebookNetwork(epochs=5, seed=3).fit(tracks.features, tracks.labels) for _ in range(2))
    assert one.predict(tracks.features).tolist() == other.predict(tracks.features).tolist()
