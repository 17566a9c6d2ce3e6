"""Whose account makes the playlists, and whether it can."""

from contextlib import closing
from dataclasses import dataclass
from typing import Any

from core.errors import SpotifyProblem
from spotify.app import SpotifyApp
from spotify.client import Client, Connector
from spotify.stores import TokenStore
from spotify.tokens import AccessTokens


@dataclass(frozen=True, slots=True)
class Account:
    """A Spotify account; `account_id` never changes, so link by it."""

    account_id: str
    display_name: str


@dataclass(frozen=True, slots=True)
class LoginStatus:
    """What stands between the operator and playlists.

    Attributes:
        configured: There is a client id.
        stored: There is a login on this machine.
        account: Whose it is; None where Spotify did not say.
        problem: Why not.
    """

    configured: bool
    stored: bool = False
    account: Account | None = None
    problem: SpotifyProblem | None = None


def account_of(client: Client) -> Account:
    """Ask whose login this is.

    Raises:
        SpotifyProblem: Spotify did not say.
    """
    answer: dict[str, Any] = client.me()
    account_id = str(answer.get("account_id") or answer.get("id") or "")
    return Account(account_id, str(answer.get("display_name") or account_id))


def check_login(app: SpotifyApp | None, store: TokenStore) -> LoginStatus:
    """Refresh the stored login and ask whose it is."""
    if app is None:
        return LoginStatus(configured=False)
    if store.load() is None:
        return LoginStatus(configured=True)
    try:
        AccessTokens(app, store).renewed()
        with closing(Connector(app, store)) as connect:
            account = account_of(connect(app.limits.making_s))
    except SpotifyProblem as problem:
        return LoginStatus(configured=True, stored=True, problem=problem)
    return LoginStatus(configured=True, stored=True, account=account)
