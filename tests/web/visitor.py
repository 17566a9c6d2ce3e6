"""A visitor of the page, without sockets."""

import re
from collections.abc import Collection
from html import unescape
from typing import Any

import httpx

from core.ports import Services
from tests.fakes.services import services
from tests.fakes.words import LANGUAGES
from web.consent import COOKIE, YES
from web.server import create_page

HOME = "http://127.0.0.1:8080"
AGREED = {COOKIE: YES}
JPEG = b"\xff\xd8\xff\xe0 a small photo"


def visitor(
    rooms: Services | None = None,
    *,
    limit_bytes: int = 1_000_000,
    allowed_hosts: Collection[str] = (),
    home: str = HOME,
    agreed: bool = True,
    **more: Any,
) -> httpx.AsyncClient:
    """Open the page; a visitor has agreed to the notice unless told otherwise."""
    page = create_page(
        rooms or services(), languages=LANGUAGES, limit_bytes=limit_bytes, allowed_hosts=allowed_hosts, **more
    )
    cookies = AGREED if agreed else None
    return httpx.AsyncClient(transport=httpx.ASGITransport(page), base_url=home, cookies=cookies)


async def send_photo(
    rooms: Services | None = None, *, photo: bytes = JPEG, limit_bytes: int = 1_000_000, **fields: str
) -> httpx.Response:
    """Send the form as a browser does."""
    async with visitor(rooms, limit_bytes=limit_bytes) as client:
        return await client.post("/tape", data=fields, files={"photo": ("selfie.jpg", photo, "image/jpeg")})


async def send_fields(rooms: Services | None = None, **fields: str) -> httpx.Response:
    async with visitor(rooms) as client:
        return await client.post("/tape", data=fields)


def words(answer: httpx.Response) -> str:
    """The visible text, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())
