"""Photos from Discord's CDN, with our own limits: what Discord declares about a file is not trusted."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Protocol

import aiohttp
import discord

from core.errors import PhotoTooHeavy, PhotoUnavailable

LIMIT_BYTES = 15_000_000
CHUNK_BYTES = 65_536

Download = Callable[[str], AsyncGenerator[bytes]]
"""Streams the body behind a url in chunks, and stops when it is closed."""


class Attachment(Protocol):
    """What Discord says about an uploaded file; `discord.Attachment` fits."""

    @property
    def size(self) -> int: ...

    @property
    def url(self) -> str: ...


def photo_session() -> aiohttp.ClientSession:
    """Open a session without cookies that never inflates a body."""
    return aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, headers={"Accept-Encoding": "identity"}
    )


def over_http(session: aiohttp.ClientSession) -> Download:
    """Stream over HTTP; redirects are not followed."""

    async def download(url: str) -> AsyncGenerator[bytes]:
        async with session.get(url, allow_redirects=False) as response:
            if response.status != 200:
                raise PhotoUnavailable
            async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                yield chunk

    return download


async def read_photo(
    attachment: Attachment, *, download: Download, limit_bytes: int = LIMIT_BYTES, timeout_s: float = 12
) -> bytes:
    """Read an attachment into memory, at most `limit_bytes` and `timeout_s` of it.

    Raises:
        PhotoTooHeavy: It is declared or turns out to be larger.
        PhotoUnavailable: It did not arrive, or not in time.
    """
    if attachment.size > limit_bytes:
        raise PhotoTooHeavy(attachment.size, limit_bytes)
    try:
        async with asyncio.timeout(timeout_s), aclosing(download(attachment.url)) as chunks:
            return await _collect(chunks, limit_bytes=limit_bytes)
    except (TimeoutError, OSError, ValueError, aiohttp.ClientError, discord.HTTPException) as error:
        raise PhotoUnavailable from error


async def _collect(chunks: AsyncGenerator[bytes], *, limit_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > limit_bytes:
            raise PhotoTooHeavy(len(body), limit_bytes)
    return bytes(body)
