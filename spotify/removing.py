"""Takes our own playlists out of an account again: what did not become whole, and what is old."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.errors import SpotifyProblem, SpotifyUnavailable, StorageUnavailable
from spotify.app import Limits
from spotify.client import Client, Connect
from spotify.errors import Refused
from spotify.stores import Ledger, PlaylistRecord, Stage

logger = logging.getLogger(__name__)

NEWEST = 50
PAGES = 4
"""How far back a playlist is looked for whose id never reached us: 200 playlists."""


class Remover:
    """Removes what the ledger says is ours, and nothing else; safe from many threads and processes."""

    def __init__(self, connect: Connect, ledger: Ledger, limits: Limits) -> None:
        self._connect = connect
        self._ledger = ledger
        self._limits = limits

    def forget(self, record: PlaylistRecord) -> None:
        """Forget a record whose playlist was never made."""
        try:
            self._ledger.forget(record)
        except StorageUnavailable as error:
            logger.warning("A record of a playlist that was not made stays for a while: %s", error)

    def remove(self, record: PlaylistRecord, *, settled: bool = True) -> bool:
        """Take the record's playlist out of its account and forget it; failing that, leave the record for later.

        Args:
            settled: A minute has passed: a playlist that is not found now was never made. There is more time, too.
        """
        budget_s = self._limits.making_s if settled else self._limits.removing_s
        self._mark(record)
        try:
            client = self._connect(budget_s, owner=record.owner, regardless=True)
            strays = [record.playlist_id] if record.playlist_id else _tagged(client, record.tag)
            if strays:
                client.remove_playlists(strays)
            if strays or settled:
                self._ledger.forget(record)
                return True
        except (SpotifyProblem, StorageUnavailable) as problem:
            logger.error("The unfinished playlist %s may still be there: %s", record.playlist_id or record.tag, problem)
        return False

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
        known = [record for record in records if record.playlist_id]
        client = self._connect(self._limits.making_s, owner=records[0].owner)
        try:
            client.remove_playlists([str(record.playlist_id) for record in known])
        except SpotifyUnavailable as error:
            if not isinstance(error.__cause__, Refused):
                raise
            return False
        for record in records:
            self._ledger.forget(record)
        return True


def _tagged(client: Client, tag: str) -> list[str]:
    """Find the playlists with this tag in their description among the newest."""
    strays: list[str] = []
    for page in range(PAGES):
        answer: Any = client.own_playlists(limit=NEWEST, offset=page * NEWEST)
        try:
            rows = [row for row in answer["items"] if row]
            strays += [str(row["id"]) for row in rows if tag in (row.get("description") or "")]
        except (KeyError, TypeError, AttributeError) as error:
            raise SpotifyUnavailable from error
        if strays or len(answer["items"]) < NEWEST:
            break
    return strays
