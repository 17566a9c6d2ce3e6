"""The music that tapes are made from: numbers in memory, text read when a track is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.mood import MoodPoint
from core.music import Track, track_key

STARTER = Path(__file__).with_name("starter.csv")
NOBODY = "various artists"
NUMBERS = ("valence", "arousal", "tempo_bpm", "loudness_db", "year", "explicit", "key", "artist_key")

Rows = NDArray[np.intp]
Words = tuple[str, str, str | None, str | None]
"""A track's title, artist, uri and ISRC."""


class TextColumns(Protocol):
    """Titles, artists, uris and ISRCs, wherever they are kept; safe to use from several threads."""

    def read(self, rows: Rows) -> list[Words]:
        """Give the words of rows (each from 0), in their order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Tracks, one row each.

    Attributes:
        valence, arousal: -1..1, [n].
        tempo_bpm, loudness_db: NaN where unknown, [n].
        year: 0 where unknown, [n].
        explicit: 1 yes, 0 no, -1 unknown, [n].
        artist: Equal numbers are one artist; each "Various Artists" is somebody else, [n].
        genre, language: Index into `genres`, `languages`; -1 unknown, [n].
        key: The track's number in every catalogue (`core.music.track_key`), [n].
        artist_key: The artist's number in every catalogue, [n].
        left_out: Rows of the file that could not be used, counted by reason.
    """

    valence: NDArray[np.float32]
    arousal: NDArray[np.float32]
    tempo_bpm: NDArray[np.float32]
    loudness_db: NDArray[np.float32]
    year: NDArray[np.int16]
    explicit: NDArray[np.int8]
    artist: NDArray[np.int32]
    genre: NDArray[np.int16]
    language: NDArray[np.int16]
    key: NDArray[np.int64]
    artist_key: NDArray[np.int64]
    genres: tuple[str, ...]
    languages: tuple[str, ...]
    text: TextColumns
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])

    def __len__(self) -> int:
        return len(self.key)

    def tracks(self, rows: Rows) -> list[Track]:
        """Read tracks, in the order of `rows`."""
        rows = np.asarray(rows, np.intp)
        return [self._track(int(row), words) for row, words in zip(rows, self.text.read(rows), strict=True)]

    def _track(self, row: int, words: Words) -> Track:
        title, artist, uri, isrc = words
        point = MoodPoint(float(self.valence[row]), float(self.arousal[row]))
        return Track(title, artist, point, uri=uri, year=int(self.year[row]) or None, isrc=isrc)


@dataclass(frozen=True, slots=True)
class TextInMemory:
    """The words of a small catalogue."""

    words: Sequence[Words]

    def read(self, rows: Rows) -> list[Words]:
        return [self.words[row] for row in rows]


@dataclass(frozen=True, slots=True, eq=False)
class TextOfSeveral:
    """The words of rows that lie in several catalogues: row `row[n]` of part `part[n]`."""

    parts: Sequence[TextColumns]
    part: NDArray[np.int16]
    row: NDArray[np.int32]

    def read(self, rows: Rows) -> list[Words]:
        found: dict[int, Words] = {}
        for number, text in enumerate(self.parts):
            here = rows[self.part[rows] == number]
            if len(here):
                found |= zip(here.tolist(), text.read(self.row[here].astype(np.intp)), strict=True)
        return [found[row] for row in rows.tolist()]


def load_starter() -> Catalogue:
    """Open the starter catalogue, whose valence and arousal are our own editors' judgement."""
    return catalogue_from(pd.read_csv(STARTER, dtype={"title": str, "artist": str}, keep_default_na=False))


