"""Logs the bot's own account in: authorisation code with PKCE, received on the loopback address."""

import secrets
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from core.errors import SpotifyForbidden, SpotifyLoginFailed, SpotifyLoginNeeded
from spotify.account import Account, account_of
from spotify.app import SpotifyApp
from spotify.client import Connections
from spotify.errors import InvalidGrant, keep_trying
from spotify.stores import TokenStore
from spotify.tokens import SCOPES, MemoryStore, OneLogin, accounts_service, is_whole

THANKS = "Thank you. You can close this page; Moodtape finishes the login where you started it."
DECLINED = "You did not agree, so nothing was stored. You can close this page."
FAILED = "Spotify reported an error, so nothing was stored. You can close this page and try again."
STRANGER = "This page does not belong to the login that is waiting. Open the newest link again."


@dataclass(frozen=True, slots=True, repr=False)
class Callback:
    """What Spotify's redirect brought: a code, or the name of an error."""

    code: str = ""
    error: str = ""


class CodeRefused(Exception):
    """Spotify does not take the login code, or does not know the client id."""


class PermissionWithheld(Exception):
    """The login is good, and not for all that is needed."""


def login(app: SpotifyApp, store: TokenStore, *, announce: Callable[[str], None], wait_s: float = 300) -> Account:
    """Send the operator to Spotify, wait for the way back, and store the login once it is seen to work.

    Args:
        announce: Receives the address to open in a browser on this machine.

    Raises:
        SpotifyLoginFailed: Nobody came back in time, or the login was denied or is not enough.
        SpotifyProblem: Spotify did not answer.
    """
    fresh = MemoryStore()
    state = secrets.token_urlsafe(24)
    with _callbacks(app.login_port, state) as callbacks, accounts_service(app, fresh) as accounts:
        announce(accounts.get_authorize_url(state=state))
        code = _code(callbacks, wait_s=wait_s)
        try:
            exchange(accounts, code, app=app)
        except CodeRefused as refused:
            raise SpotifyLoginFailed("Spotify did not accept the client id or the login code") from refused
    try:
        account = proven_account(app, fresh, budget_s=app.limits.token_s)
    except PermissionWithheld as withheld:
        raise SpotifyLoginFailed("Spotify did not grant the permission to make playlists") from withheld
    except SpotifyForbidden as forbidden:
        raise SpotifyLoginFailed(
            "Spotify does not let this account use the app; add it under User Management in Spotify's dashboard"
        ) from forbidden
    store.save(finished(fresh, account, now=time.time()))
    return account


def exchange(accounts: Any, code: str, *, app: SpotifyApp) -> None:
    """Hand in a login code once; the login goes into the store of `spotify.tokens.accounts_service`.

    Raises:
        CodeRefused: Spotify does not take it.
        SpotifyProblem: Spotify did not answer.
    """
    attempt = partial(accounts.get_access_token, code=code, check_cache=False)
    try:
        keep_trying(attempt, pauses_s=(), until_s=time.monotonic() + app.limits.token_s)
    except (InvalidGrant, SpotifyLoginNeeded) as refused:
        raise CodeRefused from refused


def proven_account(app: SpotifyApp, fresh: MemoryStore, *, budget_s: float) -> Account:
    """See that a new login can make playlists, and whose it is.

    Raises:
        PermissionWithheld: It lacks a permission.
        SpotifyForbidden: The account is not among those that may use the app.
        SpotifyProblem: Spotify did not answer.
    """
    token = fresh.load() or {}
    if not is_whole(token) or not set(SCOPES) <= set(str(token.get("scope", "")).split()):
        raise PermissionWithheld
    with closing(Connections(app, OneLogin(fresh))) as connect:
        return account_of(connect(budget_s))


def finished(fresh: MemoryStore, account: Account, *, now: float) -> dict[str, Any]:
    """Put a new login in the form in which it is kept; `now` is in seconds since 1970."""
    names = {"account_id": account.account_id, "display_name": account.display_name}
    return {**(fresh.load() or {}), **names, "logged_in_at": int(now)}


def _code(callbacks: "Queue[Callback]", *, wait_s: float) -> str:
    try:
        callback = callbacks.get(timeout=wait_s)
    except Empty:
        raise SpotifyLoginFailed("nobody came back from Spotify's page in time") from None
    if not callback.code:
        denied = callback.error == "access_denied"
        raise SpotifyLoginFailed("it was declined on Spotify's page" if denied else "Spotify's page reported an error")
    return callback.code


@contextmanager
def _callbacks(port: int, state: str) -> "Generator[Queue[Callback]]":
    received: Queue[Callback] = Queue()
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_CallbackHandler, state, received))
    except OSError as error:
        raise SpotifyLoginFailed(f"port {port} is in use; stop the other program or set SPOTIFY_LOGIN_PORT") from error
    server.daemon_threads = True
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True)
    thread.start()
    try:
        yield received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _CallbackHandler(BaseHTTPRequestHandler):
    timeout = 10

    def __init__(self, state: str, received: "Queue[Callback]", *rest: Any) -> None:
        self._state = state
        self._received = received
        super().__init__(*rest)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        if address.path != "/callback":
            self._say(404, "There is nothing here.")
        elif not secrets.compare_digest(query.get("state", "").encode(), self._state.encode()):
            self._say(400, STRANGER)
        else:
            declined = query.get("error", "access_denied") == "access_denied"
            self._say(200, THANKS if "code" in query else DECLINED if declined else FAILED)
            self._received.put(Callback(query.get("code", ""), query.get("error", "")))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent: the address holds the login code."""

    def _say(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
