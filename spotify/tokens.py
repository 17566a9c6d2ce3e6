# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
"""An account's access token: refreshed one at a time, stored with its rotated refresh token."""

import logging
import re
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from math import inf
from typing import Any

import requests
from spotipy.cache_handler import CacheHandler
from spotipy.oauth2 import SpotifyPKCE

from core.errors import SpotifyLoginNeeded, SpotifyUnavailable, StorageUnavailable
from spotify.app import SpotifyApp
from spotify.errors import AnotherAccount, InvalidGrant, check_token_answer, keep_trying
from spotify.logs import keep_secrets_out_of_logs
from spotify.stores import BOT, TokenStore

logger = logging.getLogger(__name__)

CREATE_AND_FILL = "playlist-modify-public"
FIND_STRAYS = "playlist-read-private"
UPLOAD_COVER = "ugc-image-upload"
SCOPES = (CREATE_AND_FILL, FIND_STRAYS, UPLOAD_COVER)
TOP_ARTISTS = "user-top-read"
"""Asked of people who link their own account, who may withhold it; never of the bot's."""
SPARE_S = 60
LOOK_AGAIN_S = 0.2


class AccessTokens:
    """Hands out access tokens of one login; safe from many threads.

    The store is read each time, so that a new login of another process counts at once.
    """

    def __init__(self, app: SpotifyApp, store: TokenStore, *, clock: Callable[[], float] = time.time) -> None:
        self._app = app
        self._store = StubbornStore(store)
        self._clock = clock
        self._lock = threading.Lock()

    @property
    def account_id(self) -> str | None:
        """Whose login it is; None where there is none, or where that was not kept with it."""
        return (self._store.load() or {}).get("account_id") or None

    def current(self, *, until_s: float = inf, account_id: str | None = None) -> str:
        """Give a token that is good for another minute; a refresh begins only if it can end by `until_s` (monotonic).

        Args:
            account_id: For this account only; None for whichever is logged in.

        Raises:
            SpotifyLoginNeeded: There is no login, or Spotify no longer takes it.
            SpotifyProblem: A refresh was needed and did not work.
            AnotherAccount: The login is another account's.
        """
        with self._one_at_a_time(until_s):
            token = self._stored(account_id)
            return token["access_token"] if self._is_fresh(token) else self._refresh(token, until_s)

    def renewed(self, rejected: str | None = None, *, until_s: float = inf, account_id: str | None = None) -> str:
        """Give another token than the rejected one, or refresh whatever there is.

        Raises:
            SpotifyProblem: As `current`.
            AnotherAccount: As `current`.
        """
        with self._one_at_a_time(until_s):
            token = self._stored(account_id)
            if rejected and token["access_token"] != rejected and self._is_fresh(token):
                return token["access_token"]
            return self._refresh(token, until_s)

    @contextmanager
    def _one_at_a_time(self, until_s: float) -> Generator[None]:
        patience_s = min(self._app.limits.token_s, until_s - time.monotonic())
        if not self._lock.acquire(timeout=max(0.0, patience_s)):
            raise SpotifyUnavailable
        try:
            yield
        finally:
            self._lock.release()

    def _stored(self, account_id: str | None) -> dict[str, Any]:
        token = self._store.load()
        if token is None or not is_whole(token):
            raise SpotifyLoginNeeded
        if account_id and token.get("account_id") not in (None, "", account_id):
            raise AnotherAccount
        return token

    def _is_fresh(self, token: dict[str, Any]) -> bool:
        return token["expires_at"] - self._clock() > SPARE_S

    def _refresh(self, token: dict[str, Any], until_s: float) -> str:
        limits = self._app.limits
        if time.monotonic() + limits.token_s > until_s:
            raise SpotifyUnavailable
        last_start_s = time.monotonic() + max(0.0, limits.token_s - limits.connect_s - limits.read_s)
        with accounts_service(self._app, MemoryStore()) as accounts:
            try:
                answer = keep_trying(
                    lambda: accounts.refresh_access_token(token["refresh_token"]),
                    pauses_s=limits.pauses_s[:1],
                    until_s=last_start_s,
                )
            except InvalidGrant as dead:
                return self._after_death(token, dead)
        self._store.replace(token, {**token, **answer})
        return str(answer["access_token"])

    def _after_death(self, token: dict[str, Any], dead: InvalidGrant) -> str:
        """Give the token that another process got for the same refresh token, or discard the dead login.

        The other's answer may still be on its way into the store.
        """
        until_s = time.monotonic() + self._app.limits.token_s
        while time.monotonic() < until_s:
            latest = self._stored(token.get("account_id"))
            if latest["refresh_token"] != token["refresh_token"]:
                return str(latest["access_token"])
            time.sleep(LOOK_AGAIN_S)
        logger.error("Spotify no longer accepts a stored login; it is discarded and a new one is needed")
        self._store.discard(token)
        raise SpotifyLoginNeeded from dead


