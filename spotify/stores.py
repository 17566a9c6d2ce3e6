"""What the room needs kept for it: logins, links in the making, the playlists made, and the tracks found.

Implementations are called from worker threads of several processes at once; each call is one transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

BOT = "bot"
"""The owner of the bot's own login; a person's own login is owned by their Discord id in digits."""


class TokenStore(Protocol):
    """Keeps one login; its keys are spotipy's, and `logged_in_at` in seconds since 1970."""

    def load(self) -> dict[str, Any] | None: ...

    def save(self, token: dict[str, Any]) -> None: ...

    def delete(self) -> None: ...


class Logins(Protocol):
    """All logins, encrypted where they rest."""

    def of(self, owner: str) -> TokenStore: ...

    def owners(self) -> list[str]: ...


@dataclass(frozen=True, slots=True, repr=False)
class PendingLink:
    """A person on their way to Spotify's page and back; good for one callback until `expires_at` (since 1970)."""

    owner: str
    verifier: str
    expires_at: float


class PendingLinks(Protocol):
    def put(self, state: str, link: PendingLink) -> None:
        """Keep the link under a digest of its state, in place of the owner's last one."""
        ...

    def take(self, state: str, *, now: float) -> PendingLink | None:
        """Give the link and forget it, so that it serves one callback; None where there is none or it is late."""
        ...


class Stage(StrEnum):
    MAKING = "making"
    MADE = "made"
    UNWANTED = "unwanted"


@dataclass(frozen=True, slots=True)
class PlaylistRecord:
    """One playlist that we began, so that it can be finished, found again or removed.

    Attributes:
        request_id: What it answers; the same request makes no second one.
        tag: Part of its description, by which it is found where Spotify's answer with its id was lost.
        uris: What it holds, in order.
        started_at: In seconds since 1970.
    """

    request_id: str
    owner: str
    tag: str
    started_at: float
    stage: Stage = Stage.MAKING
    playlist_id: str | None = None
    uris: tuple[str, ...] = ()


class Ledger(Protocol):
    """The playlists of all accounts; nothing that is not in it is ever removed."""

    def begin(self, record: PlaylistRecord) -> PlaylistRecord:
        """Add the record unless its request has one, and give the one that stands; the tag tells which that is."""
        ...

    def change(self, record: PlaylistRecord) -> None:
        """Write stage, playlist id and uris of a record that is there."""
        ...

    def forget(self, request_id: str) -> None: ...

    def unfinished(self, owner: str, *, before: float) -> list[PlaylistRecord]:
        """Give those that are not `MADE` and were begun before then, oldest first."""
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
