"""Takes the pictures of the README from the real page with the real network.

    python -m docs.pictures        (needs Debian's chromium)

The portrait is NASA's picture of Eileen Collins, public domain, as scikit-image ships it.
"""

import asyncio
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from app.compose import open_services
from app.settings import Settings
from app.words import open_languages
from tests.photos import astronaut, encoded
from web.pages import WEB
from web.server import create_page, serve

IMAGES = Path(__file__).with_name("images")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


async def take_pictures() -> None:
    """Serve the page on a free port, send the portrait, and photograph the answer."""
    stop, ready = asyncio.Event(), asyncio.get_running_loop().create_future()
    with open_services(Settings(_env_file=None)) as services:
        page = create_page(services, languages=open_languages())
        serving = asyncio.create_task(serve(page, host="127.0.0.1", port=0, stop=stop, on_ready=ready.set_result))
        home = f"http://127.0.0.1:{await ready}"
        async with httpx.AsyncClient(base_url=home) as visitor:
            answer = await visitor.post("/tape", files={"photo": encoded(astronaut())}, data={"tracks": "10"})
        stop.set()
        await serving
    await asyncio.to_thread(photograph, answer.text, "result.png")


def photograph(html: str, name: str, *, size: str = "1100,930") -> None:
    """Let Chromium draw a page of so many pixels into docs/images."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("chromium is missing: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch:
        shutil.copytree(WEB / "static", Path(scratch) / "static")
        file = Path(scratch) / "page.html"
        file.write_text(html.replace('"/static/', '"static/'), encoding="utf-8")
        window = (f"--window-size={size}", f"--user-data-dir={scratch}/profile", f"--screenshot={IMAGES / name}")
        subprocess.run([chromium, *FLAGS, *window, file.as_uri()], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    asyncio.run(take_pictures())
