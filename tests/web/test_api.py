import httpx
import pytest

from core import errors
from core.emotion import Emotion
from core.mood import Goal, MoodName, MoodPoint
from core.music import Lack, Shortage
from tests.fakes.services import (
    NO_FACE,
    PLAYLIST_URL,
    FakePublisher,
    FakeReader,
    FakeRecommender,
    face,
    reading,
    scores,
    services,
)
from tests.web.visitor import JPEG, visitor

EVEN = dict.fromkeys(Emotion, 1 / 7)
PHOTO = ("photo", ("a.jpg", JPEG))


async def send(path: str, order: object, **rooms: object) -> httpx.Response:
    async with visitor(services(**rooms)) as client:
        return await client.post(f"/api/v1{path}", json=order)


async def send_form(reader: FakeReader | None = None, *, photos: int = 1, **fields: str) -> httpx.Response:
    async with visitor(services(reader=reader)) as client:
        return await client.post("/api/v1/mood", data=fields, files=[PHOTO] * photos)


def is_problem(answer: httpx.Response, status: int, kind: str) -> bool:
    told = answer.json()
    return (answer.status_code, answer.headers["content-type"], told["status"], told["type"]) == (
        status,
        "application/problem+json",
        status,
        f"urn:moodtape:problem:{kind}",
    )


async def test_a_mood_gives_a_tape_and_no_reading() -> None:
    told = (await send("/mood", {"mood": "calm", "length": 7})).json()
    assert told["reading"] is None
    assert told["tape"]["mood"]["name"] == "calm"
    assert len(told["tape"]["tracks"]) == 7
    assert told["tape"]["playlist"] == {"url": PLAYLIST_URL}


async def test_a_photo_gives_a_reading_and_a_tape() -> None:
    group = reading(face(scores(Emotion.SAD)), face(x_min=400))
    told = (await send_form(FakeReader(group), consent="yes", length="5")).json()
    assert [one["number"] for one in told["reading"]["faces"]] == [1, 2]
    assert told["reading"]["faces"][0]["emotions"]["sad"] == 0.7
    assert len(told["tape"]["tracks"]) == 5


async def test_a_photo_needs_consent() -> None:
    reader = FakeReader()
    answer = await send_form(reader)
    assert is_problem(answer, 422, "values-invalid")
    assert answer.json()["errors"] == [{"at": "consent", "detail": "Field required"}]
    assert reader.photos == []


async def test_stills_are_averaged() -> None:
    reader = FakeReader()
    answer = await send_form(reader, photos=3, consent="yes")
    assert answer.status_code == 200
    assert len(reader.photos) == 3


@pytest.mark.parametrize(
    ("feeling", "value"),
    [
        ({"mood": "fear"}, MoodName.FEAR),
        ({"point": {"valence": -0.5, "arousal": 0.25}}, MoodPoint(-0.5, 0.25)),
        ({"emotions": EVEN | {"happy": 0.9} | dict.fromkeys(list(Emotion)[:3], 0.0)}, None),
    ],
)
async def test_a_feeling_is_a_mood_a_point_or_emotions(feeling: dict[str, object], value: object) -> None:
    recommender = FakeRecommender()
    answer = await send("/tapes", {"feeling": feeling}, recommender=recommender)
    if value is None:
        assert is_problem(answer, 422, "values-invalid")
    else:
        assert answer.status_code == 201
        assert recommender.requests[0].feeling == value


async def test_all_wishes_reach_the_recommender() -> None:
    recommender = FakeRecommender()
    wishes = {"goal": "take-me", "destination": "calm", "energy": -0.5, "avoid": ["5", "7"], "decades": [1980]}
    answer = await send("/tapes", {"feeling": {"mood": "sad"}, "seed": 3, **wishes}, recommender=recommender)
    request = recommender.requests[0]
    assert answer.status_code == 201
    assert (request.goal, request.destination, request.energy) == (Goal.TAKE_ME, MoodName.CALM, -0.5)
    assert (request.avoid, request.decades, request.seed) == ({5, 7}, {1980}, 3)


async def test_a_tape_can_be_asked_for_again() -> None:
    async with visitor() as client:
        made = await client.post("/api/v1/tapes", json={"feeling": {"mood": "happy"}})
        again = await client.get(made.headers["location"])
        other = await client.get("/api/v1/tapes/guessed")
    assert again.json() == made.json()
    assert is_problem(other, 404, "tape-unknown")


