"""`moodtape catalogue`: where the music comes from."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from recommender.stored import About

Name = Annotated[str, typer.Argument(help="The catalogue's name; `list` shows all.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]

catalogue = typer.Typer(help="The music that tapes are made from.", no_args_is_help=True, rich_markup_mode=None)


@catalogue.command(name="import")
def import_table(
    file: Annotated[Path, typer.Argument(help="A table of tracks as CSV in UTF-8.")],
    name: Annotated[str | None, typer.Option(help="The catalogue's name; without it, the file's.")] = None,
    mapped: Annotated[
        list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN", help="Which column holds a field.")
    ] = None,
    two_labels: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A table with id and v1_moods, such as Energetic|Happy.")
    ] = None,
) -> None:
    """Take over a table of tracks: data_moods.csv, MuSe, Kaggle's others, or any with columns of known names."""
    from app.settings import load_settings, usable_data_dir
    from recommender import library
    from recommender.importing import import_catalogue

    given = _pairs(mapped or [])
    settings = load_settings()
    usable_data_dir(settings)
    target = library.path_of(name or library.name_for(file), folder=settings.catalogue_folder)
    size_bytes = file.stat().st_size if file.is_file() else None
    with _progress() as progress:
        task = progress.add_task("", total=size_bytes, rows=0)
        about = import_catalogue(
            file,
            target,
            given=given,
            two_labels=two_labels,
            on_progress=lambda done, rows: progress.update(task, completed=done, rows=rows),
        )
    for line in report_lines(about):
        typer.echo(line)


@catalogue.command(name="list")
def list_all(as_json: AsJson = False) -> None:
    """Name the catalogues that tapes are made from."""
    from app.compose import table_path
    from app.settings import load_settings
    from recommender import library
    from recommender.stored import about_stored

    settings = load_settings()
    table = table_path(settings)
    abouts = [about_stored(path) for path in library.imported(settings.catalogue_folder)]
    if as_json:
        typer.echo(
            json.dumps({"table": str(table) if table else None, "imported": [asdict(about) for about in abouts]})
        )
        return
    if table:
        typer.echo(f"{library.name_for(table)}: read from {table} at each start")
    for about in abouts:
        typer.echo(f"{about.name}: {about.kept} tracks from {about.source}, imported {about.imported_at}")
    if not table and not abouts:
        typer.echo(f"{library.STARTER_NAME}: the catalogue that comes with Moodtape, used while there is no other")


@catalogue.command()
def stats(
    name: Annotated[str | None, typer.Argument(help="The catalogue's name; without it, each.")] = None,
    as_json: AsJson = False,
) -> None:
    """Count what the catalogues hold, and what was left out of them."""
    from app.settings import load_settings
    from recommender import library

    folder = load_settings().catalogue_folder
    names = [name] if name else [path.stem for path in library.imported(folder)]
    told = {one: (library.about(one, folder=folder), library.statistics(one, folder=folder)) for one in names}
    if as_json:
        typer.echo(json.dumps({one: asdict(about) | asdict(counts) for one, (about, counts) in told.items()}))
        return
    for one, (about, counts) in told.items():
        typer.echo(f"{one}: {counts.tracks} tracks by {counts.artists} artists")
        for subject, found in (("known", counts.known), ("mood by rule", counts.moods), ("decade", counts.decades)):
            typer.echo(f"  {subject}: " + ", ".join(f"{what} {count}" for what, count in found.items()))
        for line in report_lines(about):
            typer.echo(f"  {line}")
    if not told:
        typer.echo("No catalogue was imported; `moodtape catalogue import FILE` takes one over.")


@catalogue.command()
def remove(name: Name) -> None:
    """Delete a catalogue without a trace; a running service has its tracks until it is started again."""
    from app.settings import load_settings
    from recommender import library

    settings = load_settings()
    fetched = settings.data_dir / "data_moods.csv"
    if name == library.name_for(fetched) and fetched.is_file():
        fetched.unlink()
        library.forget(name, folder=settings.catalogue_folder)
    else:
        library.remove(name, folder=settings.catalogue_folder)
    typer.echo(f"{name} is gone.")


@catalogue.command()
def export(
    name: Name,
    file: Annotated[Path, typer.Argument(help="The CSV file to write; there must be none yet.")],
) -> None:
    """Write a catalogue as CSV, with each track's place on the plane."""
    from app.settings import load_settings
    from recommender import library

    if file.exists():
        raise typer.BadParameter(f"{file} is there already; name another file")
    tracks = library.export(name, file, folder=load_settings().catalogue_folder)
    typer.echo(f"{file} holds {tracks} tracks.")


@catalogue.command()
def fetch() -> None:
    """Download the Kaggle data set "Spotify Music Data to Identify the Moods"."""
    from app.settings import load_settings, usable_data_dir
    from recommender.fetch import fetch_data_moods
    from recommender.library import open_table

    settings = load_settings()
    with Console(stderr=True).status("Downloading from Kaggle ..."):
        path = fetch_data_moods(usable_data_dir(settings))
    use = f"but CATALOGUE_PATH names {settings.catalogue_path}" if settings.catalogue_path else "in use after a restart"
    typer.echo(f"{path} holds {len(open_table(path))} tracks, {use}.")


def report_lines(about: "About") -> list[str]:
    """Say what became of every row of an imported table."""
    left = about.read - about.kept
    return [
        f"{about.source}: {about.read} rows read, {about.kept} kept as {about.name}, {left} left out.",
        *(f"  left out, {reason}: {rows}" for reason, rows in _largest_first(about.left_out)),
        *(f"  repaired, {reason}: {cells}" for reason, cells in _largest_first(about.repaired)),
    ]


def _largest_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _pairs(mapped: list[str]) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in mapped]
    if not all(field and column for field, _, column in pairs):
        raise typer.BadParameter("--map wants FIELD=COLUMN, such as --map artist=artist_name")
    return {field.strip(): column.strip() for field, _, column in pairs}


def _progress() -> Progress:
    columns = (BarColumn(), DownloadColumn(), TextColumn("{task.fields[rows]} rows"), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
