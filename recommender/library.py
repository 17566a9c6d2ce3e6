# pyright: basic, reportAttributeAccessIssue=false
"""The imported catalogues: one file each in one folder, under a name that the operator gave."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from core.errors import CatalogueInvalid, CatalogueMissing
from recommender.catalogue import Catalogue
from recommender.importing import import_catalogue
from recommender.stored import About, about_stored, open_stored

NAME = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}")
STARTER_NAME = "starter"
NO_SUCH = "there is no such catalogue; `moodtape catalogue list` names those that there are"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of tracks in one catalogue."""

    tracks: int
    artists: int
    known: Mapping[str, int]
    moods: Mapping[str, int]
    decades: Mapping[int, int]


def name_for(source: Path) -> str:
    """Make a catalogue's name of a file's name."""
    return re.sub(r"[^0-9a-z]+", "-" if "_" not in source.stem else "_", source.stem.casefold()).strip("-_")[:64]


def path_of(name: str, *, folder: Path) -> Path:
    """Name a catalogue's file, which need not be there.

    Raises:
        CatalogueInvalid: The name is none.
    """
    if not NAME.fullmatch(name) or name == STARTER_NAME:
        raise CatalogueInvalid(Path(name), "choose a --name of small letters, digits, - and _, and not starter")
    return folder / f"{name}.parquet"


def imported(folder: Path) -> list[Path]:
    """Find the files of all catalogues, by name."""
    return sorted(path for path in folder.glob("*.parquet") if not path.name.startswith("."))


def existing(name: str, *, folder: Path) -> Path:
    """Find a catalogue's file.

    Raises:
        CatalogueInvalid: There is no catalogue of that name.
    """
    if NAME.fullmatch(name) and (path := folder / f"{name}.parquet").is_file():
        return path
    raise CatalogueInvalid(Path(name), NO_SUCH)


def open_imported(folder: Path) -> list[Catalogue]:
    """Open all catalogues; one that is removed meanwhile is not there.

    Raises:
        CatalogueInvalid: One is damaged.
    """
    opened: list[Catalogue] = []
    for path in imported(folder):
        try:
            opened.append(open_stored(path))
        except CatalogueMissing:
            continue
    return opened


def open_table(source: Path) -> Catalogue:
    """Open a foreign table of tracks without keeping a file of it.

    Raises:
        CatalogueMissing: There is no such file.
        CatalogueInvalid: It is no such table, or not one row can be used.
    """
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "table.parquet"
        import_catalogue(source, path)
        return open_stored(path)


def remove(name: str, *, folder: Path) -> None:
    """Delete a catalogue, and what an interrupted import of it may have left; those who have it open keep it.

    Raises:
        CatalogueInvalid: There is no catalogue of that name.
    """
    existing(name, folder=folder)
    forget(name, folder=folder)


def forget(name: str, *, folder: Path) -> None:
    """Delete whatever there is of a catalogue."""
    path_of(name, folder=folder).unlink(missing_ok=True)
    rmtree(folder / f".{name}.importing", ignore_errors=True)


def export(name: str, target: Path, *, folder: Path) -> int:
    """Write a catalogue as CSV in UTF-8, with each track's place on the plane; give the number of tracks.

    Raises:
        CatalogueInvalid: There is no catalogue of that name, or it is damaged.
    """
    about_stored(source := existing(name, folder=folder))
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with pq.ParquetFile(source) as file:
            schema = file.schema_arrow
            names = [n for n in schema.names if not n.endswith("_key")]
            with pa.csv.CSVWriter(unfinished, pa.schema([schema.field(n) for n in names])) as writer:
                for batch in file.iter_batches(columns=names):
                    writer.write_batch(batch)
            tracks = file.metadata.num_rows
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return tracks


def about(name: str, *, folder: Path) -> About:
    """Say where a catalogue came from, and what became of its rows.

    Raises:
        CatalogueInvalid: There is no catalogue of that name, or it is damaged.
    """
    return about_stored(existing(name, folder=folder))


def statistics(name: str, *, folder: Path) -> Statistics:
    """Count what a catalogue holds.

    Raises:
        CatalogueInvalid: There is no catalogue of that name, or it is damaged.
    """
    catalogue = open_stored(path := existing(name, folder=folder))
    words = pq.ParquetFile(path).read(columns=["spotify_id", "isrc", "rule_mood", "genre", "language"])
    decades, in_each = np.unique(catalogue.year[catalogue.year > 0] // 10 * 10, return_counts=True)
    return Statistics(
        tracks=len(catalogue),
        artists=len(np.unique(catalogue.artist)),
        known={
            "Spotify id": len(words) - words["spotify_id"].null_count,
            "ISRC": len(words) - words["isrc"].null_count if "isrc" in words.column_names else 0,
            "year": int((catalogue.year > 0).sum()),
            "tempo": int((~np.isnan(catalogue.tempo_bpm)).sum()),
            "loudness": int((~np.isnan(catalogue.loudness_db)).sum()),
            "explicit or not": int((catalogue.explicit >= 0).sum()),
            "genre": len(words) - words["genre"].null_count,
            "language": len(words) - words["language"].null_count,
        },
        moods={pair["values"]: pair["counts"] for pair in pc.value_counts(words["rule_mood"]).to_pylist()},
        decades=dict(zip(decades.tolist(), in_each.tolist(), strict=True)),
    )
