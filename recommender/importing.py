# pyright: basic, reportAttributeAccessIssue=false
"""Importing a table of tracks: once through the file for its rows, then through these for their place on the plane.

A quantile needs the whole catalogue, so the rows wait in a scratch file, and only numbers come into memory: about 90
bytes a track at the most. The catalogue appears under its name when all of it is written; until then nothing is there.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from core.errors import CatalogueInvalid, CatalogueMissing
from recommender.columns import ColumnsUnknown, recognised
from recommender.rows import RowReader
from recommender.stored import About, catalogue_schema, metadata_of
from recommender.track_mood import FEATURES, RULE_VERSION, four_moods, mood_plane

BLOCK_BYTES = 8_000_000
HEAD_BYTES = 65_536
GROUP_ROWS = 2_000
"""Rows that are decoded to read one track: twenty random tracks of 2 million take 3 ms, and with 20,000 50 ms."""

NO_TABLE = "it is not a table of comma-separated values in UTF-8; unpack a zip first"
DELIMITERS = ",;\t|"

OnProgress = Callable[[int, int], None]
"""Called with the bytes read so far and the rows read so far."""


def _ignore(_bytes: int, _rows: int) -> None:
    pass


def import_catalogue(
    source: Path,
    target: Path,
    *,
    given: Mapping[str, str] | None = None,
    two_labels: Path | None = None,
    on_progress: OnProgress = _ignore,
) -> About:
    """Turn a table of tracks into a catalogue file, or leave nothing behind.

    Args:
        given: Which column holds a field, where the names do not tell.
        two_labels: A table with `id` and `v1_moods` (or `moods`), such as `Energetic|Happy`.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It is no such table, or not one row can be used.
    """
    labels = read_two_labels(two_labels) if two_labels else {}
    scratch = target.with_name(f".{target.stem}.importing")
    rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        with _translated(source):
            return _import(source, target, scratch, given=given or {}, labels=labels, on_progress=on_progress)
    finally:
        rmtree(scratch, ignore_errors=True)


def _import(
    source: Path,
    target: Path,
    scratch: Path,
    *,
    given: Mapping[str, str],
    labels: Mapping[str, str],
    on_progress: OnProgress,
) -> About:
    header, delimiter = _header(source)
    reader, rows = RowReader(recognised(header, given=given), two_labels=labels), scratch / "rows.arrow"
    read, usable = _first_pass(source, rows, reader, delimiter=delimiter, on_progress=on_progress)
    kept = _distinct(rows, usable, reader.left_out)
    if not kept.any():
        raise CatalogueInvalid(source, "it has no row that can be used")
    about = About(
        name=target.stem,
        source=source.name,
        imported_at=datetime.now(UTC).isoformat(timespec="seconds"),
        rule_version=RULE_VERSION,
        read=read,
        kept=int(kept.sum()),
        repaired=dict(+reader.repaired),
        left_out=dict(+reader.left_out),
    )
    _second_pass(rows, scratch / "whole.parquet", kept, about, schema=catalogue_schema(reader.schema))
    (scratch / "whole.parquet").replace(target)
    return about


@contextmanager
def _translated(source: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise CatalogueMissing(source) from error
    except (IsADirectoryError, PermissionError) as error:
        raise CatalogueInvalid(source, "it cannot be read") from error
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise CatalogueInvalid(source, NO_TABLE) from error
    except ColumnsUnknown as error:
        raise CatalogueInvalid(source, str(error)) from error


def _header(source: Path) -> tuple[list[str], str]:
    """Read the names of the columns and the delimiter; a file with NUL bytes is no text."""
    with source.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head.strip():
        raise CatalogueInvalid(source, "it is empty")
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().splitlines()[0].decode()
    if b"\0" in head:
        raise CatalogueInvalid(source, NO_TABLE)
    delimiter = max(DELIMITERS, key=line.count)
    names = pa.csv.read_csv(
        pa.BufferReader(f"{line}\n".encode()),
        parse_options=pa.csv.ParseOptions(delimiter=delimiter),
        read_options=pa.csv.ReadOptions(autogenerate_column_names=True),
        convert_options=pa.csv.ConvertOptions(),
    )
    return [str(column[0].as_py() or "") for column in names.columns], delimiter


def _first_pass(
    source: Path, rows_path: Path, reader: RowReader, *, delimiter: str, on_progress: OnProgress
) -> tuple[int, int]:
    """Write the rows that can be used into a scratch file; say how many were read, and how many can be used."""
    read = usable = 0
    with (
        source.open("rb") as file,
        pa.OSFile(str(rows_path), "wb") as sink,
        pa.ipc.new_file(sink, reader.schema) as writer,
    ):
        batches = _batches(file, reader, delimiter=delimiter)
        for batch in batches:
            rows = reader.read(batch)
            writer.write_batch(rows)
            read, usable = read + batch.num_rows, usable + rows.num_rows
            on_progress(0 if file.closed else file.tell(), read)
    read += reader.left_out["a line with too few or too many cells"]
    return read, usable


def _batches(file: Any, reader: RowReader, *, delimiter: str) -> Any:
    def malformed(_row: Any) -> str:
        reader.left_out["a line with too few or too many cells"] += 1
        return "skip"

    wanted = list(dict.fromkeys(reader.columns.values()))
    stream = pa.csv.open_csv(
        file,
        read_options=pa.csv.ReadOptions(block_size=BLOCK_BYTES, use_threads=False),
        parse_options=pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=malformed),
        convert_options=pa.csv.ConvertOptions(
            include_columns=wanted, column_types={name: pa.string() for name in wanted}, strings_can_be_null=False
        ),
    )
    for batch in stream:
        if batch.num_rows:
            columns = [batch.column(batch.schema.get_field_index(column)) for column in reader.columns.values()]
            yield pa.record_batch(columns, names=[*reader.columns])


def _stored(rows: Path) -> Iterator[tuple[slice, pa.RecordBatch]]:
    """Read the scratch file batch by batch, each with its place in the whole; mapped, it would fill the memory."""
    with pa.OSFile(str(rows)) as source:
        reader, first = pa.ipc.open_file(source), 0
        for number in range(reader.num_record_batches):
            batch = reader.get_batch(number)
            yield slice(first, first + batch.num_rows), batch
            first += batch.num_rows


def _distinct(rows: Path, count: int, left_out: Counter[str]) -> Any:
    """Keep the first of equal ids, and of equal titles by one artist."""
    ids, keys = np.empty((2, count), np.int64)
    for here, batch in _stored(rows):
        keys[here] = batch.column("track_key").to_numpy()
        ids[here] = _id_hash(batch.column("spotify_id").to_pandas(), otherwise=keys[here])
    by_id = pd.Series(ids).duplicated().to_numpy()
    by_key = pd.Series(keys).duplicated().to_numpy() & ~by_id
    left_out["id seen before"] += int(by_id.sum())
    left_out["title and artist seen before"] += int(by_key.sum())
    return ~(by_id | by_key)


def _id_hash(ids: Any, *, otherwise: Any) -> Any:
    hashes = pd.util.hash_array(ids.fillna("").to_numpy(object), categorize=False).astype(np.int64)
    return np.where(ids.isna(), otherwise, hashes)


def _places(rows: Path, kept: Any) -> tuple[Any, Any, Any]:
    """Give valence, arousal and instrumentalness of the tracks that are kept, [n] each."""
    columns = {name: f"raw_{name}" if name in ("valence", "energy") else name for name in FEATURES}
    known = {name: np.empty(int(kept.sum()), np.float32) for name in FEATURES}
    written = 0
    for here, batch in _stored(rows):
        chosen = slice(written, written + int(kept[here].sum()))
        for name, column in columns.items():
            known[name][chosen] = batch.column(column).to_numpy(zero_copy_only=False)[kept[here]]
        written = chosen.stop
    return *mood_plane(known), known["instrumentalness"]


def _second_pass(rows: Path, whole: Path, kept: Any, about: About, *, schema: pa.Schema) -> None:
    valence, arousal, voice = _places(rows, kept)
    words = ["genre", "language", "moods", "rule_mood"]
    written = 0
    with pq.ParquetWriter(
        whole,
        schema,
        compression="none",
        use_dictionary=words,  # pyright: ignore[reportArgumentType]
        write_statistics=False,
    ) as writer:
        for place, batch in _stored(rows):
            chosen = batch.filter(pa.array(kept[place]))
            here = slice(written, written + chosen.num_rows)
            moods = four_moods(valence[here], arousal[here], instrumentalness=voice[here])
            placed = [pa.array(valence[here]), pa.array(arousal[here]), pa.array(moods.tolist(), pa.string())]
            table = pa.Table.from_arrays([*chosen.columns, *placed], schema=schema)
            writer.write_table(table, row_group_size=GROUP_ROWS)
            written = here.stop
        writer.add_key_value_metadata(metadata_of(about))


def read_two_labels(path: Path) -> dict[str, str]:
    """Read moods by Spotify id, such as `Energetic|Happy`.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It has no such columns.
    """
    with _translated(path):
        try:
            table = pd.read_csv(path, dtype=str, keep_default_na=False)
        except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
            raise CatalogueInvalid(path, NO_TABLE) from error
    column = next((name for name in ("v1_moods", "moods") if name in table), None)
    if column is None or "id" not in table:
        raise CatalogueInvalid(path, "it has no columns id and v1_moods")
    return dict(zip(table["id"], table[column], strict=True))
