"""Makes one whole playlist in the account, or leaves none."""

import logging
import re
import secrets
from dataclasses import dataclass
from typing import Any

from core.errors import SpotifyProblem, SpotifyUnavailable
from spotify.app import Limits
from spotify.client import Client, Connect

logger = logging.getLogger(__name__)

ITEMS_PER_CALL = 100
NEWEST = 50


@dataclass(frozen=True, slots=True)
class Draft:
    """A playlist to be; `tag` is part of the description and finds it again if its id never reached us."""

    name: str
    description: str
    tag: str
    uris: tuple[str, ...]


def draft(name: str, about: str, uris: tuple[str, ...]) -> Draft:
    """Add a fresh random tag to the description."""
    tag = f"Tape {secrets.token_hex(6)}"
    return Draft(name, f"{about} {tag}.", tag, uris)


class Maker:
    """Makes playlists of one account, and removes what did not become whole; safe from many threads.

    What Spotify does not let go of at once is remembered and removed before the next playlist is made.
    """

    def __init__(self, connect: Connect, limits: Limits) -> None:
        self._connect = connect
        self._limits = limits
        self._left_behind: set[str] = set()
        self._lost_tags: set[str] = set()

    def make(self, wanted: Draft) -> str:
        """Create and fill a public playlist and give its id.

        Raises:
            SpotifyProblem: It could not be made whole, and it is removed again, now or later.
        """
        self.sweep()
        client = self._connect(self._limits.making_s)
        try:
            playlist_id = _create(client, wanted)
        except SpotifyUnavailable:
            self._remove_stray(wanted.tag)
            raise
        try:
            _fill(client, playlist_id, wanted.uris)
        except BaseException:
            self.remove(playlist_id)
            raise
        return playlist_id

    def remove(self, playlist_id: str) -> None:
        """Take a playlist out of the account; failing that, say so in the log and try again later."""
        try:
            self._connect(self._limits.removing_s, regardless=True).current_user_unfollow_playlist(playlist_id)
        except SpotifyProblem as problem:
            self._left_behind.add(playlist_id)
            logger.error("The unfinished playlist %s is still there: %s", playlist_id, problem)
        else:
            self._left_behind.discard(playlist_id)
            logger.info("The unfinished playlist %s is removed", playlist_id)

    def sweep(self) -> None:
        """Try again to remove what was left behind."""
        for tag in tuple(self._lost_tags):
            self._remove_stray(tag)
        for playlist_id in tuple(self._left_behind):
            self.remove(playlist_id)

    def _remove_stray(self, tag: str) -> None:
        """Remove the playlist that Spotify may have made although its answer was lost."""
        try:
            client = self._connect(self._limits.removing_s, regardless=True)
            answer: Any = client.own_playlists(limit=NEWEST)
            rows = [row for row in answer["items"] if row and tag in (row.get("description") or "")]
            strays = [_playlist_id(row) for row in rows]
        except (SpotifyProblem, KeyError, TypeError, AttributeError) as problem:
            self._lost_tags.add(tag)
            logger.warning("Whether Spotify made a playlist could not be checked: %s", type(problem).__name__)
            return
        self._lost_tags.discard(tag)
        for playlist_id in strays:
            self.remove(playlist_id)


def _create(client: Client, wanted: Draft) -> str:
    return _playlist_id(client.create_playlist(wanted.name, description=wanted.description))


def _fill(client: Client, playlist_id: str, uris: tuple[str, ...]) -> None:
    client.replace_items(playlist_id, uris[:ITEMS_PER_CALL])
    for start in range(ITEMS_PER_CALL, len(uris), ITEMS_PER_CALL):
        client.playlist_add_items(playlist_id, uris[start : start + ITEMS_PER_CALL])


def _playlist_id(answer: dict[str, Any]) -> str:
    playlist_id = str(answer.get("id", ""))
    if not re.fullmatch(r"[0-9A-Za-z]+", playlist_id):
        raise SpotifyUnavailable
    return playlist_id
