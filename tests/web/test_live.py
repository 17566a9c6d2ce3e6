import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from core.emotion import EMOTIONS, Emotion
from core.errors import Busy, NotAnImage
from core.faces import Reading
from tests.fakes.services import NO_FACE, FakeReader, face, reading, scores, services
from tests.fakes.words import ENGLISH
from tests.web.test_serve import served
from tests.web.visitor import JPEG
from web.consent import COOKIE, YES
from web.live import INTERNAL, POLICY, TOO_BIG, TRY_LATER, LiveLimits, live_payload

AGREED = {"Cookie": f"{COOKIE}={YES}"}


@asynccontextmanager
async def live(
    reader: FakeReader | None = None, *, limits: LiveLimits | None = None, **headers: str
) -> AsyncIterator[ClientConnection]:
    async with served(services(reader=reader or FakeReader()), live=limits) as home:
        address = f"{home.replace('http', 'ws')}/live"
        async with connect(address, additional_headers=AGREED | headers, compression=None, proxy=None) as socket:
            yield socket


async def close_code(socket: ClientConnection) -> int | None:
    async with asyncio.timeout(5):
        await socket.wait_closed()
    return socket.close_code


async def test_a_frame_is_answered_with_boxes_and_probabilities() -> None:
    async with live() as socket:
        await socket.send(JPEG)
        told = json.loads(await socket.recv())
    assert told["faces"] == [[0.1562, 0.1667, 0.4688, 0.5833]]
    assert told["room"][EMOTIONS.index(Emotion.HAPPY)] == 0.7
    assert told["line"] == "One face; mostly happy."


async def test_frames_that_nobody_waited_for_are_dropped_but_the_newest() -> None:
    gate = asyncio.Event()
    reader = FakeReader(gate=gate)
    async with live(reader) as socket:
        await socket.send(b"first")
        await asyncio.sleep(0.2)
        for number in range(8):
            await socket.send(b"frame %d" % number)
        await (await socket.ping())
        await asyncio.sleep(0.1)
        gate.set()
        await socket.recv()
        await socket.recv()
    assert reader.photos == [b"first", b"frame 7"]


async def test_no_more_frames_are_read_a_second_than_allowed() -> None:
    reader = FakeReader()
    async with live(reader, limits=LiveLimits(frames_a_second=10)) as socket:
        begun = asyncio.get_running_loop().time()
        for _ in range(5):
            await socket.send(JPEG)
            await socket.recv()
        lasted_s = asyncio.get_running_loop().time() - begun
    assert lasted_s >= 0.38


async def test_all_live_frames_together_take_no_more_readers_than_allowed() -> None:
    gate = asyncio.Event()
    reader = FakeReader(gate=gate)
    async with served(services(reader=reader), live=LiveLimits(readers=1, connections_each=3)) as home:
        address = f"{home.replace('http', 'ws')}/live"
        sockets = [await connect(address, additional_headers=AGREED, proxy=None) for _ in range(3)]
        for socket in sockets:
            await socket.send(JPEG)
        await asyncio.sleep(0.2)
        assert len(reader.photos) == 1
        gate.set()
        for socket in sockets:
            await socket.recv()
            await socket.close()
    assert len(reader.photos) == 3


async def test_leaving_does_not_free_a_reader_that_still_reads() -> None:
    gate = asyncio.Event()
    reader = FakeReader(gate=gate)
    async with served(services(reader=reader)) as home:
        address = f"{home.replace('http', 'ws')}/live"
        for _ in range(2):
            async with connect(address, additional_headers=AGREED, proxy=None) as socket:
                await socket.send(JPEG)
                await asyncio.sleep(0.2)
        assert len(reader.photos) == 1
        gate.set()


async def test_without_consent_there_is_no_live_view() -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with live(Cookie="other=1"):
            pass
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Host": "evil.example"}])
async def test_other_sites_get_no_live_view(headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with live(**headers):
            pass
    assert refused.value.response.status_code in (400, 403)


async def test_too_heavy_a_frame_ends_the_connection() -> None:
    reader = FakeReader()
    async with live(reader) as socket:
        await socket.send(b"x" * 200_001)
        assert await close_code(socket) == TOO_BIG
    assert reader.photos == []


async def test_a_frame_of_too_many_pixels_ends_the_connection() -> None:
    async with live(FakeReader(Reading(4000, 3000, ()))) as socket:
        await socket.send(JPEG)
        assert await close_code(socket) == TOO_BIG


@pytest.mark.parametrize(("sent", "error"), [("text", None), (b"", None), (JPEG, NotAnImage())])
async def test_what_is_no_picture_ends_the_connection(sent: bytes | str, error: Exception | None) -> None:
    async with live(FakeReader(error=error)) as socket:
        await socket.send(sent)
        assert await close_code(socket) == POLICY


async def test_an_unforeseen_error_ends_the_connection_and_tells_no_cause() -> None:
    async with live(FakeReader(error=RuntimeError("token=hunter2"))) as socket:
        await socket.send(JPEG)
        assert await close_code(socket) == INTERNAL
        assert "hunter2" not in (socket.close_reason or "")


async def test_a_silent_connection_is_ended() -> None:
    async with live(limits=LiveLimits(idle_s=0.2)) as socket:
        assert await close_code(socket) == 1001


async def test_one_address_has_few_connections_and_gets_them_back() -> None:
    async with served(live=LiveLimits(connections_each=1)) as home:
        address = f"{home.replace('http', 'ws')}/live"
        async with connect(address, additional_headers=AGREED, proxy=None) as first:
            await first.send(JPEG)
            await first.recv()
            async with connect(address, additional_headers=AGREED, proxy=None) as second:
                assert await close_code(second) == TRY_LATER
        await asyncio.sleep(0.1)
        async with connect(address, additional_headers=AGREED, proxy=None) as third:
            await third.send(JPEG)
            assert json.loads(await third.recv())["room"]


async def test_a_busy_reader_asks_for_patience() -> None:
    async with live(FakeReader(error=Busy(2.5))) as socket:
        await socket.send(JPEG)
        assert json.loads(await socket.recv()) == {"wait_s": 2.5}


async def test_stopping_ends_live_connections_at_once() -> None:
    async with live() as socket:
        await socket.send(JPEG)
        await socket.recv()


def test_no_face_has_no_probabilities_and_says_what_to_do() -> None:
    told = live_payload(NO_FACE, ENGLISH)
    assert told == {"faces": [], "room": None, "line": "No face yet; look into the camera."}


def test_a_group_is_told_as_a_room() -> None:
    group = reading(face(scores(Emotion.SAD)), face(scores(Emotion.SAD), x_min=400))
    assert live_payload(group, ENGLISH)["line"] == "2 faces; mostly sad."
