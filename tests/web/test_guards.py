import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.formparsers import MultiPartParser

from tests.fakes.services import FakeReader, services
from tests.fakes.words import LANGUAGES
from tests.web.visitor import send_fields, send_photo, visitor, words
from web.guards import FORM_BYTES, LINGER_LIMITS, STRICT_HEADERS
from web.pages import STRICT_POLICY
from web.server import create_page

LIMIT_BYTES = 100_000
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
PART = b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'


class Upload:
    """A photo that never ends; counts what was taken of it."""

    def __init__(self) -> None:
        self.taken_bytes = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield PART
        while True:
            self.taken_bytes += 10_000
            yield b"x" * 10_000


async def post(body: Upload, *, reader: FakeReader, **headers: str) -> httpx.Response:
    async with visitor(services(reader=reader), limit_bytes=LIMIT_BYTES) as client:
        return await client.post("/tape", content=body, headers=MULTIPART | headers)


async def test_declared_weight_is_refused_before_the_photo_is_parsed() -> None:
    reader = FakeReader()
    answer = await post(Upload(), reader=reader, **{"Content-Length": "45000000"})
    assert answer.status_code == 413
    assert "That file is too large (45 MB)" in words(answer)
    assert answer.headers["connection"] == "close"
    assert reader.photos == []


async def test_declared_weight_is_refused_unread_while_the_sender_waits() -> None:
    body = Upload()
    answer = await post(body, reader=FakeReader(), **{"Content-Length": "45000000", "Expect": "100-continue"})
    assert answer.status_code == 413
    assert body.taken_bytes == 0


async def test_endless_photo_is_refused_while_reading() -> None:
    body, reader = Upload(), FakeReader()
    answer = await post(body, reader=reader)
    assert answer.status_code == 413
    assert "That file is too large" in words(answer)
    assert body.taken_bytes <= (LINGER_LIMITS + 1) * LIMIT_BYTES + FORM_BYTES + 20_000
    assert reader.photos == []


async def test_photo_just_over_the_limit_is_refused() -> None:
    answer = await send_photo(photo=b"x" * (LIMIT_BYTES + 1), limit_bytes=LIMIT_BYTES)
    assert answer.status_code == 413


async def test_photo_of_exactly_the_limit_is_read() -> None:
    answer = await send_photo(photo=b"x" * LIMIT_BYTES, limit_bytes=LIMIT_BYTES)
    assert answer.status_code == 200


@pytest.mark.parametrize("length", ["-1", "many", "9" * 5000])
async def test_length_that_is_not_a_number_is_refused(length: str) -> None:
    answer = await post(Upload(), reader=FakeReader(), **{"Content-Length": length})
    assert answer.status_code == 400


@pytest.fixture
def no_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "absent"))


@pytest.mark.usefixtures("no_disk")
async def test_upload_never_touches_a_disk() -> None:
    reader = FakeReader()
    answer = await send_photo(services(reader=reader), photo=b"x" * 14_900_000, limit_bytes=15_000_000)
    assert answer.status_code == 200
    assert len(reader.photos[0]) == 14_900_000


@pytest.mark.usefixtures("no_disk")
async def test_parser_as_it_comes_would_touch_a_disk() -> None:
    async def body() -> AsyncIterator[bytes]:
        yield PART + b"x" * 2_000_000 + b"\r\n--x--\r\n"

    with pytest.raises(FileNotFoundError):
        await MultiPartParser(httpx.Headers(MULTIPART), body()).parse()  # pyright: ignore


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("GET", "/nothing"), ("GET", "/healthz"), ("POST", "/tape"), ("GET", "/tape")]
)
async def test_every_answer_has_strict_headers(method: str, path: str) -> None:
    async with visitor() as client:
        answer = await client.request(method, path)
    assert {name: answer.headers[name] for name in STRICT_HEADERS} == STRICT_HEADERS
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_refusals_and_incidents_have_strict_headers() -> None:
    incident = await send_photo(services(reader=FakeReader(error=RuntimeError())))
    async with visitor(home="http://evil.example") as client:
        refusal = await client.get("/")
    for answer in (incident, refusal):
        assert answer.headers["content-security-policy"] == STRICT_POLICY


@pytest.mark.parametrize("home", ["http://localhost:9", "http://127.0.0.1", "http://[::1]:8080", "http://LOCALHOST"])
async def test_loopback_names_are_answered(home: str) -> None:
    async with visitor(home=home) as client:
        assert (await client.get("/")).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil", "", "[::1", "a b"])
async def test_unknown_host_names_are_refused(host: str) -> None:
    async with visitor() as client:
        assert (await client.get("/", headers={"Host": host})).status_code == 400


@pytest.mark.parametrize("allowed", ["tape.example", "*"])
async def test_host_names_can_be_allowed(allowed: str) -> None:
    async with visitor(home="https://tape.example", allowed_hosts=[allowed]) as client:
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/", headers={"Host": "localhost"})).status_code == 200


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"},
]


@pytest.mark.parametrize("headers", FOREIGN)
async def test_forms_of_other_sites_are_refused(headers: dict[str, str]) -> None:
    reader = FakeReader()
    async with visitor(services(reader=reader)) as client:
        answer = await client.post("/tape", data={"mood": "calm"}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1:8080"},
        {"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ],
)
async def test_our_own_forms_are_taken(headers: dict[str, str]) -> None:
    async with visitor() as client:
        answer = await client.post("/tape", data={"mood": "calm"}, headers=headers)
    assert answer.status_code == 200


async def test_links_from_other_sites_lead_here_but_their_frames_and_images_do_not() -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with visitor() as client:
        link = await client.get("/", headers=headers | {"Sec-Fetch-Dest": "document"})
        frame = await client.get("/", headers=headers | {"Sec-Fetch-Dest": "iframe"})
    assert (link.status_code, frame.status_code) == (200, 403)


async def test_our_pages_send_their_origin_with_a_form() -> None:
    answer = await send_fields(mood="calm")
    assert '<meta name="referrer" content="same-origin">' in answer.text


async def test_visitor_who_leaves_during_the_upload_is_no_incident(caplog: pytest.LogCaptureFixture) -> None:
    sent: list[object] = []

    async def receive() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        sent.append(message)

    headers = [(b"host", b"localhost"), (b"content-type", b"multipart/form-data; boundary=x")]
    scope = {"type": "http", "method": "POST", "path": "/tape", "query_string": b"", "headers": headers}
    await create_page(services(), languages=LANGUAGES)(scope, receive, send)
    assert sent == []
    assert "incident" not in caplog.text
