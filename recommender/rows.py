# pyright: basic, reportAttributeAccessIssue=false
"""From a batch of a foreign table's text to rows of a catalogue, with a count of what was repaired or left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from core.music import track_key
from recommender import cells
from recommender.catalogue import NOBODY, artist_key
from recommender.columns import NEEDED, TAG_SCALE, plain

SCHEMA = pa.schema(
    [
        pa.field("title", pa.string()),
        pa.field("artist", pa.string()),
        pa.field("spotify_id", pa.string()),
        pa.field("isrc", pa.string()),
        pa.field("track_key", pa.int64()),
        pa.field("artist_key", pa.int64()),
        pa.field("year", pa.int16()),
        pa.field("explicit", pa.int8()),
        pa.field("genre", pa.string()),
        pa.field("language", pa.string()),
        pa.field("moods", pa.string()),
        pa.field("duration_s", pa.float32()),
        pa.field("tempo_bpm", pa.float32()),
        pa.field("loudness_db", pa.float32()),
        pa.field("pitch_class", pa.int8()),
        pa.field("mode", pa.int8()),
        pa.field("time_signature", pa.int8()),
        pa.field("raw_valence", pa.float32()),
        pa.field("raw_energy", pa.float32()),
        pa.field("danceability", pa.float32()),
        pa.field("acousticness", pa.float32()),
        pa.field("instrumentalness", pa.float32()),
        pa.field("liveness", pa.float32()),
        pa.field("speechiness", pa.float32()),
    ]
)
"""What is known of a track before the whole catalogue is: the columns of recommender/schema.md."""

SHARES = ("valence", "energy", "danceability", "acousticness", "instrumentalness", "liveness", "speechiness")
RANGES = {"tempo_bpm": (20, 300), "loudness_db": (-70, 10), "duration_s": (1, 36_000)}
NOBODY_AT_ALL = pa.array(["", "[]"])
SIGNED_MIN = 0.05
"""Share of negative cells from which on a column reaches from -1 to 1; fewer are mistakes."""


@dataclass(slots=True)
class RowReader:
    """Reads batch after batch of one table.

    Attributes:
        columns: Our fields, and the table's columns that hold them.
        two_labels: Moods by Spotify id, which replace the table's own.
        left_out, repaired: Rows by reason, so far.
    """

    columns: Mapping[str, str]
    two_labels: Mapping[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    scales: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def schema(self) -> pa.Schema:
        """`SCHEMA`; without ISRCs where the table has none, since even empty cells take time to read."""
        return SCHEMA if "isrc" in self.columns else SCHEMA.remove(SCHEMA.get_field_index("isrc"))

    def read(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Read one batch of text cells into rows of `schema`."""
        text = {name: batch.column(batch.schema.get_field_index(name)) for name in self.columns}
        values = self._shares(text)
        text["title"], text["artist"] = self._one_line(text["title"]), self._one_line(text["artist"])
        kept = self._usable(text, values)
        text = {name: column.filter(pa.array(kept)) for name, column in text.items()}
        values = {name: column[kept] for name, column in values.items()}
        rows = self._words(text) | self._facts(text) | self._measures(text) | _raw(values)
        schema, count = self.schema, int(kept.sum())
        return pa.record_batch([_column(rows.get(f.name), f.type, count) for f in schema], schema=schema)

    def _shares(self, text: Mapping[str, Any]) -> dict[str, cells.Floats]:
        values = {name: self._numbers(name, text[name]) for name in SHARES if name in text}
        if not self.scales:
            self.scales = _scales(values, self.columns)
        for name, (low, high) in self.scales.items():
            if (low, high) != (0, 1):
                self.repaired[f"{name} was on a scale of {low:g} to {high:g}"] += len(values[name])
                values[name] = (values[name] - low) / (high - low)
        return {name: self._within(name, column, 0, 1) for name, column in values.items()}

    def _numbers(self, name: str, text: Any) -> cells.Floats:
        values = cells.numbers(text)
        if name not in NEEDED:
            self._count(f"{name} is no number, so unknown", pc.and_(pc.not_equal(text, ""), pa.array(np.isnan(values))))
        return values

    def _within(self, name: str, values: cells.Floats, low: float, high: float) -> cells.Floats:
        outside = (values < low) | (values > high)
        if outside.any() and name not in NEEDED:
            self.repaired[f"{name} not in {low:g} to {high:g}, so unknown"] += int(outside.sum())
        return np.where(outside, np.nan, values)

    def _one_line(self, text: Any) -> Any:
        tidy = cells.one_line(text)
        self._count("spaces or line breaks in a title or artist", pc.not_equal(tidy, text))
        return tidy

    def _usable(self, text: Mapping[str, Any], values: Mapping[str, cells.Floats]) -> Any:
        """Leave out what cannot be used; a row counts for its first reason only."""
        reasons = {
            "no title or artist": _flags(pc.or_(pc.equal(text["title"], ""), pc.is_in(text["artist"], NOBODY_AT_ALL))),
            "no valence, or one out of range": np.isnan(values["valence"]),
            "no energy, or one out of range": np.isnan(values["energy"]),
        }
        kept = np.ones(len(values["valence"]), bool)
        for reason, bad in reasons.items():
            self.left_out[reason] += int((kept & bad).sum())
            kept &= ~bad
        return kept

    def _words(self, text: Mapping[str, Any]) -> dict[str, Any]:
        artist = cells.each_once(text["artist"], lambda cell: ", ".join(cells.names(cell)) or cell, pa.string())
        lead = cells.each_once(text["artist"], lambda cell: artist_key((cells.names(cell) or [cell])[0]), pa.int64())
        self._count("several artists in one cell", pc.not_equal(artist, text["artist"]))
        pairs = zip(text["title"].to_pylist(), artist.to_pylist(), strict=True)
        keys = np.array([track_key(title, artist=name) for title, name in pairs], np.int64)
        leads = lead.to_numpy(zero_copy_only=False)
        various = leads == artist_key(NOBODY)
        words = {
            "title": text["title"],
            "artist": artist,
            "track_key": keys,
            "artist_key": np.where(various, keys, leads),
        }
        return words | self._ids(text)

    def _ids(self, text: Mapping[str, Any]) -> dict[str, Any]:
        ids: dict[str, Any] = {}
        for name, read, odd in (
            ("spotify_id", cells.spotify_ids, "an id that is not Spotify's, dropped"),
            ("isrc", cells.isrcs, "an ISRC that is none, dropped"),
        ):
            if name in text:
                trimmed = pc.utf8_trim_whitespace(text[name])
                ids[name] = read(trimmed)
                self._count(odd, pc.and_(pc.is_null(ids[name]), pc.not_equal(trimmed, "")))
        return ids

    def _facts(self, text: Mapping[str, Any]) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if "year" in text:
            facts["year"] = cells.years(text["year"])
        if "explicit" in text:
            facts["explicit"] = cells.yes_or_no(text["explicit"])
        for name in ("genre", "language"):
            if name in text:
                facts[name] = cells.each_once(text[name], cells.first_name, pa.string())
        for name, read in (("pitch_class", cells.pitch_class), ("mode", cells.mode)):
            if name in text:
                facts[name] = cells.each_once(text[name], read, pa.int8())
                self._count(
                    f"{name.replace('_', ' ')} written as a word", pc.match_substring_regex(text[name], "[A-Za-z]")
                )
        if "time_signature" in text:
            facts["time_signature"] = cells.each_once(text["time_signature"], cells.time_signature, pa.int8())
            self._count(
                "a time signature that had become a date", pc.match_substring_regex(text["time_signature"], "[A-Za-z]")
            )
        return facts | self._moods(text)

    def _moods(self, text: Mapping[str, Any]) -> dict[str, Any]:
        if "moods" not in text and not self.two_labels:
            return {}
        count = len(text["title"])
        own = cells.one_line(text["moods"]).to_pylist() if "moods" in text else [None] * count
        if not self.two_labels or "spotify_id" not in text:
            return {"moods": own}
        ids = cells.spotify_ids(pc.utf8_trim_whitespace(text["spotify_id"])).to_pylist()
        both = [self.two_labels.get(i) for i in ids]
        self.repaired["a second mood label added"] += sum(label is not None for label in both)
        return {"moods": [label or mood for label, mood in zip(both, own, strict=True)]}

    def _measures(self, text: Mapping[str, Any]) -> dict[str, Any]:
        measures = {name: self._numbers(name, text[name]) for name in ("tempo_bpm", "loudness_db") if name in text}
        if "duration_s" in text:
            in_ms = plain(self.columns["duration_s"]).endswith("ms")
            read = cells.each_once(text["duration_s"], lambda cell: cells.seconds(cell, in_ms=in_ms), pa.float64())
            measures["duration_s"] = read.to_numpy(zero_copy_only=False)
        return {name: self._within(name, values, *RANGES[name]) for name, values in measures.items()}

    def _count(self, repair: str, flags: Any) -> None:
        rows = pc.sum(flags).as_py()
        if rows:
            self.repaired[repair] += rows