@pytest.mark.parametrize(
    ("order", "at"),
    [
        ({}, "feeling"),
        ({"feeling": {"mood": "bored"}}, "feeling.mood"),
        ({"feeling": {}}, "feeling"),
        ({"feeling": {"mood": "happy"}, "length": "20"}, "length"),
        ({"feeling": {"mood": "happy"}, "length": 101}, "length"),
        ({"feeling": {"mood": "happy"}, "goal": "take-me"}, ""),
        ({"feeling": {"mood": "happy"}, "tastes": []}, "tastes"),
        ({"feeling": {"mood": "happy"}, "avoid": ["9" * 19]}, ""),
    ],
)
async def test_wrong_values_are_named_by_their_place(order: dict[str, object], at: str) -> None:
    answer = await send("/tapes", order)
    assert is_problem(answer, 422, "values-invalid")
    assert at in {error["at"] for error in answer.json()["errors"]}


@pytest.mark.parametrize(
    ("body", "content_type", "status", "kind"),
    [
        (b"{", "application/json", 422, "values-invalid"),
        (b"\xff", "application/json", 422, "values-invalid"),
        (b"x" * 70_000, "application/json", 413, "body-too-heavy"),
        (b"mood=happy", "application/x-www-form-urlencoded", 415, "content-type-unknown"),
        (b"--x", "multipart/form-data", 400, "form-unreadable"),
    ],
)
async def test_a_broken_body_is_a_problem_document(body: bytes, content_type: str, status: int, kind: str) -> None:
    async with visitor() as client:
        answer = await client.post("/api/v1/mood", content=body, headers={"Content-Type": content_type})
    assert is_problem(answer, status, kind)


@pytest.mark.parametrize(
    ("rooms", "status", "kind"),
    [
        ({"reader": FakeReader(NO_FACE)}, 422, "no-face"),
        ({"reader": FakeReader(error=errors.NotAnImage())}, 400, "not-an-image"),
        ({"reader": FakeReader(error=errors.Busy(3))}, 503, "busy"),
        ({"reader": FakeReader(error=RuntimeError("hunter2"))}, 500, "incident"),
        ({"recommender": FakeRecommender(error=errors.NoTracks())}, 503, "no-tracks"),
        ({"recommender": FakeRecommender(error=errors.NoTracks(Shortage(5, ((Lack.GENRE, 9),))))}, 422, "no-tracks"),
    ],
)
async def test_each_refusal_is_a_problem_document(rooms: dict[str, object], status: int, kind: str) -> None:
    async with visitor(services(**rooms)) as client:
        answer = await client.post("/api/v1/mood", data={"consent": "yes"}, files=[PHOTO])
    assert is_problem(answer, status, kind)
    assert "hunter2" not in answer.text


async def test_refusals_at_the_door_are_problem_documents_too() -> None:
    async with visitor(limit_bytes=10_000) as client:
        heavy = await client.post("/api/v1/mood", content=b"x" * 80_000)
        foreign = await client.post("/api/v1/mood", json={}, headers={"Origin": "https://evil.example"})
        host = await client.get("/api/v1/tapes/a", headers={"Host": "evil.example"})
        nowhere = await client.get("/api/v1/nothing")
    assert is_problem(heavy, 413, "photo-too-heavy")
    assert is_problem(foreign, 403, "foreign-page")
    assert is_problem(host, 400, "host-unknown")
    assert is_problem(nowhere, 404, "not-found")


async def test_a_page_elsewhere_may_call_where_it_is_allowed() -> None:
    origin = {"Origin": "https://tape.example", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    async with visitor(api_origins=["https://tape.example"]) as client:
        answer = await client.post("/api/v1/mood", json={"mood": "happy"}, headers=origin)
        form = await client.post("/tape", data={"mood": "happy"}, headers=origin)
    assert answer.headers["access-control-allow-origin"] == "https://tape.example"
    assert (answer.status_code, form.status_code) == (200, 403)


async def test_spotify_trouble_is_told_beside_the_tape() -> None:
    told = (await send("/mood", {"mood": "calm"}, publisher=FakePublisher(error=errors.SpotifyRateLimited(40)))).json()
    assert told["tape"]["playlist"] is None
    assert "Spotify asks me to wait 40 seconds" in told["tape"]["playlist_problem"]
