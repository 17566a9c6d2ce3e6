"""Takes our own playlists out of an account again: what did not become whole, and what is old."""

import logging
import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from core.errors import SpotifyForbidden, SpotifyProblem, SpotifyUnavailable, StorageUnavailable
from spotify.app import Limits
from spotify.client import Client, Connect
from spotify.errors import AnotherAccount, Refused
from spotify.pauses import Pauses
from spotify.stores import Ledger, PlaylistRecord, Stage

logger = logging.getLogger(__name__)

PER_PAGE = 50
PAGES = 4
"""So much of an account's list is read at a time: 200 playlists."""
OVERLAP = PER_PAGE
"""So much of it is read again the next time, since playlists before it may be gone by then."""
REMOVED_PER_CALL = 40
LET_GO = "%d playlists are in another account than the one that is logged in; they stay there and are forgotten here"

_TAG = re.compile(r"Tape (\w+)\.$")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an account's list is read, and the tags that were looked for from its beginning."""

    offset: int
    tags: frozenset[str]


class Remover:
    """Removes what the ledger says is ours, and nothing else; safe from many threads and processes."""

    def __init__(self, connect: Connect, ledger: Ledger, limits: Limits) -> None:
        self._connect = connect
        self._ledger = ledger
        self._limits = limits
        self._pauses = Pauses()
        self._progress: dict[str, Progress] = {}

    def forget(self, record: PlaylistRecord) -> None:
        """Forget a record whose playlist was never made."""
        try:
            self._ledger.forget(record)
        except StorageUnavailable as error:
            logger.warning("A record of a playlist that was not made stays for a while: %s", error)

    def let_go(self, owner: str, *, before: float) -> None:
        """Forget what was begun before then and lies in an account that the owner is no longer logged in to."""
        here = self._connect.account_of(owner)
        if here and (let_go := self._ledger.let_go(owner, account_id=here, before=before)):
            logger.warning(LET_GO, let_go)

    def due(self, owner: str, records: Sequence[PlaylistRecord]) -> list[PlaylistRecord]:
        """Leave out those that wait for their account to come back, and for a while those whose removal failed."""
        here = self._connect.account_of(owner)
        theirs = [record for record in records if here is None or record.account_id in (None, here)]
        return [record for record in theirs if self._pauses.over(record.tag)]

    def remove(self, record: PlaylistRecord, *, client: Client | None = None) -> bool:
        """Take the record's playlist out of its account and forget it; failing that, leave the record for later.

        Args:
            client: That of the job which has just begun it; None where a minute has passed: a playlist that is not in
                the account's list was then never made.
        """
        self._mark(record)
        try:
            gone = _take_out(client or self._client(record), record)
            if gone or (client is None and gone is not None):
                self._ledger.forget(record)
                self._pauses.worked(record.tag)
                return True
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.error("The playlist %s may still be there: %s", record.playlist_id or record.tag, problem)
            if isinstance(problem.__cause__, AnotherAccount):
                self._set_aside(record)
            elif client is None:
                self._pauses.failed(record.tag)
        return False

    def _client(self, record: PlaylistRecord) -> Client:
        limit_s = self._limits.making_s
        return self._connect(limit_s, owner=record.owner, regardless=True, account_id=record.account_id)

    def _set_aside(self, record: PlaylistRecord) -> None:
        """Keep the record for the return of its account, under another name: the same request may be made in this."""
        aside = replace(record, request_id=f"aside-{record.tag}", stage=Stage.UNWANTED)
        try:
            self._ledger.begin(aside)
            if record.request_id != aside.request_id:
                self._ledger.forget(record)
        except StorageUnavailable as error:
            logger.warning("A record of a playlist in another account stays in the way for a while: %s", error)

    def search(self, records: Sequence[PlaylistRecord]) -> list[PlaylistRecord]:
        """Read on in one account's list for playlists whose id never reached us, and remove those.

        Each call goes on where the last one ended, and gives the records with which to go on at once. What was not
        met from the list's beginning to its end was never made, and is forgotten.
        """
        owner, tags = records[0].owner, frozenset(record.tag for record in records)
        if not self._pauses.over(owner):
            return []
        so_far = self._progress.pop(owner, Progress(0, tags))
        if not tags & so_far.tags:
            so_far = Progress(0, tags)
        try:
            client = self._connect(self._limits.making_s, owner=owner, account_id=_account_of(records))
            removed, ended = _sweep(client, tags, offset=so_far.offset)
            done = frozenset(removed) | (so_far.tags if ended else frozenset[str]())
            for record in records:
                if record.tag in done:
                    self._ledger.forget(record)
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.error("Playlists whose ids were lost could not be looked for: %s", problem)
            self._pauses.failed(owner)
            return []
        self._pauses.worked(owner)
        if removed:
            logger.info("%d playlists whose ids were lost are removed", len(removed))
        left = [record for record in records if record.tag not in done]
        if left and not ended:
            offset = so_far.offset + PAGES * PER_PAGE - OVERLAP - sum(removed.values())
            self._progress[owner] = Progress(max(0, offset), so_far.tags)
        return [] if ended else left

    def _mark(self, record: PlaylistRecord) -> None:
        """Write down that nobody shall get it, before it goes."""
        try:
            self._ledger.change(replace(record, stage=Stage.UNWANTED))
        except StorageUnavailable as error:
            logger.error("That a playlist is unwanted could not be written down: %s", error)

    def remove_together(self, records: Sequence[PlaylistRecord]) -> bool:
        """Take at most 40 playlists of one account out of it with one call; False where Spotify refuses that.

        Raises:
            SpotifyProblem: Spotify would not.
        """
        client = self._connect(self._limits.making_s, owner=records[0].owner, account_id=_account_of(records))
        try:
            client.remove_playlists([record.playlist_id for record in records if record.playlist_id])
        except (SpotifyForbidden, SpotifyUnavailable) as error:
            if isinstance(error, SpotifyForbidden) or isinstance(error.__cause__, Refused):
                return False
            raise
        for record in records:
            self._ledger.forget(record)
        return True


