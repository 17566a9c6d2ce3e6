"""Links a person's own Spotify account to their Discord account: PKCE, with a state that serves one callback.

An account belongs to one person: who proves it last on Spotify's page has it, and an older link to it ends. What is
left of the risk that somebody sends their own link to another: the page that the other comes back to says for whom the
account now is, and where to take that back.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from math import inf
from typing import Any

from core.errors import (
    LinkDeclined,
    LinkExpired,
    LinkFailed,
    LinkNotAllowed,
    SpotifyForbidden,
    SpotifyProblem,
    StorageUnavailable,
)
from core.ports import LinkedAccount
from spotify.account import Account, ends_on
from spotify.app import SpotifyApp
from spotify.client import Connections
from spotify.login import CodeRefused, PermissionWithheld, exchange, finished, proven_account
from spotify.removing import remove_what_is_left
from spotify.stores import BOT, Ledger, Logins, PendingLink, PendingLinks, PlaylistRecord
from spotify.tokens import SCOPES, TOP_ARTISTS, MemoryStore, OneLogin, accounts_service, is_whole

logger = logging.getLogger(__name__)

LINK_LASTS_S = 600
NAME_CHARS = 80
DECLINED = ("", "access_denied")
MOST_ARTISTS = 20
FINISH_S = 9.0
"""All that a link's end asks of Spotify: no worker is held for ten seconds."""
TOP_WAIT_S = 2.0
TOP_LASTS_S = 3600.0


_Listener = tuple[int, str | None]
"""A person, and the account that they listen in."""


