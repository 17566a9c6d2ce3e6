"""The page by keyboard alone, and as a screen reader tells it; with a fake reader and a real camera's film."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from core.errors import SpotifyRateLimited
from tests.fakes.services import NO_FACE, FakePublisher, FakeReader, services
from tests.web.browser import PORTRAIT, agreed_page, headline, needs_chromium, served_in_thread, turn_camera_on, upload

pytestmark = [pytest.mark.slow, needs_chromium]
MOST_STOPS = 60
FOCUSED = """() => {
    const at = document.activeElement;
    const look = getComputedStyle(at);
    const told = at.innerText || at.labels?.[0]?.innerText || at.ariaLabel || at.tagName;
    const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
    return { name: told.trim(), tag: at.tagName, shown: ring || look.boxShadow !== "none" };
}"""


@pytest.fixture
def home() -> Iterator[str]:
    with served_in_thread(services(publisher=FakePublisher(error=SpotifyRateLimited(600)))) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, home: str) -> Page:
    opened = context.new_page()
    opened.goto(home)
    return opened


def focused(page: Page) -> dict[str, Any]:
    return page.evaluate(FOCUSED)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus; each stop on the way shows that it has it."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = focused(page)
        assert stop["shown"], stop
        if stop["name"] == name:
            return
        stops.append(stop["name"])
    pytest.fail(f"{name} is not among {stops}")


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def agree(page: Page) -> None:
    press(page, "I have read it; use a photo")
    page.locator("#photo").wait_for()
    page.wait_for_load_state()


def all_stops(page: Page, key: str) -> list[str]:
    """Go round once, from the page's beginning back to it."""
    stops: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = focused(page)
        if stops and stop["name"] == stops[0]:
            break
        if stop["tag"] != "BODY":
            stops.append(stop["name"])
    return stops


def test_the_first_stop_leads_past_the_head_of_the_page(page: Page) -> None:
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Before you send a photo"


def test_the_keyboard_alone_makes_a_tape_from_a_mood(page: Page) -> None:
    press(page, "energetic")
    assert headline(page) == "A tape for an energetic mood"
    expect(page.locator("h1")).to_be_focused()


def test_the_keyboard_alone_makes_a_tape_from_a_photo(page: Page) -> None:
    agree(page)
    with page.expect_file_chooser() as chooser:
        press(page, "A selfie, or the whole group")
    chooser.value.set_files(PORTRAIT)
    expect(page.get_by_role("status")).to_have_text("Your photo is ready.")
    press(page, "Make my tape")
    assert headline(page) == "You look mostly happy"
    expect(page.locator("h1")).to_be_focused()


def test_the_keyboard_alone_makes_a_tape_from_the_camera(page: Page) -> None:
    agree(page)
    press(page, "Use the camera")
    page.locator("#meters").wait_for()
    assert focused(page) == {"name": "Take the photo", "tag": "BUTTON", "shown": True}
    page.keyboard.press("Enter")
    page.locator("#preview").wait_for()
    assert focused(page) == {"name": "Make my tape", "tag": "BUTTON", "shown": True}
    page.keyboard.press("Enter")
    assert headline(page) == "You look mostly happy"
    expect(page.locator("h1")).to_be_focused()


def test_the_keyboard_alone_watches_for_two_seconds_and_leaves_the_camera(page: Page) -> None:
    agree(page)
    press(page, "Use the camera")
    page.locator("#meters").wait_for()
    press(page, "Cancel")
    assert focused(page) == {"name": "Use the camera", "tag": "BUTTON", "shown": True}
    page.keyboard.press("Enter")
    page.locator("#meters").wait_for()
    press(page, "Watch for two seconds")
    expect(page.locator("#status")).to_contain_text("A few seconds are ready")
    assert focused(page)["name"] == "Make my tape"


def test_the_keyboard_alone_asks_for_the_playlist_and_stays_there(page: Page) -> None:
    press(page, "calm")
    headline(page)
    press(page, "Make the playlist")
    expect(page.locator("#playlist[autofocus]")).to_be_focused()


