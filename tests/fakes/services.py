"""Small stand-ins for the three ports of one tape, and values to feed them."""

import asyncio
from collections.abc import Mapping

from core.emotion import EMOTIONS, Emotion, EmotionScores
from core.faces import Face, FaceBox, Reading
from core.mood import Mood, MoodName, MoodPoint
from core.music import Playlist, Tape, Track
from core.ports import EmotionReader, PlaylistPublisher, Recommender, Services, TapeRequest

PLAYLIST_URL = "https://open.spotify.com/playlist/6oTvEcrxQPMrBXNSGS8MKj"


def scores(top: Emotion = Emotion.HAPPY, *, probability: float = 0.7) -> EmotionScores:
    """Give `top` its probability in 0..1 and share the rest evenly."""
    rest = (1 - probability) / (len(EMOTIONS) - 1)
    return EmotionScores(tuple(probability if emotion is top else rest for emotion in EMOTIONS))


def face(emotions: EmotionScores | None = None, *, x_min: float = 100, size_px: float = 200) -> Face:
    """A square face at the height of 80 px."""
    return Face(FaceBox(x_min, 80, x_min + size_px, 80 + size_px), 0.98, emotions or scores())


def reading(*faces: Face) -> Reading:
    """A photo of 640 x 480 px with the given faces, or with one happy face."""
    return Reading(640, 480, faces or (face(),))


NO_FACE = Reading(640, 480, ())


def track(number: int) -> Track:
    return Track(f"Song {number}", f"Artist {number}", MoodPoint(0.5, 0.25), year=1970 + number % 50)


def found(item: Track, number: int) -> Track:
    """The same track with a made-up Spotify id of 22 characters."""
    return Track(item.title, item.artist, item.point, f"spotify:track:{number:022d}", item.year)


class FakeReader:
    """Answers each photo with one reading, or one error, after `gate` and `delay_s` where they are given."""

    def __init__(
        self,
        answer: Reading | None = None,
        *,
        error: Exception | None = None,
        gate: asyncio.Event | None = None,
        delay_s: float = 0,
    ) -> None:
        self.answer = answer or reading()
        self.error = error
        self.gate = gate
        self.delay_s = delay_s
        self.photos: list[bytes] = []

    async def read(self, photo: bytes) -> Reading:
        self.photos.append(photo)
        if self.gate:
            await self.gate.wait()
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        if self.error:
            raise self.error
        return self.answer


class FakeRecommender:
    """Makes tapes of numbered tracks, as long as asked, or at most `most`; raises `error` where one is given."""

    def __init__(self, *, most: int = 100, error: Exception | None = None) -> None:
        self.most = most
        self.error = error
        self.requests: list[TapeRequest] = []

    async def pick(self, request: TapeRequest) -> Tape:
        self.requests.append(request)
        if self.error:
            raise self.error
        feeling = request.feeling
        point = feeling if isinstance(feeling, MoodPoint) else MoodPoint(0.5, 0.25)
        name = MoodName(feeling.top.value) if isinstance(feeling, EmotionScores) else MoodName.NEUTRAL
        name = feeling if isinstance(feeling, MoodName) else name
        tracks = tuple(track(n) for n in range(1, min(request.length, self.most) + 1))
        return Tape(Mood(name, point), tracks)


class FakePublisher:
    """Makes a playlist with a fixed link; makes none where `url` is None; raises `error` where one is given.

    The last `missing` tracks of a tape are not on this Spotify.
    """

    def __init__(self, *, url: str | None = PLAYLIST_URL, missing: int = 0, error: Exception | None = None) -> None:
        self.url = url
        self.missing = missing
        self.error = error
        self.tapes: list[Tape] = []
        self.request_ids: list[str | None] = []
        self.lost: frozenset[int] = frozenset()
        self.tended = 0

    async def gone(self) -> frozenset[int]:
        return self.lost

    async def tend(self) -> None:
        self.tended += 1

    async def publish(
        self, tape: Tape, *, request_id: str | None = None, owner: str | None = None, language: str = "en"
    ) -> Playlist | None:
        self.tapes.append(tape)
        self.request_ids.append(request_id)
        if self.error:
            raise self.error
        if self.url is None:
            return None
        cut = len(tape.tracks) - self.missing
        tracks = tuple(found(item, n) for n, item in enumerate(tape.tracks[:cut], 1))
        return Playlist(self.url, tracks, tape.tracks[cut:])


def services(
    *,
    reader: EmotionReader | None = None,
    recommender: Recommender | None = None,
    publisher: PlaylistPublisher | None = None,
) -> Services:
    """All three ports, each fake unless given."""
    return Services(reader or FakeReader(), recommender or FakeRecommender(), publisher or FakePublisher())


def from_face(probabilities: Mapping[Emotion, float]) -> Reading:
    """One face with these probabilities; they sum to 1, and the emotions left out get 0."""
    return reading(face(EmotionScores(tuple(probabilities.get(emotion, 0.0) for emotion in EMOTIONS))))
