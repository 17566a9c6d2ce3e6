"""Logins at Spotify and links in the making, encrypted where they rest."""

import hashlib
import json
import logging
from typing import Any, cast

from sqlalchemy import delete, select

from core.errors import FolderUnusable, SecretKeyWrong, SettingsInvalid, StorageUnavailable
from core.ledger import PendingLink
from storage.database import Database, upsert
from storage.models import Link, Login

logger = logging.getLogger(__name__)

LOST_KEY = (
    "A stored Spotify login cannot be opened and counts as none: the key that it was encrypted under is "
    "neither in SECRET_KEYS nor in secret.key; put it back, or log in again"
)


class StoredLogin:
    """One owner's login, as `spotify.stores.TokenStore` describes it."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    def __repr__(self) -> str:
        return f"StoredLogin({self._owner!r})"

    def load(self) -> dict[str, Any] | None:
        """Read the login; None where there is none, or where the key that it was encrypted under is not there."""
        sealed = self._database.read(lambda s: s.scalar(select(Login.token).where(Login.owner == self._owner)))
        if sealed is None:
            return None
        try:
            token = json.loads(self._database.vault.unseal(sealed))
        except SecretKeyWrong:
            logger.error(LOST_KEY)
            return None
        except (SettingsInvalid, FolderUnusable) as error:
            logger.error("The key of the stored logins cannot be read any more: %s", type(error).__name__)
            raise StorageUnavailable from error
        return cast("dict[str, Any]", token)

    def save(self, token: dict[str, Any]) -> None:
        sealed = self._database.vault.seal(json.dumps(token))
        self._database.write(lambda session: upsert(session, Login, owner=self._owner, token=sealed))

    def delete(self) -> None:
        """Forget the login; nothing of it stays in SQLite's files."""
        forget = delete(Login).where(Login.owner == self._owner)
        self._database.write(lambda session: session.execute(forget))
        self._database.scrub()


class StoredLogins:
    """All logins, as `spotify.stores.Logins` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, owner: str) -> StoredLogin:
        return StoredLogin(self._database, owner)

    def owners(self) -> list[str]:
        """Name them in order."""
        return self._database.read(lambda session: list(session.scalars(select(Login.owner).order_by(Login.owner))))


class StoredLinks:
    """Links in the making, as `spotify.stores.PendingLinks` describes them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, state: str, link: PendingLink) -> None:
        row = {
            "owner": link.owner,
            "state_digest": _digest(state),
            "verifier": self._database.vault.seal(link.verifier),
            "expires_at": link.expires_at,
            "name": link.name,
        }
        self._database.write(lambda session: upsert(session, Link, **row))

    def take(self, state: str, *, now: float) -> PendingLink | None:
        """Delete and give the link in one statement, so that of two callbacks at once one gets it."""
        taking = delete(Link).where(Link.state_digest == _digest(state))
        taking = taking.returning(Link.owner, Link.verifier, Link.expires_at, Link.name)
        row = self._database.write(lambda session: session.execute(taking).one_or_none())
        if row is None or row.expires_at <= now:
            return None
        try:
            return PendingLink(row.owner, self._database.vault.unseal(row.verifier), row.expires_at, row.name)
        except SecretKeyWrong:
            return None


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
