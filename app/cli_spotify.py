"""`moodtape spotify`: the bot's own account, which owns the playlists."""

import typer
from rich.console import Console

spotify = typer.Typer(help="The Spotify account that owns the playlists.", no_args_is_help=True, rich_markup_mode=None)


@spotify.command()
def login() -> None:
    """Log the bot's account in; prints the page to open."""
    from app.compose import spotify_app, token_file
    from app.settings import load_settings, usable_data_dir
    from core.errors import SettingsInvalid
    from spotify.login import login as log_in

    settings = load_settings()
    usable_data_dir(settings)
    app = spotify_app(settings)
    if app is None:
        raise SettingsInvalid("SPOTIFY_CLIENT_ID", "it is empty; copy it from the app in Spotify's dashboard into .env")
    console = Console()
    console.print(f"The app in Spotify's dashboard needs the redirect URI {app.redirect_uri}")
    account = log_in(app, token_file(settings), announce=lambda url: _announce(url, console))
    console.print(f"Logged in as {account.display_name}. Spotify ends this login in six months.", markup=False)


@spotify.command()
def logout() -> None:
    """Delete the stored login."""
    from app.compose import token_file
    from app.settings import load_settings

    tokens = token_file(load_settings())
    known = tokens.load() is not None
    tokens.delete()
    typer.echo("The login is deleted; playlists stay in the account." if known else "There is no login.")


def _announce(url: str, console: Console) -> None:
    console.print("Open this page in a browser on this machine and agree:")
    console.print(url, soft_wrap=True, markup=False)
    console.print("Waiting for up to five minutes; Ctrl-C stops ...")
