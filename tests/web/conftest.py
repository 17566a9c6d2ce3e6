"""One browser for each file of tests that need one, and our page for it to visit."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from app.compose import open_services
from app.settings import Settings
from tests.fakes.services import FakePublisher
from tests.web.browser import agreed_page, camera_flags, chromium, moving_portrait, served_in_thread


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with ExitStack() as open_things:
        services = open_things.enter_context(open_services(Settings(_env_file=None), warm_readers=2))
        yield open_things.enter_context(served_in_thread(replace(services, publisher=FakePublisher())))


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(playwright, *camera_flags(moving_portrait(tmp_path_factory.mktemp("film")))) as opened:
        yield opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as opened:
        opened.route(re.compile("spotify"), lambda route: route.fulfill(body="a player", content_type="text/html"))
        yield opened


@pytest.fixture
def page(context: BrowserContext, home: str) -> Page:
    return agreed_page(context, home)
