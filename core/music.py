"""Tracks, tapes and playlists."""

from dataclasses import dataclass
from urllib.parse import quote

from core.mood import Mood, MoodPoint

SPOTIFY = "https://open.spotify.com"


@dataclass(frozen=True, slots=True)
class Track:
    """One song of a catalogue; `uri` is None until Spotify's id is known."""

    title: str
    artist: str
    point: MoodPoint
    uri: str | None = None
    year: int | None = None

    @property
    def url(self) -> str:
        """The track's page on Spotify, or Spotify's search for it while its id is unknown."""
        if self.uri:
            return f"{SPOTIFY}/track/{self.uri.rsplit(':', 1)[-1]}"
        return f"{SPOTIFY}/search/{quote(f'{self.artist} {self.title}', safe='')}"


@dataclass(frozen=True, slots=True)
class Tape:
    """An ordered list of tracks for one mood."""

    mood: Mood
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Playlist:
    """A playlist that exists: its link, and the tracks it holds in order, each with its uri.

    `missing` are the tape's tracks that Spotify does not have.
    """

    url: str
    tracks: tuple[Track, ...]
    missing: tuple[Track, ...] = ()
