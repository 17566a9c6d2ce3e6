"""What the room needs kept for it: logins, links in the making, the playlists made, and the tracks found.

Implementations are called from worker threads of several processes at once; each call is one transaction.
Any call may raise `core.errors.StorageUnavailable`, and has then changed nothing.
"""

from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, Protocol

from core.ledger import BOT, PendingLink, PlaylistRecord, Stage

__all__ = [
    "BOT",
    "Ledger",
    "Logins",
    "PendingLink",
    "PendingLinks",
    "PlaylistRecord",
    "ResolvedTracks",
    "Stage",
    "TokenStore",
]


class TokenStore(Protocol):
    """Keeps one login: spotipy's keys, `logged_in_at` in seconds since 1970, `account_id` and `display_name`."""

    def load(self) -> dict[str, Any] | None: ...

    def save(self, token: dict[str, Any]) -> None: ...

    def delete(self) -> None: ...


class Logins(Protocol):
    """All logins, encrypted where they rest."""

    def of(self, owner: str) -> TokenStore: ...

    def owners(self) -> list[str]: ...


class PendingLinks(Protocol):
    def put(self, state: str, link: PendingLink) -> None:
        """Keep the link under a digest of its state, in place of the owner's last one."""
        ...

    def take(self, state: str, *, now: float) -> PendingLink | None:
        """Give the link and forget it, so that it serves one callback; None where there is none or it is late."""
        ...


class Ledger(Protocol):
    """The playlists of all accounts; nothing that is not in it is ever removed."""

    def begin(self, record: PlaylistRecord) -> PlaylistRecord:
        """Add the record unless its request has one, and give the one that stands; the tag tells which that is."""
        ...

    def change(self, record: PlaylistRecord) -> bool:
        """Write stage, time, playlist id and uris; False where it is gone, unwanted, or another has its place."""
        ...

    def forget(self, record: PlaylistRecord) -> None:
        """Forget this record, and not one that has taken its place."""
        ...

    def owners(self) -> list[str]:
        """Name those who have playlists here, in order."""
        ...

    def clear(self, owner: str) -> list[PlaylistRecord]:
        """Forget all of the owner's playlists, and give those that were not `MADE` by then."""
        ...

    def let_go(self, owner: str, *, account_id: str, before: float) -> int:
        """Forget what was begun before then and lies in another account than this; give the number."""
        ...

    def unfinished(self, owner: str, *, before: float, after: float = inf) -> list[PlaylistRecord]:
        """Give those that are not `MADE` and were begun before the one time or after the other, oldest first."""
        ...

    def made(self, owner: str, *, before: float, limit: int) -> list[PlaylistRecord]:
        """Give those that are `MADE` and were begun before then, oldest first."""
        ...


class ResolvedTracks(Protocol):
    """What Spotify's search found, by `core.music.Track.key`; None for a song that Spotify does not have."""

    def find(self, keys: Iterable[int], *, now: float) -> Mapping[int, str | None]:
        """Give what is known and not expired."""
        ...

    def keep(self, key: int, uri: str | None, *, until: float) -> None: ...

    def missing(self, *, now: float) -> frozenset[int]:
        """Give the songs that Spotify does not have, as far as is known."""
        ...
