"""Generated tables of labelled tracks in data_moods.csv's layout, and the real one where it lies beside the repo."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.tables import row, table
from training.music.data import LabelledTracks, load_tracks

SHARED_MOODS = Path(__file__).resolve().parents[4] / "shared" / "data" / "data_moods.csv"
CENTRES = {"Happy": (0.75, 0.7, 0.1), "Sad": (0.3, 0.3, 0.1), "Energetic": (0.35, 0.9, 0.1), "Calm": (0.2, 0.2, 0.8)}


def labelled_row(number: int, label: str, **cells: object) -> str:
    """Place a track at its mood's centre; `cells` replace the made-up values."""
    valence, energy, instrumentalness = CENTRES.get(label, (0.5, 0.5, 0.5))
    place = {"valence": valence, "energy": energy, "instrumentalness": instrumentalness}
    return row(number, **{"mood": label, **place, **cells})


def spread_rows(per_mood: int, *, noise: float = 0.1, seed: int = 0) -> list[str]:
    """Scatter tracks around the centres of their moods, one mood after the other."""
    dice = np.random.default_rng(seed)
    rows: list[str] = []
    for mood, centre in CENTRES.items():
        for place in np.clip(dice.normal(centre, noise, (per_mood, 3)), 0, 1):
            cells = dict(zip(("valence", "energy", "instrumentalness"), place, strict=True))
            rows.append(labelled_row(len(rows), mood, **cells))
    return rows


def write_moods(folder: Path, rows: Sequence[str]) -> Path:
    path = folder / "data_moods.csv"
    path.write_bytes(table(*rows))
    return path


def write_two_labels(path: Path, numbers: Sequence[int], *, moods: str = "Energetic|Happy") -> Path:
    path.write_text("\n".join(["id,v1_moods", *(f"{number:022d},{moods}" for number in numbers)]) + "\n")
    return path


def generated_tracks(folder: Path, *, per_mood: int = 20, two_moods: Sequence[int] = ()) -> LabelledTracks:
    two_labels = write_two_labels(folder / "two.csv", two_moods) if two_moods else None
    return load_tracks(write_moods(folder, spread_rows(per_mood)), two_labels=two_labels)


def real_moods() -> Path:
    """Name data_moods.csv in ../shared; skips where that folder is absent."""
    if not SHARED_MOODS.is_file():
        pytest.skip("data_moods.csv is not beside this checkout")
    return SHARED_MOODS
