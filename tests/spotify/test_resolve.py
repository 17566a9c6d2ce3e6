import time
from dataclasses import replace

import pytest

from core.errors import SpotifyUnavailable, TracksNotOnSpotify
from core.mood import MoodPoint
from core.music import Track
from spotify.resolve import FOUND_LASTS_S, LACKING_LASTS_S
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.fakes.stores import MemoryTracks
from tests.spotify.kit import GOOD_DAY, RAIN_AGAIN, publisher_of, tape, track

LOST = track("Never Recorded", "Nobody")
SONGS = tuple(song(f"Song {number}", f"Artist {number}") for number in range(20))


def at(number, valence, *, uri=True):
    row = SONGS[number]
    return Track(row.title, row.artists[0], MoodPoint(valence, 0.4), row.uri if uri else None)


@pytest.fixture
def fake():
    with FakeSpotify(tracks=SONGS) as fake:
        yield fake
    assert fake.violations == []


def with_spares(*tracks, spares):
    return replace(tape(*tracks), spares=spares)


async def test_found_and_lacking_tracks_are_remembered_for_a_while(fake_spotify):
    store = MemoryTracks()
    with publisher_of(fake_spotify, resolved=store) as publisher:
        await publisher.publish(tape(GOOD_DAY, LOST))
        searched = fake_spotify.count("GET", "/search")
        await publisher.publish(tape(GOOD_DAY, LOST))
    now = time.time()
    assert fake_spotify.count("GET", "/search") == searched
    assert store.missing(now=now) == {LOST.key}
    assert store.missing(now=now + LACKING_LASTS_S + 9) == frozenset()
    assert store.find([GOOD_DAY.key], now=now + FOUND_LASTS_S + 9) == {}


async def test_what_spotify_lacks_is_told_as_gone(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(tape(GOOD_DAY, LOST))
        assert await publisher.gone() == {LOST.key}


async def test_a_failed_search_is_not_remembered(fake_spotify):
    fake_spotify.fail("GET", "/search", status=500, times=3)
    with publisher_of(fake_spotify) as publisher:
        with pytest.raises(SpotifyUnavailable):
            await publisher.publish(tape(GOOD_DAY))
        assert await publisher.publish(tape(GOOD_DAY))


async def test_the_nearest_spare_stands_in_for_a_track_that_is_not_found(fake):
    wanted = with_spares(at(0, 0.1), LOST, at(1, 0.2), spares=(at(5, -0.9), at(6, 0.69)))
    with publisher_of(fake) as publisher:
        playlist = await publisher.publish(wanted)
    assert [item.title for item in playlist.tracks] == ["Song 0", "Song 6", "Song 1"]
    assert playlist.missing == ()


async def test_a_spare_without_an_id_is_searched(fake):
    with publisher_of(fake) as publisher:
        playlist = await publisher.publish(with_spares(at(0, 0.1), LOST, spares=(at(7, 0.5, uri=False),)))
    assert [item.uri for item in playlist.tracks] == [SONGS[0].uri, SONGS[7].uri]


async def test_a_spare_does_not_double_a_song_of_the_tape(fake):
    with publisher_of(fake) as publisher:
        playlist = await publisher.publish(with_spares(LOST, at(0, 0.1), spares=(at(0, 0.7),)))
    assert [item.title for item in playlist.tracks] == ["Song 0"]
    assert playlist.missing == (LOST,)


@pytest.mark.parametrize("dead", [[3], [0, 9], [0, 1, 2]])
async def test_a_dead_id_is_replaced_and_not_offered_again(fake, dead):
    fake.dead = {SONGS[number].uri for number in dead}
    wanted = with_spares(*(at(n, n / 10) for n in range(10)), spares=tuple(at(n, n / 20) for n in range(10, 16)))
    with publisher_of(fake) as publisher:
        playlist = await publisher.publish(wanted)
        gone = await publisher.gone()
    (made,) = fake.playlists.values()
    assert made.uris == [item.uri for item in playlist.tracks]
    assert (len(made.uris), fake.dead & set(made.uris)) == (10, set())
    assert gone == {wanted.tracks[number].key for number in dead}


async def test_a_dead_spare_is_replaced_too(fake):
    fake.dead = {SONGS[0].uri, SONGS[5].uri}
    with publisher_of(fake) as publisher:
        playlist = await publisher.publish(with_spares(at(0, 0.1), at(1, 0.9), spares=(at(5, 0.1), at(6, 0.5))))
    assert [item.title for item in playlist.tracks] == ["Song 6", "Song 1"]


async def test_an_id_known_to_be_dead_costs_no_call(fake):
    store = MemoryTracks()
    store.keep(at(0, 0).key, None, until=time.time() + 99)
    with publisher_of(fake, resolved=store) as publisher:
        await publisher.publish(with_spares(at(0, 0.1), spares=(at(5, 0.1),)))
    assert [call.split()[0] for call in fake.calls] == ["POST", "PUT", "PUT"]


async def test_only_dead_ids_leave_no_playlist(fake):
    fake.dead = {SONGS[0].uri}
    with publisher_of(fake) as publisher, pytest.raises(TracksNotOnSpotify):
        await publisher.publish(tape(at(0, 0.1)))
    assert fake.playlists == {}


@pytest.mark.parametrize("count", [1, 8, 20])
async def test_a_tape_of_dead_ids_only_is_learnt_and_leaves_no_playlist(fake, count):
    fake.dead = {SONGS[number].uri for number in range(count)}
    wanted = tape(*(at(number, 0.5) for number in range(count)))
    with publisher_of(fake, making_s=9.0, read_s=5.0, publish_s=30.0) as publisher:
        with pytest.raises(TracksNotOnSpotify):
            await publisher.publish(wanted)
        assert await publisher.gone() == {item.key for item in wanted.tracks}
    assert fake.playlists == {}


async def test_a_refusal_of_everything_condemns_no_track(fake):
    fake.fail("PUT", "/playlists/*/items", status=400, times=99)
    with publisher_of(fake) as publisher:
        with pytest.raises(SpotifyUnavailable):
            await publisher.publish(tape(*(at(n, 0.5) for n in range(8))))
        assert await publisher.gone() == frozenset()
    assert fake.playlists == {}


async def test_a_spare_that_stood_in_for_rain_keeps_its_own_name(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(with_spares(LOST, spares=(RAIN_AGAIN,)))
    assert [item.title for item in playlist.tracks] == ["Rain Again"]