class AccountLinker:
    """The `AccountLinks` of people who allow it; each call runs in a worker thread."""

    def __init__(
        self,
        app: SpotifyApp,
        logins: Logins,
        *,
        pending: PendingLinks,
        ledger: Ledger,
        clock: Callable[[], float] = time.time,
        connect: Connections | None = None,
        top_lasts_s: float = TOP_LASTS_S,
    ) -> None:
        """Share `connect` with the publisher of the same logins: one breaker, and one refresh at a time."""
        self._app = app
        self._logins = logins
        self._pending = pending
        self._ledger = ledger
        self._clock = clock
        self._connect = connect or Connections(app, logins)
        self._top_lasts_s = top_lasts_s
        self._tops: dict[_Listener, tuple[str, ...]] = {}
        self._asking: dict[_Listener, asyncio.Task[tuple[str, ...] | None]] = {}

    async def begin(self, person_id: int, *, name: str) -> str:
        return await asyncio.to_thread(self._begin, str(person_id), name[:NAME_CHARS])

    async def finish(self, state: str, *, code: str, error: str = "") -> LinkedAccount:
        try:
            return await asyncio.to_thread(self._finish, state, code, error)
        finally:
            self._drop_tops()

    async def account_of(self, person_id: int) -> LinkedAccount | None:
        token = await asyncio.to_thread(self._logins.of(str(person_id)).load)
        return self._linked(token) if token and is_whole(token) else None

    async def unlink(self, person_id: int) -> bool:
        try:
            return await asyncio.to_thread(self._unlink, str(person_id))
        finally:
            self._drop_tops()

    async def top_artists(self, person_id: int) -> tuple[str, ...]:
        """Wait for two seconds at most; what comes later is there the next time, and nothing longer than an hour."""
        try:
            async with asyncio.timeout(TOP_WAIT_S):
                token = await asyncio.to_thread(self._logins.of(str(person_id)).load)
                if token is None or TOP_ARTISTS not in str(token.get("scope", "")).split():
                    return ()
                listener = person_id, token.get("account_id")
                if listener in self._tops:
                    return self._tops[listener]
                return await asyncio.shield(self._asked(listener)) or ()
        except (TimeoutError, StorageUnavailable) as error:
            logger.info("A tape goes without the artists that somebody hears most: %s", type(error).__name__)
            return ()

    def _asked(self, listener: _Listener) -> "asyncio.Task[tuple[str, ...] | None]":
        if listener not in self._asking:
            asking = asyncio.create_task(asyncio.to_thread(self._ask_top, listener))
            asking.add_done_callback(partial(self._keep_top, listener))
            self._asking[listener] = asking
        return self._asking[listener]

    def _keep_top(self, listener: _Listener, asking: "asyncio.Task[tuple[str, ...] | None]") -> None:
        """Keep an answer for an hour, unless somebody has linked or unlinked meanwhile."""
        if self._asking.get(listener) is not asking:
            return
        del self._asking[listener]
        if not asking.cancelled() and not asking.exception() and (names := asking.result()) is not None:
            self._tops[listener] = names
            asking.get_loop().call_later(self._top_lasts_s, self._tops.pop, listener, None)

    def _drop_tops(self) -> None:
        """Forget everybody's: links change seldom, and an account may have gone from one person to another."""
        self._tops.clear()
        self._asking.clear()

    def _ask_top(self, listener: _Listener) -> tuple[str, ...] | None:
        person_id, account_id = listener
        try:
            client = self._connect(self._app.limits.making_s, owner=str(person_id), account_id=account_id)
            rows = client.top_artists(limit=MOST_ARTISTS)["items"]
            return tuple(str(row["name"]) for row in rows if row)
        except (SpotifyProblem, StorageUnavailable, KeyError, TypeError) as error:
            logger.info("A tape goes without the artists that somebody hears most: %s", type(error).__name__)
            return None

    def _begin(self, owner: str, name: str) -> str:
        state = secrets.token_urlsafe(24)
        scopes = (*SCOPES, TOP_ARTISTS)
        redirect_uri = self._app.link_redirect_uri
        with accounts_service(self._app, MemoryStore(), redirect_uri=redirect_uri, scopes=scopes) as accounts:
            url = str(accounts.get_authorize_url(state=state))
            link = PendingLink(owner, accounts.code_verifier, self._clock() + LINK_LASTS_S, name)
        self._pending.put(state, link)
        return url

    def _finish(self, state: str, code: str, error: str) -> LinkedAccount:
        until_s = time.monotonic() + FINISH_S
        link = self._pending.take(state, now=self._clock())
        if link is None:
            raise LinkExpired
        if not code:
            raise LinkDeclined if error in DECLINED else LinkFailed
        fresh, redirect_uri = MemoryStore(), self._app.link_redirect_uri
        try:
            with accounts_service(self._app, fresh, redirect_uri=redirect_uri) as accounts:
                accounts.code_verifier, accounts.code_challenge = link.verifier, ""
                exchange(accounts, code, app=self._app)
            budget_s = min(self._app.limits.token_s, until_s - time.monotonic())
            account = proven_account(self._app, fresh, budget_s=budget_s)
        except CodeRefused as refused:
            raise LinkExpired from refused
        except PermissionWithheld as withheld:
            raise LinkDeclined from withheld
        except SpotifyForbidden as forbidden:
            raise LinkNotAllowed from forbidden
        token = finished(fresh, account, now=self._clock())
        self._end_another(account, owner=link.owner, until_s=until_s)
        self._logins.of(link.owner).save(token)
        self._end_others(account, owner=link.owner, until_s=until_s)
        return self._linked(token, person=link.name)

    def _end_others(self, account: Account, *, owner: str, until_s: float) -> None:
        for other in self._logins.owners():
            if other not in (BOT, owner) and _is_of(self._logins.of(other).load(), account):
                self._unlink(other, until_s=until_s)

    def _end_another(self, account: Account, *, owner: str, until_s: float) -> None:
        """End the owner's link to another account; its playlists are not those of this one."""
        before = self._logins.of(owner).load()
        if before and before.get("account_id") and not _is_of(before, account):
            self._unlink(owner, until_s=until_s)

    def _unlink(self, owner: str, *, until_s: float = inf) -> bool:
        return forget(owner, logins=self._logins, ledger=self._ledger, app=self._app, until_s=until_s)

    def _linked(self, token: dict[str, Any], *, person: str = "") -> LinkedAccount:
        ends = ends_on(token) or datetime.fromtimestamp(self._clock(), UTC).date()
        return LinkedAccount(str(token.get("display_name") or token.get("account_id") or ""), ends, person)


def forget(owner: str, *, logins: Logins, ledger: Ledger, app: SpotifyApp | None, until_s: float = inf) -> bool:
    """Delete a login and what is known of the playlists in its library, which stay there; say whether there was one.

    Playlists that did not become whole are removed, if Spotify does so within seconds and by `until_s` (monotonic): by
    then the login rests nowhere.
    """
    known, token = owner in logins.owners(), logins.of(owner).load()
    logins.of(owner).delete()
    unfinished = ledger.clear(owner)
    if app and token and unfinished:
        _remove_strays(app, token, unfinished, budget_s=min(app.limits.making_s, until_s - time.monotonic()))
    return known


def _remove_strays(
    app: SpotifyApp, token: dict[str, Any], unfinished: list[PlaylistRecord], *, budget_s: float
) -> None:
    held, account_id = MemoryStore(), token.get("account_id")
    held.save(token)
    theirs = [record for record in unfinished if account_id is None or record.account_id in (None, account_id)]
    try:
        with closing(Connections(app, OneLogin(held))) as connect:
            remove_what_is_left(connect(budget_s), theirs)
    except SpotifyProblem as problem:
        logger.warning("An unfinished playlist may stay in an account that was unlinked: %s", problem)


def _is_of(token: dict[str, Any] | None, account: Account) -> bool:
    return token is not None and token.get("account_id") == account.account_id
