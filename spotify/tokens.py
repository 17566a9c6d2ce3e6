# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
"""The account's access token: refreshed one at a time, stored with its rotated refresh token."""

import logging
import re
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import requests
from spotipy.cache_handler import CacheHandler
from spotipy.oauth2 import SpotifyPKCE

from core.errors import SpotifyLoginNeeded, SpotifyUnavailable
from spotify.app import SpotifyApp
from spotify.errors import InvalidGrant, check_token_answer, keep_trying
from spotify.logs import keep_secrets_out_of_logs
from spotify.stores import TokenStore

logger = logging.getLogger(__name__)

CREATE_AND_FILL = "playlist-modify-public"
FIND_STRAYS = "playlist-read-private"
SCOPES = (CREATE_AND_FILL, FIND_STRAYS)
SPARE_S = 60


class AccessTokens:
    """Hands out access tokens of one login; safe from many threads.

    The store is read each time, so that a new login of another process counts at once.
    """

    def __init__(self, app: SpotifyApp, store: TokenStore, *, clock: Callable[[], float] = time.time) -> None:
        self._app = app
        self._store = StubbornStore(store)
        self._clock = clock
        self._lock = threading.Lock()

    def current(self) -> str:
        """Give a token that is good for another minute.

        Raises:
            SpotifyLoginNeeded: There is no login, or Spotify no longer takes it.
            SpotifyProblem: A refresh was needed and did not work.
        """
        with self._one_at_a_time():
            token = self._stored()
            return token["access_token"] if self._is_fresh(token) else self._refresh(token)

    def renewed(self, rejected: str | None = None) -> str:
        """Give another token than the rejected one, or refresh whatever there is.

        Raises:
            SpotifyProblem: As `current`.
        """
        with self._one_at_a_time():
            token = self._stored()
            if rejected and token["access_token"] != rejected and self._is_fresh(token):
                return token["access_token"]
            return self._refresh(token)

    @contextmanager
    def _one_at_a_time(self) -> Generator[None]:
        if not self._lock.acquire(timeout=self._app.limits.token_s):
            raise SpotifyUnavailable
        try:
            yield
        finally:
            self._lock.release()

    def _stored(self) -> dict[str, Any]:
        token = self._store.load()
        if token is None or not is_whole(token):
            raise SpotifyLoginNeeded
        return token

    def _is_fresh(self, token: dict[str, Any]) -> bool:
        return token["expires_at"] - self._clock() > SPARE_S

    def _refresh(self, token: dict[str, Any]) -> str:
        until_s = time.monotonic() + self._app.limits.token_s
        with accounts_service(self._app, self._store) as accounts:
            try:
                answer = keep_trying(
                    lambda: accounts.refresh_access_token(token["refresh_token"]),
                    pauses_s=self._app.limits.pauses_s[:1],
                    until_s=until_s,
                )
            except InvalidGrant as dead:
                return self._after_death(token, dead)
        return str(answer["access_token"])

    def _after_death(self, token: dict[str, Any], dead: InvalidGrant) -> str:
        latest = self._store.load()
        if latest and is_whole(latest) and latest["refresh_token"] != token["refresh_token"]:
            return str(latest["access_token"])
        logger.error("Spotify no longer accepts the stored login; it is discarded and a new one is needed")
        self._store.delete()
        raise SpotifyLoginNeeded from dead


class StubbornStore:
    """A store that keeps in memory what could not be saved, and tries again each time it is asked.

    Spotify takes a refresh token once: to lose its successor is to lose the login.
    """

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._unsaved: dict[str, Any] | None = None
        self._replaces: dict[str, Any] | None = None

    def load(self) -> dict[str, Any] | None:
        stored = self._store.load()
        if self._unsaved is None or stored != self._replaces:
            self._unsaved = None
            return stored
        unsaved = self._unsaved
        self.save(unsaved)
        return unsaved

    def save(self, token: dict[str, Any]) -> None:
        stored = self._store.load()
        try:
            self._store.save(token)
        except OSError as error:
            logger.error("The refreshed Spotify login could not be stored: %s", error.strerror)
            self._unsaved, self._replaces = token, stored
        else:
            self._unsaved = None

    def delete(self) -> None:
        self._unsaved = None
        self._store.delete()


class StoreCache(CacheHandler):
    """spotipy's view of a token store; what a refresh does not mention is kept."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store

    def get_cached_token(self) -> dict[str, Any] | None:
        return self._store.load()

    def save_token_to_cache(self, token_info: dict[str, Any]) -> None:
        self._store.save({**(self._store.load() or {}), **token_info})


@contextmanager
def accounts_service(app: SpotifyApp, store: TokenStore) -> Generator[Any]:
    """Open spotipy's PKCE flow on this app's addresses; what it receives goes into the store."""
    keep_secrets_out_of_logs()
    session: Any
    accounts: Any
    with requests.Session() as session:
        session.hooks["response"].append(check_token_answer)
        accounts = SpotifyPKCE(
            client_id=app.client_id,
            redirect_uri=app.redirect_uri,
            scope=list(SCOPES),
            requests_timeout=(app.limits.connect_s, app.limits.read_s),
            requests_session=session,
            open_browser=False,
            cache_handler=StoreCache(store),
        )
        accounts.OAUTH_AUTHORIZE_URL = f"{app.accounts_url}/authorize"
        accounts.OAUTH_TOKEN_URL = f"{app.accounts_url}/api/token"
        yield accounts


def is_whole(token: dict[str, Any]) -> bool:
    """Say whether a stored login has all that is needed, in a form that fits a header."""
    keys = (token.get("access_token"), token.get("refresh_token"))
    fits = all(isinstance(key, str) and re.fullmatch(r"[!-~]+", key) for key in keys)
    return fits and isinstance(token.get("expires_at"), int | float)
