import asyncio
import time
from dataclasses import replace

import pytest

from core.errors import SpotifyForbidden, SpotifyUnavailable, StorageUnavailable
from core.ledger import BOT, PlaylistRecord, Stage
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import GOOD_DAY, RAIN_AGAIN, age, publisher_of, store_of, tape

FILL = ("PUT", "/playlists/*/items")
CREATE = ("POST", "/me/playlists")


async def test_the_same_request_twice_at_once_makes_one_playlist(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        twice = [publisher.publish(tape(GOOD_DAY), request_id="a") for _ in range(2)]
        first, second = await asyncio.gather(*twice)
    assert first == second
    assert len(fake_spotify.playlists) == 1


async def test_the_same_request_later_gets_the_same_playlist(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        first = await publisher.publish(tape(GOOD_DAY, RAIN_AGAIN), request_id="a")
        assert await publisher.publish(tape(GOOD_DAY, RAIN_AGAIN), request_id="a") == first
    assert fake_spotify.count(*CREATE) == 1


async def test_the_same_request_in_two_processes_makes_one_playlist(fake_spotify):
    ledger = MemoryLedger()
    with publisher_of(fake_spotify, ledger=ledger) as one, publisher_of(fake_spotify, ledger=ledger) as other:
        twice = [publisher.publish(tape(GOOD_DAY), request_id="a") for publisher in (one, other)]
        first, second = await asyncio.gather(*twice)
    assert first.url == second.url
    assert len(fake_spotify.playlists) == 1


async def test_one_of_two_who_wait_for_a_request_may_go_away(fake_spotify):
    fake_spotify.fail(*FILL, status=200, body=b'{"snapshot_id": "1"}', after=True, hang_s=0.15)
    with publisher_of(fake_spotify) as publisher:
        first, second = (asyncio.create_task(publisher.publish(tape(GOOD_DAY), request_id="a")) for _ in range(2))
        await asyncio.to_thread(fake_spotify.wait_for, "PUT")
        first.cancel()
        assert (await second).tracks
    assert len(fake_spotify.playlists) == 1


async def test_a_request_that_failed_may_be_sent_again_once_it_is_cleared(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        fake_spotify.fail(*CREATE, status=403)
        with pytest.raises(SpotifyForbidden):
            await publisher.publish(tape(GOOD_DAY), request_id="a")
        assert await publisher.publish(tape(GOOD_DAY), request_id="a")
    assert len(fake_spotify.playlists) == 1


async def test_a_request_whose_maker_died_is_made_anew(fake_spotify):
    dead = PlaylistRecord("a", BOT, "0123456789ab", time.time() - 61)
    with publisher_of(fake_spotify, ledger=MemoryLedger(dead)) as publisher:
        playlist = await publisher.publish(tape(GOOD_DAY), request_id="a")
    assert [playlist.url.rpartition("/")[2]] == list(fake_spotify.playlists)


async def test_a_request_whose_playlist_is_to_go_is_refused_meanwhile(fake_spotify):
    unwanted = PlaylistRecord("a", BOT, "0123456789ab", time.time(), Stage.UNWANTED)
    with publisher_of(fake_spotify, ledger=MemoryLedger(unwanted)) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(GOOD_DAY), request_id="a")
    assert fake_spotify.count(*CREATE) == 0


class Full(MemoryLedger):
    """Takes a record and no change of it."""

    def change(self, record):
        raise StorageUnavailable


class Closed(MemoryLedger):
    def begin(self, record):
        raise StorageUnavailable


async def test_what_cannot_be_written_down_is_not_made(fake_spotify):
    with publisher_of(fake_spotify, ledger=Closed()) as publisher, pytest.raises(StorageUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert fake_spotify.count(*CREATE) == 0


async def test_what_cannot_be_written_down_later_is_removed_again(fake_spotify):
    with publisher_of(fake_spotify, ledger=Full()) as publisher, pytest.raises(StorageUnavailable):
        await publisher.publish(tape(GOOD_DAY))
    assert fake_spotify.playlists == {}


async def made_by(fake, ledger):
    with publisher_of(fake, ledger=ledger) as publisher:
        return (await publisher.publish(tape(GOOD_DAY))).url.rpartition("/")[2]


async def test_old_playlists_of_ours_are_removed_with_one_call(fake_spotify):
    ledger = MemoryLedger()
    for _ in range(3):
        await made_by(fake_spotify, ledger)
    age(ledger, days=31)
    young = await made_by(fake_spotify, ledger)
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
    assert list(fake_spotify.playlists) == [young]
    assert fake_spotify.count("DELETE") == 1


async def test_an_old_playlist_that_we_did_not_make_stays(fake_spotify):
    await made_by(fake_spotify, MemoryLedger())
    with publisher_of(fake_spotify, ledger=MemoryLedger()) as publisher:
        await publisher.tend()
    assert len(fake_spotify.playlists) == 1
    assert fake_spotify.count("DELETE") == 0


async def test_a_clock_that_was_behind_while_a_playlist_was_made_does_not_age_it(fake_spotify):
    ledger = MemoryLedger()
    with publisher_of(fake_spotify, ledger=ledger, later_s=-60 * 86_400) as publisher:
        await publisher.publish(tape(GOOD_DAY))
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
    assert len(fake_spotify.playlists) == 1


@pytest.mark.parametrize("tending", [False, True], ids=["by the same request", "by tidying"])
async def test_what_was_begun_while_the_clock_was_ahead_is_recovered(fake_spotify, tending):
    ledger = MemoryLedger(PlaylistRecord("a", BOT, "0123456789ab", time.time() + 400 * 86_400))
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        if tending:
            await publisher.tend()
            assert ledger.records == {}
        assert await publisher.publish(tape(GOOD_DAY), request_id="a")


async def test_a_token_that_does_not_come_leaves_no_record(fake_spotify):
    ledger, store = MemoryLedger(), store_of(fake_spotify, expires_in_s=0)
    fake_spotify.fail("POST", "/api/token", status=503, times=9)
    known = tape(replace(GOOD_DAY, uri=fake_spotify.tracks[2].uri))
    with publisher_of(fake_spotify, store, ledger=ledger) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(known)
    assert (ledger.records, fake_spotify.count(*CREATE)) == ({}, 0)


async def test_an_old_playlist_in_a_persons_own_account_stays(fake_spotify):
    ledger = MemoryLedger()
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.publish(tape(GOOD_DAY), owner="42")
    age(ledger, days=31)
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
    assert len(fake_spotify.playlists) == 1


async def test_one_refused_removal_does_not_stop_the_others(fake_spotify):
    ledger = MemoryLedger()
    for _ in range(2):
        await made_by(fake_spotify, ledger)
    age(ledger, days=31)
    fake_spotify.fail("DELETE", "/me/library", status=400)
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
    assert (fake_spotify.playlists, ledger.records) == ({}, {})


async def test_nothing_is_tended_while_spotify_asks_to_wait(fake_spotify):
    old = PlaylistRecord("a", BOT, "0123456789ab", 0.0)
    with publisher_of(fake_spotify, ledger=MemoryLedger(old)) as publisher:
        fake_spotify.fail(*CREATE, status=429, headers={"Retry-After": "600"})
        with pytest.raises(Exception, match="SpotifyRateLimited"):
            await publisher.publish(tape(GOOD_DAY))
        asked = len(fake_spotify.calls)
        with pytest.raises(Exception, match="SpotifyRateLimited"):
            await publisher.tend()
    assert len(fake_spotify.calls) == asked


async def test_a_playlist_of_a_living_maker_is_left_alone(fake_spotify):
    ledger = MemoryLedger()
    made = await made_by(fake_spotify, ledger)
    (record,) = ledger.records.values()
    ledger.change(replace(record, stage=Stage.MAKING))
    with publisher_of(fake_spotify, ledger=ledger) as publisher:
        await publisher.tend()
    assert list(fake_spotify.playlists) == [made]