def remove_what_is_left(client: Client, records: Sequence[PlaylistRecord]) -> None:
    """Take unfinished playlists out of one account, as far as they are known or among its newest.

    Raises:
        SpotifyProblem: Spotify would not.
    """
    ids = [record.playlist_id for record in records if record.playlist_id]
    _remove_all(client, ids)
    if lost := {record.tag for record in records if not record.playlist_id}:
        _sweep(client, lost)


def _take_out(client: Client, record: PlaylistRecord) -> bool | None:
    """Say whether a playlist was taken out; None where it was not met and the account's list goes on."""
    if record.playlist_id:
        client.remove_playlists([record.playlist_id])
        return True
    removed, ended = _sweep(client, {record.tag})
    return bool(removed) or (False if ended else None)


def _remove_all(client: Client, playlist_ids: Sequence[str]) -> None:
    for start in range(0, len(playlist_ids), REMOVED_PER_CALL):
        client.remove_playlists(playlist_ids[start : start + REMOVED_PER_CALL])


def _sweep(client: Client, tags: Set[str], *, offset: int = 0) -> tuple[Counter[str], bool]:
    """Read up to four pages of the account's list, newest first, until all tags are met, and remove those playlists.

    Returns:
        How many playlists were removed for each tag, and whether the list ended.
    """
    met: list[_Met] = []
    ended = False
    for page in range(PAGES):
        answer: Any = client.own_playlists(limit=PER_PAGE, offset=offset + page * PER_PAGE)
        try:
            met += [found for row in answer["items"] if row and (found := _met(row)).tag in tags]
            ended = answer["next"] is None
        except (KeyError, TypeError, AttributeError) as error:
            raise SpotifyUnavailable from error
        if ended or {found.tag for found in met} == tags:
            break
    user_id = client.me().get("id") if met else None
    ours = [found for found in met if found.owner_id == user_id]
    _remove_all(client, [found.playlist_id for found in ours])
    return Counter(found.tag for found in ours), ended


class _Met(NamedTuple):
    """A playlist in the account's list, which may be one of somebody else's that the account follows."""

    tag: str
    playlist_id: str
    owner_id: str


def _met(row: Any) -> _Met:
    found = _TAG.search(row.get("description") or "")
    return _Met(found[1] if found else "", str(row["id"]), str(row.get("owner", {}).get("id")))


def _account_of(records: Sequence[PlaylistRecord]) -> str | None:
    return next((record.account_id for record in records if record.account_id), None)
