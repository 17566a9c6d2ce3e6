"""`moodtape catalogue`: where the music comes from."""

import typer
from rich.console import Console

catalogue = typer.Typer(help="The music that tapes are made from.", no_args_is_help=True, rich_markup_mode=None)


@catalogue.callback()
def group() -> None:
    """The music that tapes are made from."""


@catalogue.command()
def fetch() -> None:
    """Download the Kaggle data set "Spotify Music Data to Identify the Moods"."""
    from app.settings import load_settings, usable_data_dir
    from recommender.catalogue import load_data_moods
    from recommender.fetch import fetch_data_moods

    settings = load_settings()
    with Console(stderr=True).status("Downloading from Kaggle ..."):
        path = fetch_data_moods(usable_data_dir(settings))
    use = f"but CATALOGUE_PATH names {settings.catalogue_path}" if settings.catalogue_path else "in use after a restart"
    typer.echo(f"{path} holds {len(load_data_moods(path))} tracks, {use}.")
