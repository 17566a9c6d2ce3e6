"""Playlists that cannot be removed, cannot be found, or only seem to be old."""

import logging
import time
from contextlib import closing
from email.utils import formatdate

import pytest

from core.ledger import BOT, PlaylistRecord, Stage
from spotify.client import Connections
from spotify.clock import SpotifyClock
from spotify.pauses import LONGEST_S, SHORTEST_S, Pauses
from spotify.publish import RECOVERED_AT_ONCE, REMOVED_AT_ONCE
from spotify.removing import PAGES, PER_PAGE, Remover
from spotify.tokens import OneLogin
from tests.fakes.spotify_parts import FakePlaylist
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import app_of, publisher_of, store_of

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


async def test_an_answer_without_a_date_ages_no_playlist_away(fake_spotify):
    put(fake_spotify, "kept")
    ledger = MemoryLedger(stray("a", playlist_id="kept", stage=Stage.MADE, age_s=31 * DAY_S))
    fake_spotify.fail("GET", "/me", status=200, body=b'{"id": "us"}', headers={"Date": "unknown"})
    await tended(fake_spotify, ledger)
    assert list(fake_spotify.playlists) == ["kept"]


async def test_a_short_page_is_not_the_end_of_the_list(fake_spotify):
    put(fake_spotify, "lost", about="Happy. Tape taga.")
    for number in range(PER_PAGE):
        put(fake_spotify, f"later{number}")
    fake_spotify.fail("GET", "/me/playlists", status=200, body=b'{"items": [null], "next": "more"}')
    await tended(fake_spotify, MemoryLedger(stray("a")))
    assert "lost" not in fake_spotify.playlists


def in_a_list_of_300(fake, *, later):
    """Put a lost playlist at the place 210, with the `later` ones in front of it."""
    for number in range(90):
        put(fake, f"earlier{number}")
    put(fake, "lost", about="Happy. Tape taglost.")
    for number in range(210 - len(later)):
        put(fake, f"other{number}")
    for name in later:
        put(fake, name, about=f"Happy. Tape tag{name}.")


async def test_what_is_removed_on_the_way_shifts_what_is_read_next(fake_spotify):
    later = [f"later{number}" for number in range(120)]
    in_a_list_of_300(fake_spotify, later=later)
    await tended(fake_spotify, MemoryLedger(*(stray(name) for name in (*later, "lost"))))
    assert "lost" not in fake_spotify.playlists


def test_what_others_remove_meanwhile_hides_no_lost_playlist(fake_spotify):
    in_a_list_of_300(fake_spotify, later=[])
    app = app_of(fake_spotify)
    with closing(Connections(app, OneLogin(store_of(fake_spotify)))) as connect:
        remover = Remover(connect, MemoryLedger(), app.limits)
        left = remover.search([stray("lost")])
        for number in range(PER_PAGE - 10):
            del fake_spotify.playlists[f"other{209 - number}"]
        remover.search(left)
    assert "lost" not in fake_spotify.playlists


@pytest.mark.parametrize("about", ["taga is the tape I liked", "Better than Tape taga. By far", "Tape tagab."])
async def test_a_playlist_that_only_mentions_a_tag_stays(fake_spotify, about):
    put(fake_spotify, "theirs", about=about)
    await tended(fake_spotify, MemoryLedger(stray("a")))
    assert list(fake_spotify.playlists) == ["theirs"]


async def test_a_playlist_of_somebody_else_in_the_list_stays(fake_spotify):
    put(fake_spotify, "followed", about="Happy. Tape taga.")
    fake_spotify.profiles["fixed-account-id"] = {"id": "us", "account_id": "fixed-account-id"}
    await tended(fake_spotify, MemoryLedger(stray("a")))
    assert list(fake_spotify.playlists) == ["followed"]


class Dated:
    def __init__(self, **headers):
        self.headers = headers


def test_spotifys_clock_says_what_was_heard_last():
    clock = SpotifyClock()
    assert clock.heard_s is None
    for headers in ({"Date": formatdate(1_800_000_000, usegmt=True)}, {"Date": "yesterday"}, {}):
        clock.hear(Dated(**headers))
    assert clock.heard_s == 1_800_000_000
