"""Importing and opening a large catalogue: rows a second, seconds to open, bytes a track, milliseconds for 20 tracks.

    python -m benchmarks.catalogue [--rows 2000000] [--folder FOLDER]

The table is generated in the layout of Kaggle's tracks (20 columns, random titles, six tracks to an artist, ids).
Seconds of processor are what other programs on the machine do not disturb.
"""

import argparse
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np
import pandas as pd

from recommender.importing import import_catalogue
from recommender.stored import open_stored

BLOCK_ROWS = 100_000
READS = 200


def main() -> None:
    arguments = _arguments()
    with TemporaryDirectory(dir=arguments.folder) as folder:
        source, target = Path(folder) / "tracks.csv", Path(folder) / "tracks.parquet"
        write_table(source, rows=arguments.rows)
        start, start_cpu = perf_counter(), process_time()
        about = import_catalogue(source, target)
        import_s, import_cpu_s = perf_counter() - start, process_time() - start_cpu
        print(f"{source.stat().st_size / 1e6:,.0f} MB of CSV")
        print(f"on disk: {target.stat().st_size / about.kept:.0f} bytes a track")
        print(f"import: {about.read / import_s:,.0f} rows/s, {about.read / import_cpu_s:,.0f} per second of processor")
        print(f"{about.kept:,} kept, peak {_peak_mb():,.0f} MB of memory")
        measure_open(target)


def measure_open(path: Path) -> None:
    """Print what it costs to open a catalogue and to read tracks."""
    start, start_cpu = perf_counter(), process_time()
    catalogue = open_stored(path)
    print(f"open: {perf_counter() - start:.2f} s, {process_time() - start_cpu:.2f} s of processor")
    print(f"numbers in memory: {_held_bytes(catalogue) / len(catalogue):.0f} bytes a track")
    dice, laps_ms, start_cpu = np.random.default_rng(2), [], process_time()
    for _ in range(READS):
        rows = dice.integers(0, len(catalogue), 20)
        start = perf_counter()
        catalogue.tracks(rows)
        laps_ms.append((perf_counter() - start) * 1e3)
    print(
        f"20 tracks: median {np.median(laps_ms):.1f} ms, p99 {np.percentile(laps_ms, 99):.1f} ms, "
        f"mean {(process_time() - start_cpu) / READS * 1e3:.1f} ms of processor"
    )


def write_table(path: Path, *, rows: int) -> None:
    """Write a table of generated tracks, block by block."""
    dice = np.random.default_rng(1)
    for start in range(0, rows, BLOCK_ROWS):
        count = min(BLOCK_ROWS, rows - start)
        _block(start, count, artists=max(1, rows // 6), dice=dice).to_csv(
            path, mode="a" if start else "w", header=not start, index=False
        )


def _block(start: int, count: int, *, artists: int, dice: np.random.Generator) -> pd.DataFrame:
    numbers = np.arange(start, start + count)
    features = ["danceability", "energy", "speechiness", "acousticness", "instrumentalness", "liveness", "valence"]
    words = {
        "track_id": [f"{number:022d}" for number in numbers],
        "artists": [f"Artist number {number}" for number in dice.integers(0, artists, count)],
        "album_name": [f"Album {number}" for number in numbers],
        "track_name": [f"A song called {number}" for number in numbers],
        "popularity": dice.integers(0, 100, count),
        "duration_ms": dice.integers(60_000, 400_000, count),
        "explicit": dice.random(count) < 0.1,
        "key": dice.integers(0, 12, count),
        "loudness": dice.normal(-9, 4, count).round(3),
        "mode": dice.integers(0, 2, count),
        "tempo": dice.normal(120, 25, count).round(3),
        "time_signature": 4,
        "track_genre": [f"genre {number}" for number in dice.integers(0, 114, count)],
    }
    return pd.DataFrame(words | {name: dice.random(count).round(4) for name in features})


def _held_bytes(catalogue: object) -> int:
    arrays = (getattr(catalogue, name) for name in type(catalogue).__slots__)
    return sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--folder", type=Path, default=None, help="where the scratch files go")
    return parser.parse_args()


if __name__ == "__main__":
    main()
