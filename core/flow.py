"""The whole story: a photo or a mood goes in, a tape and perhaps a playlist come out."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from core.errors import FaceUnclear, NoFace, SpotifyProblem
from core.faces import Reading, averaged
from core.mood import Goal, MoodName
from core.music import Playlist, Tape, Track
from core.ports import Services, TapeRequest
from core.taste import Taste


class Step(StrEnum):
    """What is being done now, for those who show progress."""

    READING = "reading"
    PICKING = "picking"
    PUBLISHING = "publishing"


@dataclass(frozen=True, slots=True)
class Result:
    """One answered request.

    Attributes:
        reading: None where the mood was picked by hand.
        playlist: None without Spotify; `spotify_problem` then says why, if it should have worked.
    """

    reading: Reading | None
    tape: Tape
    playlist: Playlist | None
    spotify_problem: SpotifyProblem | None = None

    @property
    def tracks(self) -> tuple[Track, ...]:
        """What to show: the playlist's own tracks where there is one."""
        return self.playlist.tracks if self.playlist else self.tape.tracks


OnStep = Callable[[Step], None]


def _ignore(_: Step) -> None:
    pass


async def playlist_from_selfie(
    photo: bytes,
    *,
    services: Services,
    length: int = 20,
    seed: int | None = None,
    goal: Goal | None = None,
    avoid: frozenset[int] = frozenset(),
    tastes: tuple[Taste, ...] = (),
    on_step: OnStep = _ignore,
) -> Result:
    """Turn an encoded photo into a tape; several faces are blended by size and quality. `TapeRequest` has the rest.

    Raises:
        BadPhoto: The photo cannot be read.
        NoFace: There is no face in it.
        FaceUnclear: No face in it can be read.
        NoTracks: The catalogue has no track.
    """
    on_step(Step.READING)
    reading = await read_faces(photo, services=services)
    request = TapeRequest(reading.room(), length=length, seed=seed, goal=goal, avoid=avoid, tastes=tastes)
    return await playlist_from_request(request, reading=reading, services=services, on_step=on_step)


async def read_faces(*photos: bytes, services: Services) -> Reading:
    """Read an encoded photo, or stills that were taken one after the other, and average those.

    Raises:
        BadPhoto: One cannot be read.
        NoFace: There is no face.
        FaceUnclear: No face can be read.
    """
    reading = averaged([await services.reader.read(photo) for photo in photos])
    if not reading.faces:
        raise NoFace
    if reading.unclear:
        raise FaceUnclear(reading.unclear)
    return reading


async def playlist_from_mood(
    mood: MoodName, *, services: Services, length: int = 20, seed: int | None = None, on_step: OnStep = _ignore
) -> Result:
    """Turn a mood that a person picked into a tape.

    Raises:
        NoTracks: The catalogue has no track.
    """
    return await playlist_from_request(TapeRequest(mood, length=length, seed=seed), services=services, on_step=on_step)


async def playlist_from_request(
    request: TapeRequest, *, services: Services, reading: Reading | None = None, on_step: OnStep = _ignore
) -> Result:
    """Turn a whole request into a tape; with `reading`, once more for a photo that was read before.

    Raises:
        NoTracks: No track of the catalogue fits.
    """
    on_step(Step.PICKING)
    tape = await services.recommender.pick(request)
    on_step(Step.PUBLISHING)
    try:
        playlist = await services.publisher.publish(tape)
    except SpotifyProblem as problem:
        return Result(reading, tape, None, problem)
    return Result(reading, tape, playlist)
