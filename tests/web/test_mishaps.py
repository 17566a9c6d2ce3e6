"""What people do to a page, and what happens to them: no script, no camera, a restart, two tabs, going back."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from core.errors import SpotifyRateLimited
from tests.fakes.services import FakePublisher, FakeReader, services
from tests.web.browser import agreed_page, headline, needs_chromium, served_in_thread, turn_camera_on, upload

pytestmark = [pytest.mark.slow, needs_chromium]
OWN_PAGE = re.compile(r"/tapes/[\w-]+$")


@pytest.fixture
def spotify() -> FakePublisher:
    return FakePublisher()


@pytest.fixture
def home(spotify: FakePublisher) -> Iterator[str]:
    with served_in_thread(services(publisher=spotify, reader=FakeReader(delay_s=0.05))) as address:
        yield address


@pytest.fixture
def without_script(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=False) as opened:
        yield opened


def status(page: Page) -> str:
    return page.locator("#status").inner_text()


def test_without_script_a_photo_becomes_a_tape_and_a_mood_is_corrected(
    without_script: BrowserContext, home: str
) -> None:
    page = agreed_page(without_script, home)
    expect(page.get_by_role("button", name="Use the camera")).to_have_count(0)
    upload(page)
    assert headline(page) == "You look mostly happy"
    page.get_by_role("button", name="sad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A tape for a sad mood")


def test_without_script_the_playlist_comes_later(
    without_script: BrowserContext, spotify: FakePublisher, home: str
) -> None:
    spotify.error = SpotifyRateLimited(40)
    page = agreed_page(without_script, home)
    upload(page)
    spotify.error = None
    page.get_by_role("button", name="Make the playlist").click()
    expect(page.get_by_role("link", name="Open in Spotify")).to_be_focused()


def test_a_camera_that_may_not_be_used_leaves_the_focus_where_it_was(context: BrowserContext, home: str) -> None:
    context.add_init_script(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    page = agreed_page(context, home)
    page.get_by_role("button", name="Use the camera").click()
    expect(page.locator("#status")).to_contain_text("The camera cannot be used here")
    expect(page.get_by_role("button", name="Use the camera")).to_be_focused()


@pytest.mark.parametrize("during", ["live view", "two seconds"])
def test_a_camera_that_is_lost_is_said_and_can_be_switched_on_again(page: Page, during: str) -> None:
    turn_camera_on(page)
    if during == "two seconds":
        page.get_by_role("button", name="Watch for two seconds").click()
    page.locator("#video").evaluate("video => video.srcObject.getTracks()[0].dispatchEvent(new Event('ended'))")
    expect(page.locator("#status")).to_contain_text("The camera has stopped")
    expect(page.get_by_role("button", name="Use the camera")).to_be_focused()
    page.wait_for_timeout(500)
    turn_camera_on(page)
    expect(page.locator("#seen")).to_have_text("One face; mostly happy.")


def test_a_restart_ends_the_live_view_only_until_the_server_is_back(context: BrowserContext) -> None:
    with served_in_thread(services()) as home:
        page = agreed_page(context, home)
        turn_camera_on(page)
    expect(page.locator("#status")).to_contain_text("The live view has stopped")
    expect(page.locator("#meters")).to_be_hidden()
    with served_in_thread(services(), port=urlsplit(home).port or 0):
        page.locator("#meters").wait_for()
        expect(page.locator("#status")).to_contain_text("The camera is on")
        page.get_by_role("button", name="Take the photo").click()
        page.get_by_role("button", name="Make my tape").click()
        assert headline(page) == "You look mostly happy"


def listen(page: Page) -> None:
    """Note all that the page's status line says from now on."""
    page.locator("#status").evaluate(
        "line => { window.said = [];"
        "new MutationObserver(() => said.push(line.textContent)).observe(line, { childList: true }); }"
    )


@pytest.mark.parametrize("during", ["live view", "two seconds"])
def test_an_outage_of_the_live_view_is_said_once_and_not_in_the_middle_of_the_two_seconds(
    context: BrowserContext, during: str
) -> None:
    with served_in_thread(services()) as home:
        page = agreed_page(context, home)
        turn_camera_on(page)
        listen(page)
        if during == "two seconds":
            page.get_by_role("button", name="Watch for two seconds").click()
    page.wait_for_timeout(4500)
    told = [line for line in page.evaluate("said") if "The live view has stopped" in line]
    assert len(told) == (1 if during == "live view" else 0)


def test_a_tape_that_a_restart_lost_is_said_with_the_form(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    page.goto(f"{home}/tapes/of-an-earlier-run")
    expect(page.get_by_role("alert")).to_have_text("That tape is no longer here; please make a new one.")


def test_two_tabs_have_a_live_view_and_a_tape_each(context: BrowserContext, home: str) -> None:
    first, second = agreed_page(context, home), context.new_page()
    second.goto(home)
    for page in (first, second):
        turn_camera_on(page)
    for page in (first, second):
        page.bring_to_front()
        page.get_by_role("button", name="Take the photo").click()
        page.get_by_role("button", name="Make my tape").click()
        assert headline(page) == "You look mostly happy"


def test_consent_that_was_taken_back_in_another_tab_stops_the_photo(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    context.clear_cookies()
    upload(page)
    expect(page.get_by_role("alert")).to_contain_text("Please read the notice and agree")


def test_going_back_from_a_tape_gives_a_form_that_works(page: Page) -> None:
    upload(page)
    headline(page)
    page.go_back()
    expect(page.get_by_role("button", name="calm")).to_be_enabled()
    assert status(page) in ("", "Your photo is ready.")
    page.get_by_role("button", name="calm").click()
    assert headline(page) == "A tape for a calm mood"


def test_going_back_to_a_tape_shows_it_and_sends_nothing_again(page: Page, spotify: FakePublisher) -> None:
    upload(page)
    expect(page).to_have_url(OWN_PAGE)
    first = page.locator(".title").all_inner_texts()
    page.get_by_role("button", name="sad").click()
    page.get_by_role("heading", name="A tape for a sad mood").wait_for()
    expect(page).to_have_url(OWN_PAGE)
    page.go_back()
    page.get_by_role("heading", name="A tape for a happy mood").wait_for()
    assert page.locator(".title").all_inner_texts() == first
    assert len(spotify.tapes) == 2


def test_reloading_a_tape_sends_no_photo_again(page: Page, spotify: FakePublisher) -> None:
    upload(page)
    expect(page).to_have_url(OWN_PAGE)
    page.reload()
    assert headline(page) == "A tape for a happy mood"
    assert len(spotify.tapes) == 1


def test_a_double_click_makes_one_tape(page: Page, spotify: FakePublisher) -> None:
    page.get_by_role("button", name="calm").dblclick()
    headline(page)
    assert len(set(spotify.request_ids)) == 1
