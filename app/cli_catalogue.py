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
    from app.compose import open_catalogue
    from app.settings import load_settings
    from recommender.fetch import fetch_data_moods

    settings = load_settings()
    with Console(stderr=True).status("Downloading from Kaggle ..."):
        path = fetch_data_moods(settings.data_dir)
    typer.echo(f"{path} is in use from the next start: {len(open_catalogue(settings))} tracks.")
