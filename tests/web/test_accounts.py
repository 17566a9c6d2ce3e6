import logging
from dataclasses import replace

import httpx
import pytest

from core.errors import (
    LinkDeclined,
    LinkExpired,
    LinkFailed,
    LinkNotAllowed,
    MoodtapeError,
    SpotifyUnavailable,
    StorageUnavailable,
)
from core.wording import sentence
from tests.fakes.accounts import STATE, FakeAccounts
from tests.fakes.services import services
from tests.fakes.words import ENGLISH
from tests.web.visitor import visitor, words
from web.guards import STRICT_HEADERS

CALLBACK = "/spotify/callback"
FROM_SPOTIFY = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


async def come_back(accounts: FakeAccounts, *, times: int = 1, **query: str) -> httpx.Response:
    async with visitor(replace(services(), accounts=accounts)) as client:
        for _ in range(times - 1):
            await client.get(CALLBACK, params=query, headers=FROM_SPOTIFY)
        return await client.get(CALLBACK, params=query, headers=FROM_SPOTIFY)


@pytest.fixture
async def begun() -> FakeAccounts:
    accounts = FakeAccounts()
    await accounts.begin(111, name="alice <b>")
    return accounts


async def test_who_comes_back_reads_which_accounts_are_linked_now(begun: FakeAccounts) -> None:
    answer = await come_back(begun, state=STATE, code="a-code")
    assert answer.status_code == 200
    assert "Linked as Alice's Spotify" in words(answer)
    assert "the Discord account alice <b> saves" in words(answer)
    assert "https://www.spotify.com/account/apps" in words(answer)
    assert "alice <b>" not in answer.text


async def test_a_second_callback_with_the_same_state_links_nothing(begun: FakeAccounts) -> None:
    answer = await come_back(begun, times=2, state=STATE, code="a-code")
    assert (answer.status_code, sentence(LinkExpired(), ENGLISH) in words(answer)) == (400, True)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (LinkExpired(), 400),
        (LinkDeclined(), 400),
        (LinkNotAllowed(), 403),
        (SpotifyUnavailable(), 503),
        (StorageUnavailable(), 503),
    ],
)
async def test_what_went_wrong_is_one_sentence(error: MoodtapeError, status: int) -> None:
    answer = await come_back(FakeAccounts(error=error), state=STATE, code="a-code")
    assert (answer.status_code, sentence(error, ENGLISH) in words(answer)) == (status, True)
    assert "Not linked" in words(answer)


@pytest.mark.parametrize(
    ("error", "told"), [("access_denied", LinkDeclined()), ("server_error", LinkFailed()), ("x" * 5000, LinkFailed())]
)
async def test_an_error_of_spotifys_page_is_told_apart_from_a_refusal(
    begun: FakeAccounts, error: str, told: MoodtapeError
) -> None:
    answer = await come_back(begun, state=STATE, error=error)
    assert (answer.status_code, sentence(told, ENGLISH) in words(answer)) == (400, True)


@pytest.mark.parametrize("query", [{}, {"state": STATE}, {"state": "x" * 5000, "code": "y" * 5000}, {"code": "é\n"}])
async def test_a_callback_that_makes_no_sense_is_one_sentence(begun: FakeAccounts, query: dict[str, str]) -> None:
    assert (await come_back(begun, **query)).status_code == 400
    assert begun.linked == {}


async def test_the_answer_is_kept_by_nobody_and_echoes_neither_state_nor_code(begun: FakeAccounts) -> None:
    answer = await come_back(begun, state=STATE, code="a-code")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == STRICT_HEADERS["Referrer-Policy"] == "no-referrer"
    assert STATE not in answer.text
    assert "a-code" not in answer.text


async def test_an_incident_does_not_log_the_code(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await come_back(FakeAccounts(error=RuntimeError("a bug")), state=STATE, code="planted-code")
    assert answer.status_code == 500
    own = [r.getMessage() for r in caplog.records if not r.name.startswith("http")]
    assert not any(secret in line for line in own for secret in ("planted-code", STATE))


async def test_without_own_accounts_there_is_no_callback() -> None:
    async with visitor() as client:
        assert (await client.get(CALLBACK)).status_code == 404
