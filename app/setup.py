"""The conversation of `moodtape setup`: ask for what is missing, try each answer, and save it at once."""

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app import setup_wording as words
from app.compose import catalogue_names, open_catalogue
from app.envfile import set_value
from app.settings import HOST_NAME, Settings, load_settings
from app.terminal import Terminal
from app.words import english
from bot.check import Application, application_of
from core.errors import DiscordUnreachable, MoodtapeError, SettingsInvalid, SpotifyUnavailable
from core.wording import sentence
from spotify.app import SpotifyApp
from spotify.check import knows_client_id

CLIENT_ID = re.compile(r"[0-9A-Za-z]{32}")
TOKEN = re.compile(r"[\w.-]+", re.ASCII)
EVERYWHERE = "0.0.0.0"  # noqa: S104
UNREACHABLE = (DiscordUnreachable, SpotifyUnavailable)

T = TypeVar("T")
Attempt = Callable[[str], tuple[str, T]]
"""Tries an answer: gives what to tell and what was found, or raises a `MoodtapeError`."""


def whose_token(token: str) -> Application:
    return asyncio.run(application_of(token))


@dataclass(frozen=True, slots=True)
class Checks:
    """What asks Discord whose a token is, and Spotify whether it knows an app."""

    discord: Callable[[str], Application] = whose_token
    spotify: Callable[[SpotifyApp], bool] = knows_client_id


@dataclass(frozen=True, slots=True)
class Question:
    setting: str
    explanation: str
    words: str
    secret: bool = False
    tidy: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A person at a terminal, and the file that keeps what they say."""

    terminal: Terminal
    env_file: Path

    @property
    def settings(self) -> Settings:
        """All settings as they stand now."""
        return load_settings(self.env_file)

    def save(self, setting: str, value: str) -> None:
        set_value(self.env_file, setting, value)
        self.terminal.say(f"  {setting} is saved.")

    def settle(self, question: Question, attempt: Attempt[T], *, known: str | None) -> T | None:
        """Try what is set, then ask until an answer works; None where none does, or none can be tried now."""
        for answer in self._answers(question, known):
            try:
                told, found = attempt(answer)
            except UNREACHABLE as error:
                self.terminal.say(f"  {sentence(error, english())}")
                if answer != known and self.terminal.confirm(words.UNCHECKED, default=False):
                    self.save(question.setting, answer)
                return None
            except MoodtapeError as error:
                self.terminal.say(f"  {sentence(error, english())}")
                continue
            self.terminal.say(f"  {told}")
            if answer != known:
                self.save(question.setting, answer)
            return found
        return None

    def _answers(self, question: Question, known: str | None) -> Iterator[str]:
        if known:
            yield known
        if os.environ.get(question.setting):
            self.terminal.say(words.from_environment(question.setting))
            return
        self.terminal.say(question.explanation)
        ask = self.terminal.ask_secret if question.secret else self.terminal.ask
        while answer := ask(question.words):
            yield question.tidy(answer)


def set_up(terminal: Terminal, *, env_file: Path, checks: Checks | None = None) -> None:
    """Go through all that can be set up, and end with what to do next.

    Raises:
        SettingsInvalid: A value that is there already is wrong.
        OSError: `.env` cannot be written.
    """
    checks, talk = checks or Checks(), Conversation(terminal, env_file)
    terminal.say(words.opening(env_file))
    application = _discord(talk, checks)
    _spotify(talk, checks)
    _music(talk)
    _page(talk)
    settings = talk.settings
    has_token, logs_in = settings.discord_token is not None, settings.spotify_client_id is not None
    terminal.say("\n" + words.closing(application, has_token=has_token, logs_in=logs_in))


def _discord(talk: Conversation, checks: Checks) -> Application | None:
    def attempt(token: str) -> tuple[str, Application]:
        if not TOKEN.fullmatch(token):
            raise SettingsInvalid("DISCORD_TOKEN", words.TOKEN_ADVICE)
        application = checks.discord(token)
        return words.token_of(application), application

    talk.terminal.say("\nDiscord")
    token = talk.settings.discord_token
    question = Question("DISCORD_TOKEN", words.DISCORD, words.ASK_TOKEN, secret=True)
    return talk.settle(question, attempt, known=token.get_secret_value() if token else None)


def _spotify(talk: Conversation, checks: Checks) -> None:
    settings = talk.settings

    def attempt(client_id: str) -> tuple[str, None]:
        if not CLIENT_ID.fullmatch(client_id):
            raise SettingsInvalid("SPOTIFY_CLIENT_ID", words.CLIENT_ID_ADVICE)
        if not checks.spotify(SpotifyApp(client_id, login_port=settings.spotify_login_port)):
            raise SettingsInvalid("SPOTIFY_CLIENT_ID", words.CLIENT_ID_UNKNOWN)
        return words.CLIENT_ID_KNOWN, None

    talk.terminal.say("\nSpotify")
    redirect_uri = SpotifyApp("", login_port=settings.spotify_login_port).redirect_uri
    question = Question("SPOTIFY_CLIENT_ID", words.spotify(redirect_uri), words.ASK_CLIENT_ID)
    talk.settle(question, attempt, known=settings.spotify_client_id)


def _music(talk: Conversation) -> None:
    settings = talk.settings

    def attempt(path: str) -> tuple[str, None]:
        return _tracks(settings.model_copy(update={"catalogue_path": Path(path)})), None

    talk.terminal.say("\nMusic")
    if settings.catalogue_path is None and catalogue_names(settings):
        talk.terminal.say(f"  {_tracks(settings)}")
        return
    question = Question("CATALOGUE_PATH", words.MUSIC, words.ASK_CATALOGUE, tidy=_absolute)
    talk.settle(question, attempt, known=str(settings.catalogue_path) if settings.catalogue_path else None)


def _tracks(settings: Settings) -> str:
    return words.reads(len(open_catalogue(settings)), catalogue_names(settings))


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute())


def _page(talk: Conversation) -> None:
    settings, terminal = talk.settings, talk.terminal
    terminal.say("\nThe page")
    if settings.is_published:
        terminal.say(words.published(settings.extra_hosts or (settings.web_host,)))
        return
    terminal.say(words.PAGE)
    if terminal.confirm(words.ASK_LOOPBACK, default=True):
        return
    terminal.say(words.PUBLISH)
    while host := terminal.ask(words.ASK_HOST):
        if HOST_NAME.fullmatch(host):
            talk.save("WEB_ALLOWED_HOSTS", host)
            return
        terminal.say(f"  {sentence(SettingsInvalid('WEB_ALLOWED_HOSTS', words.HOST_ADVICE), english())}")
    if terminal.confirm(words.ASK_EVERYWHERE, default=False):
        talk.save("WEB_HOST", EVERYWHERE)
