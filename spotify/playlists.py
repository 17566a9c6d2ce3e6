"""Makes one whole playlist in an account, or leaves none; the ledger knows of it before Spotify does."""

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Event

from core.errors import (
    SpotifyForbidden,
    SpotifyLinkEnded,
    SpotifyLoginNeeded,
    SpotifyProblem,
    SpotifyRateLimited,
    SpotifyUnavailable,
    StorageUnavailable,
    TracksNotOnSpotify,
)
from core.music import Track
from spotify.app import Limits
from spotify.client import Client, Connect
from spotify.errors import Refused
from spotify.naming import Title
from spotify.removing import Remover
from spotify.resolve import KnownTracks, Resolved, without
from spotify.stores import BOT, Ledger, PlaylistRecord, Stage

logger = logging.getLogger(__name__)

ITEMS_PER_CALL = 100
"""As many as the longest tape has (`core.ports.MAX_LENGTH`): one PUT, which may be repeated, fills any playlist."""
BAD_REQUEST = 400
"""Spotify's answer to items of which one does not exist; 404 is about the playlist. Neither is documented."""
MANY_DEAD = 10
"""Where Spotify refuses more tracks than this, or all, something else may be wrong: it is asked about one of them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A playlist to be; `cover` draws the picture for its tracks as JPEG."""

    title: Title
    wanted: Resolved
    cover: Callable[[tuple[Track, ...]], bytes]


@dataclass(frozen=True, slots=True)
class Made:
    """A playlist that exists: its record, what it holds, and whether it has a cover."""

    record: PlaylistRecord
    held: Resolved
    covered: bool


class Maker:
    """Makes playlists; safe from many threads and processes."""

    def __init__(
        self, connect: Connect, ledger: Ledger, limits: Limits, *, remover: Remover, known: KnownTracks
    ) -> None:
        self._connect = connect
        self._ledger = ledger
        self._limits = limits
        self._remover = remover
        self._known = known

    def make(self, record: PlaylistRecord, draft: Draft, *, unwanted: Event) -> Made | PlaylistRecord:
        """Make a public playlist of its own, or give the record of the same request that another has begun.

        Args:
            unwanted: Set by those who no longer wait for it.

        Raises:
            SpotifyProblem: It could not be made whole, and is removed again, now or within minutes.
            StorageUnavailable: As above.
        """
        record = replace(record, account_id=self._connect.account_of(record.owner))
        standing = self._ledger.begin(record)
        if standing.tag != record.tag:
            return standing
        try:
            return self._made(record, draft, self._client(record), unwanted=unwanted)
        except SpotifyLoginNeeded as error:
            if record.owner == BOT:
                raise
            raise SpotifyLinkEnded from error

    def _client(self, record: PlaylistRecord) -> Client:
        """Open a client that has a token; without one nothing is begun, and nothing stays to be removed."""
        try:
            client = self._connect(self._limits.making_s, owner=record.owner, account_id=record.account_id)
            client.get_ready()
        except BaseException:
            self._remover.forget(record)
            raise
        return client

    def _made(self, record: PlaylistRecord, draft: Draft, client: Client, *, unwanted: Event) -> Made:
        try:
            playlist_id = _create(client, draft.title, tag=record.tag)
            record = replace(record, playlist_id=playlist_id)
            self._keep(record)
            held = self._fill(client, playlist_id, draft.wanted)
            covered = _cover(client, playlist_id, draft.cover, held.tracks)
            if unwanted.is_set():
                raise SpotifyUnavailable
            made_s = self._connect.clock.heard_s or record.started_at
            record = replace(record, stage=Stage.MADE, uris=_uris(held.tracks), started_at=made_s)
            self._keep(record)
        except BaseException as error:
            self._undo(record, error, client)
            raise
        return Made(record, held, covered)

    def _keep(self, record: PlaylistRecord) -> None:
        """Write down how far it is; whoever took it for abandoned meanwhile has removed it, or will."""
        if not self._ledger.change(record):
            raise SpotifyUnavailable

    def _fill(self, client: Client, playlist_id: str, wanted: Resolved) -> Resolved:
        """Fill a playlist; a track that Spotify refuses is learnt, and gives its place to a spare if there is one."""
        while wanted.tracks:
            uris = _uris(wanted.tracks)
            if _accepts(client, playlist_id, uris):
                return wanted
            refused = _refused(client, playlist_id, uris)
            many = len(refused) == len(uris) or len(refused) > MANY_DEAD
            if many and client.has_track(refused[0].rpartition(":")[2]):
                raise SpotifyUnavailable
            self._learn(track for track in wanted.tracks if track.uri in refused)
            wanted = without(wanted, refused)
        raise TracksNotOnSpotify

    def _learn(self, dead: Iterable[Track]) -> None:
        """Remember what Spotify does not have; the playlist is good, remembered or not."""
        try:
            self._known.lack(dead)
        except StorageUnavailable as error:
            logger.warning("What Spotify lacks could not be remembered: %s", error)

    def _undo(self, record: PlaylistRecord, error: BaseException, client: Client) -> None:
        if record.playlist_id is None and _surely_not_created(error):
            self._remover.forget(record)
        else:
            client.extend(self._limits.removing_s)
            self._remover.remove(record, client=client)


def _surely_not_created(error: BaseException) -> bool:
    refused = isinstance(error.__cause__, Refused)
    return refused or isinstance(error, SpotifyLoginNeeded | SpotifyForbidden | SpotifyRateLimited)


def _create(client: Client, title: Title, *, tag: str) -> str:
    answer = client.create_playlist(title.name, description=f"{title.about} Tape {tag}.")
    playlist_id = str(answer.get("id", ""))
    if not re.fullmatch(r"[0-9A-Za-z]+", playlist_id):
        raise SpotifyUnavailable
    return playlist_id


def _accepts(client: Client, playlist_id: str, uris: tuple[str, ...]) -> bool:
    if len(uris) > ITEMS_PER_CALL:
        raise ValueError(f"a playlist takes {ITEMS_PER_CALL} tracks at once")
    try:
        client.replace_items(playlist_id, uris)
    except SpotifyUnavailable as error:
        if isinstance(error.__cause__, Refused) and error.__cause__.status == BAD_REQUEST:
            return False
        raise
    return True


def _refused(client: Client, playlist_id: str, uris: tuple[str, ...]) -> tuple[str, ...]:
    """Find by halves which uris Spotify refuses, knowing that it refuses them together."""
    if len(uris) == 1:
        return uris
    first, second = uris[: len(uris) // 2], uris[len(uris) // 2 :]
    if _accepts(client, playlist_id, first):
        return _refused(client, playlist_id, second)
    found = _refused(client, playlist_id, first)
    if len(found) > MANY_DEAD or _accepts(client, playlist_id, second):
        return found
    return found + _refused(client, playlist_id, second)


def _cover(
    client: Client, playlist_id: str, draw: Callable[[tuple[Track, ...]], bytes], tracks: tuple[Track, ...]
) -> bool:
    """Put the cover on; a playlist without one is still whole."""
    try:
        client.upload_cover(playlist_id, draw(tracks))
    except SpotifyProblem as problem:
        logger.warning("The playlist %s has no cover: %s", playlist_id, problem)
        return False
    return True


def _uris(tracks: tuple[Track, ...]) -> tuple[str, ...]:
    return tuple(str(track.uri) for track in tracks)
