from pathlib import Path

import numpy as np
import pytest

from core.errors import DataInvalid
from tests.training.music.tracks import CENTRES, labelled_row, real_moods, write_moods, write_two_labels
from training.music.data import FEATURES, MOODS, TWO_LABELS, load_tracks


def four(folder: Path) -> Path:
    return write_moods(folder, [labelled_row(number, mood) for number, mood in enumerate(CENTRES)])


def test_tracks_have_ten_features_and_one_of_four_moods(tmp_path: Path) -> None:
    tracks = load_tracks(four(tmp_path))
    assert (tracks.features.shape, tracks.labels.tolist()) == ((4, len(FEATURES)), [0, 1, 2, 3])
    assert tracks.features[0, FEATURES.index("valence")] == CENTRES["Happy"][0]


def test_popularity_and_year_are_not_heard() -> None:
    assert not {"popularity", "release_date"} & set(FEATURES)


def test_without_word_of_second_moods_there_is_no_ceiling(tmp_path: Path) -> None:
    tracks = load_tracks(four(tmp_path))
    assert (tracks.ceiling, tracks.two_moods.any()) == (None, False)


def test_a_track_of_two_moods_has_both_and_halves_its_share_of_the_ceiling(tmp_path: Path) -> None:
    path = four(tmp_path)
    tracks = load_tracks(path, two_labels=write_two_labels(tmp_path / "other.csv", [0]))
    assert [mood.value for mood, given in zip(MOODS, tracks.moods[0], strict=True) if given] == ["happy", "energetic"]
    assert tracks.ceiling == 3.5 / 4


def test_tracks_of_two_moods_are_looked_for_beside_the_data(tmp_path: Path) -> None:
    write_two_labels(tmp_path / TWO_LABELS, [0, 2])
    assert load_tracks(four(tmp_path)).two_moods.tolist() == [True, False, True, False]


def test_an_id_that_is_there_twice_counts_once_with_both_moods(tmp_path: Path) -> None:
    given = ((7, "Energetic"), (7, "Happy"), (1, "Happy"), (2, "Sad"), (3, "Calm"))
    tracks = load_tracks(write_moods(tmp_path, [labelled_row(number, mood) for number, mood in given]))
    assert (len(tracks), tracks.repeated_ids, tracks.labels[0]) == (4, 1, 2)
    assert (tracks.two_moods.tolist(), tracks.ceiling) == ([True, False, False, False], 3.5 / 4)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"mood": "Chill"}, "the mood 'Chill' in row 2 is not one of happy, sad, energetic, calm"),
        ({"mood": ""}, "the mood '' in row 2 is not one of"),
        ({"valence": ""}, "valence in row 2 is ''"),
        ({"valence": "nan"}, "valence in row 2 is 'nan'"),
        ({"energy": "1.2"}, "energy in row 2 is '1.2'"),
        ({"tempo": "inf"}, "tempo in row 2 is 'inf'"),
        ({"length": "-3"}, "length in row 2 is '-3'"),
        ({"loudness": "x" * 99}, f"loudness in row 2 is '{'x' * 40}'"),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, cells: dict[str, object], reason: str) -> None:
    path = write_moods(tmp_path, [labelled_row(0, "Happy"), labelled_row(1, "Sad", **cells)])
    with pytest.raises(DataInvalid) as caught:
        load_tracks(path)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"id,name,artist,mood\n", "it has no rows"),
        (b"id,name,artist,mood\n1,a,b,Happy\n", "it has no column length"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "it is not a table"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "data_moods.csv"
    path.write_bytes(content)
    with pytest.raises(DataInvalid) as caught:
        load_tracks(path)
    assert reason in caught.value.reason


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataInvalid) as caught:
        load_tracks(tmp_path / "none.csv")
    assert caught.value.reason == "there is no such file"


def test_too_few_tracks_of_a_mood_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataInvalid) as caught:
        load_tracks(four(tmp_path), least_per_mood=2)
    assert caught.value.reason == "it needs 2 tracks of each mood and has 1 of happy"


def test_the_real_table_has_95_tracks_of_two_moods() -> None:
    """Reads data_moods.csv from ../shared and skips where that is absent."""
    tracks = load_tracks(real_moods())
    assert np.bincount(tracks.labels).tolist() == [140, 197, 154, 195]
    assert tracks.two_moods.sum() == 95
    assert tracks.ceiling == pytest.approx(0.931, abs=0.0005)
