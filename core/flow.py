"""The whole story: a photo or a mood goes in, a tape and perhaps a playlist come out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from core.errors import FaceUnclear, NoFace, SpotifyProblem, StorageUnavailable
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
    spotify_problem: SpotifyProblem | StorageUnavailable | None = None

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
    request_id: str | None = None,
    language: str = "en",
    on_step: OnStep = _ignore,
) -> Result:
    """Turn an encoded photo into a tape; several faces are blended by size and quality. `TapeRequest` has the rest.

    The same `request_id` makes the same tape and one playlist, however often it comes; `language` is the playlist's.

    Raises:
        BadPhoto: The photo cannot be read.
        NoFace: There is no face in it.
        FaceUnclear: No face in it can be read.
        NoTracks: The catalogue has no track.
    """
    on_step(Step.READING)
    reading = await read_faces(photo, services=services)
    request = TapeRequest(reading.room(), length=length, seed=seed, goal=goal, avoid=avoid, tastes=tastes)
    return await playlist_from_request(
        request, reading=reading, services=services, request_id=request_id, language=language, on_step=on_step
    )


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
    mood: MoodName,
    *,
    services: Services,
    length: int = 20,
    seed: int | None = None,
    request_id: str | None = None,
    language: str = "en",
    on_step: OnStep = _ignore,
) -> Result:
    """Turn a mood that a person picked into a tape.

    Raises:
        NoTracks: The catalogue has no track.
    """
    request = TapeRequest(mood, length=length, seed=seed)
    return await playlist_from_request(
        request, services=services, request_id=request_id, language=language, on_step=on_step
    )


async def playlist_from_request(
    request: TapeRequest,
    *,
    services: Services,
    reading: Reading | None = None,
    request_id: str | None = None,
    language: str = "en",
    on_step: OnStep = _ignore,
) -> Result:
    """Turn a whole request into a tape; with `reading`, once more for a photo that was read before.

    Raises:
        NoTracks: No track of the catalogue fits.
    """
    on_step(Step.PICKING)
    if request_id is not None and request.seed is None:
        request = replace(request, seed=_seed_of(request_id))
    tape = await services.recommender.pick(replace(request, gone=request.gone | await services.publisher.gone()))
    on_step(Step.PUBLISHING)
    try:
        playlist = await services.publisher.publish(tape, request_id=request_id, language=language)
    except (SpotifyProblem, StorageUnavailable) as problem:
        return Result(reading, tape, None, problem)
    return Result(reading, tape, playlist)


def _seed_of(request_id: str) -> int:
    return int.from_bytes(blake2b(request_id.encode(), digest_size=8).digest(), "big")
