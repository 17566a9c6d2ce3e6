"""What the flow needs from the rooms around it.

Implementations keep the event loop free: they decode, infer and talk to networks in bounded workers.
"""

from dataclasses import dataclass, field
from math import isfinite
from typing import Protocol

from core.emotion import EmotionScores
from core.faces import Reading
from core.metrics import Meter, NoMeter
from core.mood import Goal, MoodName, MoodPoint
from core.music import Playlist, Tape
from core.taste import Taste

MAX_LENGTH = 100


@dataclass(frozen=True, slots=True)
class TapeRequest:
    """What a tape is made from.

    Attributes:
        feeling: How a face looks, the mood that a person picked, or a point of the plane.
        length: Wanted number of tracks, 1..100.
        seed: Reproduces a tape; None for a fresh one.
        goal: None for the one that suits the mood.
        destination: The mood that `Goal.TAKE_ME` leads to.
        energy: Shifts the whole path, -1 (calmer) to 1 (more energy).
        avoid: Keys of tracks that the person has had lately (`Track.key`); they come where there is nothing else.
        explicit: False leaves explicit tracks out, and those of which it is not known.
        genres, languages, decades: Where not empty, only such tracks (a decade is its first year).
        tastes: What each person in the room likes; blended so that nobody is left out.

    Raises:
        ValueError: The length or the energy is out of range, or `Goal.TAKE_ME` has no destination.
    """

    feeling: EmotionScores | MoodName | MoodPoint
    length: int = 20
    seed: int | None = None
    goal: Goal | None = None
    destination: MoodName | None = None
    energy: float = 0.0
    avoid: frozenset[int] = frozenset()
    explicit: bool = True
    genres: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    decades: frozenset[int] = frozenset()
    tastes: tuple[Taste, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.length <= MAX_LENGTH:
            raise ValueError(f"a tape has 1 to {MAX_LENGTH} tracks")
        if not (isfinite(self.energy) and -1 <= self.energy <= 1):
            raise ValueError("energy lies in -1..1")
        if self.goal is Goal.TAKE_ME and self.destination is None:
            raise ValueError("to be taken to a mood, name the mood")


class EmotionReader(Protocol):
    async def read(self, photo: bytes) -> Reading:
        """Find the faces in an encoded photo and how they look; no face is an empty reading.

        Raises:
            BadPhoto: The bytes are not a photo that can be read.
        """
        ...


class Recommender(Protocol):
    async def pick(self, request: TapeRequest) -> Tape:
        """Choose and order tracks; fewer than asked where the catalogue has fewer.

        Raises:
            NoTracks: There is not one.
        """
        ...


class PlaylistPublisher(Protocol):
    async def publish(self, tape: Tape) -> Playlist | None:
        """Make a whole playlist, or leave nothing behind; None where playlists are not set up.

        Raises:
            SpotifyProblem: Spotify would not, and nothing is left behind.
        """
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """The rooms that one tape passes through, and who counts."""

    reader: EmotionReader
    recommender: Recommender
    publisher: PlaylistPublisher
    meter: Meter = field(default_factory=NoMeter)
