"""axe-core finds nothing on any page, by day and by night, on a phone, and in each language."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from core.errors import Busy, SpotifyRateLimited
from core.language import Language
from core.ports import Services
from tests.fakes.accounts import STATE, FakeAccounts
from tests.fakes.services import NO_FACE, FakePublisher, FakeReader, face, reading, services
from tests.fakes.words import LANGUAGES
from tests.web.browser import PORTRAIT, agreed_page, headline, needs_chromium, served_in_thread, turn_camera_on, upload

pytestmark = [pytest.mark.slow, needs_chromium]
DESK, PHONE = {"width": 1100, "height": 900}, {"width": 360, "height": 740}
GROUP = reading(face(), face(x_min=400))
LIMITED = FakePublisher(error=SpotifyRateLimited(600))
WORDS = {language: LANGUAGES.words_for(language) for language in Language}

Visit = Callable[[BrowserContext, str], Page]


@pytest.fixture(scope="module")
def faked() -> Iterator[str]:
    with served_in_thread(replace(services(reader=FakeReader(GROUP)), accounts=FakeAccounts())) as home:
        yield home


@pytest.fixture
def seen(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(bypass_csp=True) as opened:
        yield opened


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def violations_in_each_look(page: Page) -> list[str]:
    """Look by day and by night, on a desk and on a phone."""
    found = []
    for scheme, viewport in product(("light", "dark"), (DESK, PHONE)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(viewport)
        found += violations(page)
    return found


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def live_view(context: BrowserContext, home: str) -> Page:
    page = agreed_page(context, home)
    turn_camera_on(page)
    return page


def chosen_photo(context: BrowserContext, home: str) -> Page:
    page = live_view(context, home)
    page.get_by_role("button", name="Take the photo").click()
    page.locator("#preview").wait_for()
    return page


def result(context: BrowserContext, home: str) -> Page:
    page = agreed_page(context, home)
    upload(page)
    headline(page)
    return page


def own_page(context: BrowserContext, home: str) -> Page:
    page = result(context, home)
    page.reload()
    headline(page)
    return page


def no_camera(context: BrowserContext, home: str) -> Page:
    context.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error())")
    page = agreed_page(context, home)
    page.get_by_role("button", name="Use the camera").click()
    page.get_by_text("The camera cannot be used here").wait_for()
    return page


STATES: dict[str, Visit] = {
    "consent": opened,
    "form": agreed_page,
    "live view": live_view,
    "chosen photo": chosen_photo,
    "no camera": no_camera,
    "group with a playlist": result,
    "the tape's own page": own_page,
    "unknown page": lambda context, home: opened(context, f"{home}/nothing"),
    "unknown tape": lambda context, home: opened(context, f"{home}/tapes/gone"),
    "unknown file": lambda context, home: opened(context, f"{home}/tapes/gone.csv"),
    "not linked": lambda context, home: opened(context, f"{home}/spotify/callback?state=unknown&code=a"),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_any_page(seen: BrowserContext, faked: str, state: str) -> None:
    assert violations_in_each_look(STATES[state](seen, faked)) == []


@pytest.mark.parametrize(
    "rooms",
    [
        services(publisher=FakePublisher(url=None)),
        services(publisher=LIMITED),
        services(reader=FakeReader(NO_FACE)),
        services(reader=FakeReader(error=Busy(3))),
        services(reader=FakeReader(error=RuntimeError())),
    ],
    ids=["no playlist", "playlist later", "no face", "busy", "incident"],
)
def test_axe_finds_nothing_where_something_is_missing(seen: BrowserContext, rooms: Services) -> None:
    with served_in_thread(rooms) as home:
        page = agreed_page(seen, home)
        upload(page)
        page.locator(".problem, #tracks-title").wait_for()
        assert violations_in_each_look(page) == []


def test_axe_finds_nothing_where_a_playlist_has_to_wait_again(seen: BrowserContext) -> None:
    with served_in_thread(services(publisher=LIMITED)) as home:
        page = result(seen, home)
        page.get_by_role("button", name="Make the playlist").click()
        page.locator("#playlist[autofocus]").wait_for()
        assert violations_in_each_look(page) == []


def test_axe_finds_nothing_on_the_page_after_linking(seen: BrowserContext) -> None:
    accounts = FakeAccounts()
    accounts.begun.append((111, "alice"))
    with served_in_thread(replace(services(), accounts=accounts)) as home:
        page = opened(seen, f"{home}/spotify/callback?state={STATE}&code=a")
        assert violations_in_each_look(page) == []


@pytest.mark.parametrize("language", Language)
def test_axe_finds_nothing_in_any_language(browser: Browser, faked: str, language: Language) -> None:
    with browser.new_context(locale=language.value, bypass_csp=True) as context:
        page = opened(context, faked)
        found = violations(page)
        page.get_by_role("button", name=WORDS[language]("web-agree")).click()
        found += violations(page)
        page.locator("#photo").set_input_files(PORTRAIT)
        page.locator("#make").click()
        page.locator("#tracks-title").wait_for()
        found += violations(page)
    assert found == []
