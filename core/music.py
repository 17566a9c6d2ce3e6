"""Tracks, tapes and playlists."""

from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from core.mood import Mood, MoodPoint

SPOTIFY = "https://open.spotify.com"


@dataclass(frozen=True, slots=True)
class Track:
    """One song of a catalogue; `uri` is None until Spotify's id is known, `why` says why it is on its tape."""

    title: str
    artist: str
    point: MoodPoint
    uri: str | None = None
    year: int | None = None
    why: str = ""

    @property
    def key(self) -> int:
        """The song's number in every catalogue that has it."""
        return track_key(self.title, artist=self.artist)

    @property
    def url(self) -> str:
        """The track's page on Spotify, or Spotify's search for it while its id is unknown."""
        if self.uri:
            return f"{SPOTIFY}/track/{self.uri.rsplit(':', 1)[-1]}"
        return f"{SPOTIFY}/search/{quote(f'{self.artist} {self.title}', safe='')}"


def track_key(title: str, *, artist: str) -> int:
    """Give a song's number, 0 to 2**63 - 1, the same in each run; letter case and spaces around do not matter."""
    text = f"{artist.strip()}\n{title.strip()}".casefold()
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


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