def catalogue_from(table: pd.DataFrame, *, left_out: Mapping[str, int] | None = None) -> Catalogue:
    """Make a catalogue of a table in memory.

    `title`, `artist`, `valence` and `arousal` (-1..1) are needed; `uri`, `isrc`, `year`, `tempo_bpm`, `loudness_db`,
    `explicit`, `genre` and `language` are unknown where they are missing.
    """
    titles, artists = table["title"].astype(str).tolist(), table["artist"].astype(str).tolist()
    keys = np.array([track_key(title, artist=artist) for title, artist in zip(titles, artists, strict=True)], np.int64)
    artist_keys = np.array([artist_key(artist) for artist in artists], np.int64)
    various = artist_keys == artist_key(NOBODY)
    genre, genres = _coded(table, "genre")
    language, languages = _coded(table, "language")
    return Catalogue(
        valence=_numbers(table, "valence", np.nan).astype(np.float32),
        arousal=_numbers(table, "arousal", np.nan).astype(np.float32),
        tempo_bpm=_numbers(table, "tempo_bpm", np.nan).astype(np.float32),
        loudness_db=_numbers(table, "loudness_db", np.nan).astype(np.float32),
        year=_numbers(table, "year", 0).astype(np.int16),
        explicit=_numbers(table, "explicit", -1).astype(np.int8),
        artist=numbered(np.where(various, np.arange(len(keys)), artist_keys)),
        genre=genre,
        language=language,
        key=keys,
        artist_key=np.where(various, keys, artist_keys),
        genres=genres,
        languages=languages,
        text=TextInMemory([*zip(titles, artists, _words(table, "uri"), _words(table, "isrc"), strict=True)]),
        left_out=left_out or {},
    )


def join(catalogues: Iterable[Catalogue]) -> Catalogue:
    """Put catalogues together; of a track that is in several, the first one's row stays."""
    parts = [*catalogues]
    if len(parts) == 1:
        return parts[0]
    rows = np.flatnonzero(~pd.Series(_stacked(parts, "key")).duplicated().to_numpy())
    genre, genres = _recoded([(part.genre, part.genres) for part in parts])
    language, languages = _recoded([(part.language, part.languages) for part in parts])
    part = np.repeat(np.arange(len(parts), dtype=np.int16), [len(part) for part in parts])
    row = np.concatenate([np.arange(len(part), dtype=np.int32) for part in parts])
    numbers: dict[str, Any] = {name: _stacked(parts, name)[rows] for name in NUMBERS}
    return Catalogue(
        **numbers,
        artist=numbered(numbers["artist_key"]),
        genre=genre[rows],
        language=language[rows],
        genres=genres,
        languages=languages,
        text=TextOfSeveral([part.text for part in parts], part[rows], row[rows]),
        left_out=_summed(part.left_out for part in parts),
    )


def artist_key(artist: str) -> int:
    """Give an artist's number, the same in every catalogue."""
    return track_key("", artist=artist)


def numbered(keys: NDArray[np.int64]) -> NDArray[np.int32]:
    """Number artists from 0 in the order in which they come."""
    return pd.factorize(keys)[0].astype(np.int32)


def _numbers(table: pd.DataFrame, column: str, unknown: float) -> NDArray[np.float64]:
    if column not in table:
        return np.full(len(table), unknown)
    return pd.to_numeric(table[column], errors="coerce").fillna(unknown).to_numpy(np.float64)


def _coded(table: pd.DataFrame, column: str) -> tuple[NDArray[np.int16], tuple[str, ...]]:
    if column not in table:
        return np.full(len(table), -1, np.int16), ()
    cells: NDArray[np.object_] = table[column].replace("", None).to_numpy(np.object_)
    codes, names = pd.factorize(cells)
    return codes.astype(np.int16), tuple(map(str, names))


def _words(table: pd.DataFrame, column: str) -> list[str | None]:
    if column not in table:
        return [None] * len(table)
    return [word if isinstance(word, str) and word else None for word in table[column]]


def _stacked(parts: Sequence[Catalogue], name: str) -> NDArray[Any]:
    return np.concatenate([getattr(part, name) for part in parts])


def _recoded(parts: Sequence[tuple[NDArray[np.int16], tuple[str, ...]]]) -> tuple[NDArray[np.int16], tuple[str, ...]]:
    names = tuple(dict.fromkeys(name for _, own in parts for name in own))
    place = {name: number for number, name in enumerate(names)}
    tables = [np.array([*(place[name] for name in own), -1], np.int16) for _, own in parts]
    return np.concatenate([table[codes] for table, (codes, _) in zip(tables, parts, strict=True)]), names


def _summed(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for count in counts:
        for reason, rows in count.items():
            total[reason] = total.get(reason, 0) + rows
    return total
