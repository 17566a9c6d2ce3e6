"""The starter catalogue keeps the promises made in its card."""

import csv
import math
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "recommender"
COLUMNS = ["title", "artist", "year", "country", "language", "genre", "valence", "arousal"]
ARTISTS_PER_POINT_MIN = 20
NEAR_RADIUS = 0.45
MOOD_POINTS = {
    "calm": (0.61, -0.82),
    "sad": (-0.64, -0.36),
    "angry": (-0.69, 0.48),
    "happy": (0.93, 0.37),
    "energetic": (0.67, 0.51),
    "surprise": (0.48, 0.47),
    "neutral": (0.0, 0.0),
}


def read_rows() -> list[dict[str, str]]:
    with (FOLDER / "starter.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, strict=True))


def point(row: dict[str, str]) -> tuple[float, float]:
    return float(row["valence"]), float(row["arousal"])


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return read_rows()


def test_columns_are_the_promised_ones_and_none_is_an_id():
    header = (FOLDER / "starter.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == COLUMNS


def test_bytes_are_utf8_with_plain_line_ends():
    raw = (FOLDER / "starter.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert "\ufffd" not in raw.decode("utf-8")


def test_at_least_280_tracks_by_250_artists(rows: list[dict[str, str]]):
    assert len(rows) >= 280
    assert len({row["artist"].casefold() for row in rows}) >= 250


def test_every_row_is_filled_and_trimmed(rows: list[dict[str, str]]):
    for row in rows:
        assert list(row) == COLUMNS, row
        assert all(value and value == value.strip() for value in row.values()), row


def test_codes_and_years_are_well_formed(rows: list[dict[str, str]]):
    for row in rows:
        assert re.fullmatch(r"[A-Z]{2}", row["country"]), row
        assert re.fullmatch(r"[a-z]{2}|zxx", row["language"]), row
        assert 1930 <= int(row["year"]) <= 2029, row
        assert row["genre"] == row["genre"].lower(), row


def test_coordinates_have_two_decimals_within_the_plane(rows: list[dict[str, str]]):
    for row in rows:
        for axis in ("valence", "arousal"):
            assert re.fullmatch(r"-?[01]\.\d{2}", row[axis]), row
            assert -1 <= float(row[axis]) <= 1, row


def test_no_track_appears_twice(rows: list[dict[str, str]]):
    seen = Counter((row["title"].casefold(), row["artist"].casefold()) for row in rows)
    assert [key for key, count in seen.items() if count > 1] == []


def test_no_artist_has_more_than_two_tracks(rows: list[dict[str, str]]):
    seen = Counter(row["artist"].casefold() for row in rows)
    assert [artist for artist, count in seen.items() if count > 2] == []


def test_rows_are_sorted_by_artist_then_year(rows: list[dict[str, str]]):
    keys = [(row["artist"].casefold(), int(row["year"])) for row in rows]
    assert keys == sorted(keys)


def test_at_least_25_countries_and_8_decades(rows: list[dict[str, str]]):
    assert len({row["country"] for row in rows}) >= 25
    assert len({int(row["year"]) // 10 for row in rows}) >= 8


@pytest.mark.parametrize("pleasant", [True, False])
@pytest.mark.parametrize("stirred", [True, False])
def test_each_quadrant_has_at_least_65_tracks(rows: list[dict[str, str]], pleasant: bool, stirred: bool):
    inside = [
        row
        for row in rows
        for valence, arousal in [point(row)]
        if 0 not in (valence, arousal) and (valence > 0, arousal > 0) == (pleasant, stirred)
    ]
    assert len(inside) >= 65


@pytest.mark.parametrize("mood", MOOD_POINTS)
def test_each_mood_point_has_20_artists_near(rows: list[dict[str, str]], mood: str):
    near = {row["artist"].casefold() for row in rows if math.dist(MOOD_POINTS[mood], point(row)) <= NEAR_RADIUS}
    assert len(near) >= ARTISTS_PER_POINT_MIN


def test_no_cell_holds_a_spotify_id_or_address(rows: list[dict[str, str]]):
    pattern = re.compile(r"spotify|https?:|[0-9A-Za-z]{22}")
    assert [row for row in rows if any(pattern.search(value) for value in row.values())] == []


def test_card_states_the_number_of_tracks(rows: list[dict[str, str]]):
    card = (FOLDER / "starter.md").read_text(encoding="utf-8")
    assert f"{len(rows)} tracks" in card
