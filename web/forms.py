"""What a visitor sent: photos, a mood or what was felt before, and what the tape should be like."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from core.emotion import EmotionScores
from core.errors import PhotoTooHeavy, UnknownMood
from core.mood import PICKABLE_MOODS, Goal, MoodName
from core.ports import TapeRequest
from core.taste import LARGEST_KEY
from web.problems import FormUnreadable, NothingChosen, TracksOutOfRange, UploadTooSlow

TRACKS_MIN, TRACKS_DEFAULT, TRACKS_MAX = 5, 20, 50
ENERGIES = (-1.0, -0.5, 0.0, 0.5, 1.0)
STILLS_MAX = 8
"""Photos in one form: the stills of a few seconds, or else one."""
HEARD_MAX = 400
"""Tracks of earlier tapes that the next one avoids."""
FORM_BYTES = 64_000
"""What a form may weigh beside its photos."""
UPLOAD_S = 60.0
"""How long a form may take to arrive."""
ONCE_CHARS = 64
TO = "to-"
"""Before the mood of `Goal.TAKE_ME`, as in "to-calm"."""
_FIELD_BYTES = 10_000
_FIELDS = 10

Feeling = MoodName | EmotionScores


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a tape should be like, as chosen in the form; shown again in the next one.

    Attributes:
        goal: A goal's name, or "to-" and a mood's; empty for whatever suits the mood.
        energy: -1 (calmer) to 1 (more energy).
    """

    tracks: int = TRACKS_DEFAULT
    goal: str = ""
    energy: float = 0.0

    def request(self, feeling: Feeling, *, avoid: frozenset[int] = frozenset()) -> TapeRequest:
        goal, destination = _goal(self.goal)
        return TapeRequest(
            feeling, length=self.tracks, goal=goal, destination=destination, energy=self.energy, avoid=avoid
        )


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: from `feeling` where there is one, or else from the encoded `photos`; `heard` is avoided.

    `once` is the form's own token: the same form, sent twice with the same wishes, is one request.
    """

    wishes: Wishes
    feeling: Feeling | None = None
    photos: tuple[bytes, ...] = field(default=(), repr=False)
    heard: tuple[int, ...] = ()
    once: str = ""

    @property
    def request_id(self) -> str | None:
        if not self.once:
            return None
        asked = repr((self.once, self.wishes, self.feeling, self.heard)).encode()
        return f"web-{sha256(asked + b''.join(sha256(photo).digest() for photo in self.photos)).hexdigest()}"

    def request(self, feeling: Feeling) -> TapeRequest:
        return self.wishes.request(feeling, avoid=frozenset(self.heard))


async def read_order(request: Request, *, limit_bytes: int, limit_s: float = UPLOAD_S) -> Order:
    """Read the form without letting a photo touch a disk; a picked mood makes the photos unread.

    Raises:
        UploadTooSlow: The form takes longer than `limit_s`.
        PageProblem: The form is broken, empty, or asks for too few or too many tracks.
        UnknownMood: The mood is not one of those offered.
        PhotoTooHeavy: A photo exceeds `limit_bytes`.
    """
    async with open_form(request, limit_bytes=limit_bytes, limit_s=limit_s) as form:
        wishes = request.state.wishes = Wishes(_tracks(form.get("tracks")))
        wishes = request.state.wishes = Wishes(wishes.tracks, _goal_name(form.get("goal")), _energy(form.get("energy")))
        heard, once = _heard(form.get("heard")), str(form.get("once") or "")[:ONCE_CHARS]
        if name := form.get("mood"):
            return Order(wishes, feeling=_mood(name), heard=heard, once=once)
        if told := form.get("feeling"):
            return Order(wishes, feeling=_feeling(told), heard=heard, once=once)
        photos = await photos_of(form, limit_bytes=limit_bytes)
        return Order(wishes, photos=photos, heard=heard, once=once)


@asynccontextmanager
async def open_form(request: Request, *, limit_bytes: int, limit_s: float = UPLOAD_S) -> AsyncIterator[FormData]:
    """Read a form into memory, and let go of it at the end.

    Raises:
        UploadTooSlow: It takes longer than `limit_s`.
        FormUnreadable: It is broken, or has too many parts.
    """
    try:
        async with asyncio.timeout(limit_s):
            form = await _parse(request, limit_bytes=limit_bytes)
    except TimeoutError as error:
        raise UploadTooSlow from error
    except (MultiPartException, HTTPException) as error:
        raise FormUnreadable from error
    try:
        yield form
    finally:
        await form.close()


async def photos_of(form: FormData, *, limit_bytes: int) -> tuple[bytes, ...]:
    """Give the encoded photos.

    Raises:
        NothingChosen: There is none.
        PhotoTooHeavy: One exceeds `limit_bytes`.
    """
    uploads = [sent for sent in form.getlist("photo") if isinstance(sent, UploadFile) and (sent.filename or sent.size)]
    photos = [await upload.read() for upload in uploads]
    if not photos:
        raise NothingChosen
    heaviest_bytes = max(map(len, photos))
    if heaviest_bytes > limit_bytes:
        raise PhotoTooHeavy(heaviest_bytes, limit_bytes)
    return tuple(photos)


def feeling_text(feeling: Feeling) -> str:
    """Write what a tape was made from into a form, for the next one."""
    if isinstance(feeling, MoodName):
        return feeling.value
    return ",".join(f"{probability:.5f}" for probability in feeling.probabilities)


def heard_text(heard: Sequence[int]) -> str:
    """Write the keys of the last tracks into a form; the newest stay where they are too many."""
    return ",".join(map(str, heard[-HEARD_MAX:]))


async def _parse(request: Request, *, limit_bytes: int) -> FormData:
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        return await request.form(max_fields=_FIELDS, max_part_size=_FIELD_BYTES)
    parser = MultiPartParser(
        request.headers, request.stream(), max_files=STILLS_MAX, max_fields=_FIELDS, max_part_size=_FIELD_BYTES
    )
    parser.spool_max_size = limit_bytes + FORM_BYTES
    return await parser.parse()


def _tracks(text: object) -> int:
    try:
        tracks = int(text) if isinstance(text, str) and text.strip() else TRACKS_DEFAULT
    except ValueError as error:
        raise TracksOutOfRange from error
    if not TRACKS_MIN <= tracks <= TRACKS_MAX:
        raise TracksOutOfRange
    return tracks


def _goal_name(text: object) -> str:
    name = text if isinstance(text, str) else ""
    _goal(name)
    return name


def _goal(name: str) -> tuple[Goal | None, MoodName | None]:
    try:
        if name.startswith(TO):
            return Goal.TAKE_ME, _mood(name.removeprefix(TO))
        goal = Goal(name) if name else None
    except ValueError as error:
        raise FormUnreadable from error
    if goal is Goal.TAKE_ME:
        raise FormUnreadable
    return goal, None


def _energy(text: object) -> float:
    try:
        energy = float(text) if isinstance(text, str) and text.strip() else 0.0
    except ValueError as error:
        raise FormUnreadable from error
    if energy not in ENERGIES:
        raise FormUnreadable
    return energy


def _mood(name: object) -> MoodName:
    mood = next((mood for mood in PICKABLE_MOODS if mood.value == name), None)
    if mood is None:
        raise UnknownMood(str(name)[:40])
    return mood


def _feeling(text: object) -> Feeling:
    """Read what `feeling_text` wrote; rounding may have moved the sum a little."""
    try:
        if text in set(MoodName):
            return MoodName(str(text))
        numbers = [float(number) for number in str(text).split(",")]
        total = sum(numbers)
        if abs(total - 1) > 0.001:
            raise ValueError("the numbers do not sum to 1")
        return EmotionScores(tuple(number / total for number in numbers))
    except ValueError as error:
        raise FormUnreadable from error


def _heard(text: object) -> tuple[int, ...]:
    try:
        keys = tuple(int(key) for key in text.split(",")) if isinstance(text, str) and text else ()
    except ValueError as error:
        raise FormUnreadable from error
    if len(keys) > HEARD_MAX or not all(0 <= key <= LARGEST_KEY for key in keys):
        raise FormUnreadable
    return keys
