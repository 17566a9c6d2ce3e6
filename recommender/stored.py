# pyright: basic
"""A catalogue on disk: one Parquet file, whose columns recommender/schema.md lists.

Numbers are read when the file is opened; titles, artists, ids and ISRCs stay in the file, which is mapped into memory,
and are read for the tracks that are shown. An open catalogue goes on working when its file is removed or replaced.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from core.errors import CatalogueInvalid, CatalogueMissing
from recommender.catalogue import Catalogue, Rows, Words, numbered

NOTE = "moodtape"
DAMAGED = "the file is damaged; import it again"
MOST_NAMES = np.iinfo(np.int16).max
WORDS = ("title", "artist", "spotify_id", "isrc")
UNKNOWN = {"tempo_bpm": np.nan, "loudness_db": np.nan, "year": 0, "explicit": -1}


@dataclass(frozen=True, slots=True)
class About:
    """Where a catalogue came from, and what became of its rows, by reason."""

    name: str
    source: str
    imported_at: str
    rule_version: int
    read: int
    kept: int
    repaired: Mapping[str, int]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class TextInParquet:
    """The words of tracks in a mapped file; each read decodes only the row groups that it needs.

    Attributes:
        first_row: Number of the first row of each row group.
        columns: Those of `WORDS` that the file has; what it lacks is unknown.
    """

    file: pa.Buffer
    layout: pq.FileMetaData
    first_row: Rows
    columns: list[str]

    def read(self, rows: Rows) -> list[Words]:
        if not len(rows):
            return []
        group = np.searchsorted(self.first_row, rows, side="right") - 1
        needed, place = np.unique(group, return_inverse=True)
        sizes = np.array([self.layout.row_group(int(number)).num_rows for number in needed])
        at = (np.cumsum(sizes) - sizes)[place] + rows - self.first_row[group]
        reader = pq.ParquetFile(pa.BufferReader(self.file), metadata=self.layout)
        table = reader.read_row_groups(needed.tolist(), columns=self.columns, use_threads=False).take(pa.array(at))
        words = {name: table.column(name).to_pylist() for name in self.columns}
        columns = (words.get(name) or [None] * len(rows) for name in WORDS)
        return [
            (title, artist, f"spotify:track:{i}" if i else None, isrc)
            for title, artist, i, isrc in zip(*columns, strict=True)
        ]


def catalogue_schema(rows: pa.Schema) -> pa.Schema:
    """Add what is known once the whole catalogue is: each track's place, and its mood by rule."""
    return pa.schema(
        [
            *rows,
            pa.field("valence", pa.float32()),
            pa.field("arousal", pa.float32()),
            pa.field("rule_mood", pa.string()),
        ]
    )


def metadata_of(about: About) -> dict[str, str]:
    return {NOTE: json.dumps(asdict(about))}


def open_stored(path: Path) -> Catalogue:
    """Open a catalogue file.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It is damaged, or not a catalogue.
    """
    file, layout = _mapped(path)
    try:
        reader = pq.ParquetFile(pa.BufferReader(file), metadata=layout, read_dictionary=["genre", "language"])
        names = ["valence", "arousal", *UNKNOWN, "track_key", "artist_key", "genre", "language"]
        table = reader.read(columns=names)
        numbers = {name: _numbers(table.column(name), UNKNOWN.get(name)) for name in names[:-2]}
        (genre, genres), (language, languages) = _coded(table.column("genre")), _coded(table.column("language"))
    except (pa.ArrowException, OSError, KeyError) as error:
        raise CatalogueInvalid(path, DAMAGED) from error
    sizes = [layout.row_group(number).num_rows for number in range(layout.num_row_groups)]
    key, artist_key = numbers.pop("track_key"), numbers.pop("artist_key")
    return Catalogue(
        **numbers,
        key=key,
        artist_key=artist_key,
        artist=numbered(artist_key),
        genre=genre,
        genres=genres,
        language=language,
        languages=languages,
        text=TextInParquet(file, layout, np.cumsum([0, *sizes[:-1]], dtype=np.intp), _words_in(layout)),
        left_out=_about(path, layout).left_out,
    )


def about_stored(path: Path) -> About:
    """Say where a catalogue file came from.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It is damaged, or not a catalogue.
    """
    return _about(path, _mapped(path)[1])


def _mapped(path: Path) -> tuple[pa.Buffer, pq.FileMetaData]:
    try:
        file = pa.memory_map(str(path)).read_buffer()
        return file, pq.read_metadata(pa.BufferReader(file))
    except FileNotFoundError as error:
        raise CatalogueMissing(path) from error
    except (pa.ArrowException, OSError) as error:
        raise CatalogueInvalid(path, DAMAGED) from error


def _about(path: Path, layout: pq.FileMetaData) -> About:
    note = (layout.metadata or {}).get(NOTE.encode())
    if note is None:
        raise CatalogueInvalid(path, "it was not made by `moodtape catalogue import`")
    return About(**json.loads(note))


def _words_in(layout: pq.FileMetaData) -> list[str]:
    return [name for name in WORDS if name in layout.schema.names]


def _numbers(column: pa.ChunkedArray, unknown: float | None) -> Any:
    if unknown is not None and column.null_count:
        column = column.fill_null(pa.scalar(unknown, column.type))
    return column.to_numpy()


def _coded(column: pa.ChunkedArray) -> tuple[Any, tuple[str, ...]]:
    """Number the names; those beyond 32,767 are unknown."""
    whole = column.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0)
    codes = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    names = tuple(map(str, whole.dictionary.to_pylist()[:MOST_NAMES]))
    return np.where(codes < len(names), codes, -1).astype(np.int16), names
