"""`moodtape spotify`: the bot's own account, which owns the playlists."""

import os
import sys
import webbrowser
from contextlib import suppress
from typing import Annotated

import typer
from rich.console import Console

spotify = typer.Typer(help="The Spotify account that owns the playlists.", no_args_is_help=True, rich_markup_mode=None)


@spotify.command()
def login() -> None:
    """Log the bot's account in: opens the page where there is a browser, and prints its address."""
    from app.compose import open_logins, spotify_app
    from app.settings import load_settings
    from core.errors import SettingsInvalid
    from core.ledger import BOT
    from spotify.account import ends_on, in_words
    from spotify.login import login as log_in

    settings = load_settings()
    app = spotify_app(settings)
    if app is None:
        raise SettingsInvalid("SPOTIFY_CLIENT_ID", "it is empty; copy it from the app in Spotify's dashboard into .env")
    console = Console()
    console.print(f"The app in Spotify's dashboard needs the redirect URI {app.redirect_uri}", soft_wrap=True)
    with open_logins(settings) as logins:
        account = log_in(app, logins.of(BOT), announce=lambda url: _announce(url, console))
        end = ends_on(logins.of(BOT).load() or {})
    told = f"Logged in as {account.display_name}."
    console.print(f"{told} Spotify ends this login on {in_words(end)}." if end else told, markup=False, soft_wrap=True)


@spotify.command()
def logout(
    people: Annotated[bool, typer.Option("--people", help="Delete the logins that people linked instead.")] = False,
) -> None:
    """Delete the stored login."""
    from app.compose import open_logins, unlink_everyone
    from app.settings import load_settings
    from core.ledger import BOT

    if people:
        typer.echo(f"Logins of people that are deleted: {unlink_everyone(load_settings())}")
        return
    with open_logins(load_settings()) as logins:
        known = BOT in logins.owners()
        logins.of(BOT).delete()
    typer.echo("The login is deleted; playlists stay in the account." if known else "There is no login.")


def _announce(url: str, console: Console) -> None:
    console.print("Open this page in a browser on this machine and agree:")
    console.print(url, soft_wrap=True, markup=False)
    console.print("Waiting for up to five minutes; Ctrl-C stops ...")
    if _has_screen():
        with suppress(webbrowser.Error):
            webbrowser.open(url)


def _has_screen() -> bool:
    """Say whether a browser can show itself; one of a terminal would take the terminal over."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
