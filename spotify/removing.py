"""Takes our own playlists out of an account again: what did not become whole, and what is old."""

import logging
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

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


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How far an account's list is read, and the tags that were looked for from its beginning."""

    offset: int
    tags: frozenset[str]


class Remover:
    """Removes what the ledger says is ours, and nothing else; safe from many threads and processes."""

    def __init__(self, connect: Connect, ledger: Ledger, limits: Limits, pauses: Pauses | None = None) -> None:
        self._connect = connect
        self._ledger = ledger
        self._limits = limits
        self._pauses = pauses or Pauses()
        self._readings: dict[str, Reading] = {}

    def forget(self, record: PlaylistRecord) -> None:
        """Forget a record whose playlist was never made."""
        try:
            self._ledger.forget(record)
        except StorageUnavailable as error:
            logger.warning("A record of a playlist that was not made stays for a while: %s", error)

    def let_go(self, owner: str, *, unfinished_before: float, made_before: float) -> None:
        """Forget what is due and lies in an account that the owner is no longer logged in to."""
        if account_id := self._connect.account_of(owner):
            due = {"unfinished_before": unfinished_before, "made_before": made_before}
            if let_go := self._ledger.let_go(owner, account_id=account_id, **due):
                logger.warning(LET_GO, let_go)

    def due(self, records: Sequence[PlaylistRecord]) -> list[PlaylistRecord]:
        """Leave out those whose removal failed and that are left alone for a while."""
        return [record for record in records if self._pauses.over(record.tag)]

    def remove(self, record: PlaylistRecord, *, settled: bool = True) -> bool:
        """Take the record's playlist out of its account and forget it; failing that, leave the record for later.

        Args:
            settled: A minute has passed: a playlist that is not in the account's list was never made. There is more
                time, too.
        """
        budget_s = self._limits.making_s if settled else self._limits.removing_s
        self._mark(record)
        try:
            client = self._connect(budget_s, owner=record.owner, regardless=True, account_id=record.account_id)
            gone = _take_out(client, record)
            if gone or (settled and gone is not None):
                self._ledger.forget(record)
                self._pauses.worked(record.tag)
                return True
        except (SpotifyProblem, StorageUnavailable) as problem:
            if isinstance(problem.__cause__, AnotherAccount):
                logger.warning(LET_GO, 1)
                self.forget(record)
                return True
            logger.error("The unfinished playlist %s may still be there: %s", record.playlist_id or record.tag, problem)
            if settled:
                self._pauses.failed(record.tag)
        return False

    def search(self, records: Sequence[PlaylistRecord]) -> list[PlaylistRecord]:
        """Read on in one account's list for playlists whose id never reached us, and remove those.

        Each call goes on where the last one ended, and gives the records with which to go on at once. What was not
        met from the list's beginning to its end was never made, and is forgotten.
        """
        owner, tags = records[0].owner, frozenset(record.tag for record in records)
        if not self._pauses.over(owner):
            return []
        reading = self._readings.pop(owner, Reading(0, tags))
        if not tags & reading.tags:
            reading = Reading(0, tags)
        try:
            client = self._connect(self._limits.making_s, owner=owner, account_id=_account_of(records))
            met, ended = _met(client, tags, offset=reading.offset)
            _remove_all(client, [playlist_id for ids in met.values() for playlist_id in ids])
            done = frozenset(met) | (reading.tags if ended else frozenset[str]())
            for record in records:
                if record.tag in done:
                    self._ledger.forget(record)
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.error("Playlists whose ids were lost could not be looked for: %s", problem)
            self._pauses.failed(owner)
            return []
        self._pauses.worked(owner)
        if met:
            logger.info("%d playlists whose ids were lost are removed", len(met))
        left = [record for record in records if record.tag not in done]
        if left and not ended:
            self._readings[owner] = Reading(reading.offset + PAGES * PER_PAGE - OVERLAP, reading.tags)
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
        met, _ = _met(client, lost, offset=0)
        _remove_all(client, [playlist_id for ids in met.values() for playlist_id in ids])


def _take_out(client: Client, record: PlaylistRecord) -> bool | None:
    """Say whether a playlist was taken out; None where it was not met and the account's list goes on."""
    if record.playlist_id:
        client.remove_playlists([record.playlist_id])
        return True
    met, ended = _met(client, {record.tag}, offset=0)
    _remove_all(client, met.get(record.tag, []))
    return bool(met) or (False if ended else None)


def _remove_all(client: Client, playlist_ids: Sequence[str]) -> None:
    for start in range(0, len(playlist_ids), REMOVED_PER_CALL):
        client.remove_playlists(playlist_ids[start : start + REMOVED_PER_CALL])


def _met(client: Client, tags: Set[str], *, offset: int) -> tuple[dict[str, list[str]], bool]:
    """Read up to four pages of the account's list, newest first, until all tags are met.

    Returns:
        The ids of the playlists with a tag in their description, by the tag, and whether the list ended.
    """
    met: dict[str, list[str]] = {}
    for page in range(PAGES):
        answer: Any = client.own_playlists(limit=PER_PAGE, offset=offset + page * PER_PAGE)
        try:
            for row in (row for row in answer["items"] if row):
                for tag in tags & set(_WORD.findall(row.get("description") or "")):
                    met.setdefault(tag, []).append(str(row["id"]))
            ended = len(answer["items"]) < PER_PAGE
        except (KeyError, TypeError, AttributeError) as error:
            raise SpotifyUnavailable from error
        if ended or met.keys() == tags:
            return met, ended
    return met, False


def _account_of(records: Sequence[PlaylistRecord]) -> str | None:
    return next((record.account_id for record in records if record.account_id), None)
