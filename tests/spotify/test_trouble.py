import asyncio
import logging
import time

import pytest

from core.errors import (
    SpotifyForbidden,
    SpotifyLoginNeeded,
    SpotifyProblem,
    SpotifyRateLimited,
    SpotifyUnavailable,
)
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import GOOD_DAY, client_of, publisher_of, tape

CREATE = ("POST", "/me/playlists")
FILL = ("PUT", "/playlists/*/items")
SEARCH = ("GET", "/search")
CALLS = pytest.mark.parametrize("call", [CREATE, FILL, SEARCH], ids=["create", "put", "search"])
QUOTA = b'{"error": {"status": 429, "message": "Too many", "reason": "QUOTA_EXCEEDED"}}'

LASTING = {
    "401": ({"status": 401}, SpotifyLoginNeeded),
    "403": ({"status": 403}, SpotifyForbidden),
    "404": ({"status": 404}, SpotifyUnavailable),
    "429 long": ({"status": 429, "headers": {"Retry-After": "86400"}}, SpotifyRateLimited),
    "429 quota": ({"status": 429, "headers": {"Retry-After": "1"}, "body": QUOTA}, SpotifyRateLimited),
    "429 without a wait": ({"status": 429}, SpotifyRateLimited),
    "500": ({"status": 500}, SpotifyUnavailable),
    "502 as a page": ({"status": 502, "body": b"<html>Bad gateway</html>"}, SpotifyUnavailable),
    "503 as odd JSON": ({"status": 503, "body": b'{"error": "down"}'}, SpotifyUnavailable),
    "timeout": ({"hang_s": 0.5}, SpotifyUnavailable),
    "timeout after its effect": ({"hang_s": 0.5, "after": True}, SpotifyUnavailable),
    "reset": ({"reset": True}, SpotifyUnavailable),
    "reset after its effect": ({"reset": True, "after": True}, SpotifyUnavailable),
    "200 without JSON": ({"status": 200, "body": b""}, SpotifyUnavailable),
    "200 without JSON after its effect": ({"status": 200, "body": b"", "after": True}, SpotifyUnavailable),
    "200 with a list": ({"status": 200, "body": b"[1]"}, SpotifyUnavailable),
}
PASSING = {
    "401": {"status": 401},
    "429 short": {"status": 429, "headers": {"Retry-After": "0"}},
}
PASSING_WHERE_REPEATING_IS_HARMLESS = {
    "500": {"status": 500},
    "502 twice": {"status": 502, "times": 2},
    "timeout": {"hang_s": 0.5},
    "reset": {"reset": True},
    "200 without JSON": {"status": 200, "body": b""},
}


@CALLS
@pytest.mark.parametrize("name", LASTING)
async def test_lasting_trouble_is_told_and_leaves_nothing_behind(fake_spotify, call, name):
    fault, problem = LASTING[name]
    fake_spotify.fail(*call, **fault, times=9)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyProblem) as raised:
        await publisher.publish(tape(GOOD_DAY))
    assert type(raised.value) is problem
    assert fake_spotify.playlists == {}


@pytest.mark.parametrize("status", [403, 500])
@pytest.mark.parametrize("lost", [CREATE, FILL], ids=["create", "put"])
async def test_what_cannot_be_removed_at_once_is_removed_a_minute_later(fake_spotify, lost, status):
    ledger = MemoryLedger()
    fake_spotify.fail(*lost, status=500, times=9, after=True)
    fake_spotify.fail("DELETE", "/me/library", status=status, times=3)
    fake_spotify.fail("GET", "/me/playlists", status=status, times=3)
    with publisher_of(fake_spotify, ledger=ledger) as publisher, pytest.raises(SpotifyProblem):
        await publisher.publish(tape(GOOD_DAY))
    assert len(fake_spotify.playlists) == 1
    fake_spotify.heal()
    with publisher_of(fake_spotify, ledger=ledger, later_s=61) as publisher:
        await publisher.tend()
    assert (fake_spotify.playlists, ledger.records) == ({}, {})


async def test_a_playlist_that_appears_late_is_removed_too(fake_spotify):
    ledger = MemoryLedger()
    fake_spotify.fail(*CREATE, hang_s=0.5, after=True)
    fake_spotify.fail("GET", "/me/playlists", status=200, body=b'{"items": []}')
    with publisher_of(fake_spotify, ledger=ledger) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert len(fake_spotify.playlists) == 1
    with publisher_of(fake_spotify, ledger=ledger, later_s=61) as publisher:
        await publisher.tend()
    assert (fake_spotify.playlists, ledger.records) == ({}, {})


async def test_a_long_wait_is_kept_by_all_tapes(fake_spotify):
    fake_spotify.fail(*CREATE, status=429, headers={"Retry-After": "86400"})
    with publisher_of(fake_spotify) as publisher:
        for _ in range(3):
            with pytest.raises(SpotifyRateLimited) as limited:
                await publisher.publish(tape(GOOD_DAY))
    assert limited.value.retry_after_s == pytest.approx(86_400, abs=60)
    assert [call for call in fake_spotify.calls if call.startswith("POST")] == ["POST /me/playlists"]


@CALLS
@pytest.mark.parametrize("name", PASSING)
async def test_passing_trouble_goes_unnoticed(fake_spotify, call, name):
    fake_spotify.fail(*call, **PASSING[name])
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(tape(GOOD_DAY))
    assert [len(playlist.uris) for playlist in fake_spotify.playlists.values()] == [1]