def test_tab_goes_round_and_back_the_same_way(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    upload(page)
    headline(page)
    page.reload()
    page.locator("h1").blur()
    forth, back = all_stops(page, "Tab"), all_stops(page, "Shift+Tab")
    assert len(forth) >= 30
    assert set(forth) == set(back)


def test_a_problem_has_the_focus(context: BrowserContext) -> None:
    with served_in_thread(services(reader=FakeReader(NO_FACE))) as home:
        page = agreed_page(context, home)
        upload(page)
        expect(page.get_by_role("alert")).to_be_focused()


def test_the_form_is_told_with_roles_and_names(context: BrowserContext, home: str) -> None:
    expect(agreed_page(context, home).locator("main")).to_match_aria_snapshot("""
        - main:
          - region "Cassette":
            - heading "How do you look today?" [level=1]
          - complementary "Before you send a photo"
          - group "Your photo":
            - button "A selfie, or the whole group"
            - button "Use the camera"
          - group "Your tape":
            - paragraph:
              - combobox "Where should it lead?"
            - paragraph:
              - combobox "Energy"
            - paragraph:
              - spinbutton "Tracks": "20"
          - paragraph:
            - button "Make my tape"
          - status
          - group "No photo? Pick a mood":
            - button "happy"
            - button "calm"
            - button "energetic"
            - button "sad"
            - button "angry"
        """)


def test_the_live_view_is_told_with_its_numbers(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    turn_camera_on(page)
    expect(page.get_by_role("group", name="Your photo")).to_match_aria_snapshot("""
        - group "Your photo":
          - table "Probability of each of seven emotions, right now":
            - rowgroup:
              - row:
                - rowheader "angry"
                - cell "5%"
              - row:
                - rowheader "disgusted"
                - cell "5%"
              - row:
                - rowheader "afraid"
                - cell "5%"
              - row:
                - rowheader "happy"
                - cell "70%"
          - status: One face; mostly happy.
          - paragraph:
            - button "Take the photo"
            - button "Watch for two seconds"
            - button "Cancel"
        """)


def test_the_tape_is_told_with_roles_and_names(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    upload(page)
    expect(page.locator("main")).to_match_aria_snapshot("""
        - main:
          - region "Cassette":
            - heading "You look mostly happy" [level=1]
          - region "That\u2019s not how I feel":
            - button "calm"
          - region "The tape":
            - paragraph: /wait 10 minutes/
            - button "Make the playlist"
            - region "Side A":
              - list:
                - listitem:
                  - link "Song 1 Artist 1, 1971"
            - region "Side B":
              - list
          - region "What the face hints at":
            - table "Probability of each of seven emotions":
              - rowgroup:
                - row:
                  - rowheader "happy"
                  - cell "70%"
          - group "Another tape":
            - paragraph:
              - button "Make another tape"
        """)
    expect(page.get_by_role("button", name="Make the playlist")).to_have_accessible_description(
        "Spotify asks me to wait 10 minutes before the next playlist. Here are the track links instead. "
        "You can press this whenever you like; it makes one playlist, and the tape waits for a day. "
        "The tape\u2019s own page"
    )


def test_the_numbers_do_not_chatter(context: BrowserContext, home: str) -> None:
    page = agreed_page(context, home)
    turn_camera_on(page)
    assert (
        page.locator("#meters").evaluate("at => Boolean(at.closest('[aria-live], [role=status], [role=log]'))") is False
    )
    changes = page.evaluate(
        """async () => {
            let count = 0;
            const watch = new MutationObserver(() => (count += 1));
            for (const live of document.querySelectorAll("[aria-live]")) {
                watch.observe(live, { childList: true, characterData: true, subtree: true });
            }
            await new Promise((done) => setTimeout(done, 3000));
            return count;
        }"""
    )
    assert changes <= 1
