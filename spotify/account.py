"""Whose account makes the playlists, whether it can, and until when."""

from calendar import monthrange
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from core.errors import SpotifyProblem
from spotify.app import SpotifyApp
from spotify.client import Client, Connections
from spotify.stores import TokenStore
from spotify.tokens import SCOPES, AccessTokens, OneLogin

LOGIN_LASTS_MONTHS = 6
"""Spotify ends a login so long after it began; refreshing it does not help. Source: Spotify, 2026-06-18."""
WARN_DAYS = 30


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
        ends_on: The day on which Spotify ends the login; None where it is not known when it began.
        lacking: Permissions that the login does not have.
    """

    configured: bool
    stored: bool = False
    account: Account | None = None
    problem: SpotifyProblem | None = None
    ends_on: date | None = None
    lacking: frozenset[str] = frozenset()


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
        with closing(Connections(app, OneLogin(store))) as connect:
            account = account_of(connect(app.limits.making_s))
    except SpotifyProblem as problem:
        return LoginStatus(configured=True, stored=True, problem=problem)
    token = store.load() or {}
    lacking = frozenset(SCOPES) - set(str(token.get("scope", "")).split())
    return LoginStatus(configured=True, stored=True, account=account, ends_on=ends_on(token), lacking=lacking)


def ends_on(token: dict[str, Any]) -> date | None:
    """Give the day on which Spotify ends a stored login; None where it is not known when it began."""
    began = token.get("logged_in_at")
    return six_months_after(datetime.fromtimestamp(began, UTC).date()) if isinstance(began, int | float) else None


def six_months_after(day: date) -> date:
    """Go to the same day of the month, or to the last one of a shorter month."""
    months = day.month - 1 + LOGIN_LASTS_MONTHS
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def end_in_words(ends: date | None, *, today: date) -> str | None:
    """Warn of a login that ends within 30 days, or should have ended; None where there is time."""
    if ends is None or (ends - today).days > WARN_DAYS:
        return None
    days = (ends - today).days
    when = f"ends on {in_words(ends)}, in {days} {'day' if days == 1 else 'days'}"
    return f"the Spotify login {when if days > 0 else f'ended on {in_words(ends)}'}: run `moodtape spotify login`"


def in_words(day: date) -> str:
    """Write a day as in "3 May 2027"."""
    return f"{day.day} {day:%B %Y}"
