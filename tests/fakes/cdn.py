"""Photos as a CDN may serve them: as declared, huge, stuck or gone."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

Body = Callable[[], AsyncIterator[bytes]]


@dataclass(frozen=True, slots=True)
class Photo:
    """What the CDN serves, and what Discord says about its size."""

    body: Body
    declared_bytes: int
    status: int = 200


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What Discord says about a file."""

    size: int
    url: str


def photo(data: bytes, *, declared_bytes: int | None = None) -> Photo:
    async def body() -> AsyncIterator[bytes]:
        yield data

    return Photo(body, len(data) if declared_bytes is None else declared_bytes)


def huge_photo(size_bytes: int, *, declared_bytes: int) -> Photo:
    """Zeros without end in sight."""
    chunk = bytes(65_536)

    async def body() -> AsyncIterator[bytes]:
        for _ in range(size_bytes // len(chunk)):
            yield chunk

    return Photo(body, declared_bytes)


def stuck_photo() -> Photo:
    """One byte, and then nothing."""

    async def body() -> AsyncIterator[bytes]:
        yield b"\xff"
        await asyncio.Event().wait()

    return Photo(body, 1000)


def gone_photo() -> Photo:
    """A link that has expired."""

    async def body() -> AsyncIterator[bytes]:
        yield b"This content is no longer available."

    return Photo(body, 1000, status=404)
