import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.attachments import Download, read_photo
from core.errors import PhotoTooHeavy, PhotoUnavailable
from tests.fakes.cdn import Uploaded


def attachment(size: int = 10) -> Uploaded:
    return Uploaded(size, "http://127.0.0.1/selfie.jpg")


def serving(*chunks: bytes, error: Exception | None = None, closed: list[bool] | None = None) -> Download:
    async def download(_: str) -> AsyncGenerator[bytes]:
        try:
            for chunk in chunks:
                yield chunk
            if error:
                raise error
        finally:
            if closed is not None:
                closed.append(True)

    return download


async def test_chunks_become_one_photo():
    assert await read_photo(attachment(), download=serving(b"ab", b"cd")) == b"abcd"


async def test_a_declared_size_over_the_limit_is_refused_with_both_numbers():
    with pytest.raises(PhotoTooHeavy) as refused:
        await read_photo(attachment(101), download=serving(b"ab"), limit_bytes=100)

    assert (refused.value.size_bytes, refused.value.limit_bytes) == (101, 100)


async def test_a_body_at_the_limit_is_read_and_one_byte_more_is_not():
    assert len(await read_photo(attachment(), download=serving(bytes(100)), limit_bytes=100)) == 100
    with pytest.raises(PhotoTooHeavy):
        await read_photo(attachment(), download=serving(bytes(101)), limit_bytes=100)


async def test_a_download_is_closed_when_it_is_cut_off():
    closed = list[bool]()
    with pytest.raises(PhotoTooHeavy):
        await read_photo(attachment(), download=serving(bytes(60), bytes(60), closed=closed), limit_bytes=100)

    assert closed == [True]


@pytest.mark.parametrize("error", [ConnectionResetError(), PhotoUnavailable(), ValueError("not a url")], ids=repr)
async def test_a_broken_download_is_a_photo_that_is_unavailable(error: Exception):
    with pytest.raises(PhotoUnavailable):
        await read_photo(attachment(), download=serving(b"ab", error=error))


async def test_a_download_that_takes_too_long_is_a_photo_that_is_unavailable():
    async def slow(_: str) -> AsyncGenerator[bytes]:
        yield b"a"
        await asyncio.sleep(60)

    with pytest.raises(PhotoUnavailable):
        await read_photo(attachment(), download=slow, timeout_s=0.01)
