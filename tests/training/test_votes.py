from pathlib import Path

import numpy as np
import pytest

from core.errors import DataInvalid
from tests.training.faces import generated_faces, joined, votes_row, write_csv, write_votes
from training.data import Usage
from training.votes import OTHER_FILE, perceived, plurality, with_votes

FACES = generated_faces(2)


def reason_of(path: Path) -> str:
    with pytest.raises(DataInvalid) as caught:
        with_votes(FACES, path)
    return caught.value.reason


def test_votes_are_in_the_order_of_the_seven_emotions(tmp_path: Path) -> None:
    seven = {"anger": 1, "disgust": 2, "fear": 3, "happiness": 4, "sadness": 5, "surprise": 6, "neutral": 7}
    rows = [votes_row(seven), votes_row({"contempt": 3, "unknown": 4, "NF": 3})]
    faces = with_votes(FACES, write_votes(tmp_path / "votes.csv", rows))
    assert faces.votes.tolist() == [[1, 2, 3, 4, 5, 6, 7], [0] * 7]


def test_empty_cells_are_no_votes(tmp_path: Path) -> None:
    path = write_votes(tmp_path / "votes.csv", [votes_row({}), "Training,,,,,,,,,,,"])
    assert with_votes(FACES, path).votes.sum() == 0


def test_rows_of_other_parts_are_skipped(tmp_path: Path) -> None:
    both = joined(FACES, generated_faces(1, usage=Usage.PRIVATE_TEST))
    rows = [votes_row({"fear": i}, usage=usage) for i, usage in enumerate(both.usages)]
    faces = with_votes(both.of(Usage.PRIVATE_TEST), write_votes(tmp_path / "votes.csv", rows))
    assert faces.votes.tolist() == [[0, 0, 2, 0, 0, 0, 0]]


def test_votes_on_other_faces_are_refused(tmp_path: Path) -> None:
    assert reason_of(write_votes(tmp_path / "votes.csv", [votes_row({"fear": 1})])) == OTHER_FILE


@pytest.mark.parametrize("vote", ["-1", "1.5", "x", "256", "\u0663"])
def test_a_vote_that_is_no_count_is_named_by_line(tmp_path: Path, vote: str) -> None:
    rows = [votes_row({}), votes_row({"fear": vote})]
    path = write_votes(tmp_path / "votes.csv", rows)
    assert reason_of(path) == "line 3: a vote is not a whole number from 0 to 255"


def test_a_short_row_is_named_by_line(tmp_path: Path) -> None:
    path = write_votes(tmp_path / "votes.csv", [votes_row({}), "Training,fer0.png,3"])
    assert reason_of(path) == "line 3: a column is missing"


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "votes.csv", [], header="Usage,neutral,happiness")
    assert reason_of(path) == "line 1: the column anger is missing"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x01"])
def test_a_file_that_is_no_table_is_invalid(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "votes.csv"
    path.write_bytes(content)
    assert reason_of(path)


def test_a_missing_file_is_invalid(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "none.csv") == "there is no such file"


def test_shares_sum_to_one_and_stay_zero_without_votes() -> None:
    shares = perceived(np.array([[1, 0, 0, 3, 0, 0, 0], [0] * 7], np.uint8))
    assert shares.tolist() == [[0.25, 0, 0, 0.75, 0, 0, 0], [0] * 7]


def test_a_tie_and_no_vote_have_no_plurality() -> None:
    votes = np.array([[0, 0, 0, 6, 4, 0, 0], [5, 0, 5, 0, 0, 0, 0], [0] * 7], np.uint8)
    seen, clear = plurality(votes)
    assert (seen[0], clear.tolist()) == (3, [True, False, False])