class StubbornStore:
    """A store that keeps in memory what could not be saved, and tries again each time it is asked.

    Spotify takes a refresh token once: to lose its successor is to lose the login.
    """

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._unsaved: dict[str, Any] | None = None
        self._replaces: dict[str, Any] = {}

    def load(self) -> dict[str, Any] | None:
        stored = self._store.load()
        if self._unsaved is None or not _same_login(stored, self._replaces):
            self._unsaved = None
            return stored
        unsaved = self._unsaved
        self._write(unsaved, self._replaces)
        return unsaved

    def replace(self, token: dict[str, Any], successor: dict[str, Any]) -> None:
        """Save the successor, unless the login was deleted meanwhile or is another one by now."""
        self._write(successor, self._replaces if token is self._unsaved else token)

    def discard(self, token: dict[str, Any]) -> None:
        """Delete the login, unless it is another one by now."""
        if _same_login(self.load(), token):
            self._unsaved = None
            self._store.delete()

    def _write(self, token: dict[str, Any], replaces: dict[str, Any]) -> None:
        try:
            if _same_login(self._store.load(), replaces):
                self._store.save(token)
        except (OSError, StorageUnavailable) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            logger.error("A refreshed Spotify login could not be stored: %s", reason)
            self._unsaved, self._replaces = token, replaces
        else:
            self._unsaved = None


def _same_login(stored: dict[str, Any] | None, token: dict[str, Any]) -> bool:
    return stored is not None and stored.get("refresh_token") == token.get("refresh_token")


class MemoryStore:
    """Keeps a login for as long as the object lives."""

    def __init__(self) -> None:
        self._token: dict[str, Any] | None = None

    def load(self) -> dict[str, Any] | None:
        return self._token

    def save(self, token: dict[str, Any]) -> None:
        self._token = token

    def delete(self) -> None:
        self._token = None


class OneLogin:
    """The same login for whoever asks."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store

    def of(self, owner: str) -> TokenStore:
        return self._store

    def owners(self) -> list[str]:
        return [BOT]


class StoreCache(CacheHandler):
    """spotipy's view of a token store; what an answer does not mention is kept."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store

    def get_cached_token(self) -> dict[str, Any] | None:
        return self._store.load()

    def save_token_to_cache(self, token_info: dict[str, Any]) -> None:
        self._store.save({**(self._store.load() or {}), **token_info})


@contextmanager
def accounts_service(
    app: SpotifyApp, store: TokenStore, *, redirect_uri: str | None = None, scopes: Sequence[str] = SCOPES
) -> Generator[Any]:
    """Open spotipy's PKCE flow on this app's addresses; what it receives goes into the store."""
    keep_secrets_out_of_logs()
    session: Any
    accounts: Any
    with requests.Session() as session:
        session.hooks["response"].append(check_token_answer)
        accounts = SpotifyPKCE(
            client_id=app.client_id,
            redirect_uri=redirect_uri or app.redirect_uri,
            scope=list(scopes),
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
