"""The API for programs: a mood or a photo goes in, a tape comes out; every problem is an RFC 9457 document."""

import asyncio
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, TypeVar

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ValidationError
from pydantic.json_schema import models_json_schema
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response

from core.errors import MoodtapeError
from core.faces import Reading
from core.flow import playlist_from_request, read_faces
from core.language import Words
from core.payload import result_payload
from core.ports import PlaylistPublisher, Services, TapeRequest
from core.wording import instead_of_playlist
from web.answers import Answer, details
from web.api_models import MoodAnswer, MoodOrder, PhotoOrder, ProblemDetails, ReadingTold, Sent, TapeOrder, TapeTold
from web.forms import STILLS_MAX, UPLOAD_S, open_form, photos_of
from web.guards import Incidents
from web.playlists import with_playlist
from web.problems import BodyTooHeavy, ContentTypeUnknown, PageProblem, UploadTooSlow, ValuesInvalid
from web.shelf import Shelf, Shelved, waits
from web.wording import API_ABOUT, API_PROBLEMS

JSON_BYTES = 64_000
LISTS = ("avoid", "genres", "languages", "decades")
"""What a form may say several times."""
VERSION = "1.0"
_UNSEEN: tuple[type[BaseModel], ...] = (MoodOrder, PhotoOrder, TapeOrder, ProblemDetails)
PHOTOS = {
    "type": "array",
    "items": {"type": "string", "format": "binary"},
    "minItems": 1,
    "maxItems": STILLS_MAX,
    "description": "One photo, or the stills of a few seconds, whose readings are averaged.",
}
_REF = "#/components/schemas/{model}"

Responses = dict[int | str, dict[str, Any]]
SentT = TypeVar("SentT", bound=Sent)


