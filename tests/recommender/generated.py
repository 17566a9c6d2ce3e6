"""Generated catalogues of any size, for tests and benchmarks."""

import numpy as np
import pandas as pd

from core.music import track_key
from recommender.catalogue import Catalogue, Rows, Words, catalogue_from

GENRES = tuple(f"genre {n}" for n in range(24))
LANGUAGES = ("en", "es", "de", "fr", "hi", "ja")
EVERY_TITLE_MOST = 200_000


class NumberedWords:
    """Titles and artists made of numbers, so that two million need no memory."""

    def __init__(self, artist: np.ndarray) -> None:
        self._artist = artist

    def read(self, rows: Rows) -> list[Words]:
        return [(f"Song {row}", f"Artist {self._artist[row]}", None, None) for row in rows.tolist()]


def generated(count: int, *, artists: int | None = None, seed: int = 1) -> Catalogue:
    """Make tracks spread over the plane as quantiles are, by about one artist for six tracks unless told.

    A tenth of the tempos, years, genres and languages are unknown. Keys are the songs' own up to 200,000 tracks, and
    random numbers above.
    """
    dice = np.random.default_rng(seed)
    artist = dice.integers(0, artists or max(1, count // 6), count).astype(np.int32)
    energy = dice.normal(size=count)
    mixed = 0.3 * energy + np.sqrt(1 - 0.3**2) * dice.normal(size=count)
    if count <= EVERY_TITLE_MOST:
        key = np.array([track_key(f"Song {n}", artist=f"Artist {artist[n]}") for n in range(count)], np.int64)
    else:
        key = dice.integers(0, 2**63 - 1, count)
    unknown = dice.random((4, count)) < 0.1
    return Catalogue(
        valence=_quantiles(mixed),
        arousal=_quantiles(energy),
        tempo_bpm=np.where(unknown[0], np.nan, dice.normal(120, 28, count).clip(40, 220)).astype(np.float32),
        loudness_db=(-9 + 3 * energy + dice.normal(0, 2, count)).clip(-40, 0).astype(np.float32),
        year=np.where(unknown[1], 0, dice.integers(1955, 2026, count)).astype(np.int16),
        explicit=dice.choice(np.array([-1, 0, 1], np.int8), count, p=[0.1, 0.75, 0.15]),
        artist=artist,
        genre=np.where(unknown[2], -1, dice.integers(0, len(GENRES), count)).astype(np.int16),
        language=np.where(unknown[3], -1, dice.integers(0, len(LANGUAGES), count)).astype(np.int16),
        key=key,
        artist_key=artist.astype(np.int64),
        genres=GENRES,
        languages=LANGUAGES,
        text=NumberedWords(artist),
    )


def catalogue_of(*points: tuple[float, float], **columns: list[object]) -> Catalogue:
    """Make a catalogue of tracks at these points, each by an artist of its own unless `columns` say other."""
    table = {
        "title": [f"Song {n}" for n in range(len(points))],
        "artist": [f"Artist {n}" for n in range(len(points))],
        "valence": [valence for valence, _ in points],
        "arousal": [arousal for _, arousal in points],
    }
    return catalogue_from(pd.DataFrame(table | columns))


def _quantiles(values: np.ndarray) -> np.ndarray:
    ranks = np.empty(len(values))
    ranks[np.argsort(values)] = np.arange(len(values))
    return ((ranks + 0.5) / len(values) * 2 - 1).astype(np.float32)
