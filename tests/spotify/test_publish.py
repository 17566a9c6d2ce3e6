import asyncio

import pytest

from core.errors import SpotifyLoginNeeded, SpotifyRateLimited, SpotifyUnavailable, TracksNotOnSpotify
from core.music import Playlist
from core.ports import MAX_LENGTH
from spotify.links import LinksOnlyPublisher
from spotify.tokens import MemoryStore
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.fakes.stores import MemoryLedger
from tests.spotify.kit import GOOD_DAY, RAIN_AGAIN, TAPE, publisher_of, tape, track


async def test_playlist_holds_the_tracks_of_the_tape_in_order(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(TAPE)
    (made,) = fake_spotify.playlists.values()
    assert playlist.url == f"https://open.spotify.com/playlist/{made.id}"
    assert made.uris == [item.uri for item in playlist.tracks]
    assert fake_spotify.titles(made.id) == [
        "Slow Light",
        "Good Day",
        "Higher (feat. Ada Moon)",
        "Rain Again - Remastered 2011",
    ]


async def test_playlist_tells_mood_and_day_and_no_person(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(TAPE)
    (made,) = fake_spotify.playlists.values()
    assert made.name == "Moodtape: happy, November 22, 2026"
    assert made.description.startswith("A playlist that feels happy, made by Moodtape on November 22, 2026. Tape ")
    assert made.public


async def test_shown_tracks_keep_the_names_of_the_tape(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(RAIN_AGAIN))
    assert [(item.title, item.artist) for item in playlist.tracks] == [("Rain Again", "The Lanterns")]


async def test_tracks_with_known_uris_cost_three_calls(fake_spotify):
    known = [track(row.title, row.artists[0], uri=row.uri) for row in fake_spotify.tracks[2:6]]
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(tape(*known))
    ways = [call.split()[0] + " " + call.rpartition("/")[2] for call in fake_spotify.calls]
    assert ways == ["POST playlists", "PUT items", "PUT images"]


async def test_the_same_tracks_are_not_searched_twice(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        await publisher.publish(TAPE)
        searched = fake_spotify.count("GET", "/search")
        await publisher.publish(TAPE)
    assert fake_spotify.count("GET", "/search") == searched == len(TAPE.tracks)


async def test_unknown_tracks_are_told_as_missing(fake_spotify):
    unknown = track("Never Recorded", "Nobody")
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(unknown, GOOD_DAY))
    assert playlist.missing == (unknown,)
    assert [item.title for item in playlist.tracks] == ["Good Day"]


async def test_no_known_track_makes_no_playlist(fake_spotify):
    with publisher_of(fake_spotify) as publisher, pytest.raises(TracksNotOnSpotify):
        await publisher.publish(tape(track("Never Recorded", "Nobody")))
    assert fake_spotify.count("POST", "/me/playlists") == 0


async def test_one_song_stands_once_in_the_playlist(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(GOOD_DAY, RAIN_AGAIN, track("good day", "NOVA")))
    assert [item.title for item in playlist.tracks] == ["Good Day", "Rain Again"]


async def test_a_broken_uri_is_looked_up_instead(fake_spotify):
    with publisher_of(fake_spotify) as publisher:
        playlist = await publisher.publish(tape(track("Good Day", "Nova", uri="spotify:track:nonsense")))
    assert playlist.tracks[0].uri == fake_spotify.tracks[2].uri


async def test_the_longest_tape_fits_one_call_in_order():
    songs = [song(f"Song {number}", "Nova") for number in range(MAX_LENGTH)]
    wanted = tape(*(track(row.title, "Nova", uri=row.uri) for row in songs))
    with FakeSpotify(tracks=songs) as fake, publisher_of(fake) as publisher:
        await publisher.publish(wanted)
        (made,) = fake.playlists.values()
    assert made.uris == [row.uri for row in songs]
    assert fake.count("PUT", "/playlists/*/items") == 1
    assert fake.violations == []


async def test_no_login_asks_for_one_without_a_call(fake_spotify):
    with publisher_of(fake_spotify, MemoryStore()) as publisher, pytest.raises(SpotifyLoginNeeded):
        await publisher.publish(TAPE)
    assert fake_spotify.calls == []


async def test_a_login_made_later_counts_at_once(fake_spotify):
    store = MemoryStore()
    with publisher_of(fake_spotify, store) as publisher:
        with pytest.raises(SpotifyLoginNeeded):
            await publisher.publish(TAPE)
        store.save(fake_spotify.accounts.login())
        assert await publisher.publish(TAPE)


async def test_without_an_app_people_get_links_only():
    assert await LinksOnlyPublisher().publish(TAPE) is None


@pytest.mark.parametrize("workers", [1, 8])
async def test_cancelling_in_the_middle_leaves_no_playlist(fake_spotify, workers):
    fake_spotify.fail("PUT", "/playlists/*/items", status=200, body=b'{"snapshot_id": "1"}', after=True, hang_s=0.15)
    with publisher_of(fake_spotify, workers=workers) as publisher:
        job = asyncio.create_task(publisher.publish(tape(GOOD_DAY)))
        await asyncio.to_thread(fake_spotify.wait_for, "PUT")
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
    assert fake_spotify.playlists == {}
    assert len(fake_spotify.removed) == 1


async def test_cancelling_before_a_worker_is_free_makes_no_playlist(fake_spotify):
    known = tape(track("Good Day", uri=fake_spotify.tracks[2].uri))
    fake_spotify.fail("PUT", "/playlists/*/items", status=200, body=b'{"a": 1}', after=True, hang_s=0.15)
    with publisher_of(fake_spotify, workers=1) as publisher:
        first = asyncio.create_task(publisher.publish(known))
        second = asyncio.create_task(publisher.publish(tape(GOOD_DAY)))
        await asyncio.to_thread(fake_spotify.wait_for, "PUT")
        second.cancel()
        await first
    assert len(fake_spotify.playlists) == 1
    assert fake_spotify.count("POST", "/me/playlists") == 1


async def test_many_people_at_once_get_one_playlist_each(fake_spotify):
    with publisher_of(fake_spotify, read_s=5.0, making_s=9.0, publish_s=60.0) as publisher:
        made = await asyncio.gather(*(publisher.publish(TAPE) for _ in range(40)))
    assert len({playlist.url for playlist in made}) == len(fake_spotify.playlists) == 40


async def test_at_most_four_searches_run_at_once_for_one_tape():
    songs = [song(f"Song {number}", "Nova") for number in range(8)]
    with FakeSpotify(tracks=songs) as fake, publisher_of(fake, read_s=2.0) as publisher:
        fake.fail("GET", "/search", status=200, body=b'{"tracks": {"items": []}}', times=99, hang_s=0.3)
        job = asyncio.create_task(publisher.publish(tape(*(track(row.title) for row in songs))))
        await asyncio.sleep(0.2)
        assert fake.count("GET", "/search") == 4
        job.cancel()
        await asyncio.gather(job, return_exceptions=True)


@pytest.mark.slow
async def test_two_hundred_people_get_one_whole_playlist_or_one_sentence_each(fake_spotify):
    known = tuple(track(row.title, row.artists[0], uri=row.uri) for row in fake_spotify.tracks[2:6])
    ledger = MemoryLedger()
    fake_spotify.chaos = 0.05
    patience = {"connect_s": 2.0, "read_s": 2.0, "token_s": 5.0, "making_s": 7.0, "publish_s": 240.0}
    with publisher_of(fake_spotify, ledger=ledger, workers=16, **patience) as publisher:
        asked = (publisher.publish(tape(*known)) for _ in range(200))
        answers = await asyncio.gather(*asked, return_exceptions=True)
    fake_spotify.chaos = 0.0
    with publisher_of(fake_spotify, ledger=ledger, later_s=3600) as publisher:
        await publisher.tend()
    made = [answer.url.rpartition("/")[2] for answer in answers if isinstance(answer, Playlist)]
    told = {type(answer) for answer in answers if not isinstance(answer, Playlist)}
    assert told <= {SpotifyUnavailable, SpotifyRateLimited}
    assert sorted(made) == sorted(fake_spotify.playlists)
    assert len(made) > 150
    assert {tuple(playlist.uris) for playlist in fake_spotify.playlists.values()} == {tuple(t.uri for t in known)}
