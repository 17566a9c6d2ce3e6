"""Stores that live in memory: what the database's stores do, in the fewest words, for tests of everything else.

`tests/storage` runs the same tests over these and over the database, so that the two cannot drift apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import inf
from threading import RLock
from typing import Any

from core.ledger import PendingLink, PlaylistRecord, Stage


class MemoryLogin:
    """One owner's login."""

    def __init__(self, logins: dict[str, dict[str, Any]], owner: str) -> None:
        self._logins = logins
        self._owner = owner

    def load(self) -> dict[str, Any] | None:
        token = self._logins.get(self._owner)
        return None if token is None else dict(token)

    def save(self, token: dict[str, Any]) -> None:
        self._logins[self._owner] = dict(token)

    def delete(self) -> None:
        self._logins.pop(self._owner, None)


class MemoryLogins:
    """Give it logins by their owners to begin with."""

    def __init__(self, **logins: dict[str, Any]) -> None:
        self._logins = logins

    def of(self, owner: str) -> MemoryLogin:
        return MemoryLogin(self._logins, owner)

    def owners(self) -> list[str]:
        return sorted(self._logins)


class MemoryLinks:
    def __init__(self) -> None:
        self._links: dict[str, PendingLink] = {}

    def put(self, state: str, link: PendingLink) -> None:
        self._links = {kept: other for kept, other in self._links.items() if other.owner != link.owner}
        self._links[state] = link

    def take(self, state: str, *, now: float) -> PendingLink | None:
        link = self._links.pop(state, None)
        return link if link and now < link.expires_at else None


class MemoryLedger:
    """`records` are its playlists by the request that they answer."""

    def __init__(self, *records: PlaylistRecord) -> None:
        self.records = {record.request_id: record for record in records}
        self._lock = RLock()

    def begin(self, record: PlaylistRecord) -> PlaylistRecord:
        with self._lock:
            return self.records.setdefault(record.request_id, record)

    def change(self, record: PlaylistRecord) -> bool:
        with self._lock:
            old = self.records.get(record.request_id)
            if old is None or old.tag != record.tag or (old.stage is Stage.UNWANTED and record.stage is not old.stage):
                return False
            self.records[record.request_id] = replace(record, owner=old.owner, account_id=old.account_id)
            return True

    def forget(self, record: PlaylistRecord) -> None:
        with self._lock:
            old = self.records.get(record.request_id)
            if old is not None and old.tag == record.tag:
                del self.records[record.request_id]

    def owners(self) -> list[str]:
        with self._lock:
            return sorted({record.owner for record in self.records.values()})

    def clear(self, owner: str) -> list[PlaylistRecord]:
        with self._lock:
            theirs = self._oldest(owner)
            self.records = {kept: record for kept, record in self.records.items() if record.owner != owner}
        return [record for record in theirs if record.stage is not Stage.MADE]

    def let_go(self, owner: str, *, account_id: str, before: float) -> int:
        due = [record for record in self._oldest(owner) if record.started_at < before]
        elsewhere = [record for record in due if record.account_id not in (None, account_id)]
        for record in elsewhere:
            self.forget(record)
        return len(elsewhere)

    def unfinished(self, owner: str, *, before: float, after: float = inf) -> list[PlaylistRecord]:
        theirs = [record for record in self._oldest(owner) if record.stage is not Stage.MADE]
        return [record for record in theirs if record.started_at < before or record.started_at > after]

    def made(self, owner: str, *, before: float, limit: int) -> list[PlaylistRecord]:
        theirs = [record for record in self._oldest(owner) if record.stage is Stage.MADE]
        return [record for record in theirs if record.started_at < before][:limit]

    def _oldest(self, owner: str) -> list[PlaylistRecord]:
        with self._lock:
            theirs = [record for record in self.records.values() if record.owner == owner]
        return sorted(theirs, key=lambda record: (record.started_at, record.request_id))


class MemoryTracks:
    def __init__(self) -> None:
        self._tracks: dict[int, tuple[str | None, float]] = {}
        self._lock = RLock()

    def find(self, keys: Iterable[int], *, now: float) -> Mapping[int, str | None]:
        known = self._good(now)
        return {key: known[key] for key in keys if key in known}

    def keep(self, key: int, uri: str | None, *, until: float) -> None:
        with self._lock:
            self._tracks[key] = uri, until

    def missing(self, *, now: float) -> frozenset[int]:
        return frozenset(key for key, uri in self._good(now).items() if uri is None)

    def _good(self, now: float) -> dict[int, str | None]:
        with self._lock:
            return {key: uri for key, (uri, until) in self._tracks.items() if now < until}
