"""Finds a track on Spotify by its title and artist."""

import re
from functools import lru_cache
from typing import Any

from core.errors import SpotifyUnavailable
from core.music import Track
from spotify.client import Client, Connect
from spotify.matching import Found, bare_title, best_match

REMEMBERED = 10_000
LONGEST_FIELD = 80
ROWS = 10

_TRACK_URI = re.compile(r"spotify:track:[0-9A-Za-z]{22}")


class TrackFinder:
    """Resolves tracks to uris, and remembers the last 10,000 answers, misses too; safe from many threads."""

    def __init__(self, connect: Connect, *, budget_s: float, remembered: int = REMEMBERED) -> None:
        self._connect = connect
        self._budget_s = budget_s
        self._remembered = lru_cache(remembered)(self._search)

    def uri(self, track: Track) -> str | None:
        """Give the track's own uri, or the one of the same song on Spotify, or None.

        Raises:
            SpotifyProblem: Spotify did not answer.
        """
        if track.uri and is_track_uri(track.uri):
            return track.uri
        return self._remembered(track.title, track.artist)

    def _search(self, title: str, artist: str) -> str | None:
        client = self._connect(self._budget_s)
        for query in queries(title, artist):
            if match := best_match(title, artist, search(client, query)):
                return match.uri
        return None


def is_track_uri(uri: str) -> bool:
    return _TRACK_URI.fullmatch(uri) is not None


def queries(title: str, artist: str) -> tuple[str, ...]:
    """Word the searches to try in turn; text of a catalogue cannot become a filter or an operator."""
    name, by = _field(bare_title(title)), _field(artist)
    if not name or not by:
        return ()
    return f'track:"{name}" artist:"{by}"', f"{name} {by}".casefold()


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