@pytest.mark.parametrize("call", [FILL, SEARCH], ids=["put", "search"])
@pytest.mark.parametrize("name", PASSING_WHERE_REPEATING_IS_HARMLESS)
async def test_calls_that_do_no_harm_twice_are_repeated(fake_spotify, call, name):
    fake_spotify.fail(*call, **PASSING_WHERE_REPEATING_IS_HARMLESS[name])
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(tape(GOOD_DAY))
    assert [len(playlist.uris) for playlist in fake_spotify.playlists.values()] == [1]


@pytest.mark.parametrize(("call", "sent"), [(CREATE, 1), (FILL, 3), (SEARCH, 3)])
async def test_a_failing_call_is_sent_so_often(fake_spotify, call, sent):
    fake_spotify.fail(*call, status=500, times=9)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert fake_spotify.count(*call) == sent


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [({"Retry-After": "5400"}, 5400), ({}, 60), ({"Retry-After": "soon"}, 60), ({"Retry-After": "-1"}, 60),
     ({"Retry-After": "nan"}, 60), ({"Retry-After": "inf"}, 60), ({"Retry-After": "9999999"}, 86_400)],
)  # fmt: skip
def test_a_rate_limit_says_how_long_to_wait(fake_spotify, headers, wait_s):
    fake_spotify.fail("GET", "/me", status=429, headers=headers)
    with client_of(fake_spotify) as client, pytest.raises(SpotifyRateLimited) as raised:
        client.me()
    assert raised.value.retry_after_s == wait_s


def test_a_short_rate_limit_is_waited_for_once_only(fake_spotify):
    fake_spotify.fail("GET", "/me", status=429, headers={"Retry-After": "0"}, times=9)
    with client_of(fake_spotify) as client, pytest.raises(SpotifyRateLimited):
        client.me()
    assert fake_spotify.count("GET", "/me") == 2


def test_a_long_rate_limit_holds_no_worker(fake_spotify):
    fake_spotify.fail("GET", "/me", status=429, headers={"Retry-After": "30"})
    started_s = time.monotonic()
    with client_of(fake_spotify) as client, pytest.raises(SpotifyRateLimited):
        client.me()
    assert time.monotonic() - started_s < 1


def test_a_job_ends_when_its_budget_is_spent(fake_spotify):
    fake_spotify.fail("GET", "/me", hang_s=2, times=9)
    started_s = time.monotonic()
    with client_of(fake_spotify, budget_s=0.3) as client, pytest.raises(SpotifyUnavailable):
        client.me()
    assert time.monotonic() - started_s < 1


async def test_a_tape_that_takes_too_long_is_given_up(fake_spotify):
    fake_spotify.fail(*SEARCH, status=200, body=b'{"tracks": {"items": []}}', hang_s=0.2, times=9)
    with publisher_of(fake_spotify, publish_s=0.1) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert fake_spotify.playlists == {}


async def test_a_playlist_that_cannot_be_removed_is_named_in_the_log(fake_spotify, caplog):
    fake_spotify.fail(*FILL, status=500, times=9)
    fake_spotify.fail("DELETE", "/me/library", status=500, times=9)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    (left,) = fake_spotify.playlists
    assert any(left in record.getMessage() for record in caplog.records if record.levelno == logging.ERROR)


async def test_only_the_lost_playlist_is_removed(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        kept = await publisher.publish(tape(GOOD_DAY))
        fake_spotify.fail(*CREATE, status=502, after=True)
        with pytest.raises(SpotifyUnavailable):
            await publisher.publish(tape(GOOD_DAY))
    assert [kept.url.rpartition("/")[2]] == list(fake_spotify.playlists)


async def test_a_lost_playlist_that_cannot_be_looked_for_is_told_in_the_log(fake_spotify, caplog):
    fake_spotify.fail(*CREATE, status=502)
    fake_spotify.fail("GET", "/me/playlists", status=403)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert "may still be there: SpotifyForbidden" in caplog.text


async def test_someone_who_is_not_allow_listed_is_forbidden(fake_spotify):
    fake_spotify.allow_listed = False
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyForbidden):
        await publisher.publish(tape(GOOD_DAY))


async def test_while_spotify_asks_to_wait_a_tape_is_refused_at_once_with_the_seconds_left(fake_spotify):
    fake_spotify.fail(*CREATE, status=429, headers={"Retry-After": "600"})
    with publisher_of(fake_spotify) as publisher:
        with pytest.raises(SpotifyRateLimited):
            await publisher.publish(tape(GOOD_DAY), request_id="a")
        asked = len(fake_spotify.calls)
        with pytest.raises(SpotifyRateLimited) as refused:
            await publisher.publish(tape(GOOD_DAY), request_id="a")
    assert refused.value.retry_after_s == pytest.approx(600, abs=30)
    assert len(fake_spotify.calls) == asked


async def test_the_same_request_after_the_wait_makes_one_playlist(fake_spotify):
    fake_spotify.fail(*CREATE, status=429, headers={"Retry-After": "2.2"})
    with publisher_of(fake_spotify) as publisher:
        with pytest.raises(SpotifyRateLimited) as refused:
            await publisher.publish(tape(GOOD_DAY), request_id="a")
        await asyncio.sleep(refused.value.retry_after_s)
        twice = [await publisher.publish(tape(GOOD_DAY), request_id="a") for _ in range(2)]
    assert [playlist.url.rpartition("/")[2] for playlist in twice] == 2 * list(fake_spotify.playlists)
