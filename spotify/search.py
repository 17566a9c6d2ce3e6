"""Finds a track on Spotify by its title and artist."""

import re
from typing import Any

from core.errors import SpotifyUnavailable
from core.music import Track
from spotify.client import Client
from spotify.matching import Found, bare_title, best_match

LONGEST_FIELD = 80
ROWS = 10
ISRC = "isrc:"
"""Text of a catalogue cannot begin a query with it: `_field` takes colons out."""

_TRACK_URI = re.compile(r"spotify:track:[0-9A-Za-z]{22}")
_ISRC = re.compile(r"[A-Z]{2}[0-9A-Z]{3}[0-9]{7}")


def find_track(client: Client, track: Track) -> str | None:
    """Give the uri of the same song on Spotify, or None.

    Raises:
        SpotifyProblem: Spotify did not answer.
    """
    for query in queries(track):
        same_isrc = query.startswith(ISRC)
        if match := best_match(track.title, track.artist, search(client, query), same_isrc=same_isrc):
            return match.uri
    return None


def is_track_uri(uri: str) -> bool:
    return _TRACK_URI.fullmatch(uri) is not None


def queries(track: Track) -> tuple[str, ...]:
    """Word the searches to try in turn; text of a catalogue cannot become a filter or an operator."""
    name, by = _field(bare_title(track.title)), _field(track.artist)
    if not name or not by:
        return ()
    exact = (f"{ISRC}{track.isrc}",) if track.isrc and _ISRC.fullmatch(track.isrc) else ()
    return *exact, f'track:"{name}" artist:"{by}"', f"{name} {by}".casefold()


def search(client: Client, query: str) -> list[Found]:
    """Ask for the first ten tracks.

    Raises:
        SpotifyProblem: Spotify did not answer, or not with tracks.
    """
    answer: Any = client.search_tracks(query, limit=ROWS)
    try:
        return [_found(row) for row in answer["tracks"]["items"] if row and is_track_uri(row["uri"])]
    except (KeyError, TypeError, AttributeError) as error:
        raise SpotifyUnavailable from error


def _found(row: dict[str, Any]) -> Found:
    album: Any = row.get("album") or {}
    artists = tuple(str(artist["name"]) for artist in row["artists"])
    return Found(row["uri"], str(row["name"]), artists, str(album.get("name", "")))


def _field(text: str) -> str:
    words = re.sub(r"[\"“”:*\\\x00-\x1f\x7f]", " ", text).split()
    return " ".join(words)[:LONGEST_FIELD].strip()
