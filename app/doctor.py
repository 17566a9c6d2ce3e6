"""`moodtape doctor`: what is configured, reachable and missing, and what to do."""

import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.compose import (
    catalogue_names,
    lost_secrets,
    open_catalogue,
    open_database,
    open_logins,
    open_reader,
    spotify_app,
)
from app.settings import LOOPBACK, Settings, unknown_names
from app.words import english
from bot.check import check_token
from core.errors import MoodtapeError, SecretKeyWrong
from core.ledger import BOT
from core.wording import sentence
from spotify.account import LoginStatus, check_login, end_in_words, in_words

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination.

    Attributes:
        ok: True works, None is optional and switched off, False needs mending.
    """

    subject: str
    ok: bool | None
    told: str

    @property
    def broken(self) -> bool:
        return self.ok is False


async def examine(settings: Settings) -> list[Finding]:
    """Try every part of the service for real; networks are asked with short timeouts."""
    local = [_python(), *_spelling(), _models(settings), _catalogue(settings), _page(settings), _data_dir(settings)]
    database = await asyncio.to_thread(_database, settings)
    discord, spotify = await asyncio.gather(_discord(settings), asyncio.to_thread(_spotify, settings))
    return [*local, *database, discord, *spotify]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", (3, 11) <= sys.version_info < (3, 14), f"{version} (3.11 to 3.13 are supported)")


def _spelling() -> list[Finding]:
    names = ", ".join(unknown_names())
    told = f"unknown in .env: {names}; .env.example has all names"
    return [Finding("Settings", False, told)] if names else []


def _tried(subject: str, attempt: Callable[[], str]) -> Finding:
    try:
        return Finding(subject, True, attempt())
    except MoodtapeError as error:
        return Finding(subject, False, sentence(error, english()))


def _models(settings: Settings) -> Finding:
    def attempt() -> str:
        open_reader(settings).close()
        return "the face networks and the emotion network are loaded and are the ones on record"

    return _tried("Networks", attempt)


def _catalogue(settings: Settings) -> Finding:
    def attempt() -> str:
        tracks = len(open_catalogue(settings))
        names = catalogue_names(settings)
        if names:
            return f"{tracks} tracks in {', '.join(names)}"
        return (
            f"{tracks} tracks of the starter catalogue; `moodtape catalogue fetch` downloads a larger one from Kaggle, "
            "and `moodtape catalogue import` takes one of yours"
        )

    return _tried("Catalogue", attempt)


def _data_dir(settings: Settings) -> Finding:
    folder = settings.data_dir.absolute()
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        return Finding("Data folder", False, f"{folder} cannot be written; set DATA_DIR to a folder of your own")
    return Finding("Data folder", True, f"{folder}, {shutil.disk_usage(existing).free / 1e9:.0f} GB free")


def _page(settings: Settings) -> Finding:
    whom = "; ".join(_visitors(settings)) or "for this machine alone"
    return Finding("Page", True, f"http://{settings.web_host}:{settings.web_port}, {whom}; `moodtape run` serves it")


def _visitors(settings: Settings) -> list[str]:
    """Say who else reaches the page: from which networks, by which names, through which proxies; nobody, for none."""
    host, names = settings.web_host, [name for name in settings.extra_hosts if name not in LOOPBACK]
    told = []
    if host not in LOOPBACK:
        networks = "every network of this machine" if host.strip("[]") in EVERYWHERE else f"the network of {host}"
        told.append(f"open to {networks}")
    if names:
        told.append(f"answers to {', '.join(names)} too")
    if settings.trusted_proxies:
        told.append(f"takes visitors' addresses from the proxy at {', '.join(settings.trusted_proxies)}")
    if told and not names:
        told.append("refuses requests for all hosts but this machine's own names until WEB_ALLOWED_HOSTS names one")
    return told


def _database(settings: Settings) -> list[Finding]:
    def attempt() -> str:
        open_database(settings).close()
        where = "the one of DATABASE_URL" if settings.database_url else "moodtape.sqlite in the data folder"
        return f"{where} opens and is up to date"

    needed = settings.discord_token or settings.spotify_client_id or settings.database_url
    return [_tried("Database", attempt)] if needed else []


async def _discord(settings: Settings) -> Finding:
    if settings.discord_token is None:
        return Finding("Discord", None, "run `moodtape setup`, or set DISCORD_TOKEN in .env, for the bot")
    try:
        name = await check_token(settings.discord_token.get_secret_value())
    except MoodtapeError as error:
        return Finding("Discord", False, sentence(error, english()))
    return Finding("Discord", True, f"the token is the one of {name}")


def _spotify(settings: Settings) -> list[Finding]:
    try:
        app = spotify_app(settings)
        if app is None:
            told = "tapes come as track links: set SPOTIFY_CLIENT_ID in .env for playlists"
            return [Finding("Spotify", None, told)]
        with open_logins(settings) as logins:
            bots = _bots_login(check_login(app, logins.of(BOT)))
            linked = len(set(logins.owners()) - {BOT})
        if lost_secrets(settings):
            return [Finding("Spotify", False, sentence(SecretKeyWrong(), english()))]
    except MoodtapeError as error:
        return [Finding("Spotify", False, sentence(error, english()))]
    if app.public_url is None:
        return [bots]
    told = f"{linked} linked; the app in Spotify's dashboard needs the redirect URI {app.link_redirect_uri} too"
    return [bots, Finding("Own accounts", True, told)]


def _bots_login(status: LoginStatus) -> Finding:
    if status.problem:
        return Finding("Spotify", False, sentence(status.problem, english()))
    if status.account is None:
        return Finding("Spotify", False, "there is no login yet: run `moodtape spotify login`")
    makes = f"playlists are made by {status.account.display_name}"
    if warning := end_in_words(status.ends_on, today=datetime.now(UTC).date()):
        return Finding("Spotify", False, f"{makes}, and {warning}")
    if status.lacking:
        lacking = ", ".join(sorted(status.lacking))
        return Finding("Spotify", False, f"{makes}, without the permission {lacking}: run `moodtape spotify login`")
    return Finding("Spotify", True, f"{makes} until {in_words(status.ends_on)}" if status.ends_on else makes)
