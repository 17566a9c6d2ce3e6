"""The real page in a real browser: our server in a thread, and Debian's Chromium with a portrait for a camera."""

import asyncio
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Playwright

from core.ports import Services
from tests.fakes.words import LANGUAGES
from tests.photos import astronaut, encoded
from web.server import create_page, serve

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")
PORTRAIT: FilePayload = {"name": "selfie.jpg", "mimeType": "image/jpeg", "buffer": encoded(astronaut())}
STEPS = 30


@contextmanager
def served_in_thread(services: Services, *, port: int = 0) -> Iterator[str]:
    """Serve with a loop of its own, on a free port unless told; the browser keeps this thread busy."""
    ready, stopping = threading.Event(), []

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()

        def tell(taken: int) -> None:
            stopping.extend((taken, lambda: loop.call_soon_threadsafe(stop.set)))
            ready.set()

        page = create_page(services, languages=LANGUAGES)
        await serve(page, host="127.0.0.1", port=port, stop=stop, on_ready=tell)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(10)
    taken, stop = stopping
    try:
        yield f"http://127.0.0.1:{taken}"
    finally:
        stop()
        thread.join(10)


def chromium(playwright: Playwright, *flags: str) -> Browser:
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *flags])


def camera_flags(film: Path) -> tuple[str, ...]:
    return (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


def moving_portrait(folder: Path) -> Path:
    """Film a portrait that sways from side to side, two seconds a turn; 640 x 480 as Motion JPEG."""
    portrait = astronaut().resize((480, 480))
    there = [round(160 * step / STEPS) for step in range(STEPS)]
    frames = []
    for left in (*there, *reversed(there)):
        frame = Image.new("RGB", (640, 480), "grey")
        frame.paste(portrait, (left, 0))
        frames.append(encoded(frame, quality=90))
    film = folder / "portrait.mjpeg"
    film.write_bytes(b"".join(frames))
    return film


def agreed_page(context: BrowserContext, home: str) -> Page:
    """Open the page and agree to the notice."""
    page = context.new_page()
    page.goto(home)
    page.get_by_role("button", name="I have read it; use a photo").click()
    page.get_by_label("A selfie, or the whole group").wait_for()
    return page


def headline(page: Page) -> str:
    page.get_by_role("heading", name="The tape").wait_for()
    return page.get_by_role("heading", level=1).inner_text()


def upload(page: Page, photo: FilePayload = PORTRAIT) -> None:
    page.get_by_label("A selfie, or the whole group").set_input_files(photo)
    page.get_by_role("button", name="Make my tape").click()


def turn_camera_on(page: Page) -> None:
    page.get_by_role("button", name="Use the camera").click()
    page.locator("#meters").wait_for()