def _raw(values: Mapping[str, cells.Floats]) -> dict[str, cells.Floats]:
    return {f"raw_{name}" if name in ("valence", "energy") else name: column for name, column in values.items()}


def _scales(values: Mapping[str, cells.Floats], columns: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Tell the scale of each column from the first rows; features in percent are so all together."""
    known = {name: column[~np.isnan(column)] for name, column in values.items()}
    percent = any(len(column) and np.median(column) > 1 for name, column in known.items() if not _tags(columns[name]))
    scales = dict.fromkeys(values, (0.0, 100.0 if percent else 1.0))
    for name, column in known.items():
        if _tags(columns[name]):
            scales[name] = (1.0, 9.0)
        elif len(column) and not percent and np.mean(column < 0) >= SIGNED_MIN:
            scales[name] = (-1.0, 1.0)
    return scales


def _tags(column: str) -> bool:
    return plain(column) in TAG_SCALE


def _flags(array: Any) -> Any:
    return array.to_numpy(zero_copy_only=False).astype(bool)


def _column(values: Any, kind: pa.DataType, rows: int) -> pa.Array:
    if values is None:
        return pa.nulls(rows, kind)
    if isinstance(values, np.ndarray) and values.dtype.kind == "f":
        return pa.array(values.astype(np.float32), kind, from_pandas=True)
    return values.cast(kind) if isinstance(values, pa.Array) else pa.array(values, kind)
