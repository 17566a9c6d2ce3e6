"""Playlists that cannot be removed, cannot be found, or only seem to be old."""

import logging
import time
from email.utils import formatdate

import pytest

from core.ledger import BOT, PlaylistRecord, Stage
from spotify.clock import SpotifyClock
from spotify.pauses import LONGEST_S, SHORTEST_S, Pauses
from spotify.publish import RECOVERED_AT_ONCE, REMOVED_AT_ONCE
from spotify.removing import PAGES, PER_PAGE
from tests.fakes.spotify_parts import FakePlaylist
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import publisher_of

DAY_S = 86_400
DELETE = ("DELETE", "/me/library")


def put(fake, name, *, about="", account_id="fixed-account-id"):
    """Put a playlist into an account, as its newest."""
    fake.playlists[name] = FakePlaylist(name, name, about, True, account_id)


def stray(name, *, playlist_id=None, age_s=120.0, stage=Stage.UNWANTED):
    return PlaylistRecord(name, BOT, f"tag{name}", time.time() - age_s, stage, playlist_id)


async def test_removals_that_are_refused_do_not_keep_others_from_their_turn(fake_spotify):
    stuck = [stray(f"stuck{n}", playlist_id=f"x{n}", age_s=900 - n) for n in range(RECOVERED_AT_ONCE)]
    put(fake_spotify, "removable")
    ledger = MemoryLedger(*stuck, stray("newer", playlist_id="removable"))
    fake_spotify.fail(*DELETE, status=403, times=RECOVERED_AT_ONCE)
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
        await publisher.tend()
    assert fake_spotify.playlists == {}
    assert set(ledger.records) == {record.request_id for record in stuck}
    assert fake_spotify.count(*DELETE) == RECOVERED_AT_ONCE + 1


@pytest.mark.parametrize("status", [400, 403, 404])
async def test_one_old_playlist_that_is_refused_does_not_keep_the_other_old_ones(fake_spotify, status):
    old = [stray(f"r{n}", playlist_id=f"p{n}", stage=Stage.MADE, age_s=31 * DAY_S + 99 - n) for n in range(4)]
    for record in old:
        put(fake_spotify, record.playlist_id)
    fake_spotify.fail(*DELETE, status=status, times=2)
    ledger = MemoryLedger(*old)
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
        await publisher.tend()
    assert (list(fake_spotify.playlists), list(ledger.records)) == (["p0"], ["r0"])


async def test_an_account_that_refuses_every_removal_is_not_asked_for_all_of_them(fake_spotify):
    old = [stray(f"r{n}", playlist_id=f"p{n}", stage=Stage.MADE, age_s=31 * DAY_S) for n in range(REMOVED_AT_ONCE)]
    fake_spotify.fail(*DELETE, status=403, times=99)
    with publisher_of(fake_spotify, ledger=MemoryLedger(*old)) as publisher:
        await publisher.tend()
    assert fake_spotify.count(*DELETE) == 6


def test_a_pause_doubles_with_each_failure_up_to_a_day_and_ends_with_success():
    now = [0.0]
    pauses, waited = Pauses(lambda: now[0]), []
    for _ in range(14):
        pauses.failed("a")
        start = now[0]
        while not pauses.over("a"):
            now[0] += SHORTEST_S
        waited.append(now[0] - start)
    assert waited[:3] == [60, 120, 240]
    assert waited[-1] == LONGEST_S
    pauses.worked("a")
    pauses.failed("a")
    assert (pauses.over("a"), pauses.over("b")) == (False, True)


async def tended(fake, ledger, *, times=1):
    with publisher_of(fake, ledger=ledger) as publisher:
        for _ in range(times):
            await publisher.tend()


async def test_a_lost_playlist_far_back_in_the_account_is_found(fake_spotify):
    put(fake_spotify, "lost", about="Happy. Tape taga.")
    for number in range(2 * PAGES * PER_PAGE + 70):
        put(fake_spotify, f"later{number}")
    ledger = MemoryLedger(stray("a"))
    await tended(fake_spotify, ledger)
    assert "lost" not in fake_spotify.playlists
    assert (len(fake_spotify.removed), ledger.records) == (1, {})


async def test_the_search_goes_on_in_the_next_round_and_ends_with_the_list(fake_spotify):
    for number in range(1500):
        put(fake_spotify, f"other{number}")
    ledger = MemoryLedger(*(stray(name) for name in "abcdef"))
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
        after_one = fake_spotify.count("GET", "/me/playlists")
        assert len(ledger.records) == 6
        for _ in range(2):
            await publisher.tend()
    assert (ledger.records, fake_spotify.removed) == ({}, [])
    assert after_one == 20
    assert fake_spotify.count("GET", "/me/playlists") < 45


async def test_a_list_that_is_refused_is_not_asked_for_each_minute(fake_spotify):
    fake_spotify.fail("GET", "/me/playlists", status=403, times=99)
    await tended(fake_spotify, MemoryLedger(stray("a"), stray("b")), times=3)
    assert fake_spotify.count("GET", "/me/playlists") == 1


async def test_a_clock_that_jumps_ahead_ages_no_playlist_away(fake_spotify, caplog):
    put(fake_spotify, "kept")
    ledger = MemoryLedger(stray("a", playlist_id="kept", stage=Stage.MADE))
    with publisher_of(fake_spotify, ledger=ledger, later_s=400 * DAY_S) as publisher:
        for _ in range(2):
            await publisher.tend()
    assert list(fake_spotify.playlists) == ["kept"]
    assert sum("clock" in record.getMessage() for record in caplog.records if record.levelno == logging.WARNING) == 1


class Dated:
    def __init__(self, **headers):
        self.headers = headers


def test_spotifys_clock_goes_on_by_itself_after_an_answer():
    now = [100.0]
    clock = SpotifyClock(lambda: now[0])
    assert clock.now_s is None
    clock.hear(Dated(Date=formatdate(1_800_000_000, usegmt=True)))
    clock.hear(Dated(Date="yesterday"))
    clock.hear(Dated())
    now[0] += 7
    assert clock.now_s == 1_800_000_007
