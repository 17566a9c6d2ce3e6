import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from core.errors import PortTaken, SettingsInvalid
from core.ports import Services
from tests.fakes.services import FakeReader, services
from tests.fakes.words import LANGUAGES
from tests.web.visitor import AGREED, JPEG
from web.rates import Rates
from web.server import create_page, serve


@asynccontextmanager
async def served(
    rooms: Services | None = None,
    *,
    limit_bytes: int = 1_000_000,
    proxies: Collection[str] = (),
    drain_s: int = 5,
    **more: Any,
) -> AsyncIterator[str]:
    """Serve on a free port; stop and wait at the end."""
    stop = asyncio.Event()
    ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    page = create_page(rooms or services(), languages=LANGUAGES, limit_bytes=limit_bytes, **more)
    way = {"host": "127.0.0.1", "port": 0, "proxies": proxies, "drain_s": drain_s}
    task = asyncio.create_task(serve(page, stop=stop, on_ready=ready.set_result, **way))
    try:
        yield f"http://127.0.0.1:{await ready}"
    finally:
        stop.set()
        await asyncio.wait_for(task, 5)


@pytest.mark.parametrize(("proxies", "statuses"), [((), [200, 429]), (("127.0.0.1",), [200, 200])])
async def test_only_a_named_proxy_is_believed_about_whom_it_speaks_for(
    proxies: tuple[str, ...], statuses: list[int]
) -> None:
    told = []
    async with served(proxies=proxies, rates=Rates(makes=1)) as home, httpx.AsyncClient(base_url=home) as client:
        for host in ("192.0.2.1", "192.0.2.2"):
            answer = await client.post("/tape", data={"mood": "calm"}, headers={"X-Forwarded-For": host})
            told.append(answer.status_code)
    assert told == statuses


@pytest.fixture
def handlers() -> Callable[[], list[object]]:
    return lambda: [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]


async def test_serve_answers_until_it_is_stopped(handlers: Callable[[], list[object]]) -> None:
    before = handlers()
    async with served() as home, httpx.AsyncClient(base_url=home, cookies=AGREED) as client:
        answer = await client.get("/healthz")
        assert handlers() == before
    assert answer.json() == {"status": "ok"}
    assert "server" not in answer.headers
    async with httpx.AsyncClient() as late:
        with pytest.raises(httpx.ConnectError):
            await late.get(f"{home}/healthz")


async def test_photo_becomes_a_tape_over_a_real_socket() -> None:
    async with served() as home, httpx.AsyncClient(base_url=home, cookies=AGREED) as client:
        answer = await client.post("/tape", files={"photo": ("selfie.jpg", JPEG)}, headers={"Origin": home})
    assert answer.status_code == 200
    assert "You look mostly happy" in answer.text


async def test_sender_of_a_heavy_photo_sees_the_answer_and_not_a_reset() -> None:
    async with served(limit_bytes=1_000_000) as home, httpx.AsyncClient(base_url=home, cookies=AGREED) as client:
        answer = await client.post("/tape", files={"photo": ("selfie.jpg", b"x" * 6_000_000)})
    assert answer.status_code == 413
    assert "That file is too large (6 MB)" in answer.text


async def test_sender_of_an_undeclared_heavy_photo_sees_the_answer() -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
        for _ in range(60):
            yield b"x" * 100_000

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with served(limit_bytes=1_000_000) as home, httpx.AsyncClient(base_url=home, cookies=AGREED) as client:
        answer = await client.post("/tape", content=body(), headers=headers)
    assert answer.status_code == 413


async def test_stop_lets_a_request_under_way_finish() -> None:
    gate = asyncio.Event()
    reader = FakeReader(gate=gate)
    async with httpx.AsyncClient(cookies=AGREED) as client:
        async with served(services(reader=reader)) as home:
            asking = asyncio.create_task(client.post(f"{home}/tape", files={"photo": ("a.jpg", JPEG)}))
            asyncio.get_running_loop().call_later(0.6, gate.set)
            await asyncio.sleep(0.3)
        assert reader.photos == [JPEG]
        assert (await asking).status_code == 200


async def test_a_request_that_a_stop_cuts_short_is_asked_to_come_again(caplog: pytest.LogCaptureFixture) -> None:
    started = {"Content-Type": "multipart/form-data; boundary=x", "Accept-Language": "de"}

    async def body() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
        await asyncio.sleep(30)

    async with httpx.AsyncClient(cookies=AGREED) as client:
        async with served(drain_s=1) as home:
            asking = asyncio.create_task(client.post(f"{home}/tape", content=body(), headers=started))
            await asyncio.sleep(0.3)
        answer = await asking
    assert answer.status_code == 503
    assert "Ich starte gerade neu; frag bitte in einer Minute noch einmal." in answer.text
    assert not any(record.exc_info for record in caplog.records)


async def test_a_photo_whose_reading_a_stop_cuts_short_is_answered_too() -> None:
    photo, agreed = {"photo": ("a.jpg", JPEG)}, {"consent": "yes"}
    async with httpx.AsyncClient() as client:
        async with served(services(reader=FakeReader(gate=asyncio.Event())), drain_s=1) as home:
            asking = asyncio.create_task(client.post(f"{home}/api/v1/mood", files=photo, data=agreed))
            await asyncio.sleep(0.3)
        told = (await asking).json()
    assert (told["status"], told["type"]) == (503, "urn:moodtape:problem:restarting")


async def test_taken_port_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken) as caught:
            await serve(create_page(services(), languages=LANGUAGES), host="127.0.0.1", port=port, stop=asyncio.Event())
    assert caught.value.port == port


async def test_address_of_another_machine_is_a_wrong_setting() -> None:
    with pytest.raises(SettingsInvalid) as caught:
        await serve(create_page(services(), languages=LANGUAGES), host="192.0.2.1", port=0, stop=asyncio.Event())
    assert caught.value.setting == "WEB_HOST"


async def test_cancelled_serve_frees_its_port() -> None:
    ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    page = create_page(services(), languages=LANGUAGES)
    task = asyncio.create_task(serve(page, host="127.0.0.1", port=0, stop=asyncio.Event(), on_ready=ready.set_result))
    port = await ready
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    socket.create_server(("127.0.0.1", port)).close()
