"""The music that tapes are made from: one table, whatever file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from core.errors import CatalogueInvalid, CatalogueMissing

STARTER = Path(__file__).with_name("starter.csv")
DATA_MOODS_COLUMNS = ("id", "name", "artist", "release_date", "valence", "energy")
NO_TABLE = "it is not a table of comma-separated values in UTF-8; unpack a zip first"
SPOTIFY_ID = r"[0-9A-Za-z]{22}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Tracks, one row each.

    Attributes:
        table: `title`, `artist` (text), `uri` (text or None), `year` (whole number or NaN), `valence` and `arousal`
            (-1..1).
        left_out: Rows of the file that could not be used, counted by reason.
    """

    table: pd.DataFrame
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])

    def __len__(self) -> int:
        return len(self.table)


def load_starter() -> Catalogue:
    """Open the starter catalogue, whose valence and arousal are our own editors' judgement."""
    table = pd.read_csv(STARTER, dtype={"title": str, "artist": str}, keep_default_na=False)
    return Catalogue(table.assign(uri=None)[["title", "artist", "uri", "year", "valence", "arousal"]])


def load_data_moods(path: Path) -> Catalogue:
    """Open Kaggle's data_moods.csv.

    Spotify's valence and energy are skewed (mean valence .34), so a track's valence and arousal are its quantiles
    among the tracks of the file, stretched to -1..1: the median track lies at 0, ties share the middle of their ranks.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It is no such table, or not one row can be used.
    """
    rows = _read_text_table(path)
    missing = [column for column in DATA_MOODS_COLUMNS if column not in rows.columns]
    if missing:
        raise CatalogueInvalid(path, f"it has no column {missing[0]}")
    usable, left_out = _usable(_parsed(rows))
    if usable.empty:
        raise CatalogueInvalid(path, "it has no row that can be used")
    columns = {
        "title": usable["title"],
        "artist": usable["artist"],
        "uri": "spotify:track:" + usable["id"],
        "year": usable["year"],
        "valence": _quantile(usable["valence"]),
        "arousal": _quantile(usable["energy"]),
    }
    return Catalogue(pd.DataFrame(columns).reset_index(drop=True), left_out)


def _read_text_table(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, encoding="utf-8-sig", compression=None, keep_default_na=False)
    except FileNotFoundError as error:
        raise CatalogueMissing(path) from error
    except pd.errors.EmptyDataError as error:
        raise CatalogueInvalid(path, "it is empty") from error
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        raise CatalogueInvalid(path, NO_TABLE) from error
    except OSError as error:
        raise CatalogueInvalid(path, "it cannot be read") from error


def _parsed(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": rows["id"].str.strip(),
            "title": _one_line(rows["name"]),
            "artist": _one_line(rows["artist"]),
            "year": pd.to_numeric(rows["release_date"].str[:4], errors="coerce"),
            "valence": pd.to_numeric(rows["valence"], errors="coerce"),
            "energy": pd.to_numeric(rows["energy"], errors="coerce"),
        }
    )


def _one_line(text: "pd.Series[str]") -> "pd.Series[str]":
    return text.str.replace(r"\s+", " ", regex=True).str.strip()


def _usable(rows: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Leave out what cannot be used; a row counts for its first reason only."""
    reasons = {
        "no Spotify id": ~rows["id"].str.fullmatch(SPOTIFY_ID).astype(bool),
        "no title or artist": rows["title"].eq("") | rows["artist"].eq(""),
        "valence not in 0..1": ~rows["valence"].between(0, 1),
        "energy not in 0..1": ~rows["energy"].between(0, 1),
        "id seen before": rows["id"].duplicated(),
    }
    kept = pd.Series(True, index=rows.index)
    left_out: dict[str, int] = {}
    for reason, bad in reasons.items():
        count = int((kept & bad).sum())
        if count:
            left_out[reason] = count
        kept &= ~bad
    return rows[kept], left_out


def _quantile(values: "pd.Series[float]") -> "pd.Series[float]":
    return (values.rank(method="average") - 0.5) / len(values) * 2 - 1
