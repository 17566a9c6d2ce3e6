"""Tracks, tapes and playlists."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from urllib.parse import quote

from core.mood import Goal, Mood, MoodName, MoodPoint

SPOTIFY = "https://open.spotify.com"


class Why(StrEnum):
    """What brings a track onto its tape.

    It is by an artist whom somebody liked, or off the way for variety; it lies close to the face, the mood or the point
    that the tape is for, on the way to another mood, or there; or it is wild enough to let a mood out.
    """

    LIKED = "liked"
    VARIETY = "variety"
    LOOK = "look"
    MOOD = "mood"
    POINT = "point"
    STEP = "step"
    ARRIVED = "arrived"
    LET_OUT = "let-out"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a track is on its tape.

    Attributes:
        mood: The mood that it fits or that the way leads to; None for relief, and where there is none to name.
        energy: 1 where more of it was wished for, -1 where less.
    """

    why: Why
    mood: MoodName | None = None
    energy: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """One song of a catalogue.

    Attributes:
        uri: None until Spotify's id is known.
        why: Why it is on its tape.
        isrc: The recording's international code, where the catalogue knows it.
    """

    title: str
    artist: str
    point: MoodPoint
    uri: str | None = None
    year: int | None = None
    why: Reason | None = None
    isrc: str | None = None

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


class Lack(StrEnum):
    """Why a track of the catalogue could not be on a tape."""

    UNPLACED = "unplaced"
    DISLIKED = "disliked"
    EXPLICIT = "explicit"
    GENRE = "genre"
    LANGUAGE = "language"
    DECADE = "decade"
    ARTIST = "artist"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why a tape is shorter than asked: tracks of the catalogue by the first reason that kept each away."""

    asked: int
    left_out: tuple[tuple[Lack, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """How far neighbours on a tape are from each other.

    Attributes:
        largest, mean: On the plane.
        tempo_bpm, loudness_db: The largest of those that are known; None where none is.
    """

    largest: float
    mean: float
    tempo_bpm: float | None = None
    loudness_db: float | None = None


@dataclass(frozen=True, slots=True)
class Tape:
    """An ordered list of tracks for one mood; `shortage` says why they are fewer than asked.

    `spares` are tracks near the same way by artists who are not on the tape; they stand in for what Spotify lacks.
    """

    mood: Mood
    tracks: tuple[Track, ...]
    goal: Goal = Goal.MATCH
    steps: Steps = Steps(0.0, 0.0)
    shortage: Shortage | None = None
    spares: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class Playlist:
    """A playlist that exists: its link, and the tracks it holds in order, each with its uri.

    `missing` are the tape's tracks that Spotify does not have and for which none of its spares stands in; `covered`
    is False where Spotify did not take the cover.
    """

    url: str
    tracks: tuple[Track, ...]
    missing: tuple[Track, ...] = ()
    covered: bool = True
