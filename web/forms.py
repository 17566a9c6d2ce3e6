"""What a visitor sent: a photo or a mood, and how many tracks."""

import asyncio
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from core.errors import PhotoTooHeavy, UnknownMood
from core.mood import PICKABLE_MOODS, MoodName

TRACKS_MIN, TRACKS_DEFAULT, TRACKS_MAX = 5, 20, 50
FORM_BYTES = 64_000
"""What a form may weigh beside its photo."""
UPLOAD_S = 60.0
"""How long a form may take to arrive."""
ONCE_CHARS = 64
_FIELD_BYTES = 10_000
_FIELDS = 10


class FormProblem(Exception):
    """The form itself cannot be answered; `web/wording.py` has a sentence for each."""


class FormUnreadable(FormProblem):
    pass


class NothingChosen(FormProblem):
    """Neither a photo nor a mood."""


class TracksOutOfRange(FormProblem):
    pass


class UploadTooSlow(FormProblem):
    pass


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: from `mood` where one was picked, or else from the encoded `photo`.

    `once` is the form's own token: the same form, sent twice with the same wishes, is one request.
    """

    tracks: int
    mood: MoodName | None = None
    photo: bytes = field(default=b"", repr=False)
    once: str = ""

    @property
    def request_id(self) -> str | None:
        if not self.once:
            return None
        wishes = f"{self.once}\n{self.tracks}\n{self.mood}\n".encode()
        return f"web-{sha256(wishes + self.photo).hexdigest()}"


async def read_order(request: Request, *, limit_bytes: int, limit_s: float = UPLOAD_S) -> Order:
    """Read the form without letting the photo touch a disk; a picked mood makes the photo unread.

    Raises:
        UploadTooSlow: The form takes longer than `limit_s`.
        FormProblem: The form is broken, empty, or asks for too few or too many tracks.
        UnknownMood: The mood is not one of those offered.
        PhotoTooHeavy: The photo exceeds `limit_bytes`.
    """
    try:
        async with asyncio.timeout(limit_s):
            form = await _parse(request, limit_bytes=limit_bytes)
    except TimeoutError as error:
        raise UploadTooSlow from error
    try:
        tracks = request.state.tracks = _tracks(form.get("tracks"))
        once = str(form.get("once") or "")[:ONCE_CHARS]
        if name := form.get("mood"):
            return Order(tracks, mood=_mood(name), once=once)
        return Order(tracks, photo=await _photo(form.get("photo"), limit_bytes=limit_bytes), once=once)
    finally:
        await form.close()


async def _parse(request: Request, *, limit_bytes: int) -> FormData:
    try:
        if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            return await request.form(max_fields=_FIELDS, max_part_size=_FIELD_BYTES)
        parser = MultiPartParser(
            request.headers, request.stream(), max_files=1, max_fields=_FIELDS, max_part_size=_FIELD_BYTES
        )
        parser.spool_max_size = limit_bytes + FORM_BYTES
        return await parser.parse()
    except (MultiPartException, HTTPException) as error:
        raise FormUnreadable from error


def _tracks(text: object) -> int:
    try:
        tracks = int(text) if isinstance(text, str) and text.strip() else TRACKS_DEFAULT
    except ValueError as error:
        raise TracksOutOfRange from error
    if not TRACKS_MIN <= tracks <= TRACKS_MAX:
        raise TracksOutOfRange
    return tracks


def _mood(name: object) -> MoodName:
    mood = next((mood for mood in PICKABLE_MOODS if mood.value == name), None)
    if mood is None:
        raise UnknownMood(str(name)[:40])
    return mood


async def _photo(upload: object, *, limit_bytes: int) -> bytes:
    if not isinstance(upload, UploadFile) or not (upload.filename or upload.size):
        raise NothingChosen
    photo = await upload.read()
    if len(photo) > limit_bytes:
        raise PhotoTooHeavy(len(photo), limit_bytes)
    return photo
