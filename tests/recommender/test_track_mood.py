import numpy as np
import pytest

from recommender.track_mood import FEATURES, four_moods, mood_plane, moods_by_rule, quantile

MIDDLE = dict.fromkeys(FEATURES, 0.5)


def features(*tracks: dict[str, float]) -> dict[str, np.ndarray]:
    return {name: np.array([(MIDDLE | track)[name] for track in tracks]) for name in FEATURES}


def test_quantiles_reach_from_end_to_end_and_ties_share_theirs():
    assert quantile(np.array([9.0, 1, 5, 5])).tolist() == pytest.approx([0.75, -0.75, 0, 0])


def test_what_is_unknown_lies_in_the_middle():
    assert quantile(np.array([np.nan, 1, 2])).tolist() == pytest.approx([0, -0.5, 0.5])


@pytest.mark.parametrize(
    ("feature", "sign"), [("energy", 1), ("loudness_db", 1), ("tempo_bpm", 1), ("acousticness", -1)]
)
def test_arousal_rises_with_energy_loudness_and_tempo_and_falls_with_acousticness(feature, sign):
    _, arousal = mood_plane(features({feature: 0.2}, {feature: 0.8}))
    assert np.sign(arousal[1] - arousal[0]) == sign


def test_a_still_piece_without_a_voice_is_raised_above_a_song():
    still = {"energy": 0.1, "valence": 0.2}
    valence, _ = mood_plane(features(still | {"instrumentalness": 0.9}, still, {"energy": 0.9, "valence": 0.25}))
    assert valence[0] > valence[1]


def test_features_that_are_not_known_do_no_harm():
    valence, arousal = mood_plane({"valence": np.array([0.1, 0.9]), "energy": np.array([0.9, 0.1])})
    assert (valence[0] < valence[1], arousal[0] > arousal[1]) == (True, True)


@pytest.mark.parametrize(
    ("valence", "arousal", "voice", "mood"),
    [
        (0.2, -0.5, 0.9, "Calm"),
        (0.2, -0.5, 0.0, "Sad"),
        (0.8, -0.5, 0.0, "Happy"),
        (0.0, 0.9, 0.0, "Energetic"),
        (0.0, 0.4, 0.0, "Happy"),
        (0.2, -0.8, np.nan, "Calm"),
        (0.2, -0.3, np.nan, "Sad"),
    ],
)
def test_four_moods_follow_the_published_rule(valence, arousal, voice, mood):
    named = four_moods(np.array([valence]), np.array([arousal]), instrumentalness=np.array([voice]))
    assert named.tolist() == [mood]


def test_the_rule_is_one_function_of_the_features():
    assert set(moods_by_rule(features({"energy": 0.1}, {"energy": 0.9})).tolist()) <= {
        "Calm",
        "Sad",
        "Energetic",
        "Happy",
    }
