import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from starlette.requests import Request

from core import errors, wording
from core.errors import MoodtapeError
from core.faces import FaceQuality, FaceReason
from core.mood import MoodName
from core.music import Shortage
from core.wording import mood_word
from tests.fakes.services import NO_FACE, FakeReader, FakeRecommender, face, reading, services
from tests.fakes.words import ENGLISH
from tests.web.visitor import send_fields, send_photo, visitor, words
from web.forms import read_order
from web.problems import PageProblem, UploadTooSlow
from web.wording import PROBLEM_SENTENCES, sentence

SAMPLES = {
    FaceReason: FaceReason.DARK,
    int: 30_000_000,
    float: 12.0,
    str: "this one",
    Path: Path("there"),
    Shortage | None: None,
}
STATUSES = {
    errors.NotAnImage: 400,
    errors.DamagedPhoto: 400,
    errors.PhotoTooHeavy: 413,
    errors.TooManyPixels: 400,
    errors.PhotoUnavailable: 400,
    errors.NoFace: 422,
    errors.FaceUnclear: 422,
    errors.UnknownMood: 400,
    errors.Busy: 503,
    errors.NoTracks: 503,
    errors.ModelMissing: 503,
}


KINDS = tuple(PageProblem.__subclasses__())


def sample(kind: type[MoodtapeError]) -> MoodtapeError:
    return kind(*(SAMPLES[field.type] for field in fields(kind))) if is_dataclass(kind) else kind()


@pytest.mark.parametrize("kind", wording.SENTENCES)
async def test_each_error_gives_its_sentence_with_the_form_and_the_moods(kind: type[MoodtapeError]) -> None:
    problem = sample(kind)
    answer = await send_photo(services(reader=FakeReader(error=problem)))
    assert answer.status_code == STATUSES.get(kind, answer.status_code)
    assert answer.status_code >= 400
    assert wording.sentence(problem, ENGLISH) in words(answer)
    assert 'name="photo"' in answer.text
    assert 'name="mood" value="calm"' in answer.text


async def test_no_face_offers_the_moods() -> None:
    answer = await send_photo(services(reader=FakeReader(NO_FACE)), tracks="12")
    assert answer.status_code == 422
    assert "I cannot see a face" in words(answer)
    assert 'name="tracks" min="5" max="50" value="12"' in answer.text


async def test_a_face_that_cannot_be_read_offers_the_moods() -> None:
    dark = replace(face(), quality=FaceQuality((FaceReason.DARK,)))
    answer = await send_photo(services(reader=FakeReader(reading(dark))))
    assert answer.status_code == 422
    assert "I can see a face, but it is too dark" in words(answer)
    assert 'name="mood" value="calm"' in answer.text


async def test_busy_says_when_to_come_back() -> None:
    answer = await send_photo(services(reader=FakeReader(error=errors.Busy(2.2))))
    assert answer.headers["retry-after"] == "3"


@pytest.mark.parametrize("tracks", ["abc", "4", "51", "-1", "1e9", "20.5", "9" * 5000])
async def test_odd_number_of_tracks_is_refused(tracks: str) -> None:
    recommender = FakeRecommender()
    answer = await send_fields(services(recommender=recommender), mood="calm", tracks=tracks)
    assert answer.status_code == 400
    assert "A tape has 5 to 50 tracks" in words(answer)
    assert recommender.requests == []


@pytest.mark.parametrize("mood", ["blue", "HAPPY", "surprise", "<b>", "happy\x00"])
async def test_mood_that_is_not_offered_is_refused(mood: str) -> None:
    answer = await send_fields(mood=mood)
    assert answer.status_code == 400
    assert "I do not know that mood" in words(answer)


@pytest.mark.parametrize("fields", [{}, {"tracks": "20"}, {"mood": "", "tracks": ""}, {"photo": "selfie.jpg"}])
async def test_neither_photo_nor_mood_is_said_so(fields: dict[str, str]) -> None:
    answer = await send_fields(None, **fields)
    assert answer.status_code == 400
    assert "Please choose a photo, or pick a mood." in words(answer)


async def test_photo_field_left_empty_by_a_browser_counts_as_no_photo() -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="photo"; filename=""\r\n\r\n\r\n--x--\r\n'
    async with visitor() as client:
        answer = await client.post("/tape", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert "Please choose a photo, or pick a mood." in words(answer)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (b"nothing of the kind", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b"&".join(b"a=1" for _ in range(99)), "application/x-www-form-urlencoded"),
        (b"mood=" + b"h" * 20_000, "application/x-www-form-urlencoded"),
    ],
)
async def test_broken_form_is_said_so(body: bytes, content_type: str) -> None:
    async with visitor() as client:
        answer = await client.post("/tape", content=body, headers={"Content-Type": content_type})
    assert answer.status_code == 400
    assert "That form did not arrive in one piece" in words(answer)


async def test_unexpected_error_shows_an_incident_and_no_cause(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="web"):
        answer = await send_photo(services(reader=FakeReader(error=RuntimeError("token=hunter2"))))
    incident = caplog.records[0].getMessage().removeprefix("incident ")
    assert answer.status_code == 500
    assert incident in words(answer)
    assert "hunter2" not in answer.text
    assert "RuntimeError" not in answer.text


async def test_wrong_method_is_refused() -> None:
    async with visitor() as client:
        answer = await client.delete("/tape")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


def test_each_page_problem_has_a_sentence() -> None:
    samples = SAMPLES | {tuple[tuple[str, str], ...]: (("feeling.mood", "Field required"),)}
    made = [kind(*(samples[field.type] for field in fields(kind))) if is_dataclass(kind) else kind() for kind in KINDS]
    assert set(PROBLEM_SENTENCES) == set(KINDS)
    assert all(sentence(problem, ENGLISH).endswith(".") for problem in made)


def test_each_mood_has_a_word() -> None:
    assert len({mood_word(mood, ENGLISH) for mood in MoodName}) == len(MoodName)


async def test_an_upload_that_never_ends_is_given_up() -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
        while True:
            await asyncio.sleep(0.01)
            yield b"x"

    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"multipart/form-data; boundary=b")]}
    chunks = endless()

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": await anext(chunks), "more_body": True}

    with pytest.raises(UploadTooSlow):
        await read_order(Request(scope, receive), limit_bytes=1_000_000, limit_s=0.1)


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "//", "x"])
async def test_an_origin_that_is_no_address_is_foreign(origin: str) -> None:
    async with visitor(services()) as client:
        answer = await client.post("/tape", data={"mood": "happy"}, headers={"Origin": origin})
    assert answer.status_code == 403
