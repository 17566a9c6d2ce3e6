"""The page in Chromium, with the real networks; skipped where there is no Chromium."""

import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.fakes.words import ENGLISH
from tests.photos import coffee, encoded
from tests.web.browser import agreed_page, chromium, headline, needs_chromium, turn_camera_on, upload

pytestmark = [pytest.mark.slow, needs_chromium]
NO_FACE_PHOTO = {"name": "coffee.jpg", "mimeType": "image/jpeg", "buffer": encoded(coffee())}
PHONE = {"width": 360, "height": 740}


def test_no_photo_can_be_chosen_before_the_notice_is_agreed_to(context: BrowserContext, home: str) -> None:
    page = context.new_page()
    page.goto(home)
    assert page.locator("input[type=file]").count() == 0
    assert page.get_by_role("button", name="Make my tape").count() == 0
    page.get_by_role("button", name="calm").click()
    assert headline(page) == "A tape for a calm mood"


def test_consent_can_be_taken_back(page: Page, context: BrowserContext) -> None:
    assert [(one["name"], one["value"]) for one in context.cookies()] == [("photo-notice", "agreed")]
    page.get_by_text("Before you send a photo").click()
    page.get_by_role("button", name="Take my consent back").click()
    expect(page.locator("input[type=file]")).to_have_count(0)
    assert context.cookies() == []


def test_an_uploaded_photo_becomes_a_tape(page: Page) -> None:
    upload(page)
    assert headline(page) == "You look mostly happy"


def test_a_photo_from_the_camera_becomes_a_tape(page: Page) -> None:
    turn_camera_on(page)
    page.get_by_role("button", name="Take the photo").click()
    page.get_by_role("button", name="Make my tape").click()
    assert headline(page) == "You look mostly happy"


def test_a_few_seconds_before_the_camera_become_a_tape(page: Page) -> None:
    turn_camera_on(page)
    page.get_by_role("button", name="Watch for two seconds").click()
    expect(page.locator("#status")).to_contain_text("A few seconds are ready")
    assert page.locator("#photo").evaluate("field => field.files.length") == 5
    page.get_by_role("button", name="Make my tape").click()
    assert headline(page) == "You look mostly happy"


def test_the_live_box_follows_the_face_and_the_numbers_are_shown(page: Page) -> None:
    turn_camera_on(page)
    lefts = set()
    for _ in range(12):
        page.wait_for_timeout(150)
        lefts |= {box[0] for box in json.loads(page.locator("#boxes").get_attribute("data-boxes") or "[]")}
    assert len(lefts) >= 5
    assert max(lefts) - min(lefts) > 0.05
    expect(page.locator("#meters tr[data-emotion=happy] .number")).to_have_text(re.compile(r"\d+%"))
    expect(page.locator("#seen")).to_have_text("One face; mostly happy.")


def test_without_a_camera_the_page_says_so_and_takes_a_photo(playwright: Playwright, home: str) -> None:
    with chromium(playwright) as browser, browser.new_context() as context:
        page = agreed_page(context, home)
        page.get_by_role("button", name="Use the camera").click()
        expect(page.locator("#status")).to_contain_text("The camera cannot be used here")
        upload(page)
        assert headline(page) == "You look mostly happy"


def test_a_photo_without_a_face_offers_the_moods(page: Page) -> None:
    upload(page, NO_FACE_PHOTO)
    expect(page.get_by_role("alert")).to_contain_text("I cannot see a face")
    page.get_by_role("button", name="happy").click()
    assert headline(page) == "A tape for a happy mood"


def test_a_wrong_mood_is_corrected_with_one_button(page: Page) -> None:
    upload(page)
    page.get_by_role("region", name=ENGLISH("web-not-your-mood")).get_by_role("button", name="sad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A tape for a sad mood")


def test_another_tape_has_other_tracks(page: Page) -> None:
    upload(page)
    first = set(page.locator(".title").all_inner_texts())
    page.get_by_label("Energy").select_option(label="more energy")
    page.get_by_role("button", name="Make another tape").click()
    page.get_by_role("heading", name="A tape for a happy mood").wait_for()
    second = set(page.locator(".title").all_inner_texts())
    assert len(second) == 20
    assert len(first & second) <= 2
    assert page.get_by_label("Energy").input_value() == "0.5"


def test_the_player_comes_only_when_it_is_asked_for(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    upload(page)
    headline(page)
    assert not any("spotify" in url for url in asked)
    page.get_by_role("button", name="Play it here").click()
    page.frame_locator("iframe").get_by_text("a player").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(browser: Browser, home: str, scheme: str) -> None:
    with browser.new_context(viewport=PHONE, color_scheme=scheme) as context:
        page = agreed_page(context, home)
        widths = [page.evaluate("document.documentElement.scrollWidth")]
        turn_camera_on(page)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
        page.get_by_role("button", name="Cancel").click()
        upload(page)
        headline(page)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    assert widths == [PHONE["width"]] * 3


def test_dark_is_dark(browser: Browser, home: str) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = agreed_page(context, home)
        red, green, blue = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert max(int(red), int(green), int(blue)) < 60


def test_the_console_stays_silent(context: BrowserContext, home: str) -> None:
    told: list[str] = []
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    page = agreed_page(context, home)
    turn_camera_on(page)
    page.get_by_role("button", name="Cancel").click()
    upload(page)
    headline(page)
    assert told == []
