# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
"""spotipy, put right for a development-mode app of 2026 and for a worker that must not hang."""

import base64
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from threading import Lock
from typing import Any, Protocol

import requests
import spotipy

from core.errors import SpotifyLoginNeeded, SpotifyRateLimited, SpotifyUnavailable
from core.metrics import Meter, NoMeter
from spotify.app import SpotifyApp
from spotify.breaker import Breaker
from spotify.clock import SpotifyClock
from spotify.errors import NOT_FOUND, SHORT_WAIT_S, AnotherAccount, Negligible, Refused, check_answer, keep_trying
from spotify.logs import keep_secrets_out_of_logs
from spotify.measured import MeasuredAdapter
from spotify.stores import BOT, Logins
from spotify.tokens import AccessTokens

MOST_CONNECTIONS = 32


class Client(spotipy.Spotify):
    """Sends one request per attempt, and raises `core.errors.SpotifyProblem`s only.

    One client serves one job: `budget_s` is what all its calls and retries may take together. With an `account_id` it
    works in that account only, whoever logs in meanwhile. It keeps its access token until Spotify rejects it, so that
    it can undo what it did where the login ends in the middle.
    """

    def __init__(
        self,
        app: SpotifyApp,
        tokens: AccessTokens,
        *,
        session: requests.Session,
        breaker: Breaker,
        budget_s: float,
        account_id: str | None = None,
    ) -> None:
        keep_secrets_out_of_logs()
        untyped: Any = session
        super().__init__(requests_session=untyped)
        self.prefix = app.api_url
        self._limits = app.limits
        self._tokens = tokens
        self._breaker = breaker
        self._account_id = account_id
        self._token = ""
        self.extend(budget_s)

    def __del__(self) -> None:
        """Leave the session open; the next job uses its connections."""

    def extend(self, budget_s: float) -> None:
        """Give it so long from now on."""
        self._until_s = time.monotonic() + budget_s

    def get_ready(self) -> None:
        """Get an access token now, so that a login that does not work is known before anything is begun.

        Raises:
            SpotifyProblem: There is none.
        """
        with self._heeding():
            self._token = self._tokens.current(until_s=self._until_s, account_id=self._account_id)

    def me(self) -> dict[str, Any]:
        answer: Any = self._get("me")
        return answer

    def search_tracks(self, query: str, *, limit: int) -> dict[str, Any]:
        answer: Any = self.search(query, limit=limit, type="track")
        return answer

    def has_track(self, track_id: str) -> bool:
        """Ask whether Spotify has a track."""
        try:
            self.track(track_id)
        except SpotifyUnavailable as error:
            if isinstance(error.__cause__, Refused) and error.__cause__.status == NOT_FOUND:
                return False
            raise
        return True

    def top_artists(self, *, limit: int) -> dict[str, Any]:
        answer: Any = self.current_user_top_artists(limit=limit)
        return answer

    def own_playlists(self, *, limit: int, offset: int = 0) -> dict[str, Any]:
        answer: Any = self.current_user_playlists(limit=limit, offset=offset)
        return answer

    def create_playlist(self, name: str, *, description: str) -> dict[str, Any]:
        answer: Any = self.current_user_playlist_create(name, public=True, description=description)
        return answer

    def replace_items(self, playlist_id: str, uris: Sequence[str]) -> None:
        self.playlist_replace_items(playlist_id, uris)

    def upload_cover(self, playlist_id: str, jpeg: bytes) -> None:
        self.playlist_upload_cover_image(playlist_id, base64.b64encode(jpeg).decode())

    def remove_playlists(self, playlist_ids: Sequence[str]) -> None:
        """Take at most 40 playlists out of the library, which is how Spotify deletes them."""
        self._delete("me/library", uris=",".join(f"spotify:playlist:{playlist_id}" for playlist_id in playlist_ids))

    def _internal_call(self, method: str, url: str, payload: Any, params: dict[str, Any]) -> Any:
        send = partial(self._attempt, method, url, payload, params)
        pauses_s = () if method == "POST" else self._limits.pauses_s
        persist = partial(keep_trying, pauses_s=pauses_s, until_s=self._until_s)
        if not self._token:
            self.get_ready()
        with self._heeding():
            try:
                return persist(send)
            except SpotifyLoginNeeded:
                self._token = self._tokens.renewed(self._token, until_s=self._until_s, account_id=self._account_id)
                return persist(send)

    @contextmanager
    def _heeding(self) -> Generator[None]:
        try:
            yield
        except SpotifyRateLimited as limited:
            if limited.retry_after_s > SHORT_WAIT_S and not isinstance(limited.__cause__, Negligible):
                self._breaker.open_for(limited.retry_after_s)
            raise
        except (Refused, AnotherAccount) as refused:
            raise SpotifyUnavailable from refused

    def _attempt(self, method: str, url: str, payload: Any, params: dict[str, Any]) -> Any:
        left_s = self._until_s - time.monotonic()
        if left_s <= 0:
            raise SpotifyUnavailable
        self.set_auth(self._token)
        self.requests_timeout = (min(self._limits.connect_s, left_s), min(self._limits.read_s, left_s))
        return super()._internal_call(method, url, payload, dict(params))


class Connect(Protocol):
    """Opens a client for one job."""

    def __call__(
        self, budget_s: float, *, owner: str = BOT, regardless: bool = False, account_id: str | None = None
    ) -> Client:
        """Open it with the job's budget in seconds; `regardless` of a wait that Spotify asked for.

        Args:
            account_id: The account to work in; None for the one that the owner is logged in to.

        Raises:
            SpotifyRateLimited: Spotify asked to wait, and the wait is not over.
        """
        ...

    @property
    def clock(self) -> SpotifyClock:
        """Spotify's clock, as the answers to all clients tell it."""
        ...

    def account_of(self, owner: str) -> str | None:
        """Say in which account the owner is logged in, as far as is known."""
        ...


class Connections:
    """Shares a pool of connections and one breaker between the jobs of all accounts; safe from many threads."""

    def __init__(self, app: SpotifyApp, logins: Logins, *, meter: Meter | None = None) -> None:
        self._app = app
        self._logins = logins
        self._tokens: dict[str, AccessTokens] = {}
        self._lock = Lock()
        self.breaker = Breaker()
        self.clock = SpotifyClock()
        self._session = _session(meter or NoMeter(), self.clock)

    def __call__(
        self, budget_s: float, *, owner: str = BOT, regardless: bool = False, account_id: str | None = None
    ) -> Client:
        if not regardless:
            self.breaker.check()
        return Client(
            self._app,
            self._tokens_of(owner),
            session=self._session,
            breaker=self.breaker,
            budget_s=budget_s,
            account_id=account_id,
        )

    def account_of(self, owner: str) -> str | None:
        return self._tokens_of(owner).account_id

    def close(self) -> None:
        self._session.close()

    def _tokens_of(self, owner: str) -> AccessTokens:
        with self._lock:
            if owner not in self._tokens:
                self._tokens[owner] = AccessTokens(self._app, self._logins.of(owner))
            return self._tokens[owner]


def _session(meter: Meter, clock: SpotifyClock) -> requests.Session:
    session = requests.Session()
    session.auth = _as_it_is
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("https://", "http://"):
        session.mount(scheme, MeasuredAdapter(meter, pool_maxsize=MOST_CONNECTIONS))
    session.hooks["response"] += [clock.hear, check_answer]
    return session


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep our own header, which requests would replace by a login of ~/.netrc."""
    return request
