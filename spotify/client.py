# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
"""spotipy, put right for a development-mode app of 2026 and for a worker that must not hang."""

import time
from collections.abc import Sequence
from functools import partial
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Protocol

import requests
import spotipy

from core.errors import SpotifyLoginNeeded, SpotifyRateLimited, SpotifyUnavailable
from core.metrics import Meter, NoMeter
from spotify.app import SpotifyApp
from spotify.breaker import Breaker
from spotify.errors import check_answer, keep_trying
from spotify.logs import keep_secrets_out_of_logs
from spotify.measured import MeasuredAdapter
from spotify.stores import TokenStore
from spotify.tokens import AccessTokens

MOST_CONNECTIONS = 32


class Client(spotipy.Spotify):
    """Sends one request per attempt, and raises `core.errors.SpotifyProblem`s only.

    One client serves one job: `budget_s` is what all its calls and retries may take together.
    """

    def __init__(
        self,
        app: SpotifyApp,
        tokens: AccessTokens,
        *,
        session: requests.Session,
        breaker: Breaker,
        budget_s: float,
    ) -> None:
        keep_secrets_out_of_logs()
        untyped: Any = session
        super().__init__(requests_session=untyped)
        self.prefix = app.api_url
        self._limits = app.limits
        self._tokens = tokens
        self._breaker = breaker
        self._until_s = time.monotonic() + budget_s

    def __del__(self) -> None:
        """Leave the session open; the next job uses its connections."""

    def me(self) -> dict[str, Any]:
        answer: Any = self._get("me")
        return answer

    def search_tracks(self, query: str, *, limit: int) -> dict[str, Any]:
        answer: Any = self.search(query, limit=limit, type="track")
        return answer

    def own_playlists(self, *, limit: int) -> dict[str, Any]:
        answer: Any = self.current_user_playlists(limit=limit)
        return answer

    def create_playlist(self, name: str, *, description: str) -> dict[str, Any]:
        answer: Any = self.current_user_playlist_create(name, public=True, description=description)
        return answer

    def replace_items(self, playlist_id: str, uris: Sequence[str]) -> None:
        self.playlist_replace_items(playlist_id, uris)

    def playlist_add_items(self, playlist_id: str, items: Sequence[str], position: int | None = None) -> dict[str, Any]:
        answer: Any = self._post(f"playlists/{playlist_id}/items", payload={"uris": list(items)}, position=position)
        return answer

    def current_user_unfollow_playlist(self, playlist_id: str) -> None:
        self._delete("me/library", uris=f"spotify:playlist:{playlist_id}")

    def _internal_call(self, method: str, url: str, payload: Any, params: dict[str, Any]) -> Any:
        send = partial(self._attempt, method, url, payload, params)
        pauses_s = () if method == "POST" else self._limits.pauses_s
        persist = partial(keep_trying, pauses_s=pauses_s, until_s=self._until_s)
        token = self._tokens.current()
        try:
            return persist(lambda: send(token))
        except SpotifyLoginNeeded:
            renewed = self._tokens.renewed(token)
            return persist(lambda: send(renewed))
        except SpotifyRateLimited as limited:
            self._breaker.open_for(limited.retry_after_s)
            raise

    def _attempt(self, method: str, url: str, payload: Any, params: dict[str, Any], token: str) -> Any:
        left_s = self._until_s - time.monotonic()
        if left_s <= 0:
            raise SpotifyUnavailable
        self.set_auth(token)
        self.requests_timeout = (min(self._limits.connect_s, left_s), min(self._limits.read_s, left_s))
        return super()._internal_call(method, url, payload, dict(params))


class Connect(Protocol):
    """Opens a client for one job."""

    def __call__(self, budget_s: float, *, regardless: bool = False) -> Client:
        """Open it with the job's budget in seconds; `regardless` of a wait that Spotify asked for.

        Raises:
            SpotifyRateLimited: Spotify asked to wait, and the wait is not over.
        """
        ...


class Connector:
    """Shares one login and a pool of connections between jobs; safe from many threads."""

    def __init__(self, app: SpotifyApp, store: TokenStore, *, meter: Meter | None = None) -> None:
        self._app = app
        self._tokens = AccessTokens(app, store)
        self._breaker = Breaker()
        self._session = _session(meter or NoMeter())

    def __call__(self, budget_s: float, *, regardless: bool = False) -> Client:
        if not regardless:
            self._breaker.check()
        return Client(self._app, self._tokens, session=self._session, breaker=self._breaker, budget_s=budget_s)

    def close(self) -> None:
        self._session.close()


def _session(meter: Meter) -> requests.Session:
    session = requests.Session()
    session.auth = _as_it_is
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("https://", "http://"):
        session.mount(scheme, MeasuredAdapter(meter, pool_maxsize=MOST_CONNECTIONS))
    session.hooks["response"].append(check_answer)
    return session


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep our own header, which requests would replace by a login of ~/.netrc."""
    return request
