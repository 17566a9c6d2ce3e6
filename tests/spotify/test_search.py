from dataclasses import replace

import pytest

from core.errors import SpotifyUnavailable
from spotify.search import find_track, queries
from tests.fakes.spotify import FakeSpotify
from tests.fakes.spotify_songs import song
from tests.spotify.kit import client_of, publisher_of, tape, track


def uri_in(rows, wanted):
    with FakeSpotify(tracks=rows) as fake, client_of(fake) as client:
        uri = find_track(client, wanted)
        assert fake.violations == []
    return uri


def test_a_karaoke_cover_is_never_picked():
    rows = [song("Halo (Karaoke Version)", "Beyoncé"), song("Halo", "Karaoke Diva", "Beyoncé")]
    assert uri_in(rows, track("Halo", "Beyoncé")) is None


def test_the_right_song_is_picked_from_among_decoys():
    right = song("Halo", "Beyoncé")
    decoys = [song("Halo (Karaoke Version)", "Beyoncé"), song("Halo - Live", "Beyoncé"), song("Halo", "Glee Cast")]
    assert uri_in([*decoys, right], track("Halo", "Beyoncé")) == right.uri


def test_the_same_title_by_someone_else_is_none():
    assert uri_in([song("Hello", "Lionel Richie")], track("Hello", "Adele")) is None


def test_a_plain_search_finds_what_the_exact_one_misses():
    right = song("Rockin' Around", "The Lanterns")
    assert uri_in([right], track("Rocking Around", "Lanterns")) == right.uri


def test_the_code_of_the_recording_is_looked_for_first():
    right = song("Halo", "Beyoncé")
    wanted = replace(track("Halo", "Beyoncé"), isrc=right.isrc)
    with FakeSpotify(tracks=[right]) as fake, client_of(fake) as client:
        assert find_track(client, wanted) == right.uri
        assert fake.count("GET", "/search") == 1


def test_a_code_that_leads_to_another_song_is_not_trusted():
    wrong, right = song("Hello", "Lionel Richie"), song("Halo", "Beyoncé")
    wanted = replace(track("Halo", "Beyoncé"), isrc=wrong.isrc)
    assert uri_in([wrong, right], wanted) == right.uri


def test_what_is_no_code_makes_no_search():
    assert len(queries(replace(track("Halo"), isrc='X" OR'))) == 2


def test_catalogue_text_cannot_become_a_filter():
    exact, plain = queries(track('Say "Yes" artist:"Evil"\x00 *', 'Nova\n" year:1999'))
    assert exact == 'track:"Say Yes artist Evil" artist:"Nova year 1999"'
    assert plain == "say yes artist evil nova year 1999"


def test_queries_leave_credits_and_remasters_out():
    assert queries(track("Higher (feat. Ada Moon) - Remastered 2011", "Kite"))[1] == "higher kite"


def test_queries_keep_what_marks_another_recording():
    assert queries(track("Fantasy (Live) - R3HAB Remix", "Kite"))[1] == "fantasy live r3hab remix kite"


def test_queries_are_short_whatever_the_catalogue_holds():
    assert all(len(query) < 200 for query in queries(track("la " * 5000, "x" * 5000)))


def test_no_words_make_no_search():
    assert queries(track('"""', "Nova")) == ()


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"tracks": null}',
        b'{"tracks": {"items": [{"uri": 7}]}}',
        b'{"tracks": {"items": 7}}',
        b'{"tracks": []}',
    ],
)
async def test_an_answer_in_another_form_is_trouble_at_spotify(fake_spotify, body):
    fake_spotify.fail("GET", "/search", status=200, body=body, times=9)
    with publisher_of(fake_spotify) as publisher, pytest.raises(SpotifyUnavailable):
        await publisher.publish(tape(track("Good Day")))