def create_api(
    services: Services,
    shelf: Shelf,
    *,
    answer: Answer,
    english: Words,
    uploads: asyncio.Semaphore,
    limit_bytes: int,
    origins: Collection[str],
) -> FastAPI:
    """Make the application that stands under /api/v1; pages of `origins` may call it from browsers."""
    api = FastAPI(
        title="Moodtape", version=VERSION, description=API_ABOUT, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    api.openapi = lambda: _described(api)
    _add_calls(api, services, shelf, english, uploads=uploads, limit_bytes=limit_bytes)
    _add_tape(api, services.publisher, shelf, english)
    _add_problems(api, answer, english("web-refused"))
    api.add_middleware(Incidents, answer=answer)
    if origins:
        api.add_middleware(CORSMiddleware, allow_origins=list(origins), allow_methods=["GET", "POST"])
    return api


def _add_calls(
    api: FastAPI, services: Services, shelf: Shelf, english: Words, *, uploads: asyncio.Semaphore, limit_bytes: int
) -> None:
    async def make(request: TapeRequest, *, reading: Reading | None = None) -> TapeTold:
        return _tape(shelf.put(await playlist_from_request(request, services=services, reading=reading)), english)

    async def mood(request: Request) -> MoodAnswer:
        """Read a photo, or take a picked mood, and make a tape for it."""
        if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            order = await _sent(request, MoodOrder)
            return MoodAnswer(reading=None, tape=await make(order.request(order.mood)))
        async with uploads, open_form(request, limit_bytes=limit_bytes) as form:
            wishes = _form_order(form)
            photos = await photos_of(form, limit_bytes=limit_bytes)
        reading = await read_faces(*photos, services=services)
        tape = await make(wishes.request(reading.room()), reading=reading)
        return MoodAnswer(reading=_reading(reading), tape=tape)

    async def tapes(request: Request, response: Response) -> TapeTold:
        """Make a tape from a whole request."""
        order = await _sent(request, TapeOrder)
        tape = await make(order.request(order.feeling.value()))
        response.headers["Location"] = f"{request.scope['root_path']}/tapes/{tape.id}"
        return tape

    made = _refusals(*(status for status in API_PROBLEMS if status != 404))
    moods, whole = _body(MoodOrder, PhotoOrder), _body(TapeOrder)
    api.add_api_route(
        "/mood", mood, methods=["POST"], responses=made, openapi_extra=moods, operation_id="make_for_mood"
    )
    api.add_api_route(
        "/tapes", tapes, methods=["POST"], status_code=201, responses=made, openapi_extra=whole, operation_id="make"
    )


def _add_tape(api: FastAPI, publisher: PlaylistPublisher, shelf: Shelf, english: Words) -> None:
    async def tape(number: str) -> TapeTold:
        """Give a tape that was made within the last hour, or day where it waits for its playlist."""
        shelved = shelf.get(number)
        told = _tape(shelved, english)
        not_yet = {"playlist_problem": english("web-playlist-not-yet")} if waits(shelved.result) else {}
        return told.model_copy(update=not_yet)

    async def playlist(number: str) -> TapeTold:
        """Make a tape's playlist when Spotify allows one again, and give the tape anew.

        However often it is asked for there is one playlist; none where playlists are not set up here. 503 with
        `Retry-After` says that Spotify does not allow it yet, 422 that it has none of the tracks.
        """
        language = english.language.value
        made = await with_playlist(shelf.get(number), shelf=shelf, publisher=publisher, language=language)
        return _tape(made, english)

    found, later = _refusals(400, 403, 404, 429, 500), _refusals(400, 403, 404, 413, 422, 429, 500, 503)
    api.add_api_route("/tapes/{number}", tape, methods=["GET"], responses=found, operation_id="get")
    api.add_api_route(
        "/tapes/{number}/playlist", playlist, methods=["POST"], responses=later, operation_id="make_playlist"
    )


def _add_problems(api: FastAPI, answer: Answer, not_that_way: str) -> None:
    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, MoodtapeError | PageProblem)  # noqa: S101
        return answer(request.scope, error)

    async def refusal(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        code = "not-found" if error.status_code == 404 else "not-that-way"
        refused = details(error.status_code, code, not_that_way)
        refused.headers.update(error.headers or {})
        return refused

    api.add_exception_handler(MoodtapeError, problem)
    api.add_exception_handler(PageProblem, problem)
    api.add_exception_handler(HTTPException, refusal)


async def _sent(request: Request, kind: type[SentT]) -> SentT:
    """Read a JSON body.

    Raises:
        ContentTypeUnknown: It says that it is something else.
        BodyTooHeavy: It weighs more than `JSON_BYTES`.
        UploadTooSlow: It takes too long to arrive.
        ValuesInvalid: It is no JSON, or its values cannot be used.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise ContentTypeUnknown
    body = bytearray()
    try:
        async with asyncio.timeout(UPLOAD_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > JSON_BYTES:
                    raise BodyTooHeavy(JSON_BYTES)
        return kind.model_validate_json(bytes(body), strict=True)
    except TimeoutError as error:
        raise UploadTooSlow from error
    except ValidationError as error:
        raise _values_invalid(error) from error


def _form_order(form: FormData) -> PhotoOrder:
    names = {name for name in form if name != "photo"}
    told = {name: form.getlist(name) if name in LISTS else form[name] for name in names}
    try:
        return PhotoOrder.model_validate(told)
    except ValidationError as error:
        raise _values_invalid(error) from error


def _values_invalid(error: ValidationError) -> ValuesInvalid:
    wrong = error.errors(include_url=False, include_context=False, include_input=False)
    return ValuesInvalid(tuple((".".join(map(str, each["loc"])), each["msg"]) for each in wrong[:20]))


def _tape(shelved: Shelved, english: Words) -> TapeTold:
    result, until = shelved.result, datetime.fromtimestamp(shelved.until_s, UTC).isoformat(timespec="seconds")
    told = result_payload(result, english)
    tracks = [told | {"key": str(track.key)} for told, track in zip(told["tracks"], result.tracks, strict=True)]
    problem = instead_of_playlist(result.spotify_problem, english) if result.spotify_problem else None
    return TapeTold.model_validate(
        told | {"id": shelved.name, "expires_at": until, "tracks": tracks, "playlist_problem": problem}
    )


def _reading(reading: Reading) -> ReadingTold:
    faces = [
        {
            "number": number,
            "box": [face.box.x_min, face.box.y_min, face.box.x_max, face.box.y_max],
            "score": face.score,
            "sure": face.sure,
            "emotions": face.emotions.as_dict(),
            "quality": {"ok": face.quality.ok, "reasons": face.quality.reasons},
        }
        for number, face in enumerate(reading.faces, 1)
    ]
    room = reading.room().as_dict()
    return ReadingTold.model_validate({"width": reading.width, "height": reading.height, "faces": faces, "room": room})


def _described(api: FastAPI) -> dict[str, Any]:
    """Give the OpenAPI description, with what FastAPI does not see: what is sent, and problems."""
    if not api.openapi_schema:
        told = get_openapi(title=api.title, version=api.version, description=api.description, routes=api.routes)
        _drop_fastapis_own_problem(told)
        told["servers"] = [{"url": "/api/v1"}]
        _, unseen = models_json_schema([(kind, "validation") for kind in _UNSEEN], ref_template=_REF)
        told["components"]["schemas"] |= unseen["$defs"]
        told["components"]["schemas"]["PhotoOrder"]["properties"] |= {"photo": PHOTOS}
        told["components"]["schemas"]["PhotoOrder"]["required"] += ["photo"]
        api.openapi_schema = told
    return api.openapi_schema


def _drop_fastapis_own_problem(told: dict[str, Any]) -> None:
    """Leave out the 422 that FastAPI would answer a path with; a tape's id can be any text."""
    told["paths"]["/tapes/{number}"]["get"]["responses"].pop("422", None)
    for name in ("HTTPValidationError", "ValidationError"):
        told["components"]["schemas"].pop(name, None)


def _body(as_json: type[Sent], as_form: type[Sent] | None = None) -> dict[str, Any]:
    kinds = {"application/json": as_json} | ({"multipart/form-data": as_form} if as_form else {})
    content = {name: {"schema": {"$ref": _REF.format(model=kind.__name__)}} for name, kind in kinds.items()}
    return {"requestBody": {"required": True, "content": content}}


def _refusals(*statuses: int) -> Responses:
    return {status: _documented(API_PROBLEMS[status]) for status in statuses}


def _documented(words: str) -> dict[str, Any]:
    problem = {"schema": {"$ref": _REF.format(model=ProblemDetails.__name__)}}
    return {"description": words, "content": {"application/problem+json": problem}}
