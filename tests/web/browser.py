"""The real page in a real browser: our server in a thread, and Debian's Chromium with a portrait for a camera."""

import asyncio
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from core.ports import Services
from tests.fakes.words import LANGUAGES
from tests.photos import astronaut, encoded
from web.server import create_page, serve

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")
STEPS = 30


def _axe_core() -> Path | None:
    """Find axe-core's script: at AXE_SCRIPT, or in the package that brings it."""
    if named := os.environ.get("AXE_SCRIPT"):
        return Path(named)
    package = find_spec("axe_playwright_python")
    return Path(package.origin).with_name("axe.min.js") if package and package.origin else None


AXE = _axe_core()


@contextmanager
def served_in_thread(services: Services) -> Iterator[str]:
    """Serve on a free port with a loop of its own; the browser keeps this thread busy."""
    ready, stopping = threading.Event(), []

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()

        def tell(port: int) -> None:
            stopping.extend((port, lambda: loop.call_soon_threadsafe(stop.set)))
            ready.set()

        await serve(create_page(services, languages=LANGUAGES), host="127.0.0.1", port=0, stop=stop, on_ready=tell)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(10)
    port, stop = stopping
    try:
        yield f"http://127.0.0.1:{port}"
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
