"""The labelled tracks of Kaggle's data_moods.csv, as the classifiers of the evaluation see them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.errors import DataInvalid
from core.mood import MoodName

MOODS = (MoodName.HAPPY, MoodName.SAD, MoodName.ENERGETIC, MoodName.CALM)
SHARES = ("danceability", "acousticness", "energy", "instrumentalness", "liveness", "valence", "speechiness")
FEATURES = ("length", *SHARES[:6], "loudness", "speechiness", "tempo")
"""What is heard: length in ms, loudness in dB, tempo in beats a minute, the others from 0 to 1.

Popularity and year are left out. They say which playlist a label came from, and when it was put together, and add 4
points of accuracy that no other catalogue would give.
"""

TEXTS = ("id", "name", "artist")
TWO_LABELS = "data_moods_two_labels.csv"

Floats = NDArray[np.float64]
Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class LabelledTracks:
    """Tracks with the moods that their playlists gave them.

    Attributes:
        table: `id`, `name`, `artist` and `FEATURES`, one row per track.
        labels: Indices into `MOODS` [n].
        moods: bool [n, 4], every mood that a track has been given; two where the label was a coin toss.
        two_labels_known: Somebody said which tracks had two moods; else `moods` holds the label alone.
        repeated_ids: Rows left out because their id was there before; their moods count for the first one.
    """

    table: pd.DataFrame
    labels: Labels
    moods: NDArray[np.bool_]
    two_labels_known: bool
    repeated_ids: int = 0

    def __len__(self) -> int:
        return len(self.table)

    @property
    def features(self) -> Floats:
        """The columns of `FEATURES` [n, 10]."""
        return self.table[list(FEATURES)].to_numpy(np.float64)

    @property
    def two_moods(self) -> NDArray[np.bool_]:
        return self.moods.sum(axis=1) > 1

    @property
    def ceiling(self) -> float | None:
        """The share of labels that can be known: those of two moods are right half of the time."""
        return float((1 / self.moods.sum(axis=1)).mean()) if self.two_labels_known else None


def load_tracks(path: Path, *, two_labels: Path | None = None, least_per_mood: int = 1) -> LabelledTracks:
    """Load data_moods.csv and what is known of tracks with two moods.

    Args:
        two_labels: A table of `id` and `v1_moods` ("Energetic|Happy"); None for the file of that name beside `path`,
            where there is one.
        least_per_mood: Tracks of each mood without which nothing can be measured.

    Raises:
        DataInvalid: A table is not there, breaks its format, or has too few tracks of a mood.
    """
    rows = _read(path)
    _require(path, rows, (*TEXTS, *FEATURES, "mood"))
    labels = _labels(path, rows["mood"])
    table = pd.concat([rows[list(TEXTS)], _numbers(path, rows)], axis=1)
    beside = path.with_name(TWO_LABELS)
    file = two_labels or (beside if beside.is_file() else None)
    given = _given_moods(rows["id"], labels)
    for mood, ids in _second_moods(file).items() if file else ():
        given[rows["id"].isin(ids), mood] = True
    first = ~rows["id"].duplicated().to_numpy(bool)
    tracks = LabelledTracks(
        table=table[first].reset_index(drop=True),
        labels=labels[first],
        moods=given[first],
        two_labels_known=file is not None or not first.all(),
        repeated_ids=int((~first).sum()),
    )
    _require_tracks(path, tracks, least_per_mood)
    return tracks


def _read(path: Path) -> pd.DataFrame:
    try:
        rows = pd.read_csv(path, dtype=str, encoding="utf-8-sig", compression=None, keep_default_na=False)
    except FileNotFoundError as error:
        raise DataInvalid(path, "there is no such file") from error
    except pd.errors.EmptyDataError as error:
        raise DataInvalid(path, "it is empty") from error
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        raise DataInvalid(path, "it is not a table of comma-separated values in UTF-8") from error
    except OSError as error:
        raise DataInvalid(path, "it cannot be read") from error
    if rows.empty:
        raise DataInvalid(path, "it has no rows")
    return rows.astype(object)


def _require(path: Path, rows: pd.DataFrame, columns: tuple[str, ...]) -> None:
    missing = [column for column in columns if column not in rows.columns]
    if missing:
        raise DataInvalid(path, f"it has no column {missing[0]}")


def _labels(path: Path, names: pd.Series) -> Labels:
    known = {mood.value: label for label, mood in enumerate(MOODS)}
    labels = names.str.strip().str.casefold().map(known)
    if labels.isna().any():
        row = int(np.argmax(labels.isna()))
        asked = ", ".join(mood.value for mood in MOODS)
        raise DataInvalid(path, f"the mood {str(names.iloc[row])[:40]!r} in row {row + 1} is not one of {asked}")
    return np.asarray(labels, np.intp)


def _numbers(path: Path, rows: pd.DataFrame) -> pd.DataFrame:
    numbers = rows[list(FEATURES)].apply(pd.to_numeric, errors="coerce").astype(np.float64)
    for name in FEATURES:
        values = numbers[name].to_numpy()
        good = np.isfinite(values) & ((values >= 0) | (name == "loudness"))
        if name in SHARES:
            good &= values <= 1
        if not good.all():
            row = int(np.argmin(good))
            raise DataInvalid(path, f"{name} in row {row + 1} is {str(rows[name].iloc[row])[:40]!r}")
    return numbers


def _given_moods(ids: pd.Series, labels: Labels) -> NDArray[np.bool_]:
    moods = pd.DataFrame(np.eye(len(MOODS), dtype=bool)[labels])
    return moods.groupby(ids.to_numpy()).transform("any").to_numpy(bool).copy()


def _second_moods(path: Path) -> dict[int, set[str]]:
    rows = _read(path)
    _require(path, rows, ("id", "v1_moods"))
    pairs = rows[["id"]].assign(mood=rows["v1_moods"].str.split("|")).explode("mood", ignore_index=True)
    labels = _labels(path, pairs["mood"])
    return {label: set(pairs["id"][labels == label]) for label in range(len(MOODS))}


def _require_tracks(path: Path, tracks: LabelledTracks, least: int) -> None:
    for mood, count in zip(MOODS, np.bincount(tracks.labels, minlength=len(MOODS)), strict=True):
        if count < least:
            raise DataInvalid(path, f"it needs {least} tracks of each mood and has {count} of {mood.value}")
