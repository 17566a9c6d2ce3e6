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


def make_playlist(wanted: Draft, *, connect: Connect, limits: Limits) -> str:
    """Create and fill a public playlist and give its id.

    Raises:
        SpotifyProblem: It could not be made whole, and it is removed again.
    """
    client = connect(limits.making_s)
    try:
        playlist_id = _create(client, wanted)
    except SpotifyUnavailable:
        remove_stray(wanted.tag, connect=connect, limits=limits)
        raise
    try:
        _fill(client, playlist_id, wanted.uris)
    except BaseException:
        remove_playlist(playlist_id, connect=connect, limits=limits)
        raise
    return playlist_id


def remove_playlist(playlist_id: str, *, connect: Connect, limits: Limits) -> None:
    """Take a playlist out of the account; failing that, say so in the log."""
    try:
        connect(limits.removing_s).current_user_unfollow_playlist(playlist_id)
    except SpotifyProblem as problem:
        logger.error("The unfinished playlist %s is still there: %s", playlist_id, problem)
    else:
        logger.info("The unfinished playlist %s is removed", playlist_id)


def remove_stray(tag: str, *, connect: Connect, limits: Limits) -> None:
    """Remove the playlist that Spotify may have made although its answer was lost."""
    try:
        answer: Any = connect(limits.removing_s).own_playlists(limit=NEWEST)
        rows = [row for row in answer["items"] if row and tag in (row.get("description") or "")]
        strays = [_playlist_id(row) for row in rows]
    except (SpotifyProblem, KeyError, TypeError, AttributeError) as problem:
        logger.warning("Whether Spotify made a playlist could not be checked: %s", type(problem).__name__)
        return
    for playlist_id in strays:
        remove_playlist(playlist_id, connect=connect, limits=limits)


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
