"""`moodtape setup` with a Discord and a Spotify on this machine: their addresses are the two arguments."""

import sys
from dataclasses import replace
from pathlib import Path

from discord.http import Route
from rich.console import Console

from app.setup import Checks, set_up
from app.terminal import RealTerminal
from spotify.app import SpotifyApp
from spotify.check import knows_client_id


def main(discord_url: str, accounts_url: str) -> None:
    Route.BASE = discord_url

    def knows(app: SpotifyApp) -> bool:
        return knows_client_id(replace(app, accounts_url=accounts_url))

    set_up(RealTerminal(Console()), env_file=Path(".env"), checks=Checks(spotify=knows))


if __name__ == "__main__":
    main(*sys.argv[1:])
