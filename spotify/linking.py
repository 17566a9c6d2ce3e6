"""Links a person's own Spotify account to their Discord account: PKCE, with a state that serves one callback.

An account belongs to one person: who proves it last on Spotify's page has it, and an older link to it ends. What is
left of the risk that somebody sends their own link to another: the page that the other comes back to says for whom the
account now is, and where to take that back.
"""

import asyncio
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from core.errors import LinkDeclined, LinkExpired, LinkNotAllowed, SpotifyForbidden, SpotifyLoginNeeded
from core.ports import LinkedAccount
from spotify.account import Account, ends_on
from spotify.app import SpotifyApp
from spotify.errors import InvalidGrant, keep_trying
from spotify.login import PermissionWithheld, finished, proven_account
from spotify.stores import BOT, Ledger, Logins, PendingLink, PendingLinks
from spotify.tokens import MemoryStore, accounts_service, is_whole

LINK_LASTS_S = 600
NAME_CHARS = 80
MOST_PLAYLISTS = 20_000
"""More than an account can hold."""


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
    ) -> None:
        self._app = app
        self._logins = logins
        self._pending = pending
        self._ledger = ledger
        self._clock = clock

    async def begin(self, person_id: int, *, name: str) -> str:
        return await asyncio.to_thread(self._begin, str(person_id), name[:NAME_CHARS])

    async def finish(self, state: str, *, code: str) -> LinkedAccount:
        return await asyncio.to_thread(self._finish, state, code)

    async def account_of(self, person_id: int) -> LinkedAccount | None:
        token = await asyncio.to_thread(self._logins.of(str(person_id)).load)
        return self._linked(token) if token and is_whole(token) else None

    async def unlink(self, person_id: int) -> bool:
        return await asyncio.to_thread(self._unlink, str(person_id))

    def _begin(self, owner: str, name: str) -> str:
        state = secrets.token_urlsafe(24)
        with accounts_service(self._app, MemoryStore(), redirect_uri=self._app.link_redirect_uri) as accounts:
            url = str(accounts.get_authorize_url(state=state))
            link = PendingLink(owner, accounts.code_verifier, self._clock() + LINK_LASTS_S, name)
        self._pending.put(state, link)
        return url

    def _finish(self, state: str, code: str) -> LinkedAccount:
        link = self._pending.take(state, now=self._clock())
        if link is None:
            raise LinkExpired
        if not code:
            raise LinkDeclined
        fresh = MemoryStore()
        self._exchange(code, link.verifier, fresh)
        try:
            account = proven_account(self._app, fresh)
        except PermissionWithheld as withheld:
            raise LinkDeclined from withheld
        except SpotifyForbidden as forbidden:
            raise LinkNotAllowed from forbidden
        token = finished(fresh, account, now=self._clock())
        self._logins.of(link.owner).save(token)
        self._end_others(account, owner=link.owner)
        return self._linked(token, person=link.name)

    def _exchange(self, code: str, verifier: str, fresh: MemoryStore) -> None:
        with accounts_service(self._app, fresh, redirect_uri=self._app.link_redirect_uri) as accounts:
            accounts.code_verifier, accounts.code_challenge = verifier, ""
            attempt = partial(accounts.get_access_token, code=code, check_cache=False)
            try:
                keep_trying(attempt, pauses_s=(), until_s=time.monotonic() + self._app.limits.token_s)
            except (InvalidGrant, SpotifyLoginNeeded) as refused:
                raise LinkExpired from refused

    def _end_others(self, account: Account, *, owner: str) -> None:
        for other in self._logins.owners():
            if other not in (BOT, owner) and _is_of(self._logins.of(other).load(), account):
                self._unlink(other)

    def _unlink(self, owner: str) -> bool:
        return forget(owner, logins=self._logins, ledger=self._ledger, now=self._clock())

    def _linked(self, token: dict[str, Any], *, person: str = "") -> LinkedAccount:
        ends = ends_on(token) or datetime.fromtimestamp(self._clock(), UTC).date()
        return LinkedAccount(str(token.get("display_name") or token.get("account_id") or ""), ends, person)


def forget(owner: str, *, logins: Logins, ledger: Ledger, now: float) -> bool:
    """Delete a login and what is known of the playlists in its library, which stay there; say whether there was one."""
    known = owner in logins.owners()
    logins.of(owner).delete()
    for record in (*ledger.unfinished(owner, before=now), *ledger.made(owner, before=now, limit=MOST_PLAYLISTS)):
        ledger.forget(record)
    return known


def _is_of(token: dict[str, Any] | None, account: Account) -> bool:
    return token is not None and token.get("account_id") == account.account_id
