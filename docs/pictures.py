"""Takes the pictures of the README from the real page with the real networks.

    python -m docs.pictures        (needs Debian's chromium)

The portrait is NASA's picture of Eileen Collins, public domain, as scikit-image ships it; the camera is Chromium's fake
one, which shows it.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from app.compose import open_services
from app.settings import Settings
from tests.photos import astronaut, encoded
from tests.web.browser import CHROMIUM, agreed_page, camera_flags, chromium, moving_portrait, served_in_thread

IMAGES = Path(__file__).with_name("images")
DESK = {"width": 1100, "height": 930}
PHONE = {"width": 390, "height": 844}


def take_pictures() -> None:
    """Serve the page, sit before the camera, send the portrait, and photograph what there is to see."""
    if CHROMIUM is None:
        raise SystemExit("chromium is missing: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as scratch,
        open_services(Settings(_env_file=None), warm_readers=2) as services,
        served_in_thread(services) as home,
        sync_playwright() as playwright,
    ):
        browser = chromium(playwright, *camera_flags(moving_portrait(Path(scratch))))
        _live(browser, home)
        _tape(browser, home, "result.png", viewport=DESK, color_scheme="light")
        _tape(browser, home, "phone-dark.png", viewport=PHONE, color_scheme="dark")
        browser.close()


def _live(browser: Browser, home: str) -> None:
    with browser.new_context(viewport=DESK) as context:
        page = agreed_page(context, home)
        page.get_by_role("button", name="Use the camera").click()
        page.locator("#meters").wait_for()
        page.wait_for_timeout(2000)
        page.screenshot(path=IMAGES / "live.png")


def _tape(browser: Browser, home: str, name: str, **look: object) -> None:
    with browser.new_context(**look) as context:
        page = agreed_page(context, home)
        photo = {"name": "selfie.jpg", "mimeType": "image/jpeg", "buffer": encoded(astronaut())}
        page.get_by_label("A selfie, or the whole group").set_input_files(photo)
        page.get_by_label("Tracks").fill("10")
        page.get_by_role("button", name="Make my tape").click()
        _photograph(page, name)


def _photograph(page: Page, name: str) -> None:
    page.get_by_role("heading", name="The tape").wait_for()
    page.screenshot(path=IMAGES / name)


if __name__ == "__main__":
    take_pictures()
